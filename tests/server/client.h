#pragma once
#include <map>
#include <string>
#include <string_view>

namespace kontor::server::test {

// What came back from the server, headers by their name in small letters.
struct Answer {
  int status = 0;  // 0: the connection was closed without an answer
  std::multimap<std::string, std::string> headers;
  std::string body;

  std::string header(const std::string& name) const;
};

// One TCP connection to the machine itself, blocking, as plain as a test wants it.
class Client {
 public:
  explicit Client(int port);
  ~Client();
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  void send(std::string_view bytes);
  // Reads one answer with its whole body; `head_only` after HEAD.
  Answer read(bool head_only = false);
  Answer get(const std::string& target, const std::string& headers = "");
  Answer post(const std::string& target, const std::string& body, const std::string& headers = "");
  // Reads until `text` has come or the connection ended; what has come so far.
  std::string read_until(std::string_view text);
  // Whether the server has closed the connection, after waiting for it.
  bool is_closed();

 private:
  bool fill();

  int socket_;
  std::string buffer_;
};

}  // namespace kontor::server::test
