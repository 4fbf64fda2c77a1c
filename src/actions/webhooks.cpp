#include "actions/webhooks.h"

#include <array>
#include <fmt/format.h>

#include "actions/change_log.h"
#include "actions/sealing.h"
#include "base/hash.h"
#include "base/hmac.h"
#include "store/missions.h"
#include "store/store.h"

namespace kontor::actions {

namespace {

using std::chrono::seconds;

constexpr std::string_view secret_mark = "whsec_";
constexpr int secret_bytes = 24;
constexpr std::size_t most_webhooks = 20;
constexpr std::size_t longest_address = 500;
constexpr std::array<seconds, 8> webhook_pauses{seconds(5),      seconds(300),    seconds(1'800),
                                                seconds(7'200),  seconds(18'000), seconds(36'000),
                                                seconds(50'400), seconds(72'000)};

std::string new_secret() {
  std::string bytes;
  const std::string digits = base::random_hex(secret_bytes);
  for (std::size_t i = 0; i < digits.size(); i += 2)
    bytes += static_cast<char>(std::stoi(digits.substr(i, 2), nullptr, 16));
  return std::string(secret_mark) + base::base64(bytes);
}

base::Issues faults_of(const std::string& address) {
  const bool web = address.starts_with("https://") || address.starts_with("http://");
  const std::size_t begin = web ? address.find("://") + 3 : 0;
  const std::string host = address.substr(begin, address.find_first_of("/?#", begin) - begin);
  const bool plain = address.find_first_of(" \t\r\n\\") == std::string::npos;
  if (web && plain && !host.empty() && host.find('@') == std::string::npos &&
      address.size() <= longest_address)
    return {};
  return {{"wrong_type",
           "/address",
           address.substr(0, longest_address),
           {{"expected", "an address that begins with https://"}},
           {}}};
}

// Sealed to its place: what is moved to another webhook does not open.
std::string place_of_secret(const std::string& webhook) {
  return "webhook\n" + webhook;
}

// Writes the webhook with its secrets sealed; false where the key is lost.
bool write_sealed(Context& context, sql::Connection& connection, store::Webhook webhook) {
  if (!hold_key(context, connection)) return false;
  for (std::string* secret : {&webhook.secret, &webhook.secret_before})
    if (!secret->empty()) *secret = context.sealing_key->seal(*secret, place_of_secret(webhook.id));
  store::write_webhook(connection, webhook);
  return true;
}

// Its secrets as the receiver has them; false where the key is lost.
bool open_secrets(const Context& context, store::Webhook& webhook) {
  for (std::string* secret : {&webhook.secret, &webhook.secret_before}) {
    if (secret->empty()) continue;
    if (context.sealing_key == nullptr) return false;
    auto opened = context.sealing_key->open(*secret, place_of_secret(webhook.id));
    if (!opened) return false;
    *secret = *std::move(opened);
  }
  return true;
}

// The webhook of that key, if it is of the served mission.
std::optional<store::Webhook> own_webhook(sql::Connection& connection,
                                          const store::MissionState& state, const std::string& id) {
  auto webhook = store::find_webhook(connection, id);
  if (!webhook || webhook->mission != state.id) return std::nullopt;
  return webhook;
}

template <class T, class Work>
Outcome<T> managed(Context& context, const mission::Acting& acting, Work work) {
  if (!may(acting, Verb::ManageWebhooks)) return std::unexpected(Denied{Verb::ManageWebhooks});
  return context.store.write([&](sql::Connection& connection) -> Outcome<T> {
    const auto state = store::read_served_state(connection);
    if (!state) return std::unexpected(Conflict{"no_mission", ""});
    return work(connection, *state);
  });
}

}  // namespace

Outcome<store::Webhook> add_webhook(Context& context, const mission::Acting& acting,
                                    const std::string& address) {
  return managed<store::Webhook>(
      context, acting,
      [&](sql::Connection& connection, const auto& state) -> Outcome<store::Webhook> {
        if (auto faults = faults_of(address); !faults.empty())
          return std::unexpected(std::move(faults));
        if (store::read_webhooks(connection, state.id).size() >= most_webhooks)
          return std::unexpected(Conflict{"too_many_webhooks", ""});
        const store::Webhook webhook{base::random_hex(8), state.id,   address,
                                     new_secret(),        "",         true,
                                     context.now(),       acting.name};
        if (!write_sealed(context, connection, webhook)) return std::unexpected(key_lost());
        log_change(context, connection, state.id, acting, Verb::ManageWebhooks,
                   "webhook/" + webhook.id, "added");
        return webhook;
      });
}

Outcome<store::Webhook> rotate_webhook(Context& context, const mission::Acting& acting,
                                       const std::string& id) {
  return managed<store::Webhook>(
      context, acting,
      [&](sql::Connection& connection, const auto& state) -> Outcome<store::Webhook> {
        auto webhook = own_webhook(connection, state, id);
        if (!webhook) return std::unexpected(Missing{"webhook", id});
        if (!open_secrets(context, *webhook)) return std::unexpected(key_lost());
        webhook->secret_before = webhook->secret;
        webhook->secret = new_secret();
        webhook->active = true;
        if (!write_sealed(context, connection, *webhook)) return std::unexpected(key_lost());
        log_change(context, connection, state.id, acting, Verb::ManageWebhooks, "webhook/" + id,
                   "another secret");
        return *webhook;
      });
}

Outcome<std::vector<store::Webhook>> read_webhooks(Context& context,
                                                   const mission::Acting& acting) {
  if (!may(acting, Verb::ManageWebhooks)) return std::unexpected(Denied{Verb::ManageWebhooks});
  return context.store.read(
      [](sql::Connection& connection) -> Outcome<std::vector<store::Webhook>> {
        const auto state = store::read_served_state(connection);
        if (!state) return std::unexpected(Conflict{"no_mission", ""});
        return store::read_webhooks(connection, state->id);
      });
}

Outcome<std::vector<store::Webhook>> remove_webhook(Context& context, const mission::Acting& acting,
                                                    const std::string& id) {
  using List = std::vector<store::Webhook>;
  return managed<List>(context, acting,
                       [&](sql::Connection& connection, const auto& state) -> Outcome<List> {
                         if (!own_webhook(connection, state, id))
                           return std::unexpected(Missing{"webhook", id});
                         store::delete_webhook(connection, id);
                         log_change(context, connection, state.id, acting, Verb::ManageWebhooks,
                                    "webhook/" + id, "removed");
                         return store::read_webhooks(connection, state.id);
                       });
}

Outcome<std::vector<store::Delivery>> read_deliveries(Context& context,
                                                      const mission::Acting& acting,
                                                      const std::string& webhook,
                                                      const Rows& rows) {
  using List = std::vector<store::Delivery>;
  if (!may(acting, Verb::ManageWebhooks)) return std::unexpected(Denied{Verb::ManageWebhooks});
  return context.store.read([&](sql::Connection& connection) -> Outcome<List> {
    const auto state = store::read_served_state(connection);
    if (!state) return std::unexpected(Conflict{"no_mission", ""});
    if (!own_webhook(connection, *state, webhook))
      return std::unexpected(Missing{"webhook", webhook});
    return store::read_deliveries(connection, webhook, rows.before, rows.limit);
  });
}

Outcome<std::vector<store::Delivery>> replay_delivery(Context& context,
                                                      const mission::Acting& acting,
                                                      std::int64_t number) {
  using List = std::vector<store::Delivery>;
  return managed<List>(
      context, acting, [&](sql::Connection& connection, const auto& state) -> Outcome<List> {
        const auto delivery = store::find_delivery(connection, number);
        if (!delivery || !own_webhook(connection, state, delivery->webhook))
          return std::unexpected(Missing{"delivery", fmt::format("{}", number)});
        store::queue_again(connection, *delivery, context.now());
        log_change(context, connection, state.id, acting, Verb::ManageWebhooks,
                   fmt::format("webhook/{}", delivery->webhook), "sent again");
        return store::read_deliveries(connection, delivery->webhook, Rows().before, Rows().limit);
      });
}

void queue_webhooks(Context& context, sql::Connection& connection, const Published& event) {
  const base::Instant now = context.now();
  store::queue_deliveries(
      connection, "msg_" + base::random_hex(12),
      fmt::format(R"({{"type":"published","timestamp":"{}","data":{{"version":{}}}}})",
                  base::format(now), event.version),
      now);
}

std::vector<std::pair<std::string, std::string>> signature(const store::Webhook& webhook,
                                                           const std::string& message,
                                                           const std::string& body,
                                                           base::Instant now) {
  const std::string timestamp = fmt::format("{}", now.time_since_epoch().count());
  const std::string text = fmt::format("{}.{}.{}", message, timestamp, body);
  std::string signatures;
  for (const std::string& secret : {webhook.secret, webhook.secret_before})
    if (secret.starts_with(secret_mark))
      signatures += (signatures.empty() ? "v1," : " v1,") +
                    base::hmac_sha256(base::unbase64(secret.substr(secret_mark.size())), text);
  return {
      {"webhook-id", message}, {"webhook-timestamp", timestamp}, {"webhook-signature", signatures}};
}

bool deliver_webhooks(Context& context, const PostWebhook& post,
                      const std::function<bool()>& stop) {
  const auto due = [&](sql::Connection& connection) {
    return store::due_delivery(connection, context.now());
  };
  if (!context.store.read(due)) return true;
  const auto lease = context.store.try_lease("webhooks");
  if (!lease) return false;
  while (!stop()) {
    auto delivery = context.store.read(due);
    if (!delivery) break;
    auto webhook = context.store.read([&](sql::Connection& connection) {
      return store::find_webhook(connection, delivery->webhook);
    });
    if (!webhook) continue;  // removed, with its deliveries, just now
    const auto [status, reason] =
        open_secrets(context, *webhook)
            ? post(webhook->address, delivery->body,
                   signature(*webhook, delivery->message, delivery->body, context.now()))
            : std::pair<int, std::string>{0, "the key that seals the secret is lost"};
    const bool given_up = delivery->tries >= static_cast<int>(webhook_pauses.size());
    delivery->answer = status > 0 ? fmt::format("{}", status) : reason;
    delivery->state = status >= 200 && status < 300                   ? "done"
                      : given_up || status == 410 || !webhook->active ? "failed"
                                                                      : "waiting";
    if (delivery->state == "waiting")
      delivery->due_at =
          context.now() + webhook_pauses.at(static_cast<std::size_t>(delivery->tries));
    ++delivery->tries;
    context.store.write([&](sql::Connection& connection) {
      store::note_delivery(connection, *delivery);
      if (status == 410) store::end_webhook(connection, webhook->id);
    });
  }
  return true;
}

int seal_webhooks(Context& context) {
  const auto clear = [](sql::Connection& connection) {
    return store::read_webhooks_with(connection, secret_mark);
  };
  if (context.store.read(clear).empty()) return 0;
  return context.store.write([&](sql::Connection& connection) {
    int sealed = 0;
    for (const store::Webhook& webhook : clear(connection))
      sealed += write_sealed(context, connection, webhook) ? 1 : 0;
    return sealed;
  });
}

}  // namespace kontor::actions
