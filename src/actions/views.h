#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "actions/view.h"
#include "mission/acting.h"
#include "store/stored.h"

namespace kontor::actions {

// The whole mission and its published plan, as only actions may hold them.
struct Whole {
  store::MissionState state;
  mission::Mission mission;
  store::StoredPlan published;  // version 0: none
  std::vector<store::PlanVersion> versions;
};

// Keeps the views of one revision of the served mission. Thread safe.
class Views {
 public:
  // The view of `acting` at `revision` of `mission`; null: not kept.
  std::shared_ptr<const View> find(const mission::MissionId& mission, std::int64_t revision,
                                   const mission::Acting& acting);
  std::shared_ptr<const Whole> whole(const mission::MissionId& mission, std::int64_t revision);
  void keep(std::shared_ptr<const Whole> whole);
  void keep(const mission::MissionId& mission, std::int64_t revision, const mission::Acting& acting,
            std::shared_ptr<const View> view);

 private:
  bool holds(const mission::MissionId& mission, std::int64_t revision) const;

  std::mutex mutex_;
  std::shared_ptr<const Whole> whole_;
  std::map<std::string, std::shared_ptr<const View>> views_;  // by class of reader
};

}  // namespace kontor::actions
