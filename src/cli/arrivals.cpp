#include "cli/arrivals.h"

#include <filesystem>

#include "cli/read_bytes.h"
#include "exchange/additions.h"
#include "exchange/folder_read.h"

namespace kontor::cli {

base::Checked<mission::Arrival> read_arrivals(const mission::Mission& mission,
                                              const std::string& folder) {
  std::map<std::string, std::string> files;
  for (const std::string name : {"organisations.toml", "people.toml", "wishes.csv"}) {
    const std::filesystem::path path = std::filesystem::path(folder) / name;
    if (!std::filesystem::exists(path)) continue;
    auto text = read_bytes(path.string(), exchange::largest_file_bytes);
    if (!text) return std::unexpected(text.error());
    files[name] = *std::move(text);
  }
  auto added = exchange::read_additions(mission, files);
  if (!added) return std::unexpected(added.error());
  return mission::Arrival{std::move(added->organisations), std::move(added->people),
                          std::move(added->wishes)};
}

base::Checked<mission::RuleAdded> read_rule(const mission::Mission& mission,
                                            const std::string& file_or_fields) {
  std::string text = file_or_fields;
  if (text.find('=') == std::string::npos) {
    auto read = read_bytes(file_or_fields, exchange::largest_file_bytes);
    if (!read) return std::unexpected(read.error());
    text = *std::move(read);
  }
  auto added =
      exchange::read_additions(mission, {{"rules.toml", exchange::rules_text(mission, text)}});
  if (!added) return std::unexpected(added.error());
  if (added->rules.size() != 1)
    return std::unexpected(base::Issues{
        {"one_rule_at_a_time", "change", std::to_string(added->rules.size()), {}, {}}});
  return mission::RuleAdded{std::move(added->rules.front())};
}

}  // namespace kontor::cli
