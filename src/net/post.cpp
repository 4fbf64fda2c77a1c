#include "net/post.h"

#include "net/curl.h"
#include "net/guarded.h"

namespace kontor::net {

namespace {

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
  const Guard guard(curl, reachable);
  const auto set = [&](CURLoption option, auto value) {
    curl_easy_setopt(curl.get(), option, value);
  };
  set(CURLOPT_URL, address.c_str());
  set(CURLOPT_HTTPHEADER, list.get());
  set(CURLOPT_POSTFIELDS, body.data());
  set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
  set(CURLOPT_WRITEFUNCTION, ignore);
  const CURLcode code = curl_easy_perform(curl.get());
  long status = 0;
  curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
  if (status > 0) return {static_cast<int>(status), ""};
  return {0, guard.has_refused() ? "address_refused" : curl_easy_strerror(code)};
}

}  // namespace kontor::net
