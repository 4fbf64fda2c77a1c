#pragma once
#include <optional>
#include <string>
#include <vector>

#include "actions/context.h"
#include "actions/outcome.h"
#include "briefing/linked_versions.h"
#include "store/releases.h"

// Releases for the press: written in four languages, cleared, and out when their embargo ends.
// Nobody but those who keep them learns of one before, and of a withdrawn one never. No answer
// that shows them is kept by anybody: each looks at the clock.

namespace kontor::actions {

struct KeptRelease {
  store::PressRelease release;
  bool out = false;
  std::optional<base::Instant> unlocks_at;  // nothing: when its agreement is signed
  briefing::FourTexts texts;                // title and text of each version, as they are compared
  std::vector<briefing::VersionLink> links;
  base::Issues faults;  // why it cannot be cleared
};

// All. Refused: Denied, Conflict no_mission.
Outcome<std::vector<KeptRelease>> read_kept_releases(Context& context,
                                                     const mission::Acting& acting);
// Keeps it as a draft; an empty key makes a new one. Refused: Denied, Issues, Missing for an
// unknown key, Conflict no_mission, or release_is_out.
Outcome<void> keep_release(Context& context, const mission::Acting& acting,
                           store::PressRelease release);
// From now on it is out as soon as its embargo ends. Refused: Denied, Missing, Issues with the
// sentences that contradict each other or the register.
Outcome<void> clear_release(Context& context, const mission::Acting& acting, const std::string& id);
// It never appears, or no longer. Refused: Denied, Missing.
Outcome<void> withdraw_release(Context& context, const mission::Acting& acting,
                               const std::string& id);

// What everybody may read.
struct NewsItem {
  std::string id;
  base::Text title;
  base::Text body;
  base::Instant published_at{};

  bool operator==(const NewsItem&) const = default;
};

// The latest first. Refused: Denied where the mission is hidden from the reader, Conflict
// no_mission.
Outcome<std::vector<NewsItem>> read_newsroom(Context& context, const mission::Acting& acting);

}  // namespace kontor::actions
