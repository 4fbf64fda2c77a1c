#include "net/public_address.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <string>

namespace kontor::net {
namespace {

bool is_public(const std::string& text) {
  sockaddr_in v4{};
  sockaddr_in6 v6{};
  v4.sin_family = AF_INET;
  v6.sin6_family = AF_INET6;
  if (inet_pton(AF_INET, text.c_str(), &v4.sin_addr) == 1)
    return net::is_public(reinterpret_cast<const sockaddr&>(v4));
  EXPECT_EQ(inet_pton(AF_INET6, text.c_str(), &v6.sin6_addr), 1) << text;
  return net::is_public(reinterpret_cast<const sockaddr&>(v6));
}

TEST(PublicAddress, IsNeitherOfThisMachineNorOfAPrivateNetwork) {
  for (const char* inside :
       {"127.0.0.1",       "127.255.255.255", "0.0.0.0",         "10.1.2.3",    "172.16.0.1",
        "172.31.255.255",  "192.168.1.1",     "169.254.169.254", "100.64.0.1",  "224.0.0.1",
        "255.255.255.255", "198.18.0.1",      "192.0.2.1",       "::1",         "::",
        "fe80::1",         "fc00::1",         "fd12:3456::1",    "ff02::1",     "::ffff:127.0.0.1",
        "::ffff:10.0.0.1", "64:ff9b::a00:1",  "2002:7f00:1::",   "2001:db8::1", "2001::1"})
    EXPECT_FALSE(is_public(inside)) << inside;
}

TEST(PublicAddress, OfTheInternetIs) {
  for (const char* outside :
       {"8.8.8.8", "172.15.255.255", "172.32.0.1", "100.128.0.1", "193.191.1.1", "2606:4700::1111",
        "2a02:a000::1", "::ffff:8.8.8.8", "64:ff9b::808:808", "2002:808:808::1"})
    EXPECT_TRUE(is_public(outside)) << outside;
}

}  // namespace
}  // namespace kontor::net
