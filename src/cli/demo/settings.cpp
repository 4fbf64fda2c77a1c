#include "cli/demo/settings.h"

#include <fmt/format.h>
#include <fstream>
#include <sstream>

#include "exchange/folder_reader.h"

namespace kontor::exchange {

template <>
inline constexpr std::string_view noun_of<cli::demo::Assumption> = "assume";

}  // namespace kontor::exchange

namespace kontor::cli::demo {

namespace {

constexpr int most = 5000;

// Sizes must be in a range that the generator can fill with distinct names.
void check_sizes(const std::string& file, const Settings& s, base::Issues& issues) {
  const auto check = [&](std::string_view name, int value, int least, int greatest) {
    if (value < least || value > greatest)
      issues.push_back({"out_of_range",
                        fmt::format("demo/{}", name),
                        fmt::format("{}", value),
                        {{"expected", fmt::format("{} to {}", least, greatest)}},
                        {file, 0, 0}});
  };
  check("seed", s.seed, 0, std::numeric_limits<int>::max());
  check("delegates", s.delegates, 0, most);
  check("companies", s.companies, s.companies_brussels + s.companies_wallonia, 230);
  check("federations", s.federations, 0, 30);
  check("academic_institutions", s.academic_institutions, 0, 60);
  check("press", s.press, 0, 20);
  check("counterparts", s.counterparts, 2, 340);
  check("activities", s.activities, 0, 200);
  check("agreements", s.agreements, 0, 500);
  check("wishes", s.wishes, s.nevers + s.musts + s.activity_wishes, most);
  check("musts", s.musts, 0, most);
  check("nevers", s.nevers, 0, most);
  check("activity_wishes", s.activity_wishes, 0, most);
}

}  // namespace

template <class Fields, exchange::Is<Assumption> O>
void describe(Fields& f, O& assumption) {
  f.required("activity", assumption.activity);
  f.optional("leg", assumption.leg);
  f.optional("planned_timing", assumption.planned_timing);
  f.optional("duration_minutes", assumption.duration_minutes);
  f.optional("room", assumption.room);
  f.optional("capacity", assumption.capacity);
  f.optional("asked", assumption.asked);
  f.optional("whole_delegation", assumption.whole_delegation);
  f.optional("by_coach", assumption.by_coach);
  f.optional("offices", assumption.offices);
}

template <class Fields, exchange::Is<Settings> O>
void describe(Fields& f, O& settings) {
  f.required("seed", settings.seed);
  f.required("delegates", settings.delegates);
  f.required("companies", settings.companies);
  f.required("companies_brussels", settings.companies_brussels);
  f.required("companies_wallonia", settings.companies_wallonia);
  f.required("federations", settings.federations);
  f.required("academic_institutions", settings.academic_institutions);
  f.required("press", settings.press);
  f.required("counterparts", settings.counterparts);
  f.required("activities", settings.activities);
  f.required("agreements", settings.agreements);
  f.required("wishes", settings.wishes);
  f.required("musts", settings.musts);
  f.required("nevers", settings.nevers);
  f.required("activity_wishes", settings.activity_wishes);
  f.optional("precedence", settings.precedence);
  f.optional("travel_buffer_minutes", settings.travel_buffer_minutes);
  f.optional("hubs", settings.hubs);
  f.optional("travel_times", settings.travel_times);
  f.list(settings.venues);
  f.list(settings.coaches);
  f.list(settings.sessions);
  f.list(settings.topics);
  f.list(settings.assumptions);
  f.list(settings.rules);
}

base::Checked<Settings> read_settings(const std::filesystem::path& path) {
  const std::string file = path.filename().string();
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  text << in.rdbuf();
  if (!in) return std::unexpected(base::Issues{{"missing_file", file, "", {}, {file, 0, 0}}});
  auto tree = exchange::parse_toml(file, text.str());
  if (!tree) return std::unexpected(base::Issues{tree.error()});
  Settings settings;
  base::Issues issues;
  exchange::Places places;
  exchange::ReadLog log(file, issues, places);
  exchange::FieldReader fields(*tree, "demo", log);
  describe(fields, settings);
  fields.end();
  if (issues.empty()) check_sizes(file, settings, issues);
  if (!issues.empty()) return std::unexpected(std::move(issues));
  return settings;
}

}  // namespace kontor::cli::demo
