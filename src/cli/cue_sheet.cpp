#include "cli/cue_sheet.h"

#include <fmt/format.h>

#include "actions/read_view.h"
#include "actions/view.h"
#include "cli/data_verb.h"
#include "exchange/cue_sheet.h"

namespace kontor::cli {

namespace {

struct CueSheetOptions {
  std::string data = "data", ceremony, language = "en";
};

std::string known_ceremonies(const mission::Mission& mission) {
  std::string known;
  for (const mission::Activity& activity : mission.activities)
    if (activity.kind == mission::ActivityKind::SigningCeremony)
      known += (known.empty() ? "" : ", ") + activity.id.value;
  return known.empty() ? "none" : known;
}

int show(const CueSheetOptions& options) {
  Workplace workplace(options.data);
  const auto view = actions::read_view(workplace.context(), command_line());
  if (!view) return report(view.error());
  const mission::Mission& mission = *(*view)->mission;
  bool found = false;
  for (const mission::Activity& activity : mission.activities) {
    if (activity.kind != mission::ActivityKind::SigningCeremony) continue;
    if (!options.ceremony.empty() && activity.id.value != options.ceremony) continue;
    fmt::print("{}{}", found ? "\n\n" : "",
               exchange::cue_sheet(mission, *(*view)->plan, activity,
                                   base::language_of(options.language).value()));
    found = true;
  }
  if (found) return exit_good;
  return report(base::Issues{{"out_of_range",
                              "CEREMONY",
                              options.ceremony,
                              {{"expected", "a signing ceremony: " + known_ceremonies(mission)}},
                              {}}});
}

}  // namespace

void add_cue_sheet(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<CueSheetOptions>();
  auto* verb = add_data_verb(app, "cue-sheet",
                             "Who signs what at a ceremony, in which order, and who stands where",
                             options, exit_code, show);
  verb->add_option("CEREMONY", options->ceremony, "The key of the activity; all if left out");
  verb->add_option("--language", options->language, "Of all words")
      ->check(CLI::IsMember({"fr", "nl", "de", "en"}))
      ->capture_default_str();
}

}  // namespace kontor::cli
