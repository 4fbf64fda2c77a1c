#pragma once
#include <string>

#include "actions/context.h"
#include "actions/rights.h"
#include "mission/acting.h"
#include "mission/keys.h"
#include "sql/connection.h"

namespace kontor::actions {

// Adds an entry to the change log, in the transaction that makes the change. `subject` and
// `detail` must hold no secret.
void log_change(Context& context, sql::Connection& connection, const mission::MissionId& mission,
                const mission::Acting& acting, Verb verb, const std::string& subject,
                const std::string& detail);

}  // namespace kontor::actions
