#include "cli/arrivals.h"

#include <algorithm>

#include "cli/read_bytes.h"
#include "exchange/folder_read.h"
#include "exchange/folder_write.h"

namespace kontor::cli {

namespace {

// What stands behind the first `known` items.
template <class Noun>
std::vector<Noun> behind(const std::vector<Noun>& nouns, std::size_t known) {
  return {nouns.begin() + static_cast<std::ptrdiff_t>(std::min(known, nouns.size())), nouns.end()};
}

}  // namespace

base::Checked<mission::Arrival> read_arrivals(const mission::Mission& mission,
                                              const std::filesystem::path& folder) {
  auto files = exchange::write_files(mission);
  bool any = false;
  for (const std::string name : {"organisations.toml", "people.toml", "wishes.csv"}) {
    if (!std::filesystem::exists(folder / name)) continue;
    any = true;
    auto text = read_bytes((folder / name).string(), exchange::largest_file_bytes);
    if (!text) return std::unexpected(text.error());
    std::string& whole = files[name];
    const bool table = name.ends_with(".csv") && !whole.empty();
    whole += table ? text->substr(std::min(text->size(), text->find('\n') + 1)) : "\n" + *text;
  }
  if (!any)
    return std::unexpected(base::Issues{
        {"unreadable_folder", folder.string(), "", {{"reason", "no newcomers are there"}}, {}}});
  const auto changed = exchange::read_files(files);
  if (!changed) return std::unexpected(changed.error());
  return mission::Arrival{behind(changed->organisations, mission.organisations.size()),
                          behind(changed->people, mission.people.size()),
                          behind(changed->wishes, mission.wishes.size())};
}

}  // namespace kontor::cli
