#include "actions/views.h"

#include <atomic>
#include <gtest/gtest.h>
#include <thread>

#include "actions/read_view.h"
#include "actions/world.h"

namespace kontor::actions {

namespace {

TEST(ViewsOf, readers_on_many_threads_see_one_whole_version_each) {
  World world;
  world.put(small_mission());
  world.put(small_plan());
  std::atomic<bool> done = false;
  std::vector<std::jthread> threads;
  for (const auto& [name, acting] : readers())
    threads.emplace_back([&] {
      int latest = 0;
      while (!done) {
        const auto view = read_view(world.context, acting).value();
        EXPECT_EQ(view->plan->version, view->published->version);
        EXPECT_EQ(view->versions.size(), static_cast<std::size_t>(view->plan->version));
        EXPECT_GE(view->plan->version, latest);
        latest = view->plan->version;
      }
    });
  store::StoredPlan plan = small_plan();
  for (plan.plan.version = 2; plan.plan.version <= 20; ++plan.plan.version) world.put(plan);
  done = true;
}

TEST(ViewsOf, more_readers_than_are_kept_still_see_their_own) {
  World world;
  world.put(small_mission());
  world.put(small_plan());
  for (int round = 0; round < 2; ++round)
    for (int n = 0; n < 100; ++n) {
      mission::Acting acting = reader(n % 2 == 0 ? "P1" : "Q1");
      acting.agency.value = "irrelevant-" + std::to_string(n);  // a class of its own
      EXPECT_EQ(read_view(world.context, acting).value()->mission->wishes.size(),
                n % 2 == 0 ? 2U : 1U);
    }
}

}  // namespace

}  // namespace kontor::actions
