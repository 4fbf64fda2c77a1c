#include "server/pages.h"

namespace kontor::server {

namespace {

// Parties are keys of organisations where they are registered, else names as printed.
std::vector<std::string> party_names(const Directory& directory,
                                     const std::vector<std::string>& parties) {
  std::vector<std::string> names;
  for (const auto& party : parties) {
    const auto* found = directory.organisation(mission::OrganisationId{party});
    names.push_back(found == nullptr ? party : found->name.best(base::Language::En));
  }
  return names;
}

}  // namespace

wire::AgreementRow agreement_row(const Directory& directory, const mission::Agreement& agreement) {
  return {agreement.id.value,
          agreement.title,
          agreement.kind,
          agreement.status,
          party_names(directory, agreement.home_parties),
          party_names(directory, agreement.foreign_parties),
          agreement.sector.value,
          agreement.signed_on,
          mark_of(agreement.record)};
}

std::vector<wire::AgreementRow> agreement_rows(const Directory& directory) {
  std::vector<wire::AgreementRow> rows;
  for (const auto& agreement : directory.mission().agreements)
    rows.push_back(agreement_row(directory, agreement));
  return rows;
}

std::vector<wire::Figure> figure_rows(const Directory& directory) {
  std::vector<wire::Figure> rows;
  for (const auto& figure : directory.mission().figures) {
    wire::Figure& row = rows.emplace_back();
    row.id = figure.id.value;
    row.label = figure.label;
    row.value = figure.value;
    row.unit = figure.unit;
    row.currency = figure.currency;
    row.year = figure.year;
    row.direction = figure.direction;
    row.reporter = figure.reporter;
    row.rank = figure.rank;
    row.mark = mark_of(figure.record);
  }
  return rows;
}

wire::Change change_row(const store::Change& change) {
  return {change.number,        change.at,      change.author, change.role,
          change.verb,          change.subject, change.detail, change.version_before,
          change.version_after, change.undoes};
}

wire::ChangePage change_page(const actions::ChangePage& page) {
  wire::ChangePage out;
  for (const auto& change : page.changes) out.changes.push_back(change_row(change));
  if (page.next) out.next = std::to_string(*page.next);
  out.undoable = page.undoable;
  return out;
}

}  // namespace kontor::server
