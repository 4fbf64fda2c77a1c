#include "judge.h"

#include <cstdio>
#include <tuple>

namespace kontor_verify {
namespace {
// Goes through the rules of docs/plan-file.md and reports every place where one does not hold.
class Judge : Schedule {
 public:
  Judge(const Mission& mission, const Plan& plan, Report& report)
      : Schedule(mission, plan), report_(report) {}
  void programme() {
    std::vector<int> listed(mission_.activities.size());
    for (const Entry& entry : plan_.unplaced_activities) ++listed[entry.activity];
    for (const Entry& entry : plan_.placements) {
      const Activity& activity = mission_.activities[entry.activity];
      ++listed[entry.activity];
      must(std::ranges::count(activity.starts, entry.starts_at) > 0, entry.place,
           "may not start at that time");
      must(activity.rooms.contains(entry.room), entry.place, "may not be in that room");
      must(open(stay_at(entry)), entry.place, "is in a room that is closed or lacks equipment");
      must(entry.minutes == activity.minutes, entry.place, "has another duration",
           std::to_string(entry.minutes), std::to_string(activity.minutes));
      const int guests = guests_[entry.activity], most = places(entry.activity, entry.room);
      for (const Rule& rule : activity.choices)
        if (std::ranges::none_of(rule.who,
                                 [&](int p) { return all_.contains({entry.activity, p}); }))
          obey(rule.name, entry.place);
      must(guests <= most, entry.place, "has more guests than places", std::to_string(guests),
           std::to_string(most));
    }
    for (std::size_t a = 0; a < listed.size(); ++a)
      must(listed[a] == 1, "plan.txt activity " + mission_.activities[a].key,
           "must be placed or listed as unplaced, once", std::to_string(listed[a]), "1");
  }
  void attendances() {
    std::set<std::pair<int, int>> attending;
    for (const Entry& entry : plan_.attendances) {
      const int person = entry.person, at = entry.activity;
      guests_[at] += !on_duty(person, at);
      const bool welcome = on_duty(person, at) || called(person, at);
      obey(find(mission_.barred, {person, at}), entry.place);
      obey(broken(person, at, all_), entry.place);
      must(attending.emplace(person, at).second, entry.place, "stands twice");
      must(welcome || mission_.in_audience(person, at), entry.place, "is not in the audience");
      must(welcome || entry.wish != none, entry.place, "has no wish and no duty");
    }
    for (int p = 0; p < std::ssize(mission_.people); ++p)
      for (const int a : duties(p))
        must(attending.contains({p, a}),
             "plan.txt attendance " + mission_.activities[a].key + " " + mission_.people[p].key,
             "must be there and is not");
  }
  void meetings() {
    std::map<std::tuple<int, int, int>, std::string> tables;
    std::map<std::pair<int, int>, std::string> pairs;
    for (const Entry& meeting : plan_.meetings) {
      const int first = meeting.first, second = meeting.second;
      const int most = mission_.sessions[meeting.session].tables;
      must(meeting.table >= 1 && meeting.table <= most, meeting.place,
           "the session has no such table", std::to_string(meeting.table),
           "1 to " + std::to_string(most));
      obey(find(mission_.table_apart, std::minmax(meeting.first_person, meeting.second_person)),
           meeting.place);
      const std::tuple table(meeting.session, meeting.slot, meeting.table);
      const auto [at_table, free] = tables.emplace(table, meeting.place);
      must(free, meeting.place, "the table is taken", at_table->second);
      const auto [before, fresh] = pairs.emplace(std::minmax(first, second), meeting.place);
      must(fresh, meeting.place, "the two have met", before->second);
      for (const auto& [organisation, number] :
           {std::pair(first, meeting.first_person), std::pair(second, meeting.second_person)}) {
        const Person& person = mission_.people[number];
        must(person.organisation == organisation, meeting.place,
             "somebody of another organisation sits there", person.key);
        must(person.role != "principal", meeting.place, "a principal sits there", person.key);
      }
      must(!mission_.never(first, second), meeting.place,
           "one of the two never wishes to meet the other");
      must(mission_.organisations[first].side == "delegation" &&
               mission_.organisations[second].side == "counterpart",
           meeting.place, "is not between the delegation and a counterpart");
    }
  }
  void days() {
    std::map<std::string, std::vector<Stay>> days;               // of people, coaches and rooms
    std::map<std::pair<int, int>, std::vector<int>> passengers;  // of a coach to an activity
    const auto spend = [&](int person, const Stay& stay) {
      const std::string who = "person " + mission_.people[person].key;
      must(free(person, stay), who, "is absent or in another city", names(stay, stay));
      days[who].push_back(stay);
    };
    for (const Entry& entry : plan_.attendances) {
      const Stay there = stay_at(*plan_.placement[entry.activity]);
      spend(entry.person, of(entry.person, there));
      must(by_coach(entry.person, entry.activity) == (entry.coach != none), entry.place,
           "must have a seat in a coach who goes there by coach, and nobody else");
      const Activity& held = mission_.activities[entry.activity];
      if (entry.coach == none || !held.by_coach) continue;
      const Coach& coach = mission_.coaches[entry.coach];
      auto& inside = passengers[{entry.coach, entry.activity}];
      for (const int other : inside) obey(find(held.parted, {entry.person, other}), entry.place);
      inside.push_back(entry.person);
      must(std::ssize(inside) <= coach.seats && coach.leg == held.leg, entry.place,
           "finds the coach full or in another city", coach.key);
      if (inside.size() == 1) days["coach " + coach.key].push_back(ride(there));
    }
    for (const Entry& meeting : plan_.meetings)
      for (const int person : {meeting.first_person, meeting.second_person})
        spend(person, stay_in(meeting.session, meeting.slot));
    for (const Stay& slot : slots_) days["room " + mission_.rooms[slot.room].key].push_back(slot);
    for (const Entry& entry : plan_.placements)
      if (entry.room != none && mission_.activities[entry.activity].kind != "b2b")
        days["room " + mission_.rooms[entry.room].key].push_back(stay_at(entry));
    for (const Rule& rule : mission_.limits)
      for (const int person : rule.who)
        if (crowded(rule, person, none, all_))
          obey(rule.name, "person " + mission_.people[person].key);
    for (auto& [who, stays] : days) {
      std::ranges::sort(stays, {}, &Stay::from);
      const auto twice = who[0] == 'p' ? "is in two places at a time" : "is needed twice at a time";
      for (auto stay = stays.begin(); stay != stays.end(); ++stay)
        for (auto next = stay + 1; next != stays.end(); ++next)
          must(fit(*stay, *next), who,
               next->from < stay->to ? twice : "has no time to get from one to the other",
               names(*stay, *next));
    }
  }
  void wishes() {
    std::set<std::pair<int, int>> met, attended, missing;  // missing: who must wait for what
    std::set<int> listed;
    const auto grant = [&](const Entry& entry, int number, const std::pair<int, int>& pair) {
      (entry.session == none ? attended : met).insert(pair);
      if (number == none) return;
      const Wish& wish = mission_.wishes[number];
      must(wish.meets() == (entry.session != none) && wish.pair() == pair, entry.place,
           "is not what the wish asks", wish.key);
      must(granted_.insert(number).second, entry.place, "grants a wish again", wish.key);
    };
    for (const Entry& meeting : plan_.meetings)
      for (const int wish : meeting.wishes)
        grant(meeting, wish, std::minmax(meeting.first, meeting.second));
    for (const Entry& entry : plan_.attendances)
      grant(entry, entry.wish, {entry.person, entry.activity});
    for (const Entry& entry : plan_.unplaced) {
      must(listed.insert(entry.wish).second, entry.place, "stands twice");
      must(holds(entry), entry.place, "is not the cause", std::string(entry.cause));
      if (entry.cause == "activity_full" || entry.cause == "coaches_full")
        missing.insert(mission_.wishes[entry.wish].pair());
    }
    for (int w = 0; w < std::ssize(mission_.wishes); ++w) {
      const Wish& wish = mission_.wishes[w];
      const bool done = (wish.meets() ? met : attended).contains(wish.pair());
      const bool granted = granted_.contains(w), open = listed.contains(w);
      must(wish.never ? !granted && !open : granted != open && granted == done,
           "plan.txt wish " + wish.key,
           wish.never ? "is a never" : "must be granted or unplaced, as it is done");
    }
    std::map<int, std::set<int>> lines;  // of each activity: the positions in it, 1, 2, 3 …
    for (const Entry& entry : plan_.waiting)
      must(missing.erase({entry.person, entry.activity}) > 0 && entry.position > 0 &&
               lines[entry.activity].insert(entry.position).second,
           entry.place, "does not wait, or not there");
    for (const auto& [activity, line] : lines)
      must(*line.rbegin() == std::ssize(line),
           "plan.txt waiting " + mission_.activities[activity].key, "skips a place in the line");
    must(missing.empty(), "plan.txt waiting", "lacks somebody");
  }
  // Checks of a cause what can be seen without moving anything.
  bool holds(const Entry& unplaced) const {
    const Wish& wish = mission_.wishes[unplaced.wish];
    if (wish.meets())
      return (unplaced.cause == "forbidden_by_never") ==
             mission_.never(wish.organisation, wish.counterpart);
    const Entry* placement = plan_.placement[wish.activity];
    if (!placement) return unplaced.cause == "activity_not_placed";
    if (unplaced.cause == "not_eligible") return !mission_.in_audience(wish.person, wish.activity);
    const auto guests = guests_.find(wish.activity);
    return unplaced.cause != "activity_full" ||
           places(wish.activity, placement->room) == (guests == guests_.end() ? 0 : guests->second);
  }
  std::map<std::string, std::int64_t> count() const {
    std::map<std::string, std::int64_t> out{{"worst_share_permille", 1000},
                                            {"must_points", mission_.must_points}};
    for (const char* name :
         {"value", "musts_asked", "musts_placed", "wants_asked", "wants_placed", "breaks"})
      out[name] = 0;
    std::map<int, std::pair<int, int>> shares;  // of each organisation: granted, asked
    for (int w = 0; w < std::ssize(mission_.wishes); ++w) {
      const Wish& wish = mission_.wishes[w];
      if (wish.never) continue;
      const bool granted = granted_.contains(w);
      ++out[wish.must ? "musts_asked" : "wants_asked"];
      out[wish.must ? "musts_placed" : "wants_placed"] += granted;
      out["value"] += granted ? mission_.points(wish) : 0;
      auto& share =
          shares[wish.meets() ? wish.organisation : mission_.people[wish.person].organisation];
      share.first += granted, ++share.second;
    }
    std::int64_t& worst = out["worst_share_permille"];  // of the delegation
    for (const auto& [number, share] : shares)
      if (number != none && mission_.organisations[number].side == "delegation")
        worst = std::min<std::int64_t>(worst, share.first * 1000 / share.second);
    std::map<std::pair<int, int>, std::set<int>> slots;  // of an organisation in a session
    for (const Entry& meeting : plan_.meetings)
      for (const int organisation : {meeting.first, meeting.second})
        slots[{organisation, meeting.session}].insert(meeting.slot);
    for (const auto& [where, used] : slots)
      for (const int slot : used)
        out["breaks"] += slot != *used.rbegin() && !used.contains(slot + 1);
    return out;
  }
  std::int64_t score(PlanText& text) {
    const auto compare = [&](const std::string& part, const std::string& name,
                             const std::string& found) {
      std::string place = "plan.txt " + part + " " + name, stated;
      for (const Line& line : text[part])
        if (line.words.size() == 3 && line.words[1] == name) {
          place = line.place();
          stated += line.words[2];  // where it stands twice it does not add up
        }
      must(stated == found, place, "does not add up", stated, found);
    };
    auto found = count();
    found["bound"] = bound(*this);
    for (const auto& [name, number] : found) compare("score", name, std::to_string(number));
    for (const char* name : {"value", "bound", "must_points"})
      compare("certificate", name, std::to_string(found[name]));
    for (const char* name : {"input", "seed"}) compare("certificate", name, single(text, name));
    must(found["value"] <= found["bound"], "plan.txt score value", "is more than the bound allows");
    return found["bound"];
  }

 private:
  void obey(const std::string& broken_rule, const std::string& place) {
    must(broken_rule.empty(), place, "breaks rule " + broken_rule);
  }
  void must(bool good, const std::string& place, const std::string& what,
            const std::string& stated = "", const std::string& found = "") {
    if (!good) report_.fault(place, what, stated, found);
  }

  Report& report_;
  std::map<int, int> guests_;  // of each activity: who comes by wish alone
  std::set<int> granted_;      // wishes
};
}  // namespace

void judge(const Mission& mission, PlanText& text, Report& report) {
  Plan plan;
  const std::size_t before = report.count;
  read_plan(text, mission, plan, report);
  if (single(text, "mission") != mission.key)
    report.fault("plan.txt mission", "is another one", single(text, "mission"), mission.key);
  if (report.count > before) return;  // what is not understood cannot be judged
  Judge judge(mission, plan, report);
  judge.attendances();
  judge.programme();
  judge.meetings();
  judge.days();
  judge.wishes();
  const auto bound = static_cast<long long>(judge.score(text));
  if (report.count > 0) return;
  std::printf("%zu activities, %zu attendances, %zu meetings: no rule is broken\n",
              plan.placements.size(), plan.attendances.size(), plan.meetings.size());
  std::printf("bound %lld re-added from %lld prices: no plan is worth more\n", bound,
              static_cast<long long>(plan.prices.count));
}
}  // namespace kontor_verify
