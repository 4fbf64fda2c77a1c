// What a change costs: replans of one mission, in milliseconds of the clock and of the processor.
//   bench_change FOLDER [CSV [KIND]]     KIND: the beginning of a kind of change; without, all
#include <algorithm>
#include <chrono>
#include <ctime>
#include <fmt/format.h>
#include <fstream>
#include <set>

#include "base/hash.h"
#include "base/rng.h"
#include "base/zone.h"
#include "exchange/folder_read.h"
#include "exchange/folder_write.h"
#include "planning/drag.h"
#include "planning/plan.h"
#include "planning/replan.h"
#include "planning/verify.h"

namespace kontor {
namespace {

using planning::Happening;
using planning::Proposal;
using planning::Workbench;

double cpu_ms() {
  timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

double clock_ms() {
  return std::chrono::duration<double, std::milli>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

// The times of one kind of change and how its first proposals did.
struct Series {
  std::string name;
  std::vector<double> clock, cpu;
  int minimal = 0;
  int disturbed = 0;
  int none = 0;

  double at(std::vector<double> times, double share) const {
    if (times.empty()) return 0;
    std::ranges::sort(times);
    return times[static_cast<std::size_t>(share * static_cast<double>(times.size() - 1) + 0.5)];
  }

  std::string row() const {
    return fmt::format("{},{},{:.2f},{:.2f},{:.2f},{:.2f},{:.2f},{:.2f},{},{},{}\n", name,
                       clock.size(), at(clock, 0.5), at(clock, 0.95), at(clock, 1), at(cpu, 0.5),
                       at(cpu, 0.95), at(cpu, 1), minimal, disturbed, none);
  }
};

class Bench {
 public:
  explicit Bench(const mission::Mission& mission)
      : hash_(base::sha256(exchange::canonical_text(mission))),
        bench_(std::make_shared<mission::Mission>(mission),
               std::make_shared<mission::Plan>(planning::make_plan(
                   mission, hash_, {.seed = 1, .iterations = 10000}, {}, {}))) {}

  // The kinds of change whose names begin with `which`.
  std::string run(const std::string& which) {
    std::string rows;
    const auto add = [&](std::string_view name, auto series) {
      if (name.starts_with(which)) rows += series().row();
    };
    add("cancel_activity", [&] { return cancellations(); });
    add("delay_office_35", [&] { return delays(); });
    add("withdraw_organisation", [&] { return withdrawals(); });
    add("lose_room", [&] { return rooms(); });
    add("arrive_20", [&] { return arrivals(); });
    for (const std::string kind : {"activity", "meeting", "attendance"}) {
      add("try_" + kind, [&] { return drags(kind, Drag::Try); });
      add("drag_" + kind, [&] { return drags(kind, Drag::Replan); });
    }
    return rows;
  }

 private:
  const mission::Mission& mission() const { return *bench_.mission; }
  const mission::Plan& plan() const { return *bench_.plan; }

  void take(Series& series, mission::Disruption what,
            const engine::timetable::RepairOptions& options = {},
            base::Instant now = base::Instant::min()) {
    const double clock = clock_ms(), cpu = cpu_ms();
    const auto proposals = planning::replan(bench_, {std::move(what), now, {}}, options, {});
    series.clock.push_back(clock_ms() - clock);
    series.cpu.push_back(cpu_ms() - cpu);
    if (!proposals || proposals->proposals.empty()) {
      ++series.none;
      if (!proposals)
        for (const auto& issue : proposals.error())
          fmt::print(stderr, "{}\n", base::sentence(issue));
      return;
    }
    series.minimal += proposals->proposals.front().minimal();
    series.disturbed += proposals->proposals.front().disturbed;
    if (series.clock.size() % 16 == 1) expect_verified(proposals->proposals.back());
  }

  void expect_verified(const Proposal& proposal) const {
    const auto& changed = proposal.ground->disrupted.mission;
    const std::string hash = base::sha256(exchange::canonical_text(changed));
    const auto made = planning::make_plan(bench_, proposal, hash);
    for (const auto& fault : planning::verify(changed, made, hash))
      fmt::print(stderr, "NOT VERIFIED: {}\n", base::sentence(fault));
  }

  Series cancellations() {
    Series out{"cancel_activity", {}, {}};
    for (const auto& placement : plan().activities)
      take(out, mission::ActivityCancelled{placement.activity});
    return out;
  }

  // Each office late to each of its activities.
  Series delays() {
    Series out{"delay_office_35", {}, {}};
    for (const auto& office : mission().offices) {
      std::set<base::Instant> starts;
      for (const auto& placement : plan().activities) {
        const auto activity =
            std::ranges::find(mission().activities, placement.activity, &mission::Activity::id);
        if (std::ranges::find(activity->offices, office.id) != activity->offices.end())
          starts.insert(bench_.starts_at(placement));
      }
      if (office.holder.empty()) continue;
      for (const base::Instant start : starts)
        take(out, mission::OfficeDelayed{office.id, 35}, {}, start - std::chrono::minutes(8));
    }
    return out;
  }

  Series withdrawals() {
    Series out{"withdraw_organisation", {}, {}};
    for (std::size_t o = 0; o < mission().organisations.size(); o += 7)
      take(out, mission::Withdrawal{mission().organisations[o].id, {}});
    return out;
  }

  Series rooms() {
    Series out{"lose_room", {}, {}};
    for (const auto& venue : mission().venues)
      for (const auto& room : venue.rooms) take(out, mission::RoomLost{room.id});
    return out;
  }

  // Twenty more people of one new organisation each, who wish as twenty others did.
  Series arrivals() {
    Series out{"arrive_20", {}, {}};
    base::Rng rng(1);
    for (int k = 0; k < 5; ++k) {
      mission::Arrival arrival;
      for (int i = 0; i < 20; ++i) add_newcomer(arrival, rng, k * 20 + i);
      engine::timetable::RepairOptions options;
      options.disturbance = engine::timetable::Disturbance::Lost;
      options.most_more = 20;
      options.most_alternatives = 21;
      take(out, arrival, options);
    }
    return out;
  }

  void add_newcomer(mission::Arrival& arrival, base::Rng& rng, int number) const {
    const auto& companies = mission().organisations;
    const mission::Organisation* like = nullptr;
    while (like == nullptr || like->side != mission::Side::Delegation ||
           like->kind != mission::OrganisationKind::Company)
      like = &companies[rng.below(companies.size())];
    mission::Organisation organisation = *like;
    organisation.id.value = fmt::format("LATE-O{}", number);
    mission::Person person;
    person.id.value = fmt::format("LATE-P{}", number);
    person.given_name = "Late";
    person.family_name = fmt::format("Arrival {}", number);
    person.organisation = organisation.id;
    for (const auto& wish : mission().wishes)
      if (wish.organisation == like->id) {
        mission::Wish own = wish;
        own.id.value = fmt::format("LATE-{}-{}", number, wish.id.value);
        own.organisation = organisation.id;
        arrival.wishes.push_back(own);
      }
    arrival.organisations.push_back(std::move(organisation));
    arrival.people.push_back(std::move(person));
  }

  // A drag alone, or with the search for what gives way to it.
  enum class Drag { Try, Replan };

  void take(Series& series, const mission::Disruption& drag, Drag how) {
    engine::timetable::RepairOptions quick;
    quick.iterations = 0;
    if (how == Drag::Replan) return take(series, drag, quick);
    const double clock = clock_ms(), cpu = cpu_ms();
    const auto effect = planning::try_drag(bench_, drag, base::Instant::min());
    series.clock.push_back(clock_ms() - clock);
    series.cpu.push_back(cpu_ms() - cpu);
    if (!effect)
      ++series.none;
    else
      series.disturbed += static_cast<int>(effect->people.size());
  }

  Series drags(const std::string& kind, Drag how) {
    Series out{(how == Drag::Try ? "try_" : "drag_") + kind, {}, {}};
    base::Rng rng(7);
    for (int k = 0; k < (how == Drag::Try ? 200 : 50); ++k) {
      if (kind == "activity") {
        const auto& placement = plan().activities[rng.below(plan().activities.size())];
        take(
            out,
            mission::ActivityMoved{placement.activity,
                                   base::plus_minutes(placement.starts_at, rng.between(-4, 4) * 15),
                                   {}},
            how);
      } else if (kind == "meeting") {
        const auto& meeting = plan().meetings[rng.below(plan().meetings.size())];
        const auto near = sessions_near(meeting);
        const auto& session = near[rng.below(near.size())];
        take(out,
             mission::MeetingMoved{meeting.first, meeting.second, session.id,
                                   rng.between(0, session.slots - 1)},
             how);
      } else {
        const auto& unplaced = plan().unplaced[rng.below(plan().unplaced.size())];
        const auto wish = std::ranges::find(mission().wishes, unplaced.wish, &mission::Wish::id);
        if (!wish->activity.empty() && bench_.placement(wish->activity) != nullptr)
          take(out, mission::AttendanceMoved{wish->person, wish->activity}, how);
      }
    }
    return out;
  }

  // Those of the city of `meeting`: whoever is in one city only cannot be moved to the other.
  std::vector<mission::Session> sessions_near(const mission::Meeting& meeting) const {
    const auto leg_of = [&](const mission::Session& session) -> const mission::LegId& {
      for (const auto& venue : mission().venues)
        for (const auto& room : venue.rooms)
          if (room.id == session.room) return venue.leg;
      return mission().legs.front().id;
    };
    const auto own = std::ranges::find(mission().sessions, meeting.session, &mission::Session::id);
    std::vector<mission::Session> out;
    for (const auto& session : mission().sessions)
      if (leg_of(session) == leg_of(*own)) out.push_back(session);
    return out;
  }

  std::string hash_;
  Workbench bench_;
};

}  // namespace
}  // namespace kontor

int main(int argc, char** argv) {
  using namespace kontor;
  if (argc < 2) return 2;
  const auto mission = exchange::read_folder(argv[1]);
  if (!mission) {
    for (const auto& issue : mission.error()) fmt::print(stderr, "{}\n", base::sentence(issue));
    return 2;
  }
  std::string table =
      "change,count,p50_ms,p95_ms,max_ms,cpu_p50_ms,cpu_p95_ms,cpu_max_ms,minimal,disturbed,none\n";
  table += Bench(*mission).run(argc > 3 ? argv[3] : "");
  fmt::print("{}", table);
  if (argc > 2) std::ofstream(argv[2]) << table;
  return 0;
}
