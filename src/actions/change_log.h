#pragma once
#include <cstdint>
#include <stdexcept>
#include <string>

#include "actions/context.h"
#include "actions/rights.h"
#include "mission/acting.h"
#include "mission/keys.h"
#include "sql/connection.h"

namespace kontor::actions {

// The mission has changed since the acting person looked at it (mission::Acting::as_of_change).
class MovedOn : public std::runtime_error {
 public:
  MovedOn() : std::runtime_error("the mission has changed meanwhile") {}
};

// Which version of the published plan became which, and which change that takes back.
struct ChangedVersions {
  int before = 0;
  int after = 0;
  std::int64_t undoes = 0;
};

// Adds an entry to the change log, in the transaction that makes the change, and notes that the
// request of the acting person's key is carried out. `subject` and `detail` must hold no secret.
// Throws MovedOn, which undoes the transaction.
void log_change(Context& context, sql::Connection& connection, const mission::MissionId& mission,
                const mission::Acting& acting, Verb verb, const std::string& subject,
                const std::string& detail, const ChangedVersions& versions = {});

}  // namespace kontor::actions
