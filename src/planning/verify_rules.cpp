#include <algorithm>
#include <fmt/format.h>

#include "base/zone.h"
#include "planning/verify_facts.h"

namespace kontor::planning {

namespace {

using mission::ActivityId;
using mission::PersonId;
using mission::RuleKind;

// What one person does, as a rule sees it.
struct Part {
  Occupied stay;
  ActivityId activity;  // empty: a meeting
};

bool counts_meetings(const mission::Rule& rule) {
  return rule.scope.empty() && (rule.kind == RuleKind::Rest || rule.kind == RuleKind::NeverWith);
}

base::LocalDate day_of(const Facts& facts, const Occupied& stay) {
  return base::to_local(base::Instant(std::chrono::minutes(stay.from)),
                        facts.legs.at(stay.leg)->zone)
      .date;
}

std::vector<Part> parts_of(const Facts& facts, const RuleFacts& rule, const PersonId& person,
                           const std::set<ActivityId>& activities) {
  std::vector<Part> out;
  const mission::Person& who = *facts.people.at(person);
  for (const ActivityId& activity : activities)
    if (rule.covers(*facts.activities.at(activity)))
      out.push_back({facts.extended(who, facts.at(*facts.placements.at(activity))), activity});
  return out;
}

void add_meetings(const Facts& facts, const PersonId& person, std::vector<Part>& out) {
  for (const auto& meeting : facts.plan.meetings)
    if (meeting.first_person == person || meeting.second_person == person)
      out.push_back({facts.at(*facts.sessions.at(meeting.session), meeting.slot), {}});
}

// Whether some run of those engagements is too long without a pause.
bool restless(const mission::Rule& rule, std::vector<Part> parts) {
  std::ranges::sort(parts, {}, [](const Part& part) { return part.stay.from; });
  std::int64_t from = 0, to = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Occupied& stay = parts[i].stay;
    const bool first = i == 0 || stay.from - to >= rule.minutes;
    from = first ? stay.from : from;
    to = first ? stay.to : std::max(to, stay.to);
    if (!first && to - from > rule.every_minutes) return true;
  }
  return false;
}

bool too_many(const Facts& facts, const mission::Rule& rule, const std::vector<Part>& parts) {
  std::map<base::LocalDate, int> days;
  for (const Part& part : parts)
    if (!part.activity.empty() && ++days[day_of(facts, part.stay)] > rule.most) return true;
  return false;
}

// Of another such rule for the activity: who cannot be there with `person`.
std::set<PersonId> rivals(const Facts& facts, const RuleFacts& rule, const PersonId& person,
                          const mission::Activity& activity) {
  std::set<PersonId> out;
  if (!rule.who.contains(person) || !rule.covers(activity)) return out;
  for (const RuleFacts& other : facts.rules())
    if (other.rule->kind == rule.rule->kind && other.rule != rule.rule && other.covers(activity) &&
        !other.who.contains(person))
      for (const PersonId& rival : other.who)
        if (!rule.who.contains(rival)) out.insert(rival);
  return out;
}

// The rules of one plan, one after the other.
class Judge {
 public:
  Judge(const Facts& facts, base::Issues& issues)
      : facts_(facts), all_(facts, Gathering::Of::All), issues_(issues) {}

  void run() {
    for (const RuleFacts& rule : facts_.rules()) {
      for (const auto& placement : facts_.plan.activities)
        if (const auto& activity = *facts_.activities.at(placement.activity); rule.covers(activity))
          judge(rule, activity);
      if (counts_meetings(*rule.rule) && rule.rule->kind == RuleKind::NeverWith) tables(rule);
      for (const PersonId& person : rule.who) judge(rule, person);
    }
  }

 private:
  void accuse_rule(const RuleFacts& rule, const std::string& path, const std::string& names) {
    accuse_broken(issues_, rule, path, names);
  }

  void judge(const RuleFacts& rule, const mission::Activity& activity) {
    const std::string path = "activity/" + activity.id.value;
    const auto& there = all_.at(activity.id);
    const auto present = [&](const PersonId& person) { return there.contains(person); };
    switch (rule.rule->kind) {
      case RuleKind::AlwaysWith:
        for (const PersonId& leader : rule.with)
          for (const PersonId& person : rule.who)
            if (leader != person && present(leader) && !present(person))
              accuse_rule(rule, path, " It lacks " + person.value + ".");
        break;
      case RuleKind::AtLeastOneOf:
        if (std::ranges::none_of(rule.who, present)) accuse_rule(rule, path, "");
        break;
      case RuleKind::NeverWith:
      case RuleKind::NotSameVehicle:
        for (const PersonId& a : there)
          for (const PersonId& b : there)
            if (a < b && rule.keeps_apart(a, b) && share_vehicle(rule, activity, a, b))
              accuse_rule(rule, path, fmt::format(" Both {} and {} are there.", a.value, b.value));
        break;
      case RuleKind::ArrivesLast:
      case RuleKind::LeavesFirst:
        for (const PersonId& person : there)
          for (const PersonId& rival : rivals(facts_, rule, person, activity))
            if (present(rival))
              accuse_rule(rule, path, fmt::format(" So is {} there.", rival.value));
        break;
      case RuleKind::ClearanceNeeded:
        for (const PersonId& person : there)
          if (!facts_.is_cleared(*rule.rule, person, activity))
            accuse_rule(rule, path, fmt::format(" {} is not cleared.", person.value));
        break;
      default:
        break;
    }
  }

  // Of a rule about vehicles: whether both sit in one coach, where there are any.
  bool share_vehicle(const RuleFacts& rule, const mission::Activity& activity, const PersonId& a,
                     const PersonId& b) const {
    if (rule.rule->kind != RuleKind::NotSameVehicle || !activity.by_coach) return true;
    const auto coach = [&](const PersonId& person) {
      return std::ranges::find_if(facts_.plan.attendances,
                                  [&](const auto& attendance) {
                                    return attendance.person == person &&
                                           attendance.activity == activity.id;
                                  })
          ->coach;
    };
    return !coach(a).empty() && coach(a) == coach(b);
  }

  void judge(const RuleFacts& rule, const PersonId& person) {
    const bool rest = rule.rule->kind == RuleKind::Rest;
    if (!rest && rule.rule->kind != RuleKind::AtMostADay) return;
    auto parts = parts_of(facts_, rule, person, all_.of(person));
    if (counts_meetings(*rule.rule)) add_meetings(facts_, person, parts);
    if (rest ? restless(*rule.rule, parts) : too_many(facts_, *rule.rule, parts))
      accuse_rule(rule, "person/" + person.value, "");
  }

  void tables(const RuleFacts& rule) {
    for (const auto& meeting : facts_.plan.meetings)
      if (rule.keeps_apart(meeting.first_person, meeting.second_person))
        accuse_rule(
            rule,
            fmt::format("meeting/{}/{}/{}", meeting.session.value, meeting.slot, meeting.table),
            "");
  }

  const Facts& facts_;
  Gathering all_;
  base::Issues& issues_;
};

bool would_break(const Facts& facts, const Gathering& duties, const RuleFacts& rule,
                 const PersonId& person, const mission::Activity& activity) {
  const auto& there = duties.at(activity.id);
  const auto among = [&](const PersonId& other) { return there.contains(other); };
  switch (rule.rule->kind) {
    case RuleKind::AlwaysWith:
      return rule.with.contains(person) &&
             std::ranges::any_of(
                 rule.who, [&](const PersonId& other) { return other != person && !among(other); });
    case RuleKind::NeverWith:
    case RuleKind::NotSameVehicle:
      return std::ranges::any_of(there, [&](const PersonId& other) {
        return rule.keeps_apart(person, other) &&
               (rule.rule->kind == RuleKind::NeverWith || !activity.by_coach ||
                (facts.by_coach(*facts.people.at(person), activity) &&
                 facts.by_coach(*facts.people.at(other), activity)));
      });
    case RuleKind::ArrivesLast:
    case RuleKind::LeavesFirst:
      return std::ranges::any_of(rivals(facts, rule, person, activity), among);
    case RuleKind::Rest:
    case RuleKind::AtMostADay: {
      if (!rule.who.contains(person)) return false;
      std::set<ActivityId> with = duties.of(person);
      with.insert(activity.id);
      const auto parts = parts_of(facts, rule, person, with);
      return rule.rule->kind == RuleKind::Rest ? restless(*rule.rule, parts)
                                               : too_many(facts, *rule.rule, parts);
    }
    default:
      return false;
  }
}

}  // namespace

void accuse_broken(base::Issues& issues, const RuleFacts& rule, const std::string& path,
                   const std::string& names) {
  accuse(issues, "rule_broken", path, rule.rule->id.value,
         {{"kind", std::string(mission::word(rule.rule->kind))}, {"names", names}});
}

bool RuleFacts::covers(const mission::Activity& activity) const {
  const bool transfer = activity.kind == mission::ActivityKind::Transfer;
  if (rule->kind == RuleKind::NotSameVehicle && !transfer && !activity.by_coach) return false;
  if (rule->kind == RuleKind::AtMostADay && transfer) return false;
  return mission::covers(rule->scope, activity);
}

bool RuleFacts::keeps_apart(const PersonId& a, const PersonId& b) const {
  if (a == b) return false;
  const auto& other = with.empty() ? who : with;
  return (who.contains(a) && other.contains(b)) || (who.contains(b) && other.contains(a));
}

void Facts::find_rules() {
  for (const auto& rule : mission.rules) {
    RuleFacts out{&rule, {}, {}};
    for (const auto& person : mission::members(mission, rule.who)) out.who.insert(person);
    for (const auto& person : mission::members(mission, rule.with)) out.with.insert(person);
    const bool clearance = rule.kind == RuleKind::ClearanceNeeded;
    // A pair of which one side is vacant keeps nobody apart.
    if (!clearance && (out.who.empty() || (!rule.with.empty() && out.with.empty()))) continue;
    named_.insert(out.who.begin(), out.who.end());
    named_.insert(out.with.begin(), out.with.end());
    rules_.push_back(std::move(out));
    for (const auto& activity : mission.activities)
      for (const auto& person : mission.people)
        if (clearance && rules_.back().covers(activity) && !is_cleared(rule, person.id, activity))
          barred_.emplace(person.id, activity.id);
  }
}

bool Facts::is_cleared(const mission::Rule& rule, const PersonId& person,
                       const mission::Activity& activity) const {
  const auto& earliest = activity.effective_timing().earliest;
  return !earliest || mission::is_cleared(rule, *people.at(person), earliest->date);
}

bool Facts::barred(const PersonId& person, const ActivityId& activity) const {
  return barred_.contains({person, activity});
}

void Facts::add_company(const mission::Activity& activity) {
  auto& holders = office_holders_.at(activity.id);
  for (std::size_t before = 0; before != holders.size();) {
    before = holders.size();
    for (const RuleFacts& rule : rules_)
      if (rule.rule->kind == RuleKind::AlwaysWith && rule.covers(activity) &&
          std::ranges::any_of(rule.with, [&](const auto& one) { return holders.contains(one); }))
        holders.insert(rule.who.begin(), rule.who.end());
  }
}

void Facts::find_waits(const mission::Activity& activity) {
  std::set<PersonId> expected = office_holders_.at(activity.id);
  expected.insert(everyone_.at(activity.id).begin(), everyone_.at(activity.id).end());
  for (const RuleFacts& rule : rules_)
    if (rule.rule->kind == RuleKind::AtLeastOneOf && rule.covers(activity))
      expected.insert(rule.who.begin(), rule.who.end());
  for (const RuleFacts& rule : rules_)
    if ((rule.rule->kind == RuleKind::ArrivesLast || rule.rule->kind == RuleKind::LeavesFirst ||
         rule.rule->kind == RuleKind::GuestsInPlace) &&
        rule.covers(activity) &&
        std::ranges::any_of(rule.who, [&](const auto& one) { return expected.contains(one); }))
      waits_["activity/" + activity.id.value].push_back(&rule);
}

Occupied Facts::extended(const mission::Person& person, Occupied stay) const {
  if (const auto found = activity_of_.find(stay.what); found != activity_of_.end())
    if (by_coach(person, *found->second)) return ride(*found->second, stay);
  int early = 0, late = 0;
  for (const RuleFacts* rule : waits_for(person, stay)) {
    int& longer = rule->rule->kind == RuleKind::LeavesFirst ? late : early;
    longer = std::max(longer, rule->rule->minutes);
  }
  stay.from -= early;
  stay.to += late;
  return stay;
}

const RuleFacts* Facts::lengthened(const mission::Person& person, const Occupied& stay) const {
  const auto rules = waits_for(person, stay);
  return rules.empty() ? nullptr : rules.front();
}

std::vector<const RuleFacts*> Facts::waits_for(const mission::Person& person,
                                               const Occupied& stay) const {
  const auto found = waits_.find(stay.what);
  if (found == waits_.end()) return {};
  const ActivityId activity{stay.what.substr(std::string("activity/").size())};
  const bool by_office = office_holders_.at(activity).contains(person.id);
  std::vector<const RuleFacts*> out = found->second;
  std::erase_if(out, [&](const RuleFacts* rule) {
    return rule->who.contains(person.id) ||
           (by_office && rule->rule->kind == RuleKind::GuestsInPlace);
  });
  return out;
}

Gathering::Gathering(const Facts& facts, Of which) {
  for (const auto& attendance : facts.plan.attendances) {
    const auto& person = *facts.people.at(attendance.person);
    const auto& activity = *facts.activities.at(attendance.activity);
    const bool duty = attendance.wish.empty() || facts.holds_office(person, activity) ||
                      facts.whole_delegation(person, activity);
    if (which == Of::Duties && !duty) continue;
    at_[activity.id].insert(person.id);
    of_[person.id].insert(activity.id);
  }
}

const std::set<PersonId>& Gathering::at(const ActivityId& activity) const {
  static const std::set<PersonId> nobody;
  const auto found = at_.find(activity);
  return found == at_.end() ? nobody : found->second;
}

const std::set<ActivityId>& Gathering::of(const PersonId& person) const {
  static const std::set<ActivityId> nothing;
  const auto found = of_.find(person);
  return found == of_.end() ? nothing : found->second;
}

bool called(const Facts& facts, const Gathering& people, const PersonId& person,
            const ActivityId& activity) {
  return std::ranges::any_of(facts.rules(), [&](const RuleFacts& rule) {
    if (!rule.who.contains(person) || !rule.covers(*facts.activities.at(activity))) return false;
    if (rule.rule->kind == RuleKind::AtLeastOneOf) return true;
    return rule.rule->kind == RuleKind::AlwaysWith &&
           std::ranges::any_of(rule.with, [&](const PersonId& leader) {
             return leader != person && people.is(leader, activity);
           });
  });
}

bool kept_by_rule(const Facts& facts, const Gathering& duties, const PersonId& person,
                  const mission::Activity& activity) {
  return facts.named(person) && std::ranges::any_of(facts.rules(), [&](const RuleFacts& rule) {
           return rule.covers(activity) && would_break(facts, duties, rule, person, activity);
         });
}

void verify_rules(const Facts& facts, base::Issues& issues) {
  Judge(facts, issues).run();
}

}  // namespace kontor::planning
