#include "actions/sealing.h"

#include "store/sensitive.h"

namespace kontor::actions {

bool fits(const Context& context, sql::Connection& connection) {
  const std::string before = store::read_key_fingerprint(connection);
  return context.sealing_key != nullptr &&
         (before.empty() || before == context.sealing_key->fingerprint());
}

bool hold_key(const Context& context, sql::Connection& connection) {
  if (!fits(context, connection)) return false;
  if (store::read_key_fingerprint(connection).empty())
    store::write_key_fingerprint(connection, context.sealing_key->fingerprint());
  return true;
}

Conflict key_lost() {
  return {"key_lost", "the key file is not the one that sealed what is here"};
}

}  // namespace kontor::actions
