#pragma once
#include <fmt/format.h>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/issue.h"
#include "mission/mission.h"

// The parts of validate(); one function per kind of noun, all adding to the same Faults.

namespace kontor::mission {

inline constexpr int minutes_of_day = 24 * 60;

// The keys of one noun: where each stands in its list, and what it is called in a message.
class Keys {
 public:
  explicit Keys(std::string_view noun) : noun_(noun) {}

  void add(const std::string& key, std::size_t index) { positions_.try_emplace(key, index); }
  bool has(const std::string& key) const { return positions_.contains(key); }
  // The index of the first record with `key`, which must exist.
  std::size_t at(const std::string& key) const { return positions_.at(key); }
  std::string_view noun() const { return noun_; }
  std::string hint(std::string_view wrong) const;

 private:
  std::string_view noun_;
  std::unordered_map<std::string, std::size_t> positions_;
};

// A room with its venue and that venue's leg.
struct RoomPlace {
  const Room* room = nullptr;
  LegId leg;
  const Venue* venue = nullptr;
};

// Every key of a mission, for looking up.
struct Index {
  explicit Index(const Mission& of);

  const Mission& mission;
  Keys legs{"leg"};
  Keys sectors{"sector"};
  Keys topics{"topic"};
  Keys venues{"venue"};
  Keys rooms{"room"};  // index into room_places
  Keys organisations{"organisation"};
  Keys people{"person"};
  Keys offices{"office"};
  Keys activities{"activity"};
  Keys equipment{"equipment"};  // that some room has
  std::vector<RoomPlace> room_places;

  const Leg* leg(const LegId& id) const {
    return legs.has(id.value) ? &mission.legs[legs.at(id.value)] : nullptr;
  }
  const RoomPlace* room(const RoomId& id) const {
    return rooms.has(id.value) ? &room_places[rooms.at(id.value)] : nullptr;
  }
};

// The faults found so far.
class Faults {
 public:
  void add(std::string code, std::string path, std::string value,
           std::map<std::string, std::string> parameters = {}) {
    issues_.push_back(
        {std::move(code), std::move(path), std::move(value), std::move(parameters), {}});
  }

  // `id` must be a key of `keys`, or empty.
  template <class Tag>
  void reference(const std::string& path, const base::Id<Tag>& id, const Keys& keys) {
    if (!id.empty() && !keys.has(id.value)) unknown(path, id.value, keys);
  }
  template <class Tag>
  void references(const std::string& path, const std::vector<base::Id<Tag>>& ids,
                  const Keys& keys) {
    for (const auto& id : ids) reference(path, id, keys);
  }
  void at_least(const std::string& path, int value, int least) {
    if (value < least)
      add("out_of_range", path, fmt::format("{}", value),
          {{"expected", fmt::format("at least {}", least)}});
  }
  void wording(const std::string& path, const base::Text& text) {
    if (text.empty()) add("empty_text", path, "");
  }
  void missing(const std::string& path, std::string_view field) {
    add("missing_field", path, "", {{"field", std::string(field)}});
  }
  // `from` must not come after `to`; both are spelled for the message.
  template <class T>
  void order(const std::string& path, const T& from, const T& to) {
    if (to < from) add("order", path, base::format(from), {{"other", base::format(to)}});
  }
  void record(const std::string& path, const Record& record, const Index& index);

  base::Issues take() { return std::move(issues_); }

 private:
  void unknown(const std::string& path, const std::string& value, const Keys& keys);

  base::Issues issues_;
  int hints_given_ = 0;
};

void validate_keys(const Index& index, Faults& faults);
void validate_places(const Index& index, Faults& faults);
void validate_transport(const Index& index, Faults& faults);
void validate_delegation(const Index& index, Faults& faults);
void validate_activities(const Index& index, Faults& faults);
void validate_sessions(const Index& index, Faults& faults);
void validate_rules(const Index& index, Faults& faults);
void validate_wishes(const Index& index, Faults& faults);
void validate_agreements(const Index& index, Faults& faults);
void validate_results(const Index& index, Faults& faults);

}  // namespace kontor::mission
