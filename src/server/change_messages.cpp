#include "server/change_messages.h"

#include <array>
#include <map>
#include <string_view>

#include "exchange/additions.h"
#include "server/pages.h"

namespace kontor::server {

namespace {

// Reads the fields that a kind needs.
class Fields {
 public:
  explicit Fields(const wire::Disruption& message) : message_(message) {}

  template <class Id>
  Id key(const std::optional<std::string>& field, const char* name) {
    if (!field || field->empty()) {
      missing(name);
      return {};
    }
    if (!base::is_id(*field)) issues.push_back({"bad_id", path(name), *field, {}, {}});
    return {*field};
  }

  int number(const auto& field, const char* name) {
    if (!field) {
      missing(name);
      return 0;
    }
    if (*field < 0 || *field > 100'000) {
      issues.push_back(
          {"out_of_range", path(name), std::to_string(*field), {{"expected", "0 … 100000"}}, {}});
      return 0;
    }
    return static_cast<int>(*field);
  }

  base::LocalDateTime time(const std::optional<base::LocalDateTime>& field, const char* name) {
    if (!field) missing(name);
    return field.value_or(base::LocalDateTime{});
  }

  base::Issues issues;

 private:
  static std::string path(const char* name) { return std::string("/") + name; }
  void missing(const char* name) {
    issues.push_back({"missing_field", "/", "", {{"field", name}, {"kind", message_.kind}}, {}});
  }

  const wire::Disruption& message_;
};

using Read = mission::Disruption (*)(const wire::Disruption&, Fields&);

mission::Disruption read_cancelled(const wire::Disruption& m, Fields& f) {
  return mission::ActivityCancelled{f.key<mission::ActivityId>(m.activity, "activity")};
}
mission::Disruption read_activity_delayed(const wire::Disruption& m, Fields& f) {
  return mission::ActivityDelayed{f.key<mission::ActivityId>(m.activity, "activity"),
                                  f.number(m.minutes, "minutes")};
}
mission::Disruption read_office_delayed(const wire::Disruption& m, Fields& f) {
  return mission::OfficeDelayed{f.key<mission::OfficeId>(m.office, "office"),
                                f.number(m.minutes, "minutes")};
}
mission::Disruption read_withdrawal(const wire::Disruption& m, Fields& f) {
  if (m.person) return mission::Withdrawal{{}, f.key<mission::PersonId>(m.person, "person")};
  return mission::Withdrawal{f.key<mission::OrganisationId>(m.organisation, "organisation"), {}};
}
mission::Disruption read_room_lost(const wire::Disruption& m, Fields& f) {
  return mission::RoomLost{f.key<mission::RoomId>(m.room, "room")};
}
mission::Disruption read_tables_lost(const wire::Disruption& m, Fields& f) {
  return mission::TablesLost{f.key<mission::SessionId>(m.session, "session"),
                             f.number(m.tables, "tables")};
}
mission::Disruption read_road_closed(const wire::Disruption& m, Fields& f) {
  return mission::RoadClosed{f.key<mission::VenueId>(m.from, "from"),
                             f.key<mission::VenueId>(m.to, "to"), f.number(m.minutes, "minutes")};
}
mission::Disruption read_no_show(const wire::Disruption& m, Fields& f) {
  return mission::NoShow{f.key<mission::PersonId>(m.person, "person"),
                         f.key<mission::SessionId>(m.session, "session"), f.number(m.slot, "slot")};
}
mission::Disruption read_activity_moved(const wire::Disruption& m, Fields& f) {
  mission::RoomId room;
  if (m.room) room = f.key<mission::RoomId>(m.room, "room");
  return mission::ActivityMoved{f.key<mission::ActivityId>(m.activity, "activity"),
                                f.time(m.starts_at, "starts_at"), room};
}
mission::Disruption read_meeting_moved(const wire::Disruption& m, Fields& f) {
  return mission::MeetingMoved{f.key<mission::OrganisationId>(m.organisation, "organisation"),
                               f.key<mission::OrganisationId>(m.counterpart, "counterpart"),
                               f.key<mission::SessionId>(m.session, "session"),
                               f.number(m.slot, "slot")};
}
mission::Disruption read_attendance_moved(const wire::Disruption& m, Fields& f) {
  return mission::AttendanceMoved{f.key<mission::PersonId>(m.person, "person"),
                                  f.key<mission::ActivityId>(m.activity, "activity")};
}

const std::map<std::string_view, Read> kinds{{"activity_cancelled", read_cancelled},
                                             {"activity_delayed", read_activity_delayed},
                                             {"office_delayed", read_office_delayed},
                                             {"withdrawal", read_withdrawal},
                                             {"room_lost", read_room_lost},
                                             {"tables_lost", read_tables_lost},
                                             {"road_closed", read_road_closed},
                                             {"no_show", read_no_show},
                                             {"activity_moved", read_activity_moved},
                                             {"meeting_moved", read_meeting_moved},
                                             {"attendance_moved", read_attendance_moved}};

std::optional<wire::Whereabouts> message_of(const std::optional<planning::Whereabouts>& where) {
  if (!where) return std::nullopt;
  return wire::Whereabouts{where->starts_at, where->room.value, where->session.value,
                           where->slot,      where->table,      where->opposite.value};
}

template <class Id>
wire::Named named(const Directory& directory, const Id& id) {
  if (const auto found = directory.named(id)) return *found;
  return wire::Named{id.value, base::Text::same(id.value)};
}

wire::EngagementChange message_of(const Directory& directory,
                                  const planning::EngagementChange& change) {
  wire::EngagementChange out;
  if (change.kind == planning::EngagementKind::Activity)
    out.activity = named(directory, change.activity);
  else
    out.with = named(directory, change.with);
  out.before = message_of(change.before);
  out.after = message_of(change.after);
  return out;
}

wire::PersonChange message_of(const Directory& directory, const planning::PersonChange& person) {
  wire::PersonChange out{named(directory, person.person), {}};
  for (const auto& change : person.changes) out.changes.push_back(message_of(directory, change));
  return out;
}

wire::ChangeProposal message_of(const Directory& directory,
                                const actions::ChangeProposal& proposal) {
  wire::ChangeProposal out;
  out.variant = word(proposal.variant);
  out.disturbed = proposal.disturbed;
  out.least_disturbed = proposal.least_disturbed;
  out.minimal = proposal.minimal;
  out.value_lost = proposal.value_lost;
  out.digest = proposal.digest;
  for (const auto& person : proposal.people) out.people.push_back(message_of(directory, person));
  for (const auto& meeting : proposal.dropped_meetings)
    out.dropped_meetings.push_back(
        {named(directory, meeting.first), named(directory, meeting.second)});
  for (const auto& activity : proposal.dropped_activities)
    out.dropped_activities.push_back(named(directory, activity));
  return out;
}

// Newcomers and rules are texts, which are read as a folder's files.

base::Checked<mission::Disruption> read_arrival(const wire::Disruption& m,
                                                const mission::Mission& mission) {
  std::map<std::string, std::string> files;
  if (m.organisations) files["organisations.toml"] = *m.organisations;
  if (m.people) files["people.toml"] = *m.people;
  if (m.wishes) files["wishes.csv"] = *m.wishes;
  auto added = exchange::read_additions(mission, files);
  if (!added) return std::unexpected(added.error());
  return mission::Arrival{std::move(added->organisations), std::move(added->people),
                          std::move(added->wishes)};
}

base::Checked<mission::Disruption> read_rule(const wire::Disruption& m,
                                             const mission::Mission& mission) {
  if (!m.rule)
    return std::unexpected(
        base::Issues{{"missing_field", "/", "", {{"field", "rule"}, {"kind", m.kind}}, {}}});
  auto added =
      exchange::read_additions(mission, {{"rules.toml", exchange::rules_text(mission, *m.rule)}});
  if (!added) return std::unexpected(added.error());
  if (added->rules.size() != 1)
    return std::unexpected(
        base::Issues{{"one_rule_at_a_time", "/rule", std::to_string(added->rules.size()), {}, {}}});
  return mission::RuleAdded{std::move(added->rules.front())};
}

using ReadAddition = base::Checked<mission::Disruption> (*)(const wire::Disruption&,
                                                            const mission::Mission&);
const std::map<std::string_view, ReadAddition> additions{{"arrival", read_arrival},
                                                         {"rule_added", read_rule}};

std::string known_kinds() {
  std::string out;
  for (const auto& [kind, read] : additions) out += (out.empty() ? "" : ", ") + std::string(kind);
  for (const auto& [kind, read] : kinds) out += (out.empty() ? "" : ", ") + std::string(kind);
  return out;
}

}  // namespace

bool adds_to_mission(const wire::Disruption& message) {
  return additions.contains(message.kind);
}

base::Checked<actions::ChangeQuestion> change_question(const wire::Disruption& message,
                                                       const mission::Mission& mission) {
  if (const auto addition = additions.find(message.kind); addition != additions.end()) {
    auto made = addition->second(message, mission);
    if (!made) return std::unexpected(made.error());
    return actions::ChangeQuestion{*std::move(made), message.now};
  }
  const auto kind = kinds.find(message.kind);
  if (kind == kinds.end())
    return std::unexpected(
        base::Issues{{"unknown_word", "/kind", message.kind, {{"known", known_kinds()}}, {}}});
  Fields fields(message);
  actions::ChangeQuestion out{kind->second(message, fields), message.now};
  if (!fields.issues.empty()) return std::unexpected(std::move(fields.issues));
  return out;
}

wire::ChangePreview change_preview(const Directory& directory,
                                   const actions::ChangePreview& preview) {
  wire::ChangePreview out;
  out.version = preview.version;
  out.now = preview.now;
  out.status = planning::word(preview.status);
  for (const auto& proposal : preview.proposals)
    out.proposals.push_back(message_of(directory, proposal));
  out.blocking_locks = lock_rows(directory, preview.blocking_locks).locks;
  out.past_blocks = preview.past_blocks;
  for (const planning::StandIn& one : preview.stand_ins)
    out.stand_ins.push_back({named(directory, one.waiting), named(directory, one.partner),
                             one.session.value, one.slot, one.mutual, one.value_gained});
  return out;
}

base::Text lock_words(const Directory& directory, const std::string& lock) {
  const auto parsed = mission::parse_lock(lock);
  if (!parsed) return base::Text::same(lock);
  base::Text out;
  for (const base::Language language : base::all_languages) {
    const auto word = [&](const auto& id) { return named(directory, id).name.best(language); };
    out.set(language, parsed->activity.empty() ? word(parsed->first) + " – " + word(parsed->second)
                      : parsed->person.empty()
                          ? word(parsed->activity)
                          : word(parsed->person) + ": " + word(parsed->activity));
  }
  return out;
}

wire::Locks lock_rows(const Directory& directory, const std::vector<std::string>& locks) {
  wire::Locks out;
  for (const std::string& lock : locks) out.locks.push_back({lock, lock_words(directory, lock)});
  return out;
}

wire::MoveEffect move_effect(const Directory& directory, const planning::DragEffect& effect) {
  wire::MoveEffect out;
  for (const auto& person : effect.people) out.people.push_back(named(directory, person));
  for (const auto& obstacle : effect.broken)
    out.in_the_way.push_back(obstacle_of(directory, obstacle));
  out.value_gained = effect.value_gained;
  return out;
}

wire::DraftPage draft_page(const Directory& directory, const actions::DraftComparison& comparison) {
  const mission::Plan& plan = comparison.draft.plan;
  wire::DraftPage out;
  out.made_at = comparison.draft.made_at;
  out.made_by = comparison.draft.made_by;
  out.score = score_of(plan.score);
  out.meetings = static_cast<int>(plan.meetings.size());
  out.attendances = static_cast<int>(plan.attendances.size());
  out.of_these_facts = comparison.of_these_facts;
  out.disturbed = comparison.disturbed;
  for (const auto& person : comparison.people) out.people.push_back(message_of(directory, person));
  return out;
}

wire::ChangeDetail change_detail(const Directory& directory,
                                 const actions::ChangeConsequences& consequences) {
  wire::ChangeDetail out{change_row(consequences.change), {}};
  for (const auto& person : consequences.people)
    out.people.push_back(message_of(directory, person));
  return out;
}

}  // namespace kontor::server
