#pragma once
#include <curl/curl.h>
#include <memory>
#include <string>

// The library of transfers, for the sources of this room only.

namespace kontor::net {

struct CurlCleanup {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
using Curl = std::unique_ptr<CURL, CurlCleanup>;

struct CurlListFree {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using CurlList = std::unique_ptr<curl_slist, CurlListFree>;

// A handle without signals, with time limits; never null.
Curl make_curl();

// "" is no list; else one with `text` added.
CurlList add(CurlList list, const std::string& text);

}  // namespace kontor::net
