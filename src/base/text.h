#pragma once
#include <array>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace kontor::base {

enum class Language { Fr, Nl, De, En };
inline constexpr std::array all_languages{Language::Fr, Language::Nl, Language::De, Language::En};

// The place of a language in tables of four.
constexpr std::size_t index_of(Language language) {
  return static_cast<std::size_t>(language);
}

// "fr", "nl", "de" or "en", and back; nothing for any other code.
std::string_view code(Language language);
std::optional<Language> language_of(std::string_view code);

// A text in up to four languages; an empty string means "not translated".
class Text {
 public:
  Text() = default;
  // The same wording in every language: names of people, companies, products.
  static Text same(std::string_view wording);

  const std::string& in(Language language) const { return wordings_[index_of(language)]; }
  void set(Language language, std::string wording) {
    wordings_[index_of(language)] = std::move(wording);
  }

  // The wording in `language`, or in the first of en, fr, nl, de that has one; "" when none has.
  const std::string& best(Language language) const;
  bool empty() const;
  // Whether all four wordings are equal.
  bool is_same_everywhere() const;

  auto operator<=>(const Text&) const = default;

 private:
  std::array<std::string, 4> wordings_;
};

// Whether `text` is well-formed UTF-8 (RFC 3629: no overlong forms, no surrogates).
bool is_utf8(std::string_view text);

}  // namespace kontor::base
