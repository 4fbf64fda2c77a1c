#include "actions/import_tables.h"

#include <algorithm>

#include "actions/change_log.h"
#include "base/check.h"
#include "base/hash.h"
#include "exchange/folder_read.h"
#include "exchange/folder_write.h"
#include "store/imports.h"
#include "store/missions.h"
#include "store/store.h"

namespace kontor::actions {

namespace {

exchange::RememberedHeadings headings_in_force(sql::Connection& connection,
                                               const mission::MissionId& mission,
                                               const ImportOrder& order,
                                               exchange::ImportNoun noun) {
  auto out =
      store::read_headings(connection, mission, order.agency, std::string(exchange::word(noun)));
  for (const auto& [heading, field] : order.headings) out[exchange::folded(heading)] = field;
  return out;
}

// The sheet as it is best understood, each noun with what was remembered for it.
std::optional<exchange::ImportSheet> understood(sql::Connection& connection,
                                                const mission::MissionId& mission,
                                                const ImportOrder& order,
                                                const exchange::Sheet& sheet,
                                                const std::string& file) {
  if (order.noun)
    return exchange::propose_sheet(sheet, file, order.noun,
                                   headings_in_force(connection, mission, order, *order.noun));
  const auto guess = exchange::propose_sheet(sheet, file, {}, {});
  const auto noun = guess ? guess->noun : exchange::ImportNoun::Organisations;
  return exchange::propose_sheet(sheet, file, noun,
                                 headings_in_force(connection, mission, order, noun));
}

Imported propose(sql::Connection& connection, const mission::MissionId& mission,
                 const ImportOrder& order) {
  Imported out;
  for (const ImportFile& file : order.files)
    for (const exchange::Sheet& sheet : file.workbook.sheets) {
      if (sheet.rows.empty()) continue;
      if (auto read = understood(connection, mission, order, sheet, file.name)) {
        out.sheets.push_back(*std::move(read));
        continue;
      }
      exchange::ImportFault& fault = out.faults.emplace_back();
      fault.code = "no_heading";
      fault.file = file.name;
      fault.sheet = sheet.name;
    }
  return out;
}

base::Issues unknown_agency(const mission::Mission& mission,
                            const mission::OrganisationId& agency) {
  if (agency.value.empty() ||
      std::ranges::find(mission.organisations, agency, &mission::Organisation::id) !=
          mission.organisations.end())
    return {};
  return {
      {"unknown_reference", "agency", agency.value, {{"noun", "organisation"}, {"hint", ""}}, {}}};
}

void remember(sql::Connection& connection, const mission::MissionId& mission,
              const ImportOrder& order, const std::vector<exchange::ImportSheet>& sheets) {
  if (order.agency.value.empty()) return;
  for (const exchange::ImportSheet& sheet : sheets) {
    store::Headings headings;
    for (const exchange::MappedColumn& column : sheet.columns)
      if (column.field && *column.field != exchange::ImportField::Reason)
        headings[exchange::folded(column.heading)] = exchange::word(*column.field);
    for (const auto& [heading, field] : order.headings)
      if (field.empty()) headings[exchange::folded(heading)] = "";
    store::write_headings(connection, mission, order.agency,
                          std::string(exchange::word(sheet.noun)), headings);
  }
}

void write_import(Context& context, sql::Connection& connection, const mission::Acting& acting,
                  const exchange::ImportState& before, const exchange::ImportState& after) {
  const auto& id = before.mission.id;
  store::ImportUndo undo;
  undo.author = acting.name;
  undo.text = exchange::canonical_text(before.mission);
  undo.hash_before = base::sha256(undo.text);
  undo.hash_after = base::sha256(exchange::canonical_text(after.mission));
  undo.contacts = before.contacts;
  if (undo.hash_after != undo.hash_before)
    store::write_mission(connection, after.mission, undo.hash_after);
  store::write_contacts(connection, id, before.contacts, after.contacts);
  store::write_import_undo(connection, id, undo);
  log_change(context, connection, id, acting, Verb::LoadMission, "mission/" + id.value,
             "imported tables, input " + undo.hash_after.substr(0, 8));
}

}  // namespace

Outcome<Imported> import_tables(Context& context, const mission::Acting& acting,
                                const ImportOrder& order, ImportRun run) {
  if (!may(acting, Verb::LoadMission)) return std::unexpected(Denied{Verb::LoadMission});
  return context.store.write([&](sql::Connection& connection) -> Outcome<Imported> {
    const auto state = store::read_served_state(connection);
    if (!state) return std::unexpected(Conflict{"no_mission", ""});
    exchange::ImportState before{store::read_mission(connection, state->id).value(),
                                 store::read_contacts(connection, state->id)};
    if (auto issues = unknown_agency(before.mission, order.agency); !issues.empty())
      return std::unexpected(std::move(issues));
    Imported out = propose(connection, state->id, order);
    auto merged = exchange::merge_sheets(before, out.sheets, order.agency);
    out.faults.insert(out.faults.end(), merged.faults.begin(), merged.faults.end());
    out.added = merged.added;
    out.changed = merged.changed;
    out.unchanged = merged.unchanged;
    out.refused = merged.refused;
    if (run == ImportRun::Dry) return out;
    remember(connection, state->id, order, out.sheets);
    out.written = merged.added + merged.changed > 0;
    if (out.written) write_import(context, connection, acting, before, merged.state);
    return out;
  });
}

Outcome<void> undo_import(Context& context, const mission::Acting& acting) {
  if (!may(acting, Verb::LoadMission)) return std::unexpected(Denied{Verb::LoadMission});
  return context.store.write([&](sql::Connection& connection) -> Outcome<void> {
    const auto state = store::read_served_state(connection);
    if (!state) return std::unexpected(Conflict{"no_mission", ""});
    const auto undo = store::find_import_undo(connection, state->id);
    if (!undo || undo->hash_after != state->input_hash)
      return std::unexpected(Conflict{"nothing_to_undo", "the mission has changed since"});
    if (undo->author != acting.name)
      return std::unexpected(Conflict{"not_your_change", undo->author});
    const auto mission = exchange::read_canonical(undo->text);
    CHECK(mission.has_value());
    if (undo->hash_before != undo->hash_after)
      store::write_mission(connection, *mission, undo->hash_before);
    store::write_contacts(connection, state->id, store::read_contacts(connection, state->id),
                          undo->contacts);
    store::delete_import_undo(connection, undo->number);
    log_change(context, connection, state->id, acting, Verb::LoadMission,
               "mission/" + state->id.value,
               "took an import back, input " + undo->hash_before.substr(0, 8));
    return {};
  });
}

}  // namespace kontor::actions
