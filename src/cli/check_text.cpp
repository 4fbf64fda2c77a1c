#include "cli/check_text.h"

#include <algorithm>
#include <fmt/format.h>
#include <iostream>
#include <iterator>

#include "base/log.h"
#include "base/text.h"
#include "briefing/check_text.h"
#include "briefing/versions.h"
#include "cli/figures_folder.h"
#include "cli/read_bytes.h"
#include "cli/workplace.h"
#include "exchange/docx_read.h"

namespace kontor::cli {

namespace {

using briefing::Finding;
using briefing::Verdict;

constexpr std::size_t most_text_bytes = 64U << 20U;

std::string in_quotes(std::string_view text) {
  return base::json_string(text);
}

std::string list(const std::vector<std::string>& texts) {
  std::string out = "[";
  for (const std::string& text : texts) out += (out.size() > 1 ? "," : "") + in_quotes(text);
  return out + "]";
}

std::string alternatives(const std::vector<base::Decimal>& values) {
  std::string out = "[";
  for (const base::Decimal value : values)
    out += (out.size() > 1 ? ",\"" : "\"") + base::format(value) + "\"";
  return out + "]";
}

std::string to_json(const Finding& finding, std::string_view text) {
  const briefing::Claim& c = finding.claim;
  const bool range = c.kind == briefing::Claim::Kind::Range;
  return fmt::format(
      "{{\"begin\":{},\"end\":{},\"text\":{},\"kind\":\"{}\",\"value\":\"{}\",{}\"lowest\":\"{}\","
      "\"highest\":\"{}\",\"unit\":{},\"modifier\":\"{}\",\"alternatives\":{},\"warnings\":{},"
      "\"verdict\":\"{}\",\"reason\":\"{}\",\"figure\":{},\"source\":{},\"explanation\":{},"
      "\"suggestion\":{}}}",
      c.begin, c.end, in_quotes(text.substr(c.begin, c.end - c.begin)), word(c.kind),
      base::format(c.value), range ? fmt::format("\"upper\":\"{}\",", base::format(c.upper)) : "",
      base::format(c.lowest), base::format(c.highest), in_quotes(c.unit), word(c.modifier),
      alternatives(c.alternatives), list(c.warnings), word(finding.judgement.verdict),
      word(finding.judgement.reason), in_quotes(finding.figure), in_quotes(finding.source),
      list(finding.explanations), in_quotes(finding.suggestion));
}

std::string to_json(const briefing::Checked& checked, std::string_view text,
                    const CheckTextOptions& options) {
  std::string out = fmt::format(
      "{{\"language\":\"{}\",\"home\":{},\"partner\":{},\"year\":{},"
      "\"concept\":{},\"claims\":[",
      options.language, in_quotes(options.home), in_quotes(options.partner),
      in_quotes(checked.options.setting.last_year), in_quotes(options.trade_concept));
  for (std::size_t i = 0; i < checked.findings.size(); ++i)
    out += (i > 0 ? ",\n" : "\n") + to_json(checked.findings[i], text);
  return out + "],\n\"warnings\":" + list(checked.warnings) + "}\n";
}

// Line ends between two bytes.
std::size_t lines_between(std::string_view text, std::size_t from, std::size_t to) {
  return static_cast<std::size_t>(std::count(text.begin() + static_cast<std::ptrdiff_t>(from),
                                             text.begin() + static_cast<std::ptrdiff_t>(to), '\n'));
}

std::string_view words(Verdict verdict) {
  switch (verdict) {
    case Verdict::Confirmed:
      return "confirmed";
    case Verdict::RoundsDifferently:
      return "ROUNDS DIFFERENTLY";
    case Verdict::Contradicted:
      return "CONTRADICTED";
    case Verdict::CannotBeChecked:
      break;
  }
  return "cannot be checked";
}

bool is_markup(std::string_view file) {
  return file.ends_with(".html") || file.ends_with(".htm");
}

std::string one_line(std::string_view text) {
  std::string out(text);
  std::ranges::replace(out, '\n', ' ');
  return out;
}

std::string to_table(const briefing::Checked& checked, std::string_view text) {
  std::string out;
  std::size_t line = 1, at = 0;
  for (const Finding& finding : checked.findings) {
    const briefing::Claim& c = finding.claim;
    line += lines_between(text, at, c.begin);
    at = c.begin;
    out += fmt::format("{:>4}: {}\n      {} ({})", line,
                       one_line(text.substr(c.begin, c.end - c.begin)),
                       words(finding.judgement.verdict), word(finding.judgement.reason));
    if (!finding.figure.empty()) out += fmt::format(": {}, {}", finding.figure, finding.source);
    out += '\n';
    for (const std::string& why : finding.explanations) out += "      " + why + '\n';
    if (!finding.suggestion.empty()) out += "      Better: " + finding.suggestion + '\n';
    for (const std::string& warning : c.warnings) out += "      Style: " + warning + '\n';
  }
  for (const std::string& warning : checked.warnings) out += "Text: " + warning + '\n';
  int counts[4] = {};
  for (const Finding& finding : checked.findings)
    ++counts[static_cast<std::size_t>(finding.judgement.verdict)];
  return out + fmt::format(
                   "{} numbers: {} confirmed, {} round differently, {} contradicted, {} "
                   "cannot be checked.\n",
                   checked.findings.size(), counts[0], counts[1], counts[2], counts[3]);
}

// The text with each claim in brackets and its verdict behind: [31,4 milliards €|confirmed].
std::string to_marked(const briefing::Checked& checked, std::string_view text) {
  std::string out;
  std::size_t at = 0;
  for (const Finding& finding : checked.findings) {
    out += text.substr(at, finding.claim.begin - at);
    out += fmt::format("[{}|{}]",
                       text.substr(finding.claim.begin, finding.claim.end - finding.claim.begin),
                       words(finding.judgement.verdict));
    at = finding.claim.end;
  }
  return out + std::string(text.substr(at)) + "\n";
}

// The text of a file, or of standard input for "-"; of a document in Office Open XML what it says.
base::Checked<std::string> read_text(const std::string& file) {
  base::Checked<std::string> bytes =
      file != "-" ? read_bytes(file, most_text_bytes)
                  : std::string(std::istreambuf_iterator<char>(std::cin), {});
  if (bytes && exchange::is_archive(*bytes)) return exchange::read_docx(*bytes, file);
  if (!bytes || (base::is_utf8(*bytes) && !bytes->contains('\0'))) return bytes;
  return std::unexpected(base::Issues{{.code = "bad_document",
                                       .path = file,
                                       .value = "",
                                       .parameters = {{"reason", "it is no text in UTF-8"}},
                                       .place = {file, 0, 0}}});
}

std::string shown(const briefing::ReadText& text, std::optional<std::size_t> claim) {
  if (!claim) return "nothing";
  const briefing::Claim& c = text.claims[*claim];
  return one_line(std::string_view(text.original).substr(c.begin, c.end - c.begin));
}

// What another language version says otherwise, as warnings of the text.
base::Issues compare(const CheckTextOptions& options, const briefing::ReadText& read,
                     briefing::Checked& checked) {
  if (options.version.empty()) return {};
  const auto language = base::language_of(options.version_language);
  if (!language)
    return {{.code = "unknown_word",
             .path = "--version-in",
             .value = options.version_language,
             .parameters = {{"known", "fr, nl, de, en"}, {"hint", ""}},
             .place = {}}};
  const auto text = read_text(options.version);
  if (!text) return text.error();
  const auto other = briefing::read_claims(*text, *language, is_markup(options.version));
  for (const briefing::Difference& d : briefing::compare_versions(read, other))
    checked.warnings.push_back(fmt::format("version_{}: \"{}\" here, \"{}\" in {}.", word(d.kind),
                                           shown(read, d.first), shown(other, d.second),
                                           options.version_language));
  return {};
}

base::Checked<briefing::CheckOptions> check_options(const CheckTextOptions& options) {
  briefing::CheckOptions out;
  out.setting = {options.home, options.partner, options.year};
  const auto trade_concept = briefing::concept_of(options.trade_concept);
  if (!trade_concept)
    return std::unexpected(
        base::Issues{{.code = "unknown_word",
                      .path = "--concept",
                      .value = options.trade_concept,
                      .parameters = {{"known", "national, community"}, {"hint", ""}},
                      .place = {}}});
  out.trade_concept = *trade_concept;
  return out;
}

}  // namespace

int run_check_text(const CheckTextOptions& options, std::ostream& out, std::ostream& errors) {
  const auto text = read_text(options.file);
  if (!text) return refuse(text.error(), errors);
  const auto language = base::language_of(options.language);
  const auto how = check_options(options);
  if (!how) return refuse(how.error(), errors);
  if (!language) {
    errors << fmt::format("\"{}\" is no language; it must be fr, nl, de or en.\n",
                          options.language);
    return exit_bad_input;
  }
  const auto loaded = load_figures(options.figures, {});
  if (!loaded) return refuse(loaded.error(), errors);
  for (const base::Issue& issue : loaded->unread) errors << base::sentence(issue) << '\n';
  const auto read = briefing::read_claims(*text, *language, is_markup(options.file));
  const briefing::FigureBook book(loaded->ledger);
  briefing::Checked checked = briefing::check_text(read, book, *how);
  if (const auto issues = compare(options, read, checked); !issues.empty())
    return refuse(issues, errors);
  out << (options.json     ? to_json(checked, *text, options)
          : options.marked ? to_marked(checked, *text)
                           : to_table(checked, *text));
  const bool wrong = std::ranges::any_of(checked.findings, [](const Finding& finding) {
    return finding.judgement.verdict == Verdict::Contradicted ||
           finding.judgement.verdict == Verdict::RoundsDifferently;
  });
  return wrong ? exit_contradicted : exit_good;
}

}  // namespace kontor::cli
