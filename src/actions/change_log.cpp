#include "actions/change_log.h"

#include <algorithm>

#include "store/changes.h"
#include "store/request_keys.h"

namespace kontor::actions {

void log_change(Context& context, sql::Connection& connection, const mission::MissionId& mission,
                const mission::Acting& acting, Verb verb, const std::string& subject,
                const std::string& detail, const ChangedVersions& versions) {
  store::Change change;
  change.at = context.now();
  change.author = acting.name;
  change.role = acting.role;
  change.verb = word(verb);
  change.subject = subject;
  change.detail = detail;
  change.version_before = versions.before;
  change.version_after = versions.after;
  change.undoes = versions.undoes;
  const std::int64_t number = store::append_change(connection, mission, change);
  if (acting.as_of_change && number != *acting.as_of_change + 1) throw MovedOn();
  const std::string& key = acting.request_key;
  const std::size_t slash = std::min(key.find('/'), key.size());
  if (!key.empty() &&
      !store::mark_done(connection, key.substr(0, slash), key.substr(slash + 1), number))
    throw MovedOn();
}

}  // namespace kontor::actions
