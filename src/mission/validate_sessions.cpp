#include <algorithm>

#include "mission/validate_parts.h"

namespace kontor::mission {

namespace {

bool has_span(const Session& session) {
  return session.starts_at.date.ok() && session.slots > 0 && session.slot_minutes > 0 &&
         session.slots <= minutes_of_day && session.slot_minutes <= minutes_of_day;
}

base::LocalDateTime end_of(const Session& session) {
  return base::plus_minutes(session.starts_at, session.slots * session.slot_minutes);
}

void check_span(const Index& index, const std::string& path, const Session& session,
                Faults& faults) {
  faults.at_least(path + "/slots", session.slots, 1);
  faults.at_least(path + "/slot_minutes", session.slot_minutes, 1);
  if (!session.starts_at.date.ok()) return faults.missing(path, "starts_at");
  if (session.slots > minutes_of_day || session.slot_minutes > minutes_of_day ||
      session.starts_at.minute_of_day + session.slots * session.slot_minutes > minutes_of_day)
    faults.add("out_of_range", path + "/slots", fmt::format("{}", session.slots),
               {{"expected", "so few that the session ends on the day it starts"}});
  const RoomPlace* place = index.room(session.room);
  const Leg* leg = place ? index.leg(place->leg) : nullptr;
  if (!leg || !leg->first_day.ok() || !leg->last_day.ok()) return;
  faults.order(path + "/starts_at", leg->first_day, session.starts_at.date);
  faults.order(path + "/starts_at", session.starts_at.date, leg->last_day);
}

void check_tables(const Index& index, const std::string& path, const Session& session,
                  Faults& faults) {
  faults.at_least(path + "/tables", session.tables, 1);
  const RoomPlace* place = index.room(session.room);
  if (place && session.tables > place->room->tables)
    faults.add("out_of_range", path + "/tables", fmt::format("{}", session.tables),
               {{"expected", fmt::format("at most {}, the tables of room {}", place->room->tables,
                                         session.room.value)}});
}

// Two sessions in one room at one time.
void check_overlaps(const Mission& mission, Faults& faults) {
  std::vector<const Session*> sessions;
  for (const Session& session : mission.sessions)
    if (has_span(session)) sessions.push_back(&session);
  const auto order = [](const Session* s) { return std::tie(s->room, s->starts_at); };
  std::ranges::stable_sort(sessions, {}, order);
  for (std::size_t i = 1; i < sessions.size(); ++i) {
    const Session& before = *sessions[i - 1];
    const Session& after = *sessions[i];
    if (before.room == after.room && after.starts_at < end_of(before))
      faults.add("overlap", "session/" + after.id.value + "/starts_at",
                 base::format(after.starts_at), {{"other", before.id.value}});
  }
}

}  // namespace

void validate_sessions(const Index& index, Faults& faults) {
  for (const Session& session : index.mission.sessions) {
    const std::string path = "session/" + session.id.value;
    faults.wording(path + "/name", session.name);
    if (session.room.empty()) faults.missing(path, "room");
    faults.reference(path + "/room", session.room, index.rooms);
    check_span(index, path, session, faults);
    check_tables(index, path, session, faults);
    faults.record(path, session.record, index);
  }
  check_overlaps(index.mission, faults);
}

}  // namespace kontor::mission
