#pragma once
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "actions/context.h"
#include "actions/events.h"
#include "actions/outcome.h"
#include "actions/rows.h"
#include "store/webhooks.h"

namespace kontor::actions {

// Other systems are told of what everybody may hear, per Standard Webhooks: a POST with webhook-id,
// webhook-timestamp and webhook-signature. All refuse besides: Denied, Conflict no_mission.

// With its secret, which is shown this once and kept sealed. Refused: issues of the address (http
// or https, no user name in it, at most 500 characters); Conflict too_many_webhooks beyond twenty,
// key_lost.
Outcome<store::Webhook> add_webhook(Context& context, const mission::Acting& acting,
                                    const std::string& address);
// Another secret; what is sent is signed with both until the next rotation. Refused: Missing,
// Conflict key_lost.
Outcome<store::Webhook> rotate_webhook(Context& context, const mission::Acting& acting,
                                       const std::string& id);
Outcome<std::vector<store::Webhook>> read_webhooks(Context& context, const mission::Acting& acting);
Outcome<std::vector<store::Webhook>> remove_webhook(Context& context, const mission::Acting& acting,
                                                    const std::string& id);

// The latest hundred, or those of `rows`, latest first. Refused: Missing.
Outcome<std::vector<store::Delivery>> read_deliveries(Context& context,
                                                      const mission::Acting& acting,
                                                      const std::string& webhook,
                                                      const Rows& rows = {});
// Sends a message once more. Refused: Missing.
Outcome<std::vector<store::Delivery>> replay_delivery(Context& context,
                                                      const mission::Acting& acting,
                                                      std::int64_t number);

// In the transaction of the event.
void queue_webhooks(Context& context, sql::Connection& connection, const Published& event);

// The headers that sign `body` at `now`.
std::vector<std::pair<std::string, std::string>> signature(const store::Webhook& webhook,
                                                           const std::string& message,
                                                           const std::string& body,
                                                           base::Instant now);

// Seals the secrets that an earlier Kontor left in clear; how many webhooks that were. None while
// the key is lost. For the start of the program.
int seal_webhooks(Context& context);

// Sends a POST; the status, or 0 and why there was none.
using PostWebhook = std::function<std::pair<int, std::string>(
    const std::string& address, const std::string& body,
    const std::vector<std::pair<std::string, std::string>>& headers)>;

// Delivers what is due, one after the other, until nothing is: 2xx is done; 410 ends the webhook;
// else it is tried again after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h, 20 h, and then given up.
// One process at a time; false where another does it now. `stop` is asked between two deliveries.
bool deliver_webhooks(Context& context, const PostWebhook& post, const std::function<bool()>& stop);

}  // namespace kontor::actions
