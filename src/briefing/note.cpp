#include "briefing/note.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "briefing/note_words.h"
#include "briefing/number_format.h"
#include "briefing/place_code.h"
#include "briefing/source_table.h"

namespace kontor::briefing {

namespace {

constexpr std::size_t most_parts = 6;

// Numbers are written once, into the list of figures, and referred to by position.
class Writer {
 public:
  Writer(const FigureBook& book, const NoteOptions& options, Basis basis)
      : book_(book), options_(options), basis_(std::move(basis)), language_(options.language) {}

  Note write() {
    note_.language = language_;
    note_.home = place_name(options_.home, language_);
    note_.partner = place_name(options_.partner, language_);
    note_.title = fmt::format("{} – {}", note_.home, note_.partner);
    note_.subtitle = fmt::format("{}, {}", in(language_, NoteWord::GoodsTrade), in_words(basis_));
    const int last = std::atoi(options_.last_year.c_str());
    for (int year = last - options_.years + 1; year <= last; ++year)
      note_.years.push_back(std::to_string(year));
    write_table();
    write_facts();
    for (const Flow flow : {Flow::Export, Flow::Import}) write_rank(flow);
    write_parts();
    write_quotes();
    write_caveats();
    return std::move(note_);
  }

 private:
  const Observation* find(Flow flow, const std::string& year, const std::string& partner) const {
    return book_.find({.basis = basis_,
                       .reporter = options_.home,
                       .partner = partner,
                       .flow = flow,
                       .period = year});
  }
  const Observation* find(Flow flow, const std::string& year) const {
    return find(flow, year, options_.partner);
  }

  NoteCell cell(const std::optional<Derived>& derived, std::string text) {
    NoteCell cell;
    if (!derived) return cell;
    cell.text = std::move(text);
    cell.figure = note_.figures.size();
    std::string source;
    for (const Observation& input : derived->inputs) {
      cell.provisional = cell.provisional || input.flags.find_first_of("pef") != std::string::npos;
      source += (source.empty() ? "" : "; ") + source_line(input);
      sources_.insert(input.source);
    }
    note_.figures.push_back(
        {base::format(derived->value) + " " + derived->unit, derived->formula, std::move(source)});
    return cell;
  }

  NoteCell money(const std::optional<Derived>& derived) {
    return cell(derived, derived ? in_money(derived->value, basis_.unit, language_) : "");
  }
  NoteCell percent(const std::optional<Derived>& derived) {
    return cell(derived, derived ? in_percent(derived->value, language_) : "");
  }

  using Make = std::optional<Derived> (*)(const Observation&, const Observation&);

  void add_flow(Flow flow, NoteWord label) {
    NoteRow values{std::string(in(language_, label)), {}};
    NoteRow changes{fmt::format("{}, {}", in(language_, label), in(language_, NoteWord::Change)),
                    {}};
    auto& chart = flow == Flow::Export ? note_.exports : note_.imports;
    for (const std::string& year : note_.years) {
      const Observation* now = find(flow, year);
      const Observation* before = find(flow, std::to_string(std::atoi(year.c_str()) - 1));
      values.cells.push_back(money(now ? as_is(*now) : std::nullopt));
      if (now && now->state == State::Suppressed) values.cells.back().text = ":c";
      changes.cells.push_back(percent(now && before ? growth(*before, *now) : std::nullopt));
      const bool known = now && now->state == State::Known;
      chart.push_back(known ? std::optional(now->value) : std::nullopt);
      if (flow == Flow::Export) note_.provisional.push_back(values.cells.back().provisional);
    }
    note_.table.push_back(std::move(values));
    note_.table.push_back(std::move(changes));
  }

  void add_both(Make make, NoteWord label) {
    NoteRow row{std::string(in(language_, label)), {}};
    for (const std::string& year : note_.years) {
      const Observation *exports = find(Flow::Export, year), *imports = find(Flow::Import, year);
      row.cells.push_back(money(exports && imports ? make(*exports, *imports) : std::nullopt));
    }
    note_.table.push_back(std::move(row));
  }

  void write_table() {
    add_flow(Flow::Export, NoteWord::Exports);
    add_flow(Flow::Import, NoteWord::Imports);
    add_both(total, NoteWord::Total);
    add_both(balance, NoteWord::Balance);
  }

  void write_facts() {
    for (const auto& [flow, label, part] :
         {std::tuple{Flow::Export, NoteWord::Exports, NoteWord::ShareOfExports},
          std::tuple{Flow::Import, NoteWord::Imports, NoteWord::ShareOfImports}}) {
      const Observation* one = find(flow, options_.last_year);
      const Observation* world = find(flow, options_.last_year, "WORLD");
      if (!one || !as_is(*one)) continue;
      note_.sentences.push_back(fmt::format("{} {}: {}.", in(language_, label), options_.last_year,
                                            in_money(one->value, basis_.unit, language_)));
      if (world && share(*one, *world))
        note_.sentences.push_back(fmt::format("{} {}: {}.", in(language_, part), options_.last_year,
                                              percent(share(*one, *world)).text));
    }
  }

  void write_rank(Flow flow) {
    Asked asked{.basis = basis_,
                .reporter = options_.home,
                .partner = options_.partner,
                .flow = flow,
                .period = options_.last_year};
    NoteRank rank{.sentence = {}, .ranking = rank_partners(book_, asked, RankedSet::World, false)};
    const Ranked* member = rank.ranking.find(options_.partner);
    if (!member || rank.ranking.members.size() < 3) return;
    rank.certain = rank.ranking.certain_for(member->value);
    const NoteWord noun = flow == Flow::Export ? NoteWord::Client : NoteWord::Supplier;
    rank.sentence = fmt::format("{}: {} {} {} ({}, {}).", note_.partner,
                                in_ordinal(member->rank, language_), in(language_, noun),
                                in(language_, NoteWord::Among), rank.ranking.members.size(),
                                in(language_, rank.certain ? NoteWord::Certain : NoteWord::AtBest));
    note_.ranks.push_back(std::move(rank));
  }

  void add_parts(std::string_view title, const std::vector<Part>& found) {
    std::vector<NotePart> rows;
    for (const Part& part : found) {
      if (rows.size() == most_parts) break;
      NotePart row{section_name(part.product, language_), part, ":c"};
      if (!part.suppressed) row.text = in_money(part.value, basis_.unit, language_);
      if (part.share) row.text += ", " + in_percent(*part.share, language_);
      if (part.growth)
        row.text += fmt::format(", {} {}", in(language_, NoteWord::Change),
                                in_percent(*part.growth, language_));
      rows.push_back(std::move(row));
    }
    if (!rows.empty()) note_.parts.emplace_back(title, std::move(rows));
  }

  void write_parts() {
    for (const auto& [flow, title] : {std::pair{Flow::Export, NoteWord::TopExports},
                                      std::pair{Flow::Import, NoteWord::TopImports}}) {
      const auto found = parts(book_,
                               {.basis = basis_,
                                .reporter = options_.home,
                                .partner = options_.partner,
                                .flow = flow,
                                .period = options_.last_year},
                               "SECTION");
      suppressed_ = suppressed_ ||
                    std::ranges::any_of(found, [](const Part& part) { return part.suppressed; });
      add_parts(in(language_, title), found);
      add_parts(fmt::format("{} ({})", in(language_, NoteWord::Movers), in(language_, title)),
                movers(found, 3));
    }
  }

  void write_quotes() {
    for (const Observation& o : book_.newest())
      if (o.source == "statement" && o.product != "mission" && o.product != "agreement")
        note_.quotes.push_back(
            {fmt::format("{}: {} {} ({})", o.product, format(o.value), o.measure, o.period),
             o.origin});
  }

  void write_caveats() {
    const auto add = [&](NoteWord word) { note_.caveats.emplace_back(in(language_, word)); };
    if (basis_.trade_concept == TradeConcept::Community) add(NoteWord::CommunityConcept);
    if (basis_.trade_concept == TradeConcept::National) add(NoteWord::NationalConcept);
    if (std::ranges::find(note_.provisional, true) != note_.provisional.end())
      add(NoteWord::Provisional);
    if (suppressed_) add(NoteWord::Suppressed);
    if (!book_.bases(options_.partner, options_.home, options_.last_year).empty())
      add(NoteWord::Mirror);
    for (const std::string& key : sources_)
      if (const auto source = source_of(key)) note_.licences.emplace_back(source->licence);
  }

  const FigureBook& book_;
  const NoteOptions& options_;
  Basis basis_;
  base::Language language_;
  Note note_;
  std::set<std::string> sources_;
  bool suppressed_ = false;
};

// The way of counting asked for: of its concept, published before summed, with most years first.
std::optional<Basis> best_basis(const FigureBook& book, const NoteOptions& options) {
  std::optional<Basis> best;
  std::size_t most = 0;
  for (const Basis& basis : book.bases(options.home, options.partner, options.last_year)) {
    std::size_t known = basis.source == "comext-bulk" ? 0 : 100;
    if (basis.trade_concept == options.trade_concept) known += 1000;
    for (const Observation& o : book.newest())
      known += o.reporter == options.home && basis_of(o) == basis && o.product == "TOTAL" &&
                       o.partner == options.partner
                   ? 1
                   : 0;
    if (!best || known > most) {
      best = basis;
      most = known;
    }
  }
  return best;
}

}  // namespace

std::optional<Note> write_note(const FigureBook& book, const NoteOptions& options) {
  NoteOptions complete = options;
  if (complete.last_year.empty())
    complete.last_year = book.latest_year(options.home, options.partner);
  const auto basis = best_basis(book, complete);
  if (!basis) return std::nullopt;
  return Writer(book, complete, *basis).write();
}

}  // namespace kontor::briefing
