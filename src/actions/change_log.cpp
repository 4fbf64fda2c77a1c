#include "actions/change_log.h"

#include "store/changes.h"

namespace kontor::actions {

void log_change(Context& context, sql::Connection& connection, const mission::MissionId& mission,
                const mission::Acting& acting, Verb verb, const std::string& subject,
                const std::string& detail) {
  store::Change change;
  change.at = context.now();
  change.author = acting.name;
  change.role = acting.role;
  change.verb = word(verb);
  change.subject = subject;
  change.detail = detail;
  store::append_change(connection, mission, change);
}

}  // namespace kontor::actions
