#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/text.h"
#include "base/time.h"
#include "mission/keys.h"
#include "sql/connection.h"

// Secret links with which hosts look after their activity without an account, and what they said.
// All throw sql::Error; writers are called within Store::write.

namespace kontor::store {

struct HostLink {
  std::string id;
  mission::MissionId mission;
  mission::ActivityId activity;
  std::string mail;
  std::string name;  // whom the letter greets
  base::Language language = base::Language::En;
  bool drafted = false;  // whether the letter with the link was
  base::Instant made_at{};
  std::string made_by;
  base::Instant ends_at{};

  bool operator==(const HostLink&) const = default;
};

// What a host said of their activity; the latest counts.
struct HostAnswer {
  std::string link;
  std::string word;                    // accepted, declined
  int capacity = 0;                    // people they can receive; 0: they did not say
  std::vector<std::string> languages;  // codes
  std::string times;                   // when it suits them
  std::string conditions;
  base::Instant made_at{};

  bool operator==(const HostAnswer&) const = default;
};

void write_host_link(sql::Connection& connection, const HostLink& link);
// The latest first, those that have ended too.
std::vector<HostLink> read_host_links(sql::Connection& connection,
                                      const mission::MissionId& mission);
std::optional<HostLink> find_host_link(sql::Connection& connection,
                                       const mission::MissionId& mission, const std::string& id);
void note_host_link_drafted(sql::Connection& connection, const std::string& id);
// From now on it is good for nothing; its letter is not sent any more.
void end_host_link(sql::Connection& connection, const HostLink& link, base::Instant now);

// Another secret that leads to the link; earlier ones stay good.
void write_host_token(sql::Connection& connection, const HostLink& link,
                      const std::string& token_hash, base::Instant now);
// The link of that secret, while it is good.
std::optional<HostLink> find_host_link_of(sql::Connection& connection,
                                          const std::string& token_hash, base::Instant now);

void write_host_answer(sql::Connection& connection, const HostAnswer& answer);
std::optional<HostAnswer> find_host_answer(sql::Connection& connection, const std::string& link);

}  // namespace kontor::store
