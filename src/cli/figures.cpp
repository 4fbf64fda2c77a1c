#include "cli/figures.h"

#include <fmt/format.h>
#include <fstream>
#include <iostream>

#include "briefing/derive.h"
#include "briefing/ranking.h"
#include "briefing/sections.h"
#include "briefing/source_table.h"
#include "briefing/vintage.h"
#include "cli/figures_folder.h"
#include "cli/read_bytes.h"
#include "cli/workplace.h"
#include "exchange/figures_file.h"

namespace kontor::cli {

namespace {

using briefing::Asked;
using briefing::Derived;
using briefing::Flow;
using briefing::Observation;

exchange::Selection selection_of(const FiguresOptions& options) {
  return {.reporters = {options.reporters.begin(), options.reporters.end()},
          .partners = {options.partners.begin(), options.partners.end()},
          .years = {options.years.begin(), options.years.end()},
          .retrieved = options.retrieved,
          .by_product = options.by_product};
}

void say_reports(const LoadedFigures& loaded, std::ostream& out) {
  for (const auto& report : loaded.reports) out << in_words(report);
  for (const base::Issue& issue : loaded.unread) out << base::sentence(issue) << '\n';
}

std::string value_of(const Observation& o) {
  return o.state == briefing::State::Known ? format(o.value) : std::string(word(o.state));
}

void say(const std::optional<Derived>& derived, std::string_view name, std::ostream& out) {
  if (!derived) return;
  out << fmt::format("  {:<28} {:>20} {:<8} = {}\n", name, format(derived->value), derived->unit,
                     derived->formula);
}

void say_ranking(const briefing::Ranking& ranking, std::string_view place, std::string_view name,
                 std::ostream& out) {
  const briefing::Ranked* member = ranking.find(place);
  if (!member || ranking.members.size() < 2) return;
  out << fmt::format("  {:<28} {:>20} among {} {} loaded", name, member->rank,
                     ranking.members.size(), word(ranking.set));
  if (const auto above = margin_above(ranking, place))
    out << fmt::format("; the one before has {}% more", format(*above));
  if (const auto below = margin_below(ranking, place))
    out << fmt::format("; the one behind {}%", format(*below));
  out << (ranking.certain_for(member->value)
              ? "; certain\n"
              : "; the set may be incomplete, so the rank is at best this\n");
}

// All that one way of counting says of the pair in the year.
void say_basis(const briefing::FigureBook& book, const FiguresOptions& options,
               const briefing::Basis& basis, const std::string& year, std::ostream& out) {
  Asked asked{.basis = basis,
              .reporter = options.reporter,
              .partner = options.partner,
              .flow = Flow::Export,
              .period = year};
  const Observation* exports = book.find(asked);
  asked.flow = Flow::Import;
  const Observation* imports = book.find(asked);
  out << fmt::format("{}, {}\n", in_words(basis), year);
  if (exports) say(as_is(*exports), "exports", out);
  if (imports) say(as_is(*imports), "imports", out);
  if (exports && imports) say(total(*exports, *imports), "total trade", out);
  if (exports && imports) say(balance(*exports, *imports), "balance", out);
  for (const auto& [flow, one, name] : {std::tuple{Flow::Export, exports, "exports"},
                                        std::tuple{Flow::Import, imports, "imports"}}) {
    if (!one) continue;
    Asked other = asked;
    other.flow = flow;
    other.partner = "WORLD";
    if (const Observation* world = book.find(other))
      say(share(*one, *world), fmt::format("share of all {}", name), out);
    other.partner = options.partner;
    other.period = std::to_string(std::atoi(year.c_str()) - 1);
    if (const Observation* before = book.find(other))
      say(growth(*before, *one), fmt::format("growth of {}", name), out);
    other.period = year;
    for (const auto set : {briefing::RankedSet::World, briefing::RankedSet::ExtraEu})
      say_ranking(rank_partners(book, other, set, false), options.partner,
                  fmt::format("rank in {} ({})", name, word(set)), out);
    for (const auto& part : briefing::parts(book, other, "SECTION"))
      out << fmt::format("  {:<28} {:>20} {:<8}   share {}%, growth {}%\n",
                         fmt::format("section {} of {}", part.product, name),
                         part.suppressed ? "suppressed" : format(part.value), basis.unit,
                         part.share ? format(*part.share) : "?",
                         part.growth ? format(*part.growth) : "?");
  }
}

}  // namespace

int run_figures_import(const FiguresOptions& options, std::ostream& out, std::ostream& errors) {
  const auto loaded = load_figures(options.paths, selection_of(options));
  if (!loaded) return refuse(loaded.error(), errors);
  say_reports(*loaded, out);
  if (options.into.empty()) return exit_good;
  std::ofstream file(options.into, std::ios::binary | std::ios::trunc);
  file << exchange::figures_header();
  for (std::size_t i = 0; i < loaded->ledger.size(); ++i)
    file << exchange::figures_row(loaded->ledger.at(i));
  file.flush();
  if (!file) {
    errors << options.into << " cannot be written.\n";
    return exit_failed;
  }
  out << fmt::format("{}: {} figures\n", options.into, loaded->ledger.size());
  return exit_good;
}

int run_figures_list(const FiguresOptions& options, std::ostream& out, std::ostream& errors) {
  const auto loaded = load_figures(options.paths, selection_of(options));
  if (!loaded) return refuse(loaded.error(), errors);
  for (std::size_t i = 0; i < loaded->ledger.size(); ++i) {
    const Observation o = loaded->ledger.at(i);
    out << fmt::format("{:>20} {}\n", value_of(o), source_line(o));
  }
  return exit_good;
}

int run_figures_derive(const FiguresOptions& options, std::ostream& out, std::ostream& errors) {
  const auto loaded = load_figures(options.paths, {});
  if (!loaded) return refuse(loaded.error(), errors);
  const briefing::FigureBook book(loaded->ledger);
  const std::string year =
      options.year.empty() ? book.latest_year(options.reporter, options.partner) : options.year;
  const auto bases = book.bases(options.reporter, options.partner, year);
  for (const auto& basis : bases) say_basis(book, options, basis, year, out);
  if (!bases.empty()) return exit_good;
  errors << fmt::format("Nothing is known of {} and {} in {}.\n", options.reporter, options.partner,
                        year.empty() ? "any year" : year);
  return exit_bad_input;
}

int run_figures_changes(const FiguresOptions& options, std::ostream& out, std::ostream& errors) {
  const auto before = load_figures({options.paths.at(0)}, {});
  const auto after = load_figures({options.paths.at(1)}, {});
  if (!before) return refuse(before.error(), errors);
  if (!after) return refuse(after.error(), errors);
  for (const briefing::Change& change : briefing::changes(before->ledger, after->ledger)) {
    const Observation& o = change.after ? *change.after : *change.before;
    out << fmt::format("{:<9} {} -> {}", word(change.kind),
                       change.before ? value_of(*change.before) : "-",
                       change.after ? value_of(*change.after) : "-");
    if (change.difference) out << fmt::format(" ({})", format(*change.difference));
    out << fmt::format("  {}\n", source_line(o));
  }
  return exit_good;
}

int run_figures_recipe(const FiguresOptions& options, std::ostream& out, std::ostream& errors) {
  const briefing::Fetch fetch{options.reporter, options.partner, options.from, options.to};
  bool found = false;
  for (const briefing::Source& source : briefing::sources()) {
    if (!options.source.empty() && options.source != source.key) continue;
    found = true;
    out << fmt::format("# {}: {}\n# {}\n{}\n", source.key, source.name, source.licence,
                       recipe(source, fetch));
  }
  if (found) return exit_good;
  errors << fmt::format("There is no source \"{}\".\n", options.source);
  return exit_bad_input;
}

}  // namespace kontor::cli
