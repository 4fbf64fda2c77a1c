#include "actions/load_mission.h"

#include "actions/change_log.h"
#include "actions/is_demo.h"
#include "planning/contradictions.h"
#include "store/missions.h"
#include "store/plans.h"
#include "store/store.h"
#include "store/tokens.h"

namespace kontor::actions {

namespace {

Loaded write(Context& context, sql::Connection& connection, const mission::Acting& acting,
             const mission::Mission& mission, const std::string& input_hash) {
  const std::int64_t revision = store::write_mission(connection, mission, input_hash);
  store::delete_draft(connection, mission.id);
  store::serve_mission(connection, mission.id);
  if (!is_demo(mission)) store::delete_demo_signed_in(connection);
  log_change(context, connection, mission.id, acting, Verb::LoadMission,
             "mission/" + mission.id.value,
             "input " + input_hash.substr(0, 8));  // counts would tell of nevers
  return {revision, true, {}};
}

}  // namespace

Outcome<Loaded> load_mission(Context& context, const mission::Acting& acting,
                             const mission::Mission& mission, const std::string& input_hash,
                             OtherMission other) {
  if (!may(acting, Verb::LoadMission)) return std::unexpected(Denied{Verb::LoadMission});
  if (base::Issues issues = mission::validate(mission); !issues.empty())
    return std::unexpected(std::move(issues));
  const auto rules = planning::check_rules(mission);
  base::Issues doubts = planning::in_words(mission, rules);
  if (!rules.contradictions.empty()) return std::unexpected(std::move(doubts));
  return context.store.write([&](sql::Connection& connection) -> Outcome<Loaded> {
    const auto state = store::read_served_state(connection);
    if (state && state->id != mission.id && other == OtherMission::Refuse)
      return std::unexpected(Conflict{"other_mission", state->id.value});
    if (state && state->id == mission.id && state->input_hash == input_hash)
      return Loaded{state->revision, false, std::move(doubts)};
    Loaded loaded = write(context, connection, acting, mission, input_hash);
    loaded.doubts = std::move(doubts);
    return loaded;
  });
}

}  // namespace kontor::actions
