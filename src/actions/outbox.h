#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "actions/context.h"
#include "actions/outcome.h"
#include "actions/rows.h"
#include "store/accounts.h"
#include "store/host_links.h"
#include "store/letters.h"

// Letters: drafted by the server in the words of each reader, looked through by the office, sent by
// the post.

namespace kontor::actions {

// The latest 500, or those of `rows`, latest first. Refused: Denied, Conflict no_mission.
Outcome<std::vector<store::Letter>> read_outbox(Context& context, const mission::Acting& acting,
                                                const Rows& rows = {500});

enum class LetterOrder { Send, Withdraw };
// Drafts and failed letters are sent or withdrawn; `numbers` that are neither any more are left
// alone. How many were. Refused: Denied, Conflict no_mission.
Outcome<int> order_letters(Context& context, const mission::Acting& acting,
                           const std::vector<std::int64_t>& numbers, LetterOrder order);

// Somebody of whose agenda a letter may have to tell.
struct ToBeTold {
  store::Account account;
  std::string told;  // what they know already, see store::Letter::agenda
};

// What has to be drafted: links of hosts, invitations of new accounts with their agendas, and
// letters to all about
// a version of the plan of which none were drafted yet.
struct DueLetters {
  mission::MissionId mission;
  int version = 0;  // that is published; 0: none
  bool is_new_version = false;
  std::vector<store::Account> to_invite;
  std::vector<ToBeTold> to_tell;
  std::vector<store::HostLink> hosts;
};
// Nothing where nothing has to be drafted.
std::optional<DueLetters> due_letters(Context& context);
// Writes the drafts of `due`, those about agendas in the place of drafts about older versions;
// nothing where somebody else has done so meanwhile.
void draft_letters(Context& context, const DueLetters& due,
                   const std::vector<store::Letter>& letters);

// Sends one letter; nothing, or why not.
struct PostFailure {
  std::string reason;
  bool permanent = false;
};
using Post =
    std::function<std::optional<PostFailure>(const store::Letter&, const mission::MissionId&)>;

// Sends what is approved and due, one after another, until nothing is or `stop()`. A letter that
// the post did not take is tried again after 1, 5, 15 and 60 minutes, then it has failed; so it has
// at once where the post will never take it. How many were sent.
int send_letters(Context& context, const Post& post, const std::function<bool()>& stop = {});

}  // namespace kontor::actions
