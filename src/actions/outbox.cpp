#include "actions/outbox.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <set>

#include "actions/change_log.h"
#include "store/missions.h"
#include "store/store.h"

namespace kontor::actions {

namespace {

constexpr std::chrono::minutes busy{5};  // longer than the post takes for a letter
constexpr std::array<std::chrono::minutes, 4> pauses{
    std::chrono::minutes(1), std::chrono::minutes(5), std::chrono::minutes(15),
    std::chrono::minutes(60)};

bool is_open(const store::Letter& letter) {
  return letter.state == store::LetterState::Draft || letter.state == store::LetterState::Failed;
}

void apply(sql::Connection& connection, const mission::MissionId& mission, store::Letter letter,
           LetterOrder order, base::Instant now) {
  letter.state =
      order == LetterOrder::Send ? store::LetterState::Approved : store::LetterState::Withdrawn;
  letter.tries = 0;
  letter.due_at = now;
  store::update_letter(connection, mission, letter);
  if (order == LetterOrder::Send && letter.kind == store::LetterKind::Agenda)
    store::write_told(connection, mission, letter.person, letter.agenda);
}

// Once for each link.
void draft_host_link(sql::Connection& connection, const mission::MissionId& mission,
                     const store::Letter& letter) {
  const auto link = store::find_host_link(connection, mission, letter.account);
  if (!link || link->drafted) return;
  store::write_letter(connection, mission, letter);
  store::note_host_link_drafted(connection, link->id);
}

// The letter after the post was asked to take it.
store::Letter after(store::Letter letter, const std::optional<PostFailure>& failure,
                    base::Instant now) {
  letter.reason = failure ? failure->reason : "";
  if (!failure) {
    letter.state = store::LetterState::Sent;
    letter.due_at = now;
  } else if (failure->permanent || letter.tries >= static_cast<int>(pauses.size())) {
    letter.state = store::LetterState::Failed;
  } else {
    letter.due_at = now + pauses.at(static_cast<std::size_t>(letter.tries));
  }
  ++letter.tries;
  return letter;
}

}  // namespace

Outcome<std::vector<store::Letter>> read_outbox(Context& context, const mission::Acting& acting,
                                                const Rows& rows) {
  if (!may(acting, Verb::SendLetters)) return std::unexpected(Denied{Verb::SendLetters});
  return context.store.read(
      [&](sql::Connection& connection) -> Outcome<std::vector<store::Letter>> {
        const auto state = store::read_served_state(connection);
        if (!state) return std::unexpected(Conflict{"no_mission", ""});
        return store::read_letters(connection, state->id, rows.before, rows.limit);
      });
}

Outcome<int> order_letters(Context& context, const mission::Acting& acting,
                           const std::vector<std::int64_t>& numbers, LetterOrder order) {
  if (!may(acting, Verb::SendLetters)) return std::unexpected(Denied{Verb::SendLetters});
  return context.store.write([&](sql::Connection& connection) -> Outcome<int> {
    const auto state = store::read_served_state(connection);
    if (!state) return std::unexpected(Conflict{"no_mission", ""});
    int ordered = 0;
    for (const std::int64_t number : numbers) {
      const auto letter = store::read_letter(connection, state->id, number);
      if (!letter || !is_open(*letter)) continue;
      apply(connection, state->id, *letter, order, context.now());
      ++ordered;
    }
    if (ordered > 0)
      log_change(
          context, connection, state->id, acting, Verb::SendLetters, "letters",
          fmt::format("{} {}", ordered, order == LetterOrder::Send ? "approved" : "withdrawn"));
    return ordered;
  });
}

std::optional<DueLetters> due_letters(Context& context) {
  return context.store.read([&](sql::Connection& connection) -> std::optional<DueLetters> {
    const auto state = store::read_served_state(connection);
    if (!state) return std::nullopt;
    DueLetters due;
    due.mission = state->id;
    due.version = state->published_version;
    due.is_new_version =
        due.version > 0 && store::read_noticed(connection, state->id) != due.version;
    for (const store::Account& account : store::read_accounts(connection, state->id)) {
      if (!account.invited) due.to_invite.push_back(account);
      const bool is_due = due.is_new_version || !account.invited;
      if (due.version > 0 && is_due && !account.acting.person.empty())
        due.to_tell.push_back(
            {account, store::read_told(connection, state->id, account.acting.person)});
    }
    for (const store::HostLink& link : store::read_host_links(connection, state->id))
      if (!link.drafted) due.hosts.push_back(link);
    if (!due.is_new_version && due.to_invite.empty() && due.hosts.empty()) return std::nullopt;
    return due;
  });
}

void draft_letters(Context& context, const DueLetters& due,
                   const std::vector<store::Letter>& letters) {
  context.store.write([&](sql::Connection& connection) {
    const auto state = store::read_served_state(connection);
    const bool is_current =
        state && state->id == due.mission && state->published_version == due.version;
    const bool agendas = is_current && due.is_new_version &&
                         store::read_noticed(connection, due.mission) != due.version;
    std::set<std::string> uninvited;
    for (const store::Account& account : store::read_accounts(connection, due.mission))
      if (!account.invited) uninvited.insert(account.id);
    if (agendas) {
      store::delete_agenda_drafts(connection, due.mission);
      store::write_noticed(connection, due.mission, due.version);
    }
    for (const store::Letter& letter : letters) {
      if (letter.kind == store::LetterKind::HostLink) {
        draft_host_link(connection, due.mission, letter);
        continue;
      }
      const bool invitation = letter.kind == store::LetterKind::Invitation;
      const bool is_new = uninvited.contains(letter.account);
      if (!is_new && (invitation || !agendas)) continue;
      if (!invitation && !is_current) continue;
      if (!store::find_account(connection, due.mission, letter.account)) continue;
      store::write_letter(connection, due.mission, letter);
      if (invitation) store::note_invited(connection, due.mission, letter.account);
    }
  });
}

int send_letters(Context& context, const Post& post, const std::function<bool()>& stop) {
  int sent = 0;
  while (!stop || !stop()) {
    const base::Instant now = context.now();
    mission::MissionId mission;
    const auto waiting = context.store.read([&](sql::Connection& connection) {
      const auto state = store::read_served_state(connection);
      if (state) mission = state->id;
      return state && store::has_due_letter(connection, mission, now);
    });
    if (!waiting) break;
    const auto letter = context.store.write([&](sql::Connection& connection) {
      return store::take_letter(connection, mission, now, now + busy);
    });
    if (!letter) break;
    const store::Letter done = after(*letter, post(*letter, mission), context.now());
    context.store.write(
        [&](sql::Connection& connection) { store::update_letter(connection, mission, done); });
    if (done.state == store::LetterState::Sent) ++sent;
  }
  return sent;
}

}  // namespace kontor::actions
