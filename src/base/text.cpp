#include "base/text.h"

#include <algorithm>
#include <cstdint>

namespace kontor::base {

namespace {
constexpr std::array<std::string_view, 4> codes{"fr", "nl", "de", "en"};
}

std::string_view code(Language language) {
  return codes[static_cast<std::size_t>(language)];
}

std::optional<Language> language_of(std::string_view code) {
  const auto found = std::ranges::find(codes, code);
  if (found == codes.end()) return std::nullopt;
  return static_cast<Language>(found - codes.begin());
}

Text Text::same(std::string_view wording) {
  Text text;
  text.wordings_.fill(std::string(wording));
  return text;
}

const std::string& Text::best(Language language) const {
  if (!in(language).empty()) return in(language);
  for (const Language other : {Language::En, Language::Fr, Language::Nl, Language::De})
    if (!in(other).empty()) return in(other);
  return in(language);
}

bool Text::empty() const {
  return std::ranges::all_of(wordings_, [](const std::string& wording) { return wording.empty(); });
}

bool Text::is_same_everywhere() const {
  return std::ranges::all_of(wordings_, [&](const std::string& w) { return w == wordings_[0]; });
}

bool is_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const int length = lead < 0x80   ? 1
                       : lead < 0xC2 ? 0
                       : lead < 0xE0 ? 2
                       : lead < 0xF0 ? 3
                       : lead < 0xF5 ? 4
                                     : 0;
    if (length == 0 || i + length > text.size()) return false;
    std::uint32_t point = length == 1 ? lead : lead & (0x7FU >> length);
    for (int k = 1; k < length; ++k) {
      const auto next = static_cast<unsigned char>(text[i + k]);
      if ((next & 0xC0U) != 0x80U) return false;
      point = (point << 6U) | (next & 0x3FU);
    }
    const bool overlong = (length == 3 && point < 0x800) || (length == 4 && point < 0x10000);
    if (overlong || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF)) return false;
    i += length;
  }
  return true;
}

}  // namespace kontor::base
