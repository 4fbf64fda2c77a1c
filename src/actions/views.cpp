#include "actions/views.h"

#include <algorithm>

#include "planning/workbench.h"

namespace kontor::actions {

namespace {

constexpr std::size_t most_views = 64;  // each is a copy of a mission: some megabytes

std::string class_of(const mission::Acting& acting) {
  std::string key(mission::word(acting.role));
  for (const std::string& part :
       {acting.agency.value, acting.organisation.value, acting.person.value})
    key.append("/").append(part);
  return key;
}

}  // namespace

bool Views::holds(const mission::MissionId& mission, std::int64_t revision) const {
  return whole_ != nullptr && whole_->state.id == mission && whole_->state.revision == revision;
}

std::shared_ptr<const View> Views::find(const mission::MissionId& mission, std::int64_t revision,
                                        const mission::Acting& acting) {
  const std::lock_guard lock(mutex_);
  if (!holds(mission, revision)) return nullptr;
  const auto kept = views_.find(class_of(acting));
  if (kept == views_.end()) return nullptr;
  kept->second.asked_at = ++asked_;
  return kept->second.view;
}

std::shared_ptr<const Whole> Views::whole(const mission::MissionId& mission,
                                          std::int64_t revision) {
  const std::lock_guard lock(mutex_);
  return holds(mission, revision) ? whole_ : nullptr;
}

std::shared_ptr<const planning::Workbench> Views::workbench(
    const std::shared_ptr<const Whole>& whole) {
  {
    const std::lock_guard lock(mutex_);
    if (workbench_of_ == whole) return workbench_;
  }
  const auto part = [&](const auto& of) {
    return std::shared_ptr<std::remove_reference_t<decltype(of)>>(whole, &of);
  };
  auto made = std::make_shared<const planning::Workbench>(part(whole->mission),
                                                          part(whole->published.plan));
  const std::lock_guard lock(mutex_);
  workbench_of_ = whole;
  workbench_ = made;
  return made;
}

void Views::keep(std::shared_ptr<const Whole> whole) {
  const std::lock_guard lock(mutex_);
  if (!holds(whole->state.id, whole->state.revision)) views_.clear();
  whole_ = std::move(whole);
}

void Views::keep(const mission::MissionId& mission, std::int64_t revision,
                 const mission::Acting& acting, std::shared_ptr<const View> view) {
  const std::lock_guard lock(mutex_);
  if (!holds(mission, revision)) return;
  views_[class_of(acting)] = {std::move(view), ++asked_};
  if (views_.size() <= most_views) return;
  views_.erase(std::ranges::min_element(views_, {},
                                        [](const auto& entry) { return entry.second.asked_at; }));
}

}  // namespace kontor::actions
