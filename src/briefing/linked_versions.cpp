#include "briefing/linked_versions.h"

#include <algorithm>
#include <map>

#include "briefing/dates.h"

namespace kontor::briefing {

namespace {

constexpr std::size_t languages = base::all_languages.size();

// "Ein Vertrag über 12 Millionen" is of 12 million, while "über 12 Millionen" is more.
bool is_worth(const ReadText& text, const Claim& claim) {
  static constexpr std::array nouns{"vertrag",     "auftrag",       "abkommen", "vereinbarung",
                                    "investition", "liefervertrag", "betrag",   "summe",
                                    "bestellung",  "rahmenvertrag"};
  const auto word_at = [&](std::size_t at) {
    const Token& token = text.tokens[at];
    return std::string_view(text.folded.text).substr(token.begin, token.end - token.begin);
  };
  if (text.language != base::Language::De || claim.first == 0 || word_at(claim.first) != "uber")
    return false;
  return std::ranges::find(nouns, word_at(claim.first - 1)) != nouns.end();
}

class Linking {
 public:
  Linking(const FourTexts& texts, const std::vector<base::Text>& names)
      : texts_(texts), names_(names) {
    for (const base::Language language : base::all_languages) {
      ReadText& read = read_.emplace_back(read_claims(texts[base::index_of(language)], language));
      for (Claim& claim : read.claims)
        if (claim.modifier == Modifier::MoreThan && is_worth(read, claim))
          claim.modifier = Modifier::Equal;
    }
    while (first_ < languages && texts[first_].empty()) ++first_;
  }

  std::vector<VersionLink> links() {
    if (first_ == languages) return {};
    link_numbers();
    link_dates();
    link_names();
    std::ranges::stable_sort(links_, {}, [](const VersionLink& link) { return place_of(link); });
    return std::move(links_);
  }

 private:
  // Where it stands in the first version that has it.
  static std::size_t place_of(const VersionLink& link) {
    for (const auto& span : link.spans)
      if (span) return span->begin;
    return 0;
  }
  static Span span_of(const Claim& claim) { return {claim.begin, claim.end}; }

  void link_numbers() {
    std::vector<VersionLink> own(read_[first_].claims.size());
    std::vector<VersionLink> others;
    for (std::size_t i = 0; i < own.size(); ++i)
      own[i].spans[first_] = span_of(read_[first_].claims[i]);
    for (std::size_t at = first_ + 1; at < languages; ++at) {
      if (texts_[at].empty()) continue;
      for (const AlignedClaims& pair : align_versions(read_[first_], read_[at])) {
        VersionLink& link = pair.first ? own[*pair.first] : others.emplace_back();
        if (pair.second) link.spans[at] = span_of(read_[at].claims[*pair.second]);
        if (!pair.kinds.empty()) link.differs = word(pair.kinds.front());
      }
    }
    links_.insert(links_.end(), own.begin(), own.end());
    links_.insert(links_.end(), others.begin(), others.end());
  }

  // Dates by their value, each as often as some version has it.
  void link_dates() {
    std::map<std::pair<std::string, std::size_t>, VersionLink> by_value;
    for (std::size_t at = 0; at < languages; ++at) {
      std::map<std::string, std::size_t> seen;
      for (const NamedTime& time : read_dates(read_[at])) {
        VersionLink& link = by_value[{time.value, seen[time.value]++}];
        link.kind = VersionLink::Kind::Date;
        link.spans[at] = Span{time.begin, time.end};
      }
    }
    for (auto& [value, link] : by_value) add(std::move(link));
  }

  void link_names() {
    for (const base::Text& name : names_) {
      VersionLink link;
      link.kind = VersionLink::Kind::Name;
      for (const base::Language language : base::all_languages) {
        const std::string& wording = name.best(language);
        const auto at =
            wording.empty() ? std::string::npos : texts_[base::index_of(language)].find(wording);
        if (at != std::string::npos)
          link.spans[base::index_of(language)] = Span{at, at + wording.size()};
      }
      if (std::ranges::any_of(link.spans, [](const auto& span) { return span.has_value(); }))
        add(std::move(link));
    }
  }

  void add(VersionLink link) {
    for (std::size_t at = 0; at < languages; ++at)
      if (!link.spans[at] && !texts_[at].empty()) link.differs = word(Difference::Kind::Missing);
    links_.push_back(std::move(link));
  }

  const FourTexts& texts_;
  const std::vector<base::Text>& names_;
  std::vector<ReadText> read_;
  std::size_t first_ = 0;  // the first version that is written
  std::vector<VersionLink> links_;
};

}  // namespace

std::string_view word(VersionLink::Kind kind) {
  constexpr std::array<std::string_view, 3> words{"number", "date", "name"};
  return words[static_cast<std::size_t>(kind)];
}

std::vector<VersionLink> link_versions(const FourTexts& texts,
                                       const std::vector<base::Text>& names) {
  return Linking(texts, names).links();
}

std::vector<WrongSum> wrong_sums(const FourTexts& texts, base::Decimal amount,
                                 std::string_view currency) {
  std::vector<WrongSum> wrong;
  for (const base::Language language : base::all_languages) {
    const ReadText read = read_claims(texts[base::index_of(language)], language);
    std::vector<WrongSum> here;
    bool named = false;
    for (const Claim& claim : read.claims) {
      if (claim.kind != Claim::Kind::Money || claim.unit != currency) continue;
      named = named || (compare(claim.lowest, amount) <= 0 && compare(amount, claim.highest) <= 0);
      here.push_back({language, {claim.begin, claim.end}});
    }
    if (!named) wrong.insert(wrong.end(), here.begin(), here.end());
  }
  return wrong;
}

std::string sentence_around(std::string_view text, Span span) {
  const auto is_digit = [&](std::size_t at) {
    return at < text.size() && text[at] >= '0' && text[at] <= '9';
  };
  // Not the stop of "8. Oktober", nor that of "Inc. signs".
  const auto ends = [&](std::size_t at) {
    if (text[at] == '\n') return true;
    if (text[at] != '.' && text[at] != '!' && text[at] != '?') return false;
    if (at + 1 == text.size() || text[at + 1] == '\n') return true;
    const bool day = at > 0 && is_digit(at - 1) && (at < 3 || !is_digit(at - 3));
    const bool goes_on = at + 2 < text.size() && text[at + 2] >= 'a' && text[at + 2] <= 'z';
    return text[at + 1] == ' ' && !day && !goes_on;
  };
  std::size_t begin = std::min(span.begin, text.size()), end = std::min(span.end, text.size());
  while (begin > 0 && !ends(begin - 1)) --begin;
  while (end < text.size() && !ends(end)) ++end;
  if (end < text.size() && text[end] != '\n') ++end;
  while (begin < end && text[begin] == ' ') ++begin;
  return std::string(text.substr(begin, end - begin));
}

}  // namespace kontor::briefing
