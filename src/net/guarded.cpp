#include "net/guarded.h"

#include <sys/socket.h>

#include "net/public_address.h"

namespace kontor::net {

namespace {

constexpr long most_seconds = 10;

}  // namespace

Guard::Guard(const Curl& curl, Reachable reachable) : reachable_(reachable) {
  const auto set = [&](CURLoption option, auto value) {
    curl_easy_setopt(curl.get(), option, value);
  };
  set(CURLOPT_PROTOCOLS_STR, "http,https");
  set(CURLOPT_PROXY, "");  // a proxy of the machine would reach what we must not
  set(CURLOPT_TIMEOUT, most_seconds);
  set(CURLOPT_FOLLOWLOCATION, 0L);
  set(CURLOPT_USERAGENT, "Kontor");
  set(CURLOPT_OPENSOCKETFUNCTION, open_socket);
  set(CURLOPT_OPENSOCKETDATA, this);
}

curl_socket_t Guard::open_socket(void* data, curlsocktype, curl_sockaddr* address) {
  auto& guard = *static_cast<Guard*>(data);
  if (guard.reachable_ == Reachable::Public && !is_public(address->addr)) {
    guard.refused_ = true;
    return CURL_SOCKET_BAD;
  }
  return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

}  // namespace kontor::net
