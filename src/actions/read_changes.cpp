#include "actions/read_changes.h"

#include <algorithm>
#include <limits>

#include "store/changes.h"
#include "store/missions.h"
#include "store/store.h"

namespace kontor::actions {

Outcome<ChangePage> read_changes(Context& context, const mission::Acting& acting,
                                 std::optional<std::int64_t> before, int limit) {
  if (!may(acting, Verb::ReadChanges)) return std::unexpected(Denied{Verb::ReadChanges});
  const int most = std::clamp(limit, 1, 1000);
  return context.store.read([&](sql::Connection& connection) -> Outcome<ChangePage> {
    const auto state = store::read_served_state(connection);
    if (!state) return std::unexpected(Conflict{"no_mission", ""});
    ChangePage page;
    page.changes = store::read_changes(
        connection, state->id, before.value_or(std::numeric_limits<std::int64_t>::max()), most);
    if (!page.changes.empty() && page.changes.back().number > 1)
      page.next = page.changes.back().number;
    return page;
  });
}

}  // namespace kontor::actions
