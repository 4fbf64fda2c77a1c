#include "store/random_mission.h"

#include <array>
#include <fmt/format.h>

#include "store/lists.h"

namespace kontor::store {

namespace {

constexpr std::array pieces{"a", "B",    " ",  "\n",  "\\",      "'",  "\"", ",",   ";", "é",
                            "ß", "日本", "\t", "\\n", "''); --", "$1", "%",  "Zoë", "0"};

// A visitor that fills every field.
class Filler {
 public:
  explicit Filler(base::Rng& rng) : rng_(rng) {}

  void operator()(std::string_view, std::string& text) { text = words(); }
  template <class Tag>
  void operator()(std::string_view, base::Id<Tag>& id) {
    id.value = rng_.chance(200) ? "" : key();
  }
  void operator()(std::string_view, base::Text& text) {
    for (const base::Language language : base::all_languages) text.set(language, words());
  }
  void operator()(std::string_view, bool& flag) { flag = rng_.chance(500); }
  template <std::integral Whole>
  void operator()(std::string_view, Whole& number) {
    number = static_cast<Whole>(rng_.next());
  }
  template <class E>
    requires std::is_enum_v<E>
  void operator()(std::string_view, E& value) {
    value = any<E>();
  }
  void operator()(std::string_view, base::LocalDate& date) { date = any_date(); }
  void operator()(std::string_view, base::LocalDateTime& time) {
    time = {any_date(), rng_.between(0, 1439)};
  }
  void operator()(std::string_view, base::Instant& instant) {
    instant = base::Instant(std::chrono::seconds(rng_.between(0, 2'000'000'000)));
  }
  void operator()(std::string_view, base::Decimal& number) {
    number = {rng_.between(1, 1'000'000) - 500'000, rng_.between(0, 4)};
  }
  template <class T>
  void operator()(std::string_view column, std::optional<T>& field) {
    if (rng_.chance(500)) (*this)(column, field.emplace());
  }
  template <class Tag>
  void operator()(std::string_view, std::vector<base::Id<Tag>>& ids) {
    for (int n = rng_.between(0, 3); n > 0; --n) ids.push_back({key()});
  }
  template <class E>
    requires std::is_enum_v<E>
  void operator()(std::string_view, std::vector<E>& values) {
    for (int n = rng_.between(0, 3); n > 0; --n) values.push_back(any<E>());
  }
  void operator()(std::string_view, Lines<std::vector<std::string>> lines) {
    for (int n = rng_.between(0, 3); n > 0; --n) lines.list.push_back(words());
  }
  void operator()(std::string_view, Lines<std::vector<mission::Source>> sources) {
    for (int n = rng_.between(0, 2); n > 0; --n) sources.list.push_back({words(), words()});
  }
  void operator()(std::string_view, Lines<std::vector<mission::Absence>> absences) {
    for (int n = rng_.between(0, 2); n > 0; --n) {
      mission::Absence& absence = absences.list.emplace_back();
      absence.leg.value = key();
      (*this)("from", absence.from);
      (*this)("to", absence.to);
    }
  }
  void operator()(std::string_view, Lines<std::vector<mission::Clearance>> clearances) {
    for (int n = rng_.between(0, 2); n > 0; --n) {
      mission::Clearance& clearance = clearances.list.emplace_back();
      clearance.site = words();
      clearance.status = any<mission::ClearanceStatus>();
      (*this)("filed_on", clearance.filed_on);
    }
  }
  void operator()(std::string_view, std::vector<base::LocalDate>& dates) {
    for (int n = rng_.between(0, 3); n > 0; --n) dates.push_back(any_date());
  }
  void operator()(std::string_view, Lines<std::vector<mission::Document>> documents) {
    for (int n = rng_.between(0, 2); n > 0; --n)
      documents.list.push_back({words(), words(), words()});
  }
  void operator()(std::string_view, Lines<std::vector<mission::Opening>> openings) {
    for (int n = rng_.between(0, 2); n > 0; --n) {
      mission::Opening& opening = openings.list.emplace_back();
      (*this)("from", opening.from);
      (*this)("to", opening.to);
    }
  }
  template <class Group>
  void part(std::string_view, Group& group) {
    columns(*this, group);
  }
  template <class Group>
  void part(std::string_view, std::optional<Group>& group) {
    if (rng_.chance(500)) columns(*this, group.emplace());
  }

  // Any list: up to ten nouns, with keys of their own where they have one.
  template <class Noun>
  void fill(std::vector<Noun>& nouns) {
    for (int n = rng_.between(0, 10); n > 0; --n) {
      nouns.push_back(Noun{});
      columns(*this, nouns.back());
      if constexpr (requires { nouns.back().id; }) nouns.back().id.value = unique_key();
    }
  }

 private:
  std::string words() {
    std::string out;
    for (int n = rng_.between(0, 6); n > 0; --n) out += pieces[rng_.below(pieces.size())];
    return out;
  }
  std::string key() { return fmt::format("K-{}.x", rng_.between(0, 999)); }
  std::string unique_key() { return fmt::format("U{}", ++last_key_); }
  base::LocalDate any_date() {
    return base::LocalDate(std::chrono::sys_days(std::chrono::days(rng_.between(0, 30'000))));
  }
  template <class E>
  E any() {
    if constexpr (std::same_as<E, base::Language>)
      return base::all_languages[rng_.below(base::all_languages.size())];
    else
      return static_cast<E>(rng_.below(mission::words_of<E>().size()));
  }

  base::Rng& rng_;
  int last_key_ = 0;
};

}  // namespace

mission::Mission random_mission(base::Rng& rng, const std::string& key) {
  Filler filler(rng);
  mission::Mission mission{};
  columns(filler, mission);
  mission.id.value = key;
  lists([&](std::string_view, auto& nouns) { filler.fill(nouns); }, mission);
  for (mission::Venue& venue : mission.venues) filler.fill(venue.rooms);
  return mission;
}

StoredPlan random_plan(base::Rng& rng, const std::string& mission_key, int version) {
  Filler filler(rng);
  StoredPlan stored;
  columns(filler, stored);
  stored.plan.mission.value = mission_key;
  stored.plan.version = version;
  lists([&](std::string_view, auto& nouns) { filler.fill(nouns); }, stored);
  return stored;
}

}  // namespace kontor::store
