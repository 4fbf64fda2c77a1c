#include "rules.h"

namespace kontor_verify {

namespace {

// Whether the stated cause of an unplaced wish is one, and holds where it says something of the
// mission or of whole activities.
bool holds(const Judged& judged, const Entry& unplaced) {
  static const std::set<std::string_view> others{"not_available", "no_common_session",
                                                 "clashes_with_activity", "clashes_with_meetings",
                                                 "tables_full"};
  const Wish& wish = judged.mission.wishes[unplaced.wish];
  const bool meets = wish.activity == none;
  if (meets && judged.mission.never(wish.organisation, wish.counterpart))
    return unplaced.cause == "forbidden_by_never";
  const Entry* placement = meets ? nullptr : judged.plan.placement[wish.activity];
  if (!meets && !placement) return unplaced.cause == "activity_not_placed";
  if (!meets && unplaced.cause == "not_eligible")
    return !judged.schedule.on_duty(wish.person, wish.activity) &&
           !judged.mission.in_audience(judged.mission.people[wish.person],
                                       judged.mission.activities[wish.activity]);
  if (meets || unplaced.cause != "activity_full") return others.contains(unplaced.cause);
  int guests = 0;
  for (const Entry& entry : judged.plan.attendances)
    guests +=
        entry.activity == wish.activity && !judged.schedule.on_duty(entry.person, entry.activity);
  return guests >= judged.schedule.places(wish.activity, placement->room).value_or(guests + 1);
}

// Those who wait for an activity are those whose wish it is too full for, in places 1, 2, 3 …
void verify_waiting(const Judged& judged) {
  std::map<int, std::set<int>> waiting, places;  // of each activity: people, places
  for (const Entry& entry : judged.plan.unplaced)
    if (const Wish& wish = judged.mission.wishes[entry.wish]; entry.cause == "activity_full")
      waiting[wish.activity].insert(wish.person);
  for (const Entry& entry : judged.plan.waiting) {
    if (waiting[entry.activity].erase(entry.person) == 0)
      judged.report.fault(entry.place,
                          "waits twice, or without a wish that a place is missing for");
    if (!places[entry.activity].insert(entry.position).second)
      judged.report.fault(entry.place, "shares a place in the line");
  }
  for (const auto& [activity, people] : waiting)
    if (const std::string place = "plan.txt waiting " + judged.mission.activities[activity].key;
        !people.empty() || *places[activity].begin() != 1 ||
        *places[activity].rbegin() != static_cast<int>(places[activity].size()))
      judged.report.fault(place, "somebody is missing in the line");
}

}  // namespace

std::vector<char> verify_wishes(const Judged& judged) {
  const std::vector<Wish>& wishes = judged.mission.wishes;
  std::vector<char> granted(wishes.size()), listed(wishes.size());
  std::set<std::pair<int, int>> met, attended;
  const auto grant = [&](const Entry& entry, int number, bool asked) {
    if (!asked) judged.report.fault(entry.place, "is not what the wish asks", wishes[number].key);
    if (std::exchange(granted[number], 1))
      judged.report.fault(entry.place, "grants a wish again", wishes[number].key);
  };
  for (const Entry& meeting : judged.plan.meetings) {
    met.insert(std::minmax(meeting.first, meeting.second));
    if (meeting.wishes.empty()) judged.report.fault(meeting.place, "nobody wishes it");
    for (const int number : meeting.wishes)
      grant(meeting, number,
            wishes[number].activity == none &&
                std::minmax(wishes[number].organisation, wishes[number].counterpart) ==
                    std::minmax(meeting.first, meeting.second));
  }
  for (const Entry& entry : judged.plan.attendances) {
    attended.emplace(entry.person, entry.activity);
    if (entry.wish != none)
      grant(entry, entry.wish,
            wishes[entry.wish].person == entry.person &&
                wishes[entry.wish].activity == entry.activity);
  }
  for (const Entry& entry : judged.plan.unplaced) {
    if (std::exchange(listed[entry.wish], 1)) judged.report.fault(entry.place, "stands twice");
    if (!holds(judged, entry))
      judged.report.fault(entry.place, "is not the cause", std::string(entry.cause));
  }
  for (std::size_t w = 0; w < wishes.size(); ++w) {
    const Wish& wish = wishes[w];
    const bool done = wish.activity == none
                          ? met.contains(std::minmax(wish.organisation, wish.counterpart))
                          : attended.contains({wish.person, wish.activity});
    if (wish.never ? granted[w] || listed[w] || done
                   : granted[w] == listed[w] || granted[w] != done)
      judged.report.fault("plan.txt wish " + wish.key,
                          wish.never ? "is a never" : "must be granted or unplaced, as it is done");
  }
  verify_waiting(judged);
  return granted;
}

void verify_score(const Judged& judged, const std::vector<char>& granted, std::int64_t bound,
                  const PlanText& text) {
  const Mission& mission = judged.mission;
  std::map<std::string, std::int64_t> found{
      {"must_points", mission.must_points}, {"bound", bound}, {"worst_share_permille", 1000}};
  for (const std::string name :
       {"value", "musts_asked", "musts_placed", "wants_asked", "wants_placed", "breaks"})
    found[name] = 0;
  std::map<int, std::pair<int, int>> shares;  // of each organisation: granted, asked
  for (std::size_t w = 0; w < mission.wishes.size(); ++w) {
    const Wish& wish = mission.wishes[w];
    if (wish.never) continue;
    ++found[wish.must ? "musts_asked" : "wants_asked"];
    found[wish.must ? "musts_placed" : "wants_placed"] += granted[w];
    found["value"] += granted[w] * mission.points(wish);
    const bool meets = wish.activity == none;
    auto& share = shares[meets ? wish.organisation : mission.people[wish.person].organisation];
    share.first += granted[w];
    ++share.second;
  }
  shares.erase(none);
  std::int64_t& worst = found["worst_share_permille"];
  for (const auto& [organisation, share] : shares)
    worst = std::min<std::int64_t>(worst, share.first * 1000 / share.second);
  std::map<std::pair<int, int>, std::set<int>> slots;  // of an organisation in a session
  for (const Entry& meeting : judged.plan.meetings)
    for (const int organisation : {meeting.first, meeting.second})
      slots[{organisation, meeting.session}].insert(meeting.slot);
  for (const auto& [where, used] : slots)
    for (auto slot = std::next(used.begin()); slot != used.end(); ++slot)
      found["breaks"] += *slot > *std::prev(slot) + 1;
  const auto compare = [&](const std::string& part, const std::string& name,
                           const std::string& wanted) {
    const std::vector<Line>& lines = text.of(part);
    const auto is_it = [&](const Line& line) {
      return line.words.size() == 3 && line.words[1] == name;
    };
    const auto line = std::ranges::find_if(lines, is_it);
    const std::string stated(line == lines.end() ? "nothing" : line->words[2]);
    if (stated != wanted)
      judged.report.fault(line == lines.end() ? "plan.txt " + part + " " + name : line->place(),
                          "does not add up", stated, wanted);
    if (std::ranges::count_if(lines, is_it) > 1) judged.report.fault(line->place(), "stands twice");
  };
  for (const auto& [name, number] : found) compare("score", name, std::to_string(number));
  for (const std::string name : {"value", "bound", "must_points"})
    compare("certificate", name, std::to_string(found[name]));
  for (const std::string name : {"input", "seed"}) compare("certificate", name, text.single(name));
  if (found["value"] > bound)
    judged.report.fault("plan.txt score value", "is more than the bound allows",
                        std::to_string(found["value"]), std::to_string(bound));
}

}  // namespace kontor_verify
