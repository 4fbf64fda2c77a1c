#include "store/missions.h"

#include <map>

#include "base/check.h"
#include "store/digest.h"
#include "store/lists.h"
#include "store/rows.h"
#include "store/schema.h"

namespace kontor::store {

namespace {

std::int64_t write_head(sql::Connection& connection, const mission::Mission& mission,
                        const std::string& input_hash) {
  const std::vector<std::string> names = column_names<mission::Mission>();
  std::vector<std::string> updates;
  for (const std::string& name : names) updates.push_back(fmt::format("{0} = excluded.{0}", name));
  sql::Query query = connection.query(fmt::format(
      "INSERT INTO mission ({}, input_hash, content_hash, revision) VALUES ({}, 1) "
      "ON CONFLICT (id) DO UPDATE SET {}, input_hash = excluded.input_hash, "
      "content_hash = excluded.content_hash, revision = mission.revision + 1 RETURNING revision",
      fmt::join(names, ", "), parameters(names.size() + 2), fmt::join(updates, ", ")));
  Binder binder(query);
  Writer writer(binder);
  columns(writer, mission);
  query.bind(input_hash);
  query.bind(seal(digest(mission)));
  CHECK(query.step());
  return query.integer(0);
}

void write_rooms(sql::Connection& connection, const mission::Mission& mission) {
  std::vector<StoredRoom> rooms;
  for (const mission::Venue& venue : mission.venues)
    for (const mission::Room& room : venue.rooms) rooms.push_back({venue.id, room});
  connection.run("DELETE FROM room WHERE mission = $1", mission.id.value);
  write_rows(connection, "room", {mission.id.value, {}}, rooms);
}

void read_rooms(sql::Connection& connection, mission::Mission& mission) {
  std::map<mission::VenueId, mission::Venue*> venues;
  for (mission::Venue& venue : mission.venues) venues[venue.id] = &venue;
  for (StoredRoom& stored : read_rows<StoredRoom>(connection, "room", {mission.id.value, {}})) {
    const auto venue = venues.find(stored.venue);
    if (venue == venues.end())
      throw sql::Error(sql::Fault::Corrupt, "room.venue names a venue that is not there");
    venue->second->rooms.push_back(std::move(stored.room));
  }
}

}  // namespace

std::int64_t write_mission(sql::Connection& connection, const mission::Mission& mission,
                           const std::string& input_hash) {
  const std::int64_t revision = write_head(connection, mission, input_hash);
  lists(
      [&](std::string_view table, const auto& nouns) {
        connection.run(fmt::format("DELETE FROM {} WHERE mission = $1", table), mission.id.value);
        write_rows(connection, table, {mission.id.value, {}}, nouns);
      },
      mission);
  write_rooms(connection, mission);
  return revision;
}

std::optional<mission::Mission> read_mission(sql::Connection& connection,
                                             const mission::MissionId& id) {
  const std::vector<std::string> names = column_names<mission::Mission>();
  sql::Query query = connection.query(
      fmt::format("SELECT {}, content_hash FROM mission WHERE id = $1", fmt::join(names, ", ")),
      id.value);
  if (!query.step()) return std::nullopt;
  mission::Mission mission{};
  Reader reader(query, "mission");
  columns(reader, mission);
  lists(
      [&]<class Noun>(std::string_view table, std::vector<Noun>& nouns) {
        nouns = read_rows<Noun>(connection, table, {id.value, {}});
      },
      mission);
  read_rooms(connection, mission);
  if (is_broken(query.text(static_cast<int>(names.size())), digest(mission)))
    throw sql::Error(sql::Fault::Corrupt, "the stored mission is not what was written");
  return mission;
}

void serve_mission(sql::Connection& connection, const mission::MissionId& id) {
  connection.run(
      "INSERT INTO served (one, mission) VALUES (1, $1) "
      "ON CONFLICT (one) DO UPDATE SET mission = excluded.mission",
      id.value);
}

std::optional<MissionState> read_served_state(sql::Connection& connection) {
  sql::Query query = connection.query(
      "SELECT mission.id, mission.input_hash, mission.revision, draft.input_hash, "
      "published.version, published.input_hash FROM served "
      "JOIN mission ON mission.id = served.mission "
      "LEFT JOIN plan AS draft ON draft.mission = mission.id AND draft.version = 0 "
      "LEFT JOIN plan AS published ON published.mission = mission.id AND published.version > 0 "
      "ORDER BY published.version DESC LIMIT 1");
  if (!query.step()) return std::nullopt;
  MissionState state;
  state.id.value = query.text(0);
  state.input_hash = query.text(1);
  state.revision = query.integer(2);
  state.has_draft = !query.is_null(3);
  state.draft_input_hash = query.text(3);
  state.published_version = static_cast<int>(query.integer(4));
  state.published_input_hash = query.text(5);
  return state;
}

void count_revision(sql::Connection& connection, const mission::MissionId& id) {
  connection.run("UPDATE mission SET revision = revision + 1 WHERE id = $1", id.value);
}

}  // namespace kontor::store
