#include "net/post.h"

#include <sys/socket.h>

#include "net/curl.h"
#include "net/public_address.h"

namespace kontor::net {

namespace {

constexpr long most_seconds = 10;

struct Judge {
  Reachable reachable;
  bool refused = false;
};

curl_socket_t open_socket(void* data, curlsocktype, curl_sockaddr* address) {
  auto& judge = *static_cast<Judge*>(data);
  if (judge.reachable == Reachable::Public && !is_public(address->addr)) {
    judge.refused = true;
    return CURL_SOCKET_BAD;
  }
  return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

// The body of the answer is of no interest: its first piece ends the transfer.
std::size_t ignore(char*, std::size_t, std::size_t, void*) {
  return 0;
}

}  // namespace

Posted post_json(const std::string& address, const std::string& body,
                 const std::vector<std::pair<std::string, std::string>>& headers,
                 Reachable reachable) {
  const Curl curl = make_curl();
  CurlList list = add({}, "Content-Type: application/json");
  for (const auto& [name, value] : headers) list = add(std::move(list), name + ": " + value);
  Judge judge{reachable};
  const auto set = [&](CURLoption option, auto value) {
    curl_easy_setopt(curl.get(), option, value);
  };
  set(CURLOPT_URL, address.c_str());
  set(CURLOPT_PROTOCOLS_STR, "http,https");
  set(CURLOPT_PROXY, "");  // a proxy of the machine would reach what we must not
  set(CURLOPT_TIMEOUT, most_seconds);
  set(CURLOPT_FOLLOWLOCATION, 0L);
  set(CURLOPT_HTTPHEADER, list.get());
  set(CURLOPT_POSTFIELDS, body.data());
  set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
  set(CURLOPT_USERAGENT, "Kontor");
  set(CURLOPT_OPENSOCKETFUNCTION, open_socket);
  set(CURLOPT_OPENSOCKETDATA, &judge);
  set(CURLOPT_WRITEFUNCTION, ignore);
  const CURLcode code = curl_easy_perform(curl.get());
  long status = 0;
  curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
  if (status > 0) return {static_cast<int>(status), ""};
  return {0, judge.refused ? "address_refused" : curl_easy_strerror(code)};
}

}  // namespace kontor::net
