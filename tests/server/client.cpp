#include "server/client.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <stdexcept>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include "server/web.h"

namespace kontor::server::test {

std::string Answer::header(const std::string& name) const {
  const auto found = headers.find(name);
  return found == headers.end() ? "" : found->second;
}

Client::Client(int port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0)
    throw std::runtime_error("the server does not listen");
  const timeval patience{20, 0};
  ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
}

Client::~Client() {
  ::close(socket_);
}

void Client::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
}

bool Client::fill() {
  char piece[8192];
  const auto size = ::recv(socket_, piece, sizeof piece, 0);
  if (size <= 0) return false;
  buffer_.append(piece, static_cast<std::size_t>(size));
  return true;
}

std::string Client::read_until(std::string_view text) {
  while (buffer_.find(text) == std::string::npos)
    if (!fill()) break;
  const std::size_t end = buffer_.find(text);
  const std::size_t size = end == std::string::npos ? buffer_.size() : end + text.size();
  std::string out = buffer_.substr(0, size);
  buffer_.erase(0, size);
  return out;
}

bool Client::is_closed() {
  while (fill()) {
  }
  return true;
}

Answer Client::read(bool head_only) {
  Answer answer;
  std::string head = read_until("\r\n\r\n");
  if (head.size() < 13) return answer;
  answer.status = std::stoi(head.substr(9, 3));
  for (std::size_t at = head.find("\r\n") + 2; at + 2 < head.size();) {
    const std::size_t end = head.find("\r\n", at), colon = head.find(": ", at);
    answer.headers.emplace(lower(head.substr(at, colon - at)),
                           head.substr(colon + 2, end - colon - 2));
    at = end + 2;
  }
  const std::string length = answer.header("content-length");
  const std::size_t size = head_only || length.empty() ? 0 : std::stoul(length);
  while (buffer_.size() < size)
    if (!fill()) break;
  answer.body = buffer_.substr(0, size);
  buffer_.erase(0, size);
  return answer;
}

Answer Client::get(const std::string& target, const std::string& headers) {
  send("GET " + target + " HTTP/1.1\r\nHost: test\r\n" + headers + "\r\n");
  return read();
}

Answer Client::post(const std::string& target, const std::string& body,
                    const std::string& headers) {
  send("POST " + target + " HTTP/1.1\r\nHost: test\r\nContent-Length: " +
       std::to_string(body.size()) + "\r\n" + headers + "\r\n" + body);
  return read();
}

}  // namespace kontor::server::test
