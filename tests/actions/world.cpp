#include "actions/world.h"

#include <fmt/format.h>

#include "actions/event_log.h"
#include "store/missions.h"
#include "store/plans.h"

namespace kontor::actions {

namespace {

using mission::Visibility;

base::LocalDateTime at(std::string_view text) {
  return base::parse_local(text).value();
}

mission::Organisation organisation(const std::string& id, const std::string& owner,
                                   mission::Side side) {
  mission::Organisation made{};
  made.id.value = id;
  made.name = base::Text::same("Organisation " + id);
  made.side = side;
  made.region =
      side == mission::Side::Delegation ? mission::Region::Wallonia : mission::Region::None;
  made.size = mission::CompanySize::Small;
  made.record.owner.value = owner;
  made.record.invented = true;
  made.record.note = "called on Monday";
  return made;
}

mission::Person person(const std::string& id, const std::string& organisation,
                       mission::PersonRole role) {
  mission::Person made{};
  made.id.value = id;
  made.organisation.value = organisation;
  made.given_name = "Given";
  made.family_name = "Family " + id;
  made.role = role;
  made.record.invented = true;
  return made;
}

mission::Activity activity(const std::string& id, Visibility visibility, const std::string& day) {
  mission::Activity made{};
  made.id.value = id;
  made.title = base::Text::same("Activity " + id);
  made.leg.value = "SF";
  made.timing.precision = mission::Precision::Fixed;
  made.timing.earliest = at(day);
  made.duration_minutes = 60;
  made.capacity = 10;
  made.record.visibility = visibility;
  made.record.invented = true;
  return made;
}

mission::Wish meeting_wish(const std::string& id, const std::string& who, const std::string& whom,
                           mission::WishLevel level) {
  mission::Wish made{};
  made.id.value = id;
  made.organisation.value = who;
  made.counterpart.value = whom;
  made.level = level;
  made.invented = true;
  return made;
}

mission::Wish activity_wish(const std::string& id, const std::string& who,
                            const std::string& what) {
  mission::Wish made{};
  made.id.value = id;
  made.person.value = who;
  made.activity.value = what;
  made.invented = true;
  return made;
}

void add_places(mission::Mission& mission) {
  mission::Leg leg{};
  leg.id.value = "SF";
  leg.city = base::Text::same("San Francisco");
  leg.zone = "America/Los_Angeles";
  leg.first_day = mission.first_day;
  leg.last_day = mission.last_day;
  mission.legs.push_back(leg);
  mission::Venue venue{};
  venue.id.value = "V1";
  venue.leg.value = "SF";
  venue.name = base::Text::same("Hotel");
  venue.rooms.push_back({{"R1"}, base::Text::same("Ballroom"), 100, 4});
  mission.venues.push_back(venue);
  mission::Session session{};
  session.id.value = "S1";
  session.room.value = "R1";
  session.name = base::Text::same("Meetings");
  session.starts_at = at("2025-10-06T09:00");
  session.slots = 6;
  session.tables = 4;
  mission.sessions.push_back(session);
}

void add_delegation(mission::Mission& mission) {
  using mission::PersonRole;
  using mission::Side;
  mission.organisations = {
      organisation("AW", "", Side::Neither),      organisation("FI", "", Side::Neither),
      organisation("O1", "AW", Side::Delegation), organisation("O2", "AW", Side::Delegation),
      organisation("O3", "FI", Side::Delegation), organisation("C1", "", Side::Counterpart),
      organisation("C2", "", Side::Counterpart)};
  mission.people = {
      person("P1", "O1", PersonRole::Delegate),    person("P2", "O2", PersonRole::Delegate),
      person("P3", "O3", PersonRole::Delegate),    person("P4", "O1", PersonRole::Delegate),
      person("Q1", "C1", PersonRole::Counterpart), person("Q2", "C2", PersonRole::Counterpart),
      person("PR", "", PersonRole::Principal)};
  mission::Office office{};
  office.id.value = "head-of-mission";
  office.title = base::Text::same("Head of mission");
  office.holder.value = "PR";
  office.precedence = 1;
  mission.offices.push_back(office);
}

void add_results(mission::Mission& mission) {
  mission::Agreement open{};
  open.id.value = "G1";
  open.title = base::Text::same("A known agreement");
  open.home_parties = {"O1"};
  open.foreign_parties = {"A party as printed"};
  mission.agreements.push_back(open);
}

}  // namespace

mission::Mission small_mission() {
  mission::Mission mission{};
  mission.id.value = "small";
  mission.name = base::Text::same("A small mission");
  mission.short_name = base::Text::same("Small");
  mission.first_day = base::parse_date("2025-10-05").value();
  mission.last_day = base::parse_date("2025-10-10").value();
  mission.travel_first_day = mission.first_day;
  mission.travel_last_day = mission.last_day;
  mission.home_zone = "Europe/Brussels";
  add_places(mission);
  add_delegation(mission);
  add_results(mission);
  mission.activities = {activity("A1", Visibility::Public, "2025-10-07T09:00"),
                        activity("A2", Visibility::Public, "2025-10-07T09:00"),
                        activity("A9", Visibility::Protocol, "2025-10-08T09:00")};
  mission.activities[0].host.value = "C2";
  using enum mission::WishLevel;
  mission.wishes = {meeting_wish("W1", "O1", "C1", Must), meeting_wish("W2", "O2", "C2", Want),
                    meeting_wish("W3", "O2", "C1", Must), meeting_wish("W4", "C1", "O2", Never),
                    activity_wish("W5", "P1", "A1"),      activity_wish("W6", "P2", "A2"),
                    activity_wish("W7", "P3", "A1")};
  return mission;
}

store::StoredPlan small_plan() {
  store::StoredPlan stored;
  mission::Plan& plan = stored.plan;
  plan.mission.value = "small";
  plan.version = 1;
  plan.input_hash = "hash";
  plan.certificate = "a certificate";
  plan.activities = {{{"A1"}, {}, at("2025-10-07T09:00"), 60},
                     {{"A2"}, {}, at("2025-10-07T09:00"), 60},
                     {{"A9"}, {}, at("2025-10-08T09:00"), 60}};
  plan.attendances = {{{"A1"}, {"P1"}, {"W5"}},
                      {{"A1"}, {"P3"}, {"W7"}},
                      {{"A1"}, {"PR"}, {}},
                      {{"A2"}, {"P2"}, {"W6"}},
                      {{"A9"}, {"P2"}, {}}};
  plan.meetings = {{{"S1"}, 0, 1, {"O1"}, {"C1"}, {"P1"}, {"Q1"}, {{"W1"}}},
                   {{"S1"}, 0, 2, {"O2"}, {"C2"}, {"P2"}, {"Q2"}, {{"W2"}}}};
  plan.waiting = {{{"A2"}, {"P3"}, 1}};
  plan.unplaced = {{{"W3"}, mission::Cause::ForbiddenByNever, {"C1"}}};
  stored.made_at = base::parse_instant("2025-09-01T07:00:00Z").value();
  stored.made_by = "An author";
  stored.verification = store::Verification{true, stored.made_at, {}};
  return stored;
}

const std::map<std::string, mission::Acting>& readers() {
  using mission::Role;
  static const std::map<std::string, mission::Acting> all{
      {"public", {}},
      {"P1", {Role::Delegate, {}, {"O1"}, {"P1"}, "Delegate P1"}},
      {"Q1", {Role::Host, {}, {"C1"}, {"Q1"}, "Host Q1"}},
      {"AW", {Role::Adviser, {"AW"}, {}, {}, "Adviser AW"}},
      {"FI", {Role::Adviser, {"FI"}, {}, {}, "Adviser FI"}},
      {"press", {Role::Press, {}, {}, {}, "Press"}},
      {"protocol", {Role::Protocol, {}, {}, {}, "Protocol"}},
      {"coordinator", {Role::Coordinator, {}, {}, {}, "Coordinator"}},
      {"director", {Role::Director, {}, {}, {}, "Director"}}};
  return all;
}

const mission::Acting& reader(const std::string& name) {
  return readers().at(name);
}

World::World() : context{store, [this] { return now; }, log, views, &events, &key} {
  subscription_ = events.subscribe(reader("coordinator"), [this](const Event& event) {
    if (const auto* published = std::get_if<Published>(&event))
      heard.push_back(fmt::format("published {}", published->version));
    else
      heard.push_back(fmt::format("plan {}", word(std::get<PlanProgress>(event).state)));
  });
}

void World::put(const mission::Mission& mission, const std::string& input_hash) {
  store.write([&](sql::Connection& connection) {
    store::write_mission(connection, mission, input_hash);
    store::serve_mission(connection, mission.id);
  });
}

void World::put(const store::StoredPlan& plan) {
  store.write([&](sql::Connection& connection) {
    store::write_plan(connection, plan);
    store::count_revision(connection, plan.plan.mission);
  });
}

void World::happen(const Event& event) {
  store.write([&](sql::Connection& connection) { log_event(context, connection, event); });
  deliver_events(context);
}

}  // namespace kontor::actions
