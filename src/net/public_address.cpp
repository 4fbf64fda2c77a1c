#include "net/public_address.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <netinet/in.h>

namespace kontor::net {

namespace {

struct Block {
  std::uint32_t first;
  int bits;
};

constexpr std::uint32_t quad(std::uint32_t a, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
  return a << 24U | b << 16U | c << 8U | d;
}

constexpr std::array special{Block{quad(0, 0, 0, 0), 8},      Block{quad(10, 0, 0, 0), 8},
                             Block{quad(100, 64, 0, 0), 10},  Block{quad(127, 0, 0, 0), 8},
                             Block{quad(169, 254, 0, 0), 16}, Block{quad(172, 16, 0, 0), 12},
                             Block{quad(192, 0, 0, 0), 24},   Block{quad(192, 0, 2, 0), 24},
                             Block{quad(192, 88, 99, 0), 24}, Block{quad(192, 168, 0, 0), 16},
                             Block{quad(198, 18, 0, 0), 15},  Block{quad(198, 51, 100, 0), 24},
                             Block{quad(203, 0, 113, 0), 24}, Block{quad(224, 0, 0, 0), 3}};

bool is_public_v4(std::uint32_t address) {
  return std::ranges::none_of(special, [&](const Block& block) {
    return (address ^ block.first) >> (32 - block.bits) == 0;
  });
}

std::uint32_t v4_at(const unsigned char* bytes) {
  return quad(bytes[0], bytes[1], bytes[2], bytes[3]);
}

// Global unicast is 2000::/3; of that, tunnels carry an IPv4 address and 2001::/23 is special.
bool is_public_v6(const unsigned char* bytes) {
  static constexpr std::array<unsigned char, 12> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
  static constexpr std::array<unsigned char, 12> translated{0, 0x64, 0xFF, 0x9B};
  if (std::equal(mapped.begin(), mapped.end(), bytes) ||
      std::equal(translated.begin(), translated.end(), bytes))
    return is_public_v4(v4_at(bytes + 12));
  if ((bytes[0] & 0xE0) != 0x20) return false;
  if (bytes[0] == 0x20 && bytes[1] == 0x02) return is_public_v4(v4_at(bytes + 2));
  const bool special_2001 = bytes[0] == 0x20 && bytes[1] == 0x01 && (bytes[2] & 0xFE) == 0;
  const bool documentation =
      bytes[0] == 0x20 && bytes[1] == 0x01 && bytes[2] == 0x0D && bytes[3] == 0xB8;
  return !special_2001 && !documentation;
}

}  // namespace

bool is_public(const sockaddr& address) {
  if (address.sa_family == AF_INET) {
    sockaddr_in v4{};
    std::memcpy(&v4, &address, sizeof v4);
    return is_public_v4(ntohl(v4.sin_addr.s_addr));
  }
  if (address.sa_family != AF_INET6) return false;
  sockaddr_in6 v6{};
  std::memcpy(&v6, &address, sizeof v6);
  return is_public_v6(v6.sin6_addr.s6_addr);
}

}  // namespace kontor::net
