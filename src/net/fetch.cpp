#include "net/fetch.h"

#include "net/curl.h"
#include "net/guarded.h"

namespace kontor::net {

namespace {

constexpr std::size_t most_bytes = 512 * 1024;

// Gives less than it got, which ends the transfer, where the answer is too long.
std::size_t keep(char* bytes, std::size_t, std::size_t count, void* data) {
  auto& body = *static_cast<std::string*>(data);
  if (body.size() + count > most_bytes) return 0;
  body.append(bytes, count);
  return count;
}

}  // namespace

Fetched fetch(const std::string& address,
              const std::vector<std::pair<std::string, std::string>>& headers,
              const std::optional<std::string>& form, Reachable reachable) {
  const Curl curl = make_curl();
  CurlList list = add({}, "Accept: application/json");
  for (const auto& [name, value] : headers) list = add(std::move(list), name + ": " + value);
  const Guard guard(curl, reachable);
  Fetched fetched;
  curl_easy_setopt(curl.get(), CURLOPT_URL, address.c_str());
  curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, list.get());
  if (form) {
    curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, form->data());
    curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDSIZE_LARGE,
                     static_cast<curl_off_t>(form->size()));
  }
  curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, keep);
  curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &fetched.body);
  const CURLcode code = curl_easy_perform(curl.get());
  long status = 0;
  curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &status);
  if (code == CURLE_OK) {
    fetched.status = static_cast<int>(status);
    return fetched;
  }
  fetched.body.clear();
  fetched.reason = guard.has_refused()         ? "address_refused"
                   : code == CURLE_WRITE_ERROR ? "too_large"
                                               : curl_easy_strerror(code);
  return fetched;
}

}  // namespace kontor::net
