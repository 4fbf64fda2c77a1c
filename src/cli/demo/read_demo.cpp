#include "cli/demo/read_demo.h"

#include <algorithm>

#include "cli/demo/complete.h"
#include "exchange/folder_read.h"

namespace kontor::cli::demo {

namespace {

// The generator places what it makes up in the cities and sectors of the facts.
base::Issues missing_ground(const mission::Mission& facts) {
  base::Issues issues;
  const auto miss = [&](std::string field) {
    issues.push_back({"missing_field", "mission", "", {{"field", std::move(field)}}, {}});
  };
  if (facts.legs.empty()) miss("leg");
  if (facts.sectors.empty()) miss("sector");
  return issues;
}

}  // namespace

base::Checked<mission::Mission> read_demo(const std::filesystem::path& folder,
                                          std::optional<int> seed) {
  return read_demo_from(folder / "facts", folder / "demo" / "demo.toml", seed);
}

base::Checked<mission::Mission> read_demo_from(const std::filesystem::path& facts_folder,
                                               const std::filesystem::path& settings_file,
                                               std::optional<int> seed) {
  const auto facts = exchange::read_folder(facts_folder);
  auto settings = read_settings(settings_file);
  if (!facts || !settings) {
    base::Issues issues = facts ? base::Issues() : facts.error();
    if (!settings) std::ranges::copy(settings.error(), std::back_inserter(issues));
    return std::unexpected(std::move(issues));
  }
  if (seed) settings->seed = *seed;
  if (base::Issues issues = missing_ground(*facts); !issues.empty())
    return std::unexpected(std::move(issues));
  mission::Mission mission = complete(*facts, *settings);
  base::Issues issues = mission::validate(mission);
  if (!issues.empty()) return std::unexpected(std::move(issues));
  return mission;
}

}  // namespace kontor::cli::demo
