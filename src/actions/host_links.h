#pragma once
#include <optional>
#include <string>
#include <vector>

#include "actions/context.h"
#include "actions/outcome.h"
#include "store/host_links.h"

// One secret link for the host of an activity, without an account: to accept or decline, and to say
// how many they can receive, in which languages, when and on which conditions. It is sent by the
// outbox, and its secret is drawn when the post takes the letter: nobody else ever has it, the
// database keeps a hash.

namespace kontor::actions {

struct HostLimits {
  static constexpr int days = 366;
  static constexpr std::size_t of_mission = 2000;
  static constexpr std::size_t text_bytes = 2000;
  static constexpr int capacity = 100'000;
};

struct NewHostLink {
  std::string activity;
  std::string mail;
  std::string name;
  base::Language language = base::Language::En;
  int days = 60;  // 1 … 366
};

// A link with what its host said last.
struct HostLinkState {
  store::HostLink link;
  std::optional<store::HostAnswer> answer;
};

// Adds one; the outbox gets a letter. Logged. Refused: Denied, Conflict no_mission or
// too_many_host_links, Issues (an activity without host, a bad address).
Outcome<store::HostLink> add_host_link(Context& context, const mission::Acting& acting,
                                       const NewHostLink& wanted);
// The latest first. Refused: Denied, Conflict no_mission.
Outcome<std::vector<HostLinkState>> list_host_links(Context& context,
                                                    const mission::Acting& acting);
// From then on it opens nothing. Logged. Refused: Denied, Missing, Conflict no_mission.
Outcome<void> end_host_link(Context& context, const mission::Acting& acting, const std::string& id);

// A new secret for the link of a letter; nothing where it is good no more.
std::optional<std::string> draw_host_token(Context& context, const std::string& id);

// As whom the holder of a link acts: a host of the activity's organisation. Nothing where the
// activity is gone.
std::optional<mission::Acting> acting_of(Context& context, const store::HostLink& link);

// Who holds a link: a host of the activity's organisation, of which they see that one activity.
struct Guest {
  store::HostLink link;
  mission::Acting acting;
  std::optional<store::HostAnswer> answer;
};
// Nothing for secrets that lead to no link or one that ended, of another mission, or of an activity
// that is gone. Uses up nothing.
std::optional<Guest> find_guest(Context& context, const std::string& token);

// Keeps what the holder says, in the place of what they said before. Logged. Refused: Missing,
// Issues.
Outcome<void> answer_as_guest(Context& context, const std::string& token,
                              const store::HostAnswer& answer);

}  // namespace kontor::actions
