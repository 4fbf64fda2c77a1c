#include "cli/figures_folder.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fmt/format.h>
#include <memory>

#include "exchange/figures_import.h"

namespace kontor::cli {

namespace {

namespace fs = std::filesystem;

base::Issues fault(std::string_view code, const std::string& file) {
  return exchange::file_fault(code, file);
}

base::Checked<exchange::ImportReport> load_file(const fs::path& path,
                                                const exchange::Selection& selection,
                                                briefing::Ledger& ledger) {
  const std::shared_ptr<std::FILE> file(std::fopen(path.c_str(), "rb"),
                                        [](std::FILE* f) { return f ? std::fclose(f) : 0; });
  if (!file) return std::unexpected(fault("missing_statistics", path.string()));
  const auto bytes = [file](std::span<char> out) {
    return std::fread(out.data(), 1, out.size(), file.get());
  };
  return exchange::import_figures(bytes, path.filename().string(), selection, ledger);
}

void load_folder(const fs::path& folder, const exchange::Selection& selection,
                 LoadedFigures& loaded) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(folder))
    if (entry.is_regular_file()) files.push_back(entry.path());
  std::ranges::sort(files);
  for (const fs::path& file : files) {
    auto report = load_file(file, selection, loaded.ledger);
    if (report)
      loaded.reports.push_back(*std::move(report));
    else
      loaded.unread.insert(loaded.unread.end(), report.error().begin(), report.error().end());
  }
}

constexpr std::size_t most_codes = 20;

// The codes that keep most rows in quarantine, and how many others there are.
std::string most_frequent(const std::map<std::string, std::int64_t>& codes) {
  std::vector<std::pair<std::int64_t, std::string>> sorted;
  for (const auto& [code, rows] : codes) sorted.emplace_back(-rows, code);
  std::ranges::sort(sorted);
  std::string text;
  for (std::size_t i = 0; i < std::min(sorted.size(), most_codes); ++i)
    text += fmt::format("  in quarantine for {}: {} rows\n", sorted[i].second, -sorted[i].first);
  if (sorted.size() > most_codes)
    text += fmt::format("  and for {} other codes\n", sorted.size() - most_codes);
  return text;
}

}  // namespace

base::Checked<LoadedFigures> load_figures(const std::vector<std::string>& paths,
                                          const exchange::Selection& selection) {
  LoadedFigures loaded;
  base::Issues issues;
  for (const std::string& path : paths) {
    if (fs::is_directory(path)) {
      load_folder(path, selection, loaded);
      continue;
    }
    auto report = load_file(path, selection, loaded.ledger);
    if (report)
      loaded.reports.push_back(*std::move(report));
    else
      issues.insert(issues.end(), report.error().begin(), report.error().end());
  }
  if (!issues.empty()) return std::unexpected(std::move(issues));
  return loaded;
}

std::string in_words(const exchange::ImportReport& r) {
  std::string text = fmt::format("{} ({}): {} rows", r.file, r.format, r.rows);
  const auto count = [&](std::int64_t number, std::string_view words) {
    if (number != 0) text += fmt::format(", {} {}", number, words);
  };
  count(r.summed, "summed up");
  count(r.added, r.summed != 0 ? "figures made of them" : "added");
  count(r.repeated, "known already");
  count(r.left_out, "not selected");
  count(r.breakdowns, "parts of a total beside them");
  count(r.suppressed, "suppressed");
  count(r.absent, "absent");
  count(r.masked, "under a masked code");
  count(r.quarantined, "in quarantine");
  text += '\n';
  for (const base::Issue& issue : r.warnings) text += "  " + base::sentence(issue) + '\n';
  for (const base::Issue& issue : r.faults) text += "  " + base::sentence(issue) + '\n';
  if (r.quarantined > static_cast<std::int64_t>(r.faults.size())) text += most_frequent(r.codes);
  return text;
}

}  // namespace kontor::cli
