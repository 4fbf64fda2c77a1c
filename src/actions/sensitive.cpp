#include "actions/sensitive.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "actions/change_log.h"
#include "actions/sealing.h"
#include "actions/whole.h"
#include "base/check.h"
#include "store/missions.h"
#include "store/store.h"

namespace kontor::actions {

namespace {

constexpr std::array<std::string_view, 8> fields{
    "passport_number", "passport_expires_on", "birth_date", "birth_place", "nationality", "diet",
    "health",          "emergency_contact"};
constexpr std::size_t value_bytes = 2000;
constexpr int records_shown = 500;

// Sealed to its place: what is moved to another person or field does not open.
std::string place_of(const mission::MissionId& mission, const mission::PersonId& person,
                     const std::string& field) {
  return fmt::format("{}\n{}\n{}", mission.value, person.value, field);
}

// The mission, if `acting` may keep the fields of `person`.
Outcome<mission::MissionId> allowed(Context& context, const mission::Acting& acting,
                                    const mission::PersonId& id) {
  if (reach(acting.role, Verb::KeepSensitive) == Reach::None)
    return std::unexpected(Denied{Verb::KeepSensitive});
  const auto whole = newest_whole(context);
  if (!whole) return std::unexpected(Conflict{"no_mission", ""});
  const bool own = !id.empty() && acting.person == id;
  const bool known = std::ranges::find(whole->mission.people, id, &mission::Person::id) !=
                     whole->mission.people.end();
  if (!known || !may(acting, Verb::KeepSensitive, own ? Ownership::Own : Ownership::Foreign))
    return std::unexpected(Missing{"person", id.value});
  return whole->state.id;
}

base::Issues faults_of(const SensitiveValue& value, base::LocalDate today) {
  base::Issues issues;
  if (std::ranges::find(fields, value.field) == fields.end()) {
    std::string known;
    for (const std::string_view field : fields)
      known += (known.empty() ? "" : ", ") + std::string(field);
    issues.push_back({"unknown_word", "/field", value.field, {{"known", known}, {"hint", ""}}, {}});
  }
  if (value.value.empty() || value.value.size() > value_bytes)
    issues.push_back({"out_of_range", "/value", "", {{"expected", "1 to 2000 bytes"}}, {}});
  if (value.purpose.empty() || value.purpose.size() > value_bytes)
    issues.push_back({"missing_field", "/", "", {{"field", "purpose"}}, {}});
  if (value.purge_on <= today)
    issues.push_back({"out_of_range",
                      "/purge_on",
                      base::format(value.purge_on),
                      {{"expected", "a day to come"}},
                      {}});
  return issues;
}

base::LocalDate day_of(base::Instant instant) {
  return base::LocalDate(std::chrono::floor<std::chrono::days>(instant));
}

}  // namespace

std::vector<std::string_view> sensitive_fields() {
  return {fields.begin(), fields.end()};
}

Outcome<void> may_keep_sensitive(Context& context, const mission::Acting& acting,
                                 const mission::PersonId& person) {
  const auto mission = allowed(context, acting, person);
  if (!mission) return std::unexpected(mission.error());
  return {};
}

Outcome<void> keep_sensitive(Context& context, const mission::Acting& acting,
                             const mission::PersonId& person, const SensitiveValue& value) {
  const auto mission = allowed(context, acting, person);
  if (!mission) return std::unexpected(mission.error());
  const base::Issues issues = faults_of(value, day_of(context.now()));
  if (!issues.empty()) return std::unexpected(issues);
  return context.store.write([&](sql::Connection& connection) -> Outcome<void> {
    if (!hold_key(context, connection)) return std::unexpected(key_lost());
    const std::string sealed =
        context.sealing_key->seal(value.value, place_of(*mission, person, value.field));
    store::write_sensitive(
        connection, *mission,
        {person, value.field, sealed, value.purpose, value.purge_on, context.now()});
    log_change(context, connection, *mission, acting, Verb::KeepSensitive, "person/" + person.value,
               "kept " + value.field);
    return {};
  });
}

Outcome<std::vector<SensitiveValue>> read_sensitive(Context& context, const mission::Acting& acting,
                                                    const mission::PersonId& person) {
  const auto mission = allowed(context, acting, person);
  if (!mission) return std::unexpected(mission.error());
  return context.store.write(
      [&](sql::Connection& connection) -> Outcome<std::vector<SensitiveValue>> {
        std::vector<SensitiveValue> values;
        std::string names;
        for (const store::SensitiveField& one :
             store::read_sensitive(connection, *mission, person)) {
          if (!fits(context, connection)) return std::unexpected(key_lost());
          auto value = context.sealing_key->open(one.sealed, place_of(*mission, person, one.field));
          if (!value) return std::unexpected(key_lost());
          values.push_back({one.field, *std::move(value), one.purpose, one.purge_on});
          names += " " + one.field;
        }
        if (!values.empty())
          log_change(context, connection, *mission, acting, Verb::KeepSensitive,
                     "person/" + person.value, "read" + names);
        return values;
      });
}

Outcome<void> erase_sensitive(Context& context, const mission::Acting& acting,
                              const mission::PersonId& person, const std::string& field) {
  const auto mission = allowed(context, acting, person);
  if (!mission) return std::unexpected(mission.error());
  return context.store.write([&](sql::Connection& connection) -> Outcome<void> {
    const auto kept = store::read_sensitive(connection, *mission, person);
    const auto found = std::ranges::find(kept, field, &store::SensitiveField::field);
    if (found == kept.end()) return std::unexpected(Missing{"field", field});
    store::purge_sensitive(connection, *mission, *found, context.now(), "erased");
    log_change(context, connection, *mission, acting, Verb::KeepSensitive, "person/" + person.value,
               "erased " + field);
    return {};
  });
}

std::vector<store::SensitiveField> purge_due(Context& context) {
  const base::LocalDate today = day_of(context.now());
  const auto due = [&](sql::Connection& connection) -> std::vector<store::SensitiveField> {
    const auto state = store::read_served_state(connection);
    if (!state) return {};
    return store::due_sensitive(connection, state->id, today);
  };
  if (context.store.read(due).empty()) return {};
  return context.store.write([&](sql::Connection& connection) {
    const auto state = store::read_served_state(connection);
    const auto found = due(connection);
    for (const store::SensitiveField& one : found)
      store::purge_sensitive(connection, state->id, one, context.now(), "due");
    return found;
  });
}

Outcome<std::vector<store::PurgeRecord>> read_purges(Context& context,
                                                     const mission::Acting& acting) {
  if (!may(acting, Verb::Purge)) return std::unexpected(Denied{Verb::Purge});
  return context.store.read(
      [&](sql::Connection& connection) -> Outcome<std::vector<store::PurgeRecord>> {
        const auto state = store::read_served_state(connection);
        if (!state) return std::unexpected(Conflict{"no_mission", ""});
        return store::read_purge_records(connection, state->id, records_shown);
      });
}

bool key_fits(Context& context) {
  return context.store.read([&](sql::Connection& connection) {
    return store::read_key_fingerprint(connection).empty() || fits(context, connection);
  });
}

}  // namespace kontor::actions
