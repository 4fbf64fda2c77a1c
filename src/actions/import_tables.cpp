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

using exchange::ImportNoun;

const SheetChoice* choice_of(const ImportOrder& order, const std::string& file,
                             const std::string& sheet) {
  for (const SheetChoice& choice : order.choices)
    if (choice.file == file && choice.sheet == sheet) return &choice;
  return nullptr;
}

exchange::RememberedHeadings headings_in_force(sql::Connection& connection,
                                               const mission::MissionId& mission,
                                               const ImportOrder& order, const SheetChoice* choice,
                                               ImportNoun noun) {
  auto out =
      store::read_headings(connection, mission, order.agency, std::string(exchange::word(noun)));
  for (const auto& [heading, field] : order.headings) out[exchange::folded(heading)] = field;
  if (choice != nullptr)
    for (const auto& [heading, field] : choice->headings) out[exchange::folded(heading)] = field;
  return out;
}

// The sheet as it is best understood, each noun with what was remembered for it.
std::optional<exchange::ImportSheet> understood(sql::Connection& connection,
                                                const mission::MissionId& mission,
                                                const ImportOrder& order,
                                                const exchange::Sheet& sheet,
                                                const std::string& file) {
  const SheetChoice* choice = choice_of(order, file, sheet.name);
  const auto headings = [&](ImportNoun noun) {
    return headings_in_force(connection, mission, order, choice, noun);
  };
  const auto said = choice != nullptr && choice->noun ? choice->noun : order.noun;
  std::optional<exchange::ImportSheet> out;
  if (said) {
    out = exchange::take_sheet(sheet, file, *said, headings(*said));
  } else {
    const auto guess = exchange::propose_sheet(sheet, file, {}, {});
    const auto noun = guess ? guess->noun : ImportNoun::Organisations;
    out = exchange::propose_sheet(sheet, file, noun, headings(noun));
  }
  if (out && choice != nullptr) out->decided = choice->decided;
  return out;
}

exchange::ImportFault fault_of_sheet(std::string code, std::string file, std::string sheet) {
  exchange::ImportFault fault;
  fault.code = std::move(code);
  fault.file = std::move(file);
  fault.sheet = std::move(sheet);
  return fault;
}

Imported propose(sql::Connection& connection, const mission::MissionId& mission,
                 const ImportOrder& order) {
  Imported out;
  for (const ImportFile& file : order.files)
    for (const exchange::Sheet& sheet : file.workbook.sheets) {
      const SheetChoice* choice = choice_of(order, file.name, sheet.name);
      if (sheet.rows.empty() || (choice != nullptr && choice->left_out)) continue;
      auto read = understood(connection, mission, order, sheet, file.name);
      if (!read) {
        out.faults.push_back(fault_of_sheet("no_heading", file.name, sheet.name));
        continue;
      }
      if (const auto missing = read->missing()) {
        out.faults.push_back(fault_of_sheet("missing_column", file.name, sheet.name));
        out.faults.back().parameters["field"] = exchange::word(*missing);
      }
      out.sheets.push_back(*std::move(read));
    }
  return out;
}

// Merges the sheets that can be read into `before`, and counts.
exchange::ImportState merge(const exchange::ImportState& before, const ImportOrder& order,
                            Imported& out) {
  std::vector<exchange::ImportSheet> sheets;
  std::ranges::copy_if(out.sheets, std::back_inserter(sheets),
                       [](const exchange::ImportSheet& sheet) { return !sheet.missing(); });
  auto merged = exchange::merge_sheets(before, sheets, order.agency);
  out.faults.insert(out.faults.end(), merged.faults.begin(), merged.faults.end());
  out.added = merged.added;
  out.changed = merged.changed;
  out.unchanged = merged.unchanged;
  out.refused = merged.refused;
  return std::move(merged.state);
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
    for (const exchange::MappedColumn& column : sheet.columns)
      if (!column.field && column.remembered) headings[exchange::folded(column.heading)] = "";
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
  const auto work = [&](sql::Connection& connection) -> Outcome<Imported> {
    const auto state = store::read_served_state(connection);
    if (!state) return std::unexpected(Conflict{"no_mission", ""});
    exchange::ImportState before{store::read_mission(connection, state->id).value(),
                                 store::read_contacts(connection, state->id)};
    if (auto issues = unknown_agency(before.mission, order.agency); !issues.empty())
      return std::unexpected(std::move(issues));
    Imported out = propose(connection, state->id, order);
    const exchange::ImportState after = merge(before, order, out);
    if (run == ImportRun::Dry) return out;
    remember(connection, state->id, order, out.sheets);
    out.written = out.added + out.changed > 0;
    if (out.written) write_import(context, connection, acting, before, after);
    return out;
  };
  return run == ImportRun::Dry ? context.store.read(work) : context.store.write(work);
}

Outcome<std::optional<LatestImport>> latest_import(Context& context,
                                                   const mission::Acting& acting) {
  if (!may(acting, Verb::LoadMission)) return std::unexpected(Denied{Verb::LoadMission});
  using Found = std::optional<LatestImport>;
  return context.store.read([&](sql::Connection& connection) -> Outcome<Found> {
    const auto state = store::read_served_state(connection);
    if (!state) return std::unexpected(Conflict{"no_mission", ""});
    const auto undo = store::find_import_undo(connection, state->id);
    if (!undo) return Found();
    const bool good = undo->hash_after == state->input_hash && undo->author == acting.name;
    return Found(LatestImport{undo->author, good});
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
