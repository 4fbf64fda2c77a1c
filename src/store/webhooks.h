#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "mission/keys.h"
#include "sql/connection.h"

// Addresses of other systems that are told of events, and what was delivered to them. All throw
// sql::Error; writers are called within Store::write.

namespace kontor::store {

struct Webhook {
  std::string id;
  mission::MissionId mission;
  std::string address;
  std::string secret;         // "whsec_…" as the receiver has it; in the database it is sealed
  std::string secret_before;  // still signed with after a rotation; empty: none
  bool active = true;
  base::Instant made_at{};
  std::string made_by;

  bool operator==(const Webhook&) const = default;
};

struct Delivery {
  std::int64_t number = 0;
  std::string webhook;
  std::string message;  // the webhook-id: the same at every try and replay
  std::string body;
  std::string state;  // waiting, done, failed
  int tries = 0;
  base::Instant due_at{};
  base::Instant made_at{};
  std::string answer;  // of the latest try: the status, or why there was none

  bool operator==(const Delivery&) const = default;
};

void write_webhook(sql::Connection& connection, const Webhook& webhook);
std::vector<Webhook> read_webhooks(sql::Connection& connection, const mission::MissionId& mission);
// Of all missions, whose secret begins so.
std::vector<Webhook> read_webhooks_with(sql::Connection& connection, std::string_view begin);
std::optional<Webhook> find_webhook(sql::Connection& connection, const std::string& id);
// How many were removed, with their deliveries: 0 or 1.
int delete_webhook(sql::Connection& connection, const std::string& id);
void end_webhook(sql::Connection& connection, const std::string& id);  // no longer active

// A delivery for each active webhook, announced; the thousand latest of all are kept.
void queue_deliveries(sql::Connection& connection, const std::string& message,
                      const std::string& body, base::Instant now);
// The same message again, as a delivery of its own.
void queue_again(sql::Connection& connection, const Delivery& delivery, base::Instant now);

// At most `limit` of a webhook with numbers below `before`, latest first.
std::vector<Delivery> read_deliveries(sql::Connection& connection, const std::string& webhook,
                                      std::int64_t before, int limit);
std::optional<Delivery> find_delivery(sql::Connection& connection, std::int64_t number);
// The oldest that waits and is due.
std::optional<Delivery> due_delivery(sql::Connection& connection, base::Instant now);
// Writes its state, tries, due_at and answer.
void note_delivery(sql::Connection& connection, const Delivery& delivery);

}  // namespace kontor::store
