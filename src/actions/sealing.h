#pragma once
#include "actions/context.h"
#include "actions/outcome.h"
#include "sql/connection.h"

// The key that seals what must not be read from the database alone.

namespace kontor::actions {

// Whether the key is there and is the one that sealed before.
bool fits(const Context& context, sql::Connection& connection);

// The same, and notes which key it is before something is sealed. Within Store::write.
bool hold_key(const Context& context, sql::Connection& connection);

Conflict key_lost();

}  // namespace kontor::actions
