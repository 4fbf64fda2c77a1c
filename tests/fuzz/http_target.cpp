#include "fuzz/http_target.h"

#include <arpa/inet.h>
#include <array>
#include <cstdlib>
#include <netinet/in.h>
#include <string>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

#include "server/http.h"

namespace kontor::fuzz {

namespace {

// Lives as long as the process.
int port_of_server() {
  static server::HttpServer server = [] {
    server::HttpOptions options;
    options.request = options.idle = std::chrono::milliseconds(300);
    options.network_threads = options.handler_threads = 1;
    return server::HttpServer(
        options,
        [](const server::Request& request) {
          server::Response response;
          response.body = request.path + std::string(request.cookie("a"));
          response.type = "text/plain";
          return response;
        },
        [](int status) {
          server::Response response;
          response.status = status;
          return response;
        });
  }();
  static const std::jthread thread([] { server.run(); });
  [[maybe_unused]] static const int registered = std::atexit([] { server.stop(); });
  return server.port();
}

}  // namespace

void http(std::string_view bytes) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port_of_server()));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const int socket = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (socket < 0 ||
      ::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0)
    std::abort();
  const timeval patience{5, 0};
  ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
  ::shutdown(socket, SHUT_WR);
  std::string answer;
  std::array<char, 4096> piece{};
  for (;;) {
    const auto size = ::recv(socket, piece.data(), piece.size(), 0);
    if (size < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) std::abort();  // it never closed
    if (size <= 0) break;
    answer.append(piece.data(), static_cast<std::size_t>(size));
  }
  ::close(socket);
  if (!answer.empty() && !answer.starts_with("HTTP/1.1 ")) std::abort();
}

}  // namespace kontor::fuzz
