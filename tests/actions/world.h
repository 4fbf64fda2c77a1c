#pragma once
#include <map>
#include <string>
#include <vector>

#include "actions/context.h"
#include "actions/events.h"
#include "actions/views.h"
#include "base/log.h"
#include "mission/acting.h"
#include "mission/mission.h"
#include "store/scratch.h"
#include "store/store.h"
#include "store/stored.h"

namespace kontor::actions {

// A small mission in which everything secret occurs. Two agencies, AW (of O1 and O2) and FI (of
// O3); counterparts C1 and C2; delegates P1 (O1), P2 (O2), P3 (O3), P4 (O1), all attending A1 or
// A2; counterparts' people Q1, Q2; the principal PR; one session S1.
mission::Mission small_mission();

// A published plan of it: P1 and P3 at A1, P2 at A2, PR at A1, P2 at the protocol's A9; O1 meets
// C1, O2 meets C2; O2's wish for C1 is not granted because C1 says never.
store::StoredPlan small_plan();

// One reader of each kind by name: "public", "P1" (delegate), "Q1" (host), "AW", "FI" (advisers),
// "press", "protocol", "coordinator", "director".
const std::map<std::string, mission::Acting>& readers();
const mission::Acting& reader(const std::string& name);

// A database of its own with all that verbs need. The clock stands until `now` is changed.
class World {
 public:
  World();

  Context context;
  base::Instant now = base::parse_instant("2025-09-01T08:00:00Z").value();
  std::vector<std::string> heard;  // events as a coordinator hears them, in words

  // Where the store lies, for a second one.
  std::string store_file() const { return scratch_.file(); }

  // Stores without asking anybody.
  void put(const mission::Mission& mission, const std::string& input_hash = "hash");
  void put(const store::StoredPlan& plan);
  // Logs an event as a verb does, and tells of it.
  void happen(const Event& event);

 private:
  store::Scratch scratch_;

 public:
  store::Store store{scratch_.file()};
  base::Log log{stderr};
  Views views;
  Events events;
  base::SealingKey key = base::SealingKey::make();

 private:
  Events::Subscription subscription_;
};

}  // namespace kontor::actions
