#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "actions/view.h"
#include "mission/acting.h"
#include "store/agreements.h"
#include "store/stored.h"

namespace kontor::planning {
struct Workbench;
}

namespace kontor::actions {

// The whole mission and its published plan, as only actions may hold them.
struct Whole {
  store::MissionState state;
  mission::Mission mission;
  store::StoredPlan published;  // version 0: none
  std::vector<store::PlanVersion> versions;
  std::vector<store::AgreementStep> agreement_steps;  // mission has the agreements as loaded
};

// Keeps the views of one revision of the served mission. Thread safe.
class Views {
 public:
  // The view of `acting` at `revision` of `mission`; null: not kept.
  std::shared_ptr<const View> find(const mission::MissionId& mission, std::int64_t revision,
                                   const mission::Acting& acting);
  std::shared_ptr<const Whole> whole(const mission::MissionId& mission, std::int64_t revision);
  // Forgets the views of another revision.
  void keep(std::shared_ptr<const Whole> whole);
  // Forgets the view that was not asked for longest where there are too many. Does nothing where
  // the whole kept is of another revision.
  void keep(const mission::MissionId& mission, std::int64_t revision, const mission::Acting& acting,
            std::shared_ptr<const View> view);
  // The plan of `whole` laid out for changes; made at the first call for each revision.
  std::shared_ptr<const planning::Workbench> workbench(const std::shared_ptr<const Whole>& whole);
  // Held while a view is made, so that many readers of a new revision do not all make it.
  std::unique_lock<std::mutex> turn_to_build() { return std::unique_lock(building_); }

 private:
  struct Kept {
    std::shared_ptr<const View> view;
    std::uint64_t asked_at = 0;
  };
  bool holds(const mission::MissionId& mission, std::int64_t revision) const;

  std::mutex mutex_;
  std::mutex building_;
  std::shared_ptr<const Whole> whole_;
  std::shared_ptr<const Whole> workbench_of_;
  std::shared_ptr<const planning::Workbench> workbench_;
  std::map<std::string, Kept> views_;  // by class of reader
  std::uint64_t asked_ = 0;
};

}  // namespace kontor::actions
