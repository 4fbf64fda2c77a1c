#include "actions/sessions.h"

#include "base/hash.h"
#include "store/missions.h"
#include "store/store.h"
#include "store/tokens.h"

namespace kontor::actions {

namespace {

constexpr int token_bytes = 32;

mission::MissionId served(sql::Connection& connection) {
  const auto state = store::read_served_state(connection);
  return state ? state->id : mission::MissionId();
}

}  // namespace

std::string create_session(Context& context, const mission::Acting& acting, SignedInBy by) {
  const std::string token = base::random_hex(token_bytes);
  context.store.write([&](sql::Connection& connection) {
    const base::Instant now = context.now();
    const store::SignedIn signed_in{served(connection), by == SignedInBy::DemoLink, acting,
                                    now + session_lifetime};
    store::write_signed_in(connection, base::sha256(token), signed_in, now);
  });
  return token;
}

std::optional<mission::Acting> find_session(Context& context, const std::string& token) {
  return context.store.read([&](sql::Connection& connection) -> std::optional<mission::Acting> {
    auto found = store::find_signed_in(connection, base::sha256(token), context.now());
    if (!found || found->mission != served(connection)) return std::nullopt;
    return std::move(found->acting);
  });
}

void end_session(Context& context, const std::string& token) {
  context.store.write([&](sql::Connection& connection) {
    store::delete_signed_in(connection, base::sha256(token));
  });
}

}  // namespace kontor::actions
