#include "net/curl.h"

#include <stdexcept>

namespace kontor::net {

Curl make_curl() {
  static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
  Curl curl(started == CURLE_OK ? curl_easy_init() : nullptr);
  if (curl == nullptr) throw std::runtime_error("libcurl cannot be started");
  curl_easy_setopt(curl.get(), CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(curl.get(), CURLOPT_CONNECTTIMEOUT, 10L);
  curl_easy_setopt(curl.get(), CURLOPT_TIMEOUT, 60L);
  return curl;
}

CurlList add(CurlList list, const std::string& text) {
  curl_slist* longer = curl_slist_append(list.get(), text.c_str());
  if (longer == nullptr) throw std::bad_alloc();
  (void)list.release();
  return CurlList(longer);
}

}  // namespace kontor::net
