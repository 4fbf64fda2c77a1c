#pragma once
#include <boost/asio/ip/tcp.hpp>

#include "server/http.h"

namespace kontor::server {

// Opens `acceptor` at the address of the options. Throws CannotListen.
void listen(boost::asio::ip::tcp::acceptor& acceptor, const HttpOptions& options);

}  // namespace kontor::server
