#include "mission/disruption.h"

#include <array>
#include <fmt/format.h>

namespace kontor::mission {

namespace {

constexpr std::array<std::string_view, std::variant_size_v<Disruption>> disruption_words{
    "activity_cancelled", "activity_delayed", "office_delayed", "withdrawal", "room_lost",
    "tables_lost",        "road_closed",      "arrival",        "no_show",    "activity_moved",
    "meeting_moved",      "attendance_moved", "rule_added"};

struct Subject {
  std::string operator()(const ActivityCancelled& d) const {
    return "activity/" + d.activity.value;
  }
  std::string operator()(const ActivityDelayed& d) const { return "activity/" + d.activity.value; }
  std::string operator()(const OfficeDelayed& d) const { return "office/" + d.office.value; }
  std::string operator()(const Withdrawal& d) const {
    return d.person.empty() ? "organisation/" + d.organisation.value : "person/" + d.person.value;
  }
  std::string operator()(const RoomLost& d) const { return "room/" + d.room.value; }
  std::string operator()(const TablesLost& d) const { return "session/" + d.session.value; }
  std::string operator()(const RoadClosed& d) const {
    return fmt::format("road/{}/{}", d.from.value, d.to.value);
  }
  std::string operator()(const Arrival& d) const {
    return fmt::format("arrival/{}", d.people.size());
  }
  std::string operator()(const NoShow& d) const {
    return fmt::format("session/{}/{}", d.session.value, d.slot);
  }
  std::string operator()(const ActivityMoved& d) const { return "activity/" + d.activity.value; }
  std::string operator()(const MeetingMoved& d) const {
    return fmt::format("meeting/{}/{}", d.first.value, d.second.value);
  }
  std::string operator()(const AttendanceMoved& d) const {
    return fmt::format("attendance/{}/{}", d.activity.value, d.person.value);
  }
  std::string operator()(const RuleAdded& d) const { return "rule/" + d.rule.id.value; }
};

std::vector<std::string_view> parts_of(std::string_view text) {
  std::vector<std::string_view> out;
  for (;;) {
    const std::size_t end = text.find('/');
    out.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return out;
    text.remove_prefix(end + 1);
  }
}

}  // namespace

std::string_view word(const Disruption& disruption) {
  return disruption_words.at(disruption.index());
}

std::string subject(const Disruption& disruption) {
  return std::visit(Subject{}, disruption);
}

std::string spelled(const Lock& lock) {
  if (lock.activity.empty())
    return fmt::format("meeting/{}/{}", lock.first.value, lock.second.value);
  if (lock.person.empty()) return "activity/" + lock.activity.value;
  return fmt::format("attendance/{}/{}", lock.activity.value, lock.person.value);
}

std::optional<Lock> parse_lock(std::string_view text) {
  const auto parts = parts_of(text);
  for (const std::string_view part : parts)
    if (!base::is_id(part)) return std::nullopt;
  const auto key = [&](std::size_t i) { return std::string(parts[i]); };
  if (parts.size() == 2 && parts[0] == "activity") return Lock{{key(1)}, {}, {}, {}};
  if (parts.size() == 3 && parts[0] == "attendance") return Lock{{key(1)}, {key(2)}, {}, {}};
  if (parts.size() == 3 && parts[0] == "meeting") return Lock{{}, {}, {key(1)}, {key(2)}};
  return std::nullopt;
}

}  // namespace kontor::mission
