#include "actions/sessions.h"

#include <algorithm>

#include "actions/acting_for.h"
#include "actions/change_log.h"
#include "actions/whole.h"
#include "base/hash.h"
#include "store/missions.h"
#include "store/passkeys.h"
#include "store/store.h"

namespace kontor::actions {

namespace {

constexpr int token_bytes = 32;
constexpr int session_id_bytes = 8;
constexpr std::size_t agent_bytes = 200;
constexpr std::chrono::minutes note_every{5};  // a session that is used need not be noted each time

mission::MissionId served(sql::Connection& connection) {
  const auto state = store::read_served_state(connection);
  return state ? state->id : mission::MissionId();
}

std::string write(Context& context, const mission::Acting& acting, const SignIn& sign_in,
                  SignedInBy by) {
  const std::string token = base::random_hex(token_bytes);
  context.store.write([&](sql::Connection& connection) {
    const base::Instant now = context.now();
    store::SignedIn made;
    made.mission = served(connection);
    made.demo = by == SignedInBy::DemoLink;
    made.acting = acting;
    made.id = base::random_hex(session_id_bytes);
    made.account = sign_in.account;
    made.way = sign_in.way;
    made.agent = sign_in.agent.substr(0, agent_bytes);
    if (!base::is_utf8(made.agent)) made.agent.clear();
    made.made_at = made.seen_at = now;
    made.ends_at = now + lifetime_of(acting.role).absolute;
    if (!sign_in.former_token.empty())
      store::delete_signed_in(connection, base::sha256(sign_in.former_token));
    store::write_signed_in(connection, base::sha256(token), made, now);
  });
  return token;
}

// Whether the session still waits for a passkey. Those without an account are of the demo.
bool waits(const store::SignedIn& session) {
  return !session.account.empty() && needs_passkey(session.acting.role) && !is_strong(session.way);
}

struct Found {
  store::SignedIn signed_in;
  int passkeys = 0;  // of its account, where it waits for one
};

std::optional<Found> find(Context& context, const std::string& token) {
  return context.store.read([&](sql::Connection& connection) -> std::optional<Found> {
    const base::Instant now = context.now();
    auto found = store::find_signed_in(connection, base::sha256(token), now);
    if (!found || found->mission != served(connection)) return std::nullopt;
    if (found->seen_at + lifetime_of(found->acting.role).idle <= now) return std::nullopt;
    const int passkeys =
        waits(*found) ? store::count_passkeys(connection, found->mission, found->account) : 0;
    return Found{*std::move(found), passkeys};
  });
}

}  // namespace

Lifetime lifetime_of(mission::Role role) {
  using std::chrono::hours;
  const bool guest = role == mission::Role::Delegate || role == mission::Role::Host;
  return guest ? Lifetime{hours(3 * 24), hours(14 * 24)} : Lifetime{hours(2), hours(12)};
}

bool is_strong(std::string_view way) {
  return way == "passkey" || way == "provider_strong";
}

std::string create_session(Context& context, const mission::Acting& acting, SignedInBy by) {
  return write(context, acting, {"", by == SignedInBy::DemoLink ? "demo" : "proof", "", ""}, by);
}

std::string create_session(Context& context, const mission::Acting& acting, const SignIn& sign_in) {
  return write(context, acting, sign_in, SignedInBy::Proof);
}

std::optional<Session> find_session(Context& context, const std::string& token) {
  auto both = find(context, token);
  if (!both) return std::nullopt;
  store::SignedIn& found = both->signed_in;
  const base::Instant now = context.now();
  if (found.seen_at + note_every <= now)
    context.store.write([&](sql::Connection& connection) {
      store::note_seen(connection, base::sha256(token), now);
    });
  if (waits(found)) {
    Session waiting{{}, {}, found.id, {}, found.way, false, found.account, both->passkeys == 0, {}};
    waiting.acting.name = waiting.own.name = found.acting.name;
    return waiting;
  }
  Session session{found.acting, found.acting, found.id, found.account, found.way, false,
                  {},           false,        {}};
  if (found.seen_as) {
    session.acting = *std::move(found.seen_as);
    session.viewing = true;
  }
  session.same_until = std::min({found.seen_at + note_every, found.ends_at,
                                 found.seen_at + lifetime_of(found.acting.role).idle});
  return session;
}

void end_session(Context& context, const std::string& token) {
  context.store.write([&](sql::Connection& connection) {
    store::delete_signed_in(connection, base::sha256(token));
  });
}

std::vector<store::SignedIn> own_sessions(Context& context, const Session& session) {
  if (session.account.empty()) return {};
  return context.store.read([&](sql::Connection& connection) {
    return store::read_signed_in(connection, served(connection), session.account, context.now());
  });
}

Outcome<void> end_own_session(Context& context, const Session& session, const std::string& id) {
  const bool ended = !session.account.empty() && context.store.write([&](sql::Connection& c) {
    return store::delete_session(c, session.account, id);
  });
  if (!ended) return std::unexpected(Missing{"session", id});
  return {};
}

Outcome<void> view_as(Context& context, const std::string& token, const mission::Acting& seen_as) {
  const auto session = find_session(context, token);
  if (!session || !may(session->own, Verb::ViewAs)) return std::unexpected(Denied{Verb::ViewAs});
  const auto whole = newest_whole(context);
  if (!whole) return std::unexpected(Conflict{"no_mission", ""});
  const auto acting = acting_for(whole->mission, seen_as);
  if (!acting) return std::unexpected(acting.error());
  context.store.write([&](sql::Connection& connection) {
    store::write_seen_as(connection, base::sha256(token), *acting);
    log_change(context, connection, whole->state.id, session->own, Verb::ViewAs,
               "role/" + std::string(mission::word(acting->role)),
               acting->agency.value + acting->person.value);
  });
  return {};
}

Outcome<void> end_view_as(Context& context, const std::string& token) {
  const auto session = find_session(context, token);
  if (!session || !may(session->own, Verb::ViewAs)) return std::unexpected(Denied{Verb::ViewAs});
  context.store.write([&](sql::Connection& connection) {
    store::write_seen_as(connection, base::sha256(token), std::nullopt);
  });
  return {};
}

}  // namespace kontor::actions
