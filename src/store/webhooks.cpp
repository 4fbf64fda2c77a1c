#include "store/webhooks.h"

#include <fmt/format.h>

#include "store/visitors.h"

namespace kontor::store {

namespace {

constexpr int kept_deliveries = 1000;

std::vector<Webhook> webhooks_of(sql::Query query) {
  std::vector<Webhook> found;
  while (query.step()) {
    Webhook& webhook = found.emplace_back();
    Reader reader(query, "webhook");
    reader("id", webhook.id);
    reader("mission", webhook.mission.value);
    reader("address", webhook.address);
    reader("secret", webhook.secret);
    reader("secret_before", webhook.secret_before);
    reader("active", webhook.active);
    reader("made_at", webhook.made_at);
    reader("made_by", webhook.made_by);
  }
  return found;
}

std::vector<Delivery> deliveries_of(sql::Query query) {
  std::vector<Delivery> found;
  while (query.step()) {
    Delivery& delivery = found.emplace_back();
    Reader reader(query, "webhook_delivery");
    reader("number", delivery.number);
    reader("webhook", delivery.webhook);
    reader("message", delivery.message);
    reader("body", delivery.body);
    reader("state", delivery.state);
    reader("tries", delivery.tries);
    reader("due_at", delivery.due_at);
    reader("made_at", delivery.made_at);
    reader("answer", delivery.answer);
  }
  return found;
}

template <class T>
std::optional<T> first_of(std::vector<T> list) {
  if (list.empty()) return std::nullopt;
  return std::move(list.front());
}

std::string select_webhook(std::string_view rest) {
  return fmt::format(
      "SELECT id, mission, address, secret, secret_before, active, made_at, made_by FROM webhook "
      "{}",
      rest);
}

std::string select_delivery(std::string_view rest) {
  return fmt::format(
      "SELECT number, webhook, message, body, state, tries, due_at, made_at, answer "
      "FROM webhook_delivery {}",
      rest);
}

void queue_one(sql::Connection& connection, const std::string& webhook, const std::string& message,
               const std::string& body, base::Instant now) {
  connection.run(
      "INSERT INTO webhook_delivery (number, webhook, message, body, state, tries, due_at, "
      "made_at, answer) SELECT coalesce(max(number), 0) + 1, $1, $2, $3, 'waiting', 0, $4, $4, '' "
      "FROM webhook_delivery",
      webhook, message, body, text_of(now));
}

}  // namespace

void write_webhook(sql::Connection& connection, const Webhook& webhook) {
  connection.run(
      "INSERT INTO webhook (id, mission, address, secret, secret_before, active, made_at, made_by) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (id) DO UPDATE SET "
      "secret = excluded.secret, secret_before = excluded.secret_before, active = excluded.active",
      webhook.id, webhook.mission.value, webhook.address, webhook.secret, webhook.secret_before,
      webhook.active, text_of(webhook.made_at), webhook.made_by);
}

std::vector<Webhook> read_webhooks(sql::Connection& connection, const mission::MissionId& mission) {
  return webhooks_of(
      connection.query(select_webhook("WHERE mission = $1 ORDER BY made_at, id"), mission.value));
}

std::vector<Webhook> read_webhooks_with(sql::Connection& connection, std::string_view begin) {
  return webhooks_of(
      connection.query(select_webhook("WHERE substr(secret, 1, $1) = $2 ORDER BY id"),
                       static_cast<std::int64_t>(begin.size()), begin));
}

std::optional<Webhook> find_webhook(sql::Connection& connection, const std::string& id) {
  return first_of(webhooks_of(connection.query(select_webhook("WHERE id = $1"), id)));
}

int delete_webhook(sql::Connection& connection, const std::string& id) {
  return static_cast<int>(connection.run("DELETE FROM webhook WHERE id = $1", id));
}

void end_webhook(sql::Connection& connection, const std::string& id) {
  connection.run("UPDATE webhook SET active = 0 WHERE id = $1", id);
}

void queue_deliveries(sql::Connection& connection, const std::string& message,
                      const std::string& body, base::Instant now) {
  const auto all = webhooks_of(connection.query(select_webhook("WHERE active = 1 ORDER BY id")));
  for (const Webhook& webhook : all) queue_one(connection, webhook.id, message, body, now);
  if (all.empty()) return;
  connection.run(
      "DELETE FROM webhook_delivery WHERE number <= "
      "(SELECT max(number) FROM webhook_delivery) - $1",
      kept_deliveries);
  connection.announce();
}

void queue_again(sql::Connection& connection, const Delivery& delivery, base::Instant now) {
  queue_one(connection, delivery.webhook, delivery.message, delivery.body, now);
  connection.announce();
}

std::vector<Delivery> read_deliveries(sql::Connection& connection, const std::string& webhook,
                                      std::int64_t before, int limit) {
  return deliveries_of(connection.query(
      select_delivery("WHERE webhook = $1 AND number < $2 ORDER BY number DESC LIMIT $3"), webhook,
      before, limit));
}

std::optional<Delivery> find_delivery(sql::Connection& connection, std::int64_t number) {
  return first_of(deliveries_of(connection.query(select_delivery("WHERE number = $1"), number)));
}

std::optional<Delivery> due_delivery(sql::Connection& connection, base::Instant now) {
  return first_of(deliveries_of(connection.query(
      select_delivery("WHERE state = 'waiting' AND due_at <= $1 ORDER BY due_at, number LIMIT 1"),
      text_of(now))));
}

void note_delivery(sql::Connection& connection, const Delivery& delivery) {
  connection.run(
      "UPDATE webhook_delivery SET state = $1, tries = $2, due_at = $3, answer = $4 "
      "WHERE number = $5",
      delivery.state, delivery.tries, text_of(delivery.due_at), delivery.answer, delivery.number);
}

}  // namespace kontor::store
