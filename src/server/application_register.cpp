#include <algorithm>

#include "actions/agreements.h"
#include "server/answers.h"
#include "server/application.h"
#include "server/pages.h"

// The register of agreements.

namespace kontor::server {

namespace {

// Signatories are keys of people where they are registered, else as printed.
std::vector<std::string> signatory_names(const Directory& directory,
                                         const std::vector<std::string>& signatories) {
  std::vector<std::string> names;
  for (const auto& one : signatories) {
    const auto named = directory.named(mission::PersonId{one});
    names.push_back(named ? named->name.best(base::Language::En) : one);
  }
  return names;
}

std::vector<wire::Named> offices_named(const Directory& directory,
                                       const std::vector<mission::OfficeId>& offices) {
  std::vector<wire::Named> named;
  for (const auto& id : offices)
    if (const auto* office = directory.office(id)) named.push_back({id.value, office->title});
  return named;
}

// The offices whose holders the plan has at the ceremony, in their order of precedence.
std::vector<wire::Named> present(const Directory& directory, const mission::ActivityId& ceremony) {
  std::vector<wire::Named> named;
  for (const auto& office : directory.mission().offices)
    if (std::ranges::any_of(directory.plan().attendances, [&](const auto& attendance) {
          return attendance.activity == ceremony && !office.holder.empty() &&
                 attendance.person == office.holder;
        }))
      named.push_back({office.id.value, office.title});
  return named;
}

void set_ceremony(const Directory& directory, const mission::Agreement& agreement,
                  wire::RegisterRow& row) {
  row.ceremony_order = agreement.ceremony_order;
  row.ceremony_table = agreement.ceremony_table;
  row.witnesses = offices_named(directory, agreement.witnesses);
  const auto* ceremony = directory.activity(agreement.ceremony);
  if (ceremony == nullptr) return;
  row.ceremony = directory.named(agreement.ceremony);
  row.present = present(directory, agreement.ceremony);
  const auto entry = programme_entry(directory, *ceremony);
  row.starts_at = entry.starts_at;
  row.zone = entry.zone;
  row.place = entry.place_name;
}

wire::RegisterRow register_row(const Directory& directory, const mission::Agreement& agreement,
                               const actions::Registered& kept) {
  wire::RegisterRow row;
  row.row = agreement_row(directory, agreement);
  row.home_signatories = signatory_names(directory, agreement.home_signatories);
  row.foreign_signatories = signatory_names(directory, agreement.foreign_signatories);
  row.amount = agreement.amount ? base::format(*agreement.amount) : "";
  row.currency = agreement.currency;
  row.basis = agreement.basis;
  row.period = agreement.period;
  row.confidentiality = agreement.confidentiality;
  row.before = agreement.before;
  set_ceremony(directory, agreement, row);
  for (const auto& one : agreement.documents)
    row.documents.push_back({one.name, one.language, one.address});
  for (const auto& step : kept.steps)
    row.steps.push_back({step.status, step.happened_on, step.reason, step.made_at, step.made_by});
  for (const auto& next : kept.next)
    row.next.push_back({next.status, {next.hindrances.begin(), next.hindrances.end()}});
  return row;
}

std::vector<wire::RegisterRow> register_rows(const actions::Register& kept) {
  const Directory directory(*kept.view);
  std::vector<wire::RegisterRow> rows;
  for (const auto& one : kept.agreements)
    rows.push_back(register_row(
        directory,
        *std::ranges::find(kept.view->mission->agreements, one.agreement, &mission::Agreement::id),
        one));
  return rows;
}

}  // namespace

Application::Handlers Application::register_handlers() {
  return {
      {"register_page", &Application::register_page},
      {"step_agreement", &Application::step_agreement},
  };
}

Response Application::register_page(const Request& request, const Reader& reader) {
  const auto kept = actions::read_register(context_, reader.acting);
  if (!kept) return refused(request, reader, kept.error());
  return respond(request, page_of(wire::to_json(register_rows(*kept))), "application/json");
}

Response Application::step_agreement(const Request& request, const Reader& reader) {
  // Whoever may not keep any is told before what they sent is read.
  if (const auto allowed = actions::read_register(context_, reader.acting); !allowed)
    return refused(request, reader, allowed.error());
  if (auto refusal = refused_unless_json(request)) return *refusal;
  const auto message = wire::read_wanted_step(request.body);
  if (!message) return refused(request, reader, message.error());
  const auto taken =
      actions::step_agreement(context_, reader.acting,
                              {mission::AgreementId{request.parameters.at("id")}, message->from,
                               message->to, message->happened_on, message->reason});
  if (!taken) return refused(request, reader, taken.error());
  return register_page(request, reader);
}

}  // namespace kontor::server
