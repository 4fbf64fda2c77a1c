#pragma once
#include "net/curl.h"
#include "net/post.h"

// Transfers to addresses that somebody typed, for the sources of this room only.

namespace kontor::net {

// Lets a transfer connect to what it may reach and to nothing else; must outlive it.
class Guard {
 public:
  Guard(const Curl& curl, Reachable reachable);
  Guard(const Guard&) = delete;
  Guard& operator=(const Guard&) = delete;

  // Whether a connection was refused.
  bool has_refused() const { return refused_; }

 private:
  static curl_socket_t open_socket(void* data, curlsocktype, curl_sockaddr* address);

  Reachable reachable_;
  bool refused_ = false;
};

}  // namespace kontor::net
