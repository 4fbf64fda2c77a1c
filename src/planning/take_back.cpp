#include "planning/take_back.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

#include "base/check.h"
#include "engine/timetable/check.h"
#include "engine/timetable/coaches.h"
#include "engine/timetable/replay.h"
#include "engine/timetable/tables.h"
#include "planning/assemble.h"
#include "planning/certify.h"
#include "planning/locate.h"
#include "planning/reprice.h"
#include "planning/translate.h"

namespace kontor::planning {

namespace {

namespace timetable = engine::timetable;
using mission::Mission;
using mission::Plan;

// A list of records whose names begin with `noun`.
template <class Owner, class Record>
struct Listed {
  const char* noun;
  std::vector<Record> Owner::* list;
};
template <class Owner, class Record>
Listed(const char*, std::vector<Record> Owner::*) -> Listed<Owner, Record>;

constexpr std::tuple lists_of_mission{Listed{"leg", &Mission::legs},
                                      Listed{"sector", &Mission::sectors},
                                      Listed{"topic", &Mission::topics},
                                      Listed{"venue", &Mission::venues},
                                      Listed{"coach", &Mission::coaches},
                                      Listed{"travel_time", &Mission::travel_times},
                                      Listed{"organisation", &Mission::organisations},
                                      Listed{"person", &Mission::people},
                                      Listed{"office", &Mission::offices},
                                      Listed{"activity", &Mission::activities},
                                      Listed{"session", &Mission::sessions},
                                      Listed{"rule", &Mission::rules},
                                      Listed{"wish", &Mission::wishes},
                                      Listed{"agreement", &Mission::agreements},
                                      Listed{"announcement", &Mission::announcements},
                                      Listed{"figure", &Mission::figures}};
constexpr std::tuple lists_of_plan{Listed{"placement", &Plan::activities},
                                   Listed{"attendance", &Plan::attendances},
                                   Listed{"meeting", &Plan::meetings}};

std::string key_of(const auto& record) {
  return record.id.value;
}
std::string key_of(const mission::TravelTime& way) {
  return way.from.value + "/" + way.to.value;
}
std::string key_of(const mission::ActivityPlacement& each) {
  return each.activity.value;
}
std::string key_of(const mission::Attendance& each) {
  return each.activity.value + "/" + each.person.value;
}
std::string key_of(const mission::Meeting& each) {
  return each.first.value + "/" + each.second.value;
}

std::string name_of(const char* noun, const std::string& key) {
  return noun + ("/" + key);
}

bool same(const auto& a, const auto& b) {
  return a == b;
}
bool same(const mission::Attendance&, const mission::Attendance&) {
  return true;
}
bool same(const mission::Meeting& a, const mission::Meeting& b) {
  return a.session == b.session && a.slot == b.slot;
}

template <class Record>
using ByKey = std::map<std::string, const Record*>;

template <class Record>
ByKey<Record> by_key(const std::vector<Record>& list) {
  ByKey<Record> out;
  for (const Record& record : list) out.emplace(key_of(record), &record);
  return out;
}

template <class Record>
const Record* at(const ByKey<Record>& records, const std::string& key) {
  const auto found = records.find(key);
  return found == records.end() ? nullptr : found->second;
}

template <class Record>
bool alike(const Record* a, const Record* b) {
  return a == b || (a != nullptr && b != nullptr && same(*a, *b));
}

// The keys of records that differ.
template <class Record>
std::set<std::string> changed(const ByKey<Record>& before, const ByKey<Record>& after) {
  std::set<std::string> out;
  for (const auto& [key, record] : before)
    if (!alike(record, at(after, key))) out.insert(key);
  for (const auto& [key, record] : after)
    if (at(before, key) == nullptr) out.insert(key);
  return out;
}

// Behind the record that it stood behind, as far as that is there.
template <class Record>
void put_back(std::vector<Record>& list, const std::vector<Record>& before, const Record& record) {
  const auto first = before.begin();
  for (auto each = first + (&record - before.data()); each != first;) {
    --each;
    const auto found = std::ranges::find_if(
        list, [&](const Record& other) { return key_of(other) == key_of(*each); });
    if (found == list.end()) continue;
    list.insert(found + 1, record);
    return;
  }
  list.insert(list.begin(), record);
}

template <class Record>
void take_back_list(const char* noun, const std::vector<Record>& before,
                    const std::vector<Record>& after, std::vector<Record>& now,
                    std::set<std::string>& lost) {
  const auto was = by_key(before), became = by_key(after);
  const auto keys = changed(was, became);
  const std::vector<Record> copy = now;
  const auto is = by_key(copy);
  for (const std::string& key : keys)
    if (!alike(at(became, key), at(is, key))) lost.insert(name_of(noun, key));
  std::erase_if(now, [&](const Record& record) {
    return keys.contains(key_of(record)) && at(was, key_of(record)) == nullptr;
  });
  for (Record& record : now)
    if (keys.contains(key_of(record))) record = *at(was, key_of(record));
  for (const Record& record : before)
    if (keys.contains(key_of(record)) && at(is, key_of(record)) == nullptr)
      put_back(now, before, record);
}

template <class Owner, class Lists>
void take_back_lists(const Lists& lists, const Owner& before, const Owner& after, Owner& now,
                     std::set<std::string>& lost) {
  const auto one = [&](const auto& each) {
    take_back_list(each.noun, before.*each.list, after.*each.list, now.*each.list, lost);
  };
  std::apply([&](const auto&... each) { (one(each), ...); }, lists);
}

template <class Owner, class Lists>
void add_differences(const Lists& lists, const Owner& before, const Owner& after,
                     std::set<std::string>& out) {
  const auto one = [&](const auto& each) {
    for (const std::string& key : changed(by_key(before.*each.list), by_key(after.*each.list)))
      out.insert(name_of(each.noun, key));
  };
  std::apply([&](const auto&... each) { (one(each), ...); }, lists);
}

}  // namespace

std::set<std::string> differences(const Moment& before, const Moment& after) {
  std::set<std::string> out;
  add_differences(lists_of_mission, before.mission, after.mission, out);
  add_differences(lists_of_plan, before.plan, after.plan, out);
  return out;
}

std::expected<Moment, std::set<std::string>> take_back(const Moment& before, const Moment& after,
                                                       const Moment& now) {
  Moment out = now;
  std::set<std::string> lost;
  take_back_lists(lists_of_mission, before.mission, after.mission, out.mission, lost);
  take_back_lists(lists_of_plan, before.plan, after.plan, out.plan, lost);
  if (!lost.empty()) return std::unexpected(std::move(lost));
  return out;
}

std::optional<mission::Plan> complete(const Moment& moment, const mission::Plan& published,
                                      const std::string& input_hash) {
  if (!mission::validate(moment.mission).empty()) return std::nullopt;
  const Translation translation = translate(moment.mission);
  const auto grid = timetable::make_grid(translation.problem);
  auto solution = locate(moment.mission, translation, moment.plan);
  for (timetable::Seating& seating : solution.meetings) seating.table = 0;
  solution.rides.clear();
  if (!timetable::check(translation.problem, solution).violations.empty()) return std::nullopt;
  timetable::State state(translation.problem, grid);
  timetable::replay(state, solution);  // duties grant wishes
  solution = state.solution();
  timetable::assign_tables(translation.problem, grid, solution);
  timetable::assign_coaches(translation.problem, solution);
  const auto finding = timetable::check(translation.problem, solution);
  if (!finding.violations.empty()) return std::nullopt;
  Plan plan = assemble(moment.mission, translation, grid, solution, finding.worth);
  // What the mission does not allow any more was left out on the way.
  if (!differences(moment, {moment.mission, plan}).empty()) return std::nullopt;
  plan.seed = published.seed;
  plan.input_hash = input_hash;
  const Repriced repriced = reprice(published, moment.mission, translation, grid);
  plan.score.bound = repriced.bound;
  CHECK(plan.score.bound >= plan.score.value);
  plan.certificate = certify(moment.mission, translation, grid, repriced.prices, plan);
  return plan;
}

}  // namespace kontor::planning
