#pragma once
#include <string>
#include <vector>

#include "base/text.h"
#include "base/time.h"

namespace kontor::exchange {

// A person as address books know one. Empty fields are left out.
struct ContactCard {
  std::string uid;  // stays
  std::string given_name;
  std::string family_name;
  std::string organisation;
  std::string function;
  std::string note;
  std::vector<base::Language> languages;  // the one liked best first
};

// 4.0 of RFC 6350; 3.0 of RFC 2426 for the phones that read no other.
enum class VcardVersion { Three, Four };

// A card each, CRLF, lines folded at 75 octets. `changed_at` is when the data changed.
std::string write_vcards(const std::vector<ContactCard>& cards, VcardVersion version,
                         base::Instant changed_at);

}  // namespace kontor::exchange
