#include <fmt/format.h>

#include "actions/import_tables.h"
#include "actions/read_view.h"
#include "base/hmac.h"
#include "server/answers.h"
#include "server/application.h"
#include "server/problems.h"
#include "server/words.h"

// Tables of agencies into the mission.

namespace kontor::server {

namespace {

constexpr std::size_t most_faults = 1000;
constexpr std::size_t most_examples = 3;

using exchange::ImportSheet;

base::Issue unknown_word(const std::string& path, const std::string& value, std::string known) {
  return {"unknown_word", path, value, {{"known", std::move(known)}, {"hint", ""}}, {}};
}

std::string known_nouns() {
  std::string out;
  for (const auto noun : exchange::all_import_nouns)
    out += (out.empty() ? "" : ", ") + std::string(exchange::word(noun));
  return out;
}

std::string known_fields(exchange::ImportNoun noun) {
  std::string out;
  for (const auto field : exchange::fields_of(noun))
    out += (out.empty() ? "" : ", ") + std::string(exchange::word(field));
  return out;
}

actions::SheetChoice choice_of(const wire::ImportChoice& message, const std::string& path,
                               base::Issues& issues) {
  actions::SheetChoice out{message.file, message.sheet, message.left_out, {}, {}, {}};
  if (message.noun) {
    out.noun = exchange::import_noun_of(*message.noun);
    if (!out.noun) issues.push_back(unknown_word(path + "/noun", *message.noun, known_nouns()));
  }
  for (std::size_t n = 0; n < message.headings.size(); ++n) {
    const auto& [heading, field] = message.headings[n];
    if (!field.empty() && !exchange::import_field_of(field))
      issues.push_back(
          unknown_word(fmt::format("{}/headings/{}/field", path, n), field,
                       known_fields(out.noun.value_or(exchange::ImportNoun::Organisations))));
    out.headings[heading] = field;
  }
  for (const auto& [row, same_as] : message.decisions)
    if (row > 0) out.decided[static_cast<std::size_t>(row)] = same_as;
  return out;
}

base::Checked<actions::ImportOrder> order_of(const wire::ImportRequest& message) {
  actions::ImportOrder order;
  base::Issues issues;
  order.agency.value = message.agency.value_or("");
  for (const auto& file : message.files) {
    auto workbook = exchange::read_workbook(base::unbase64(file.content), file.name);
    if (workbook)
      order.files.push_back({file.name, *std::move(workbook)});
    else
      issues.insert(issues.end(), workbook.error().begin(), workbook.error().end());
  }
  for (std::size_t n = 0; n < message.choices.size(); ++n)
    order.choices.push_back(choice_of(message.choices[n], fmt::format("/choices/{}", n), issues));
  if (!issues.empty()) return std::unexpected(std::move(issues));
  return order;
}

wire::ImportTable table_of(const ImportSheet& sheet) {
  const auto& rows = sheet.sheet->rows;
  wire::ImportTable out{sheet.file,
                        sheet.name,
                        std::string(exchange::word(sheet.noun)),
                        static_cast<int>(sheet.heading_row) + 1,
                        static_cast<int>(rows.size() - sheet.heading_row) - 1,
                        {}};
  for (const auto& mapped : sheet.columns) {
    wire::ImportColumn column{
        static_cast<int>(mapped.column) + 1, mapped.heading, {}, {}, mapped.remembered};
    if (mapped.field) column.field = exchange::word(*mapped.field);
    for (std::size_t row = sheet.heading_row + 1;
         row < rows.size() && column.examples.size() < most_examples; ++row)
      if (const auto text = sheet.sheet->cell(row, mapped.column); !text.empty())
        column.examples.emplace_back(text);
    out.columns.push_back(std::move(column));
  }
  return out;
}

wire::ImportFault row_of_fault(const exchange::ImportFault& fault, base::Language language) {
  wire::ImportFault out;
  out.code = fault.code;
  out.file = fault.file;
  out.sheet = fault.sheet;
  out.row = static_cast<int>(fault.row);
  if (fault.row > 0) out.cell = exchange::cell_name(fault);
  out.heading = fault.heading;
  out.value = fault.value;
  out.sentence = exchange::import_sentence(fault, language, sentence);
  if (fault.code == "probable_duplicate")
    out.candidate =
        wire::Named{fault.parameters.at("key"), base::Text::same(fault.parameters.at("name"))};
  return out;
}

wire::ImportAnswer answer_of(const actions::Imported& imported, base::Language language) {
  wire::ImportAnswer out;
  for (const ImportSheet& sheet : imported.sheets) out.tables.push_back(table_of(sheet));
  for (const auto& fault : imported.faults)
    if (out.faults.size() < most_faults) out.faults.push_back(row_of_fault(fault, language));
  out.faults_in_all = static_cast<int>(imported.faults.size());
  out.added = static_cast<int>(imported.added);
  out.changed = static_cast<int>(imported.changed);
  out.unchanged = static_cast<int>(imported.unchanged);
  out.refused = static_cast<int>(imported.refused);
  out.written = imported.written;
  if (imported.refused > 0)
    out.corrections = base::base64(
        exchange::write_fault_workbook(imported.sheets, imported.faults, language, sentence));
  return out;
}

wire::Imports imports_of(const mission::Mission& mission,
                         const std::optional<actions::LatestImport>& latest) {
  wire::Imports out;
  for (const auto noun : exchange::all_import_nouns) {
    wire::ImportFields& fields = out.nouns.emplace_back();
    fields.noun = exchange::word(noun);
    for (const auto field : exchange::fields_of(noun))
      fields.fields.emplace_back(exchange::word(field));
  }
  for (const auto& organisation : mission.organisations)
    if (organisation.kind == mission::OrganisationKind::Agency)
      out.agencies.push_back({organisation.id.value, organisation.name});
  if (latest) out.latest_by = latest->author;
  out.can_undo = latest && latest->good;
  return out;
}

}  // namespace

Application::Handlers Application::import_handlers() {
  return {{"imports", &Application::imports},
          {"try_import", &Application::try_import},
          {"apply_import", &Application::apply_import},
          {"undo_import", &Application::undo_import}};
}

Response Application::imports(const Request& request, const Reader& reader) {
  const auto latest = actions::latest_import(context_, reader.acting);
  if (!latest) return refused(request, reader, latest.error());
  const auto view = actions::read_view(context_, reader.acting);
  if (!view) return refused(request, reader, view.error());
  return respond(request, page_of(wire::to_json(imports_of(*(*view)->mission, *latest))),
                 "application/json");
}

Response Application::run_import(const Request& request, const Reader& reader,
                                 actions::ImportRun run) {
  if (!actions::may(reader.acting, actions::Verb::LoadMission))
    return refused(request, reader, actions::Denied{actions::Verb::LoadMission});
  if (auto refusal = refused_unless_json(request)) return *refusal;
  const auto message = wire::read_import_request(request.body);
  if (!message) return refused(request, reader, message.error());
  const auto order = order_of(*message);
  if (!order) return refused(request, reader, order.error());
  const auto imported = actions::import_tables(context_, reader.acting, *order, run);
  if (!imported) return refused(request, reader, imported.error());
  return answered(answer_of(*imported, preferred_language(request.header("accept-language"))));
}

Response Application::try_import(const Request& request, const Reader& reader) {
  return run_import(request, reader, actions::ImportRun::Dry);
}

Response Application::apply_import(const Request& request, const Reader& reader) {
  return run_import(request, reader, actions::ImportRun::Apply);
}

Response Application::undo_import(const Request& request, const Reader& reader) {
  const auto undone = actions::undo_import(context_, reader.acting);
  if (!undone) return refused(request, reader, undone.error());
  const auto latest = actions::latest_import(context_, reader.acting);
  if (!latest) return refused(request, reader, latest.error());
  const auto view = actions::read_view(context_, reader.acting);
  if (!view) return refused(request, reader, view.error());
  return answered(imports_of(*(*view)->mission, *latest));
}

}  // namespace kontor::server
