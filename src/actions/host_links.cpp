#include "actions/host_links.h"

#include <algorithm>
#include <fmt/format.h>

#include "actions/accounts.h"
#include "actions/change_log.h"
#include "actions/whole.h"
#include "base/hash.h"
#include "store/missions.h"
#include "store/store.h"

namespace kontor::actions {

namespace {

constexpr int host_link_bytes = 8;
constexpr int host_token_bytes = 32;

const mission::Activity* hosted(const mission::Mission& mission, const mission::ActivityId& id) {
  const auto found = std::ranges::find(mission.activities, id, &mission::Activity::id);
  return found == mission.activities.end() || found->host.empty() ? nullptr : &*found;
}

base::Issues faults_of_host_link(const mission::Mission& mission, const NewHostLink& wanted) {
  base::Issues issues;
  const mission::ActivityId activity{wanted.activity};
  if (hosted(mission, activity) == nullptr)
    issues.push_back({"unknown_reference",
                      "/activity",
                      wanted.activity.substr(0, 100),
                      {{"noun", "activity with a host"}, {"hint", ""}},
                      {}});
  if (!parse_mail(wanted.mail))
    issues.push_back({"bad_mail", "/mail", wanted.mail.substr(0, 100), {}, {}});
  const bool plain = std::ranges::none_of(wanted.name, [](char c) { return c >= 0 && c < 32; });
  if (!plain || wanted.name.empty() || wanted.name.size() > 200)
    issues.push_back({"out_of_range", "/name", "", {{"expected", "one line of 200 bytes"}}, {}});
  if (wanted.days < 1 || wanted.days > HostLimits::days)
    issues.push_back({"out_of_range",
                      "/days",
                      std::to_string(wanted.days),
                      {{"expected", fmt::format("from 1 to {}", HostLimits::days)}},
                      {}});
  return issues;
}

bool is_text(const std::string& text) {
  return text.size() <= HostLimits::text_bytes && base::is_utf8(text) &&
         std::ranges::none_of(text, [](char c) { return c >= 0 && c < 32 && c != '\n'; });
}

base::Issues faults_of_answer(const store::HostAnswer& answer) {
  base::Issues issues;
  if (answer.word != "accepted" && answer.word != "declined")
    issues.push_back({"unknown_word",
                      "/answer",
                      answer.word.substr(0, 100),
                      {{"known", "accepted, declined"}, {"hint", ""}},
                      {}});
  if (answer.capacity < 0 || answer.capacity > HostLimits::capacity)
    issues.push_back({"out_of_range",
                      "/capacity",
                      std::to_string(answer.capacity),
                      {{"expected", fmt::format("from 0 to {}", HostLimits::capacity)}},
                      {}});
  const bool known = std::ranges::all_of(answer.languages, [](const std::string& code) {
    return base::language_of(code).has_value();
  });
  if (!known || answer.languages.size() > base::all_languages.size())
    issues.push_back({"unknown_word",
                      "/languages",
                      fmt::format("{}", answer.languages.size()),
                      {{"known", "fr, nl, de, en"}, {"hint", ""}},
                      {}});
  for (const auto& [path, text] :
       {std::pair("/times", &answer.times), std::pair("/conditions", &answer.conditions)})
    if (!is_text(*text))
      issues.push_back({"out_of_range", path, "", {{"expected", "text of 2000 bytes"}}, {}});
  return issues;
}

}  // namespace

Outcome<store::HostLink> add_host_link(Context& context, const mission::Acting& acting,
                                       const NewHostLink& wanted) {
  if (!may(acting, Verb::InviteHosts)) return std::unexpected(Denied{Verb::InviteHosts});
  const auto whole = newest_whole(context);
  if (!whole) return std::unexpected(Conflict{"no_mission", ""});
  if (auto faults = faults_of_host_link(whole->mission, wanted); !faults.empty())
    return std::unexpected(std::move(faults));
  const base::Instant now = context.now();
  const store::HostLink link{base::random_hex(host_link_bytes),
                             whole->state.id,
                             mission::ActivityId{wanted.activity},
                             parse_mail(wanted.mail).value(),
                             wanted.name,
                             wanted.language,
                             false,
                             now,
                             acting.name,
                             now + std::chrono::days(wanted.days)};
  return context.store.write([&](sql::Connection& connection) -> Outcome<store::HostLink> {
    if (store::read_host_links(connection, link.mission).size() >= HostLimits::of_mission)
      return std::unexpected(Conflict{"too_many_host_links", ""});
    store::write_host_link(connection, link);
    log_change(context, connection, link.mission, acting, Verb::InviteHosts, "host_link/" + link.id,
               "added");
    return link;
  });
}

Outcome<std::vector<HostLinkState>> list_host_links(Context& context,
                                                    const mission::Acting& acting) {
  using Links = std::vector<HostLinkState>;
  if (!may(acting, Verb::InviteHosts)) return std::unexpected(Denied{Verb::InviteHosts});
  return context.store.read([&](sql::Connection& connection) -> Outcome<Links> {
    const auto state = store::read_served_state(connection);
    if (!state) return std::unexpected(Conflict{"no_mission", ""});
    Links links;
    for (store::HostLink& link : store::read_host_links(connection, state->id)) {
      auto answer = store::find_host_answer(connection, link.id);
      links.push_back({std::move(link), std::move(answer)});
    }
    return links;
  });
}

Outcome<void> end_host_link(Context& context, const mission::Acting& acting,
                            const std::string& id) {
  if (!may(acting, Verb::InviteHosts)) return std::unexpected(Denied{Verb::InviteHosts});
  return context.store.write([&](sql::Connection& connection) -> Outcome<void> {
    const auto state = store::read_served_state(connection);
    if (!state) return std::unexpected(Conflict{"no_mission", ""});
    const auto link = store::find_host_link(connection, state->id, id);
    if (!link) return std::unexpected(Missing{"host_link", id});
    store::end_host_link(connection, *link, context.now());
    log_change(context, connection, state->id, acting, Verb::InviteHosts, "host_link/" + id,
               "ended");
    return {};
  });
}

std::optional<std::string> draw_host_token(Context& context, const std::string& id) {
  return context.store.write([&](sql::Connection& connection) -> std::optional<std::string> {
    const auto state = store::read_served_state(connection);
    const auto link = state ? store::find_host_link(connection, state->id, id) : std::nullopt;
    if (!link || link->ends_at <= context.now()) return std::nullopt;
    std::string token = base::random_hex(host_token_bytes);
    store::write_host_token(connection, *link, base::sha256(token), context.now());
    return token;
  });
}

std::optional<mission::Acting> acting_of(Context& context, const store::HostLink& link) {
  const auto whole = newest_whole(context);
  const auto* activity = whole ? hosted(whole->mission, link.activity) : nullptr;
  if (activity == nullptr) return std::nullopt;
  mission::Acting acting;
  acting.role = mission::Role::Host;
  acting.organisation = activity->host;
  acting.name = link.name;
  return acting;
}

std::optional<Guest> find_guest(Context& context, const std::string& token) {
  auto guest = context.store.read([&](sql::Connection& connection) -> std::optional<Guest> {
    const auto state = store::read_served_state(connection);
    auto link = store::find_host_link_of(connection, base::sha256(token), context.now());
    if (!state || !link || link->mission != state->id) return std::nullopt;
    auto answer = store::find_host_answer(connection, link->id);
    return Guest{*std::move(link), {}, std::move(answer)};
  });
  auto acting = guest ? acting_of(context, guest->link) : std::nullopt;
  if (!acting) return std::nullopt;
  guest->acting = *std::move(acting);
  return guest;
}

Outcome<void> answer_as_guest(Context& context, const std::string& token,
                              const store::HostAnswer& answer) {
  const auto guest = find_guest(context, token);
  if (!guest || !may(guest->acting, Verb::AnswerAsHost, Ownership::Own))
    return std::unexpected(Missing{"host_link", ""});
  if (auto faults = faults_of_answer(answer); !faults.empty())
    return std::unexpected(std::move(faults));
  store::HostAnswer kept = answer;
  kept.link = guest->link.id;
  kept.made_at = context.now();
  context.store.write([&](sql::Connection& connection) {
    store::write_host_answer(connection, kept);
    log_change(context, connection, guest->link.mission, guest->acting, Verb::AnswerAsHost,
               "host_link/" + guest->link.id, kept.word);
  });
  return {};
}

}  // namespace kontor::actions
