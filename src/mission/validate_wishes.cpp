#include "mission/validate_parts.h"

namespace kontor::mission {

namespace {

constexpr int last_rank = 9;

// A wish is for a meeting (organisation and counterpart) or for an activity (person and activity).
bool check_shape(const std::string& path, const Wish& wish, Faults& faults) {
  const bool meeting = !wish.counterpart.empty();
  const bool activity = !wish.activity.empty();
  if (meeting == activity) {
    faults.add("wish_target", path, "");
    return false;
  }
  const bool good_wisher = meeting ? !wish.organisation.empty() && wish.person.empty()
                                   : !wish.person.empty() && wish.organisation.empty();
  if (!good_wisher)
    faults.add("wish_wisher", path, "", {{"expected", meeting ? "organisation" : "person"}});
  return good_wisher;
}

// Meetings are between the two sides: the delegation and those it meets.
void check_sides(const Index& index, const std::string& path, const Wish& wish, Faults& faults) {
  const Keys& keys = index.organisations;
  if (!keys.has(wish.organisation.value) || !keys.has(wish.counterpart.value)) return;
  const auto& organisations = index.mission.organisations;
  const Side one = organisations[keys.at(wish.organisation.value)].side;
  const Side other = organisations[keys.at(wish.counterpart.value)].side;
  if (one == other || one == Side::Neither || other == Side::Neither)
    faults.add("same_side", path + "/counterpart", wish.counterpart.value,
               {{"wisher", wish.organisation.value}});
}

void check_wish(const Index& index, const Wish& wish, Faults& faults) {
  const std::string path = "wish/" + wish.id.value;
  faults.reference(path + "/organisation", wish.organisation, index.organisations);
  faults.reference(path + "/counterpart", wish.counterpart, index.organisations);
  faults.reference(path + "/person", wish.person, index.people);
  faults.reference(path + "/activity", wish.activity, index.activities);
  if (wish.rank < 1 || wish.rank > last_rank)
    faults.add("out_of_range", path + "/rank", fmt::format("{}", wish.rank),
               {{"expected", "1 to 9"}});
  if (!check_shape(path, wish, faults) || wish.counterpart.empty()) return;
  if (wish.organisation == wish.counterpart)
    faults.add("self_wish", path, wish.organisation.value);
  else
    check_sides(index, path, wish, faults);
}

// One wisher wants one target once, and at one level.
void check_doubles(const Mission& mission, Faults& faults) {
  std::unordered_map<std::string, const Wish*> first;
  for (const Wish& wish : mission.wishes) {
    const bool meeting = !wish.counterpart.empty();
    const std::string& wisher = meeting ? wish.organisation.value : wish.person.value;
    const std::string& target = meeting ? wish.counterpart.value : wish.activity.value;
    if (wisher.empty() || target.empty()) continue;
    const auto [at, fresh] =
        first.try_emplace(fmt::format("{}/{}/{}", meeting, wisher, target), &wish);
    if (fresh) continue;
    const Wish& before = *at->second;
    const bool contradiction = before.level != wish.level;
    faults.add(contradiction ? "contradicting_wishes" : "double_wish", "wish/" + wish.id.value,
               target,
               {{"wisher", wisher},
                {"level", std::string(word(wish.level))},
                {"other", std::string(word(before.level))},
                {"first", "wish/" + before.id.value}});
  }
}

}  // namespace

void validate_wishes(const Index& index, Faults& faults) {
  for (const Wish& wish : index.mission.wishes) check_wish(index, wish, faults);
  check_doubles(index.mission, faults);
}

}  // namespace kontor::mission
