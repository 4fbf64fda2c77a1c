#pragma once
#include <sys/socket.h>

namespace kontor::net {

// Whether an address is one of the public Internet: not of this machine, a private or shared
// network, a link, multicast, or reserved (the special-purpose registries of IANA, RFC 6890), in
// IPv4, IPv6 and IPv4 written as IPv6.
bool is_public(const sockaddr& address);

}  // namespace kontor::net
