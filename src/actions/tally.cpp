#include "actions/tally.h"

#include <algorithm>

#include "planning/fairness.h"

namespace kontor::actions {

namespace {

constexpr int smallest_group = 3;  // below it a sum speaks of single persons or organisations

bool is_asked(const mission::Wish& wish) {
  return wish.level != mission::WishLevel::Never;
}

void tally_attendance(const mission::Attendance& attendance, const Sight& sight, View& view) {
  const auto activity = view.activities.find(attendance.activity);
  if (activity == view.activities.end() || !sight.counts_attendance(attendance.person)) return;
  ActivityTally& tally = activity->second;
  ++tally.attending;
  const mission::Person* person = sight.index().person(attendance.person);
  const mission::Organisation* organisation = sight.index().organisation(person->organisation);
  if (organisation == nullptr || organisation->side != mission::Side::Delegation) return;
  ++tally.attending_by_region[std::string(mission::word(organisation->region))];
  ++tally.attending_by_size[std::string(mission::word(organisation->size))];
}

void tally_activities(const mission::Mission& mission, const mission::Plan& plan,
                      const Sight& sight, View& view) {
  for (const mission::Activity& activity : mission.activities)
    if (sight.sees(activity)) view.activities[activity.id];
  for (const mission::Attendance& attendance : plan.attendances)
    tally_attendance(attendance, sight, view);
  for (const mission::Waiting& waiting : plan.waiting) {
    const auto activity = view.activities.find(waiting.activity);
    if (activity != view.activities.end() && sight.counts_attendance(waiting.person))
      ++activity->second.waiting;
  }
  if (sight.may(Matter::Attendance)) return;
  const auto is_small = [](const auto& group) { return group.second < smallest_group; };
  for (auto& [id, tally] : view.activities) {
    std::erase_if(tally.attending_by_region, is_small);
    std::erase_if(tally.attending_by_size, is_small);
  }
}

void tally_meetings(const mission::Mission& mission, const mission::Plan& plan, const Sight& sight,
                    View& view) {
  for (const mission::Session& session : mission.sessions)
    if (sight.sees(session)) view.session_meetings[session.id] = 0;
  for (const mission::Meeting& meeting : plan.meetings) {
    if (view.session_meetings.contains(meeting.session)) ++view.session_meetings[meeting.session];
    for (const auto& organisation : {meeting.first, meeting.second})
      if (view.organisations.contains(organisation)) ++view.organisations[organisation].meetings;
  }
}

void tally_wishes(const mission::Mission& mission, const mission::Plan& plan, const Sight& sight,
                  View& view) {
  std::set<mission::WishId> unplaced;
  for (const mission::Unplaced& item : plan.unplaced) unplaced.insert(item.wish);
  for (const mission::Wish& wish : mission.wishes) {
    const mission::Person* person = sight.index().person(wish.person);
    const auto wishing =
        view.organisations.find(person == nullptr ? wish.organisation : person->organisation);
    if (!is_asked(wish) || wishing == view.organisations.end()) continue;
    ++wishing->second.wishes_asked;
    if (plan.version > 0 && !unplaced.contains(wish.id)) ++wishing->second.wishes_granted;
  }
}

// From the plan as the reader sees it; people whose whole agenda they see.
void tally_people(const mission::Mission& mission, const Sight& sight, View& view) {
  for (const mission::Person& person : mission.people)
    if (sight.sees_agenda(person)) view.people[person.id];
  for (const mission::Attendance& attendance : view.plan->attendances)
    if (view.people.contains(attendance.person)) ++view.people[attendance.person].activities;
  for (const mission::Meeting& meeting : view.plan->meetings)
    for (const auto& person : {meeting.first_person, meeting.second_person})
      if (view.people.contains(person)) ++view.people[person].meetings;
}

void tally_fairness(const mission::Mission& mission, const mission::Plan& plan, const Sight& sight,
                    View& view) {
  if (plan.version == 0) return;
  for (const planning::Share& share : planning::fairness(mission, plan)) {
    if (share.organisations < smallest_group && !sight.may(Matter::Wish)) continue;
    Share& seen = view.fairness.emplace_back();
    seen.group_kind = share.group_kind;
    seen.group = share.group;
    seen.organisations = share.organisations;
    seen.asked = share.asked;
    seen.granted = share.granted;
    seen.granted_permille = share.asked == 0 ? 1000 : share.granted * 1000 / share.asked;
    seen.worst_permille = share.worst_permille;
    if (sight.sees_dealings(share.worst)) seen.worst = share.worst;
  }
}

// Counts the nouns of a list that may be counted, and how many of them are invented.
class Counter {
 public:
  Counter(const Sight& sight, Totals& totals) : sight_(sight), totals_(totals) {}

  template <class Noun, class Of>
  int count(const std::vector<Noun>& nouns, Of of) const {
    return static_cast<int>(std::ranges::count_if(
        nouns, [&](const Noun& noun) { return sight_.counts(noun) && of(noun); }));
  }
  template <class Noun>
  int count(const std::vector<Noun>& nouns) {
    const int all = count(nouns, [](const Noun&) { return true; });
    totals_.records += all;
    totals_.invented += count(nouns, [](const Noun& noun) { return noun.record.invented; });
    return all;
  }

 private:
  const Sight& sight_;
  Totals& totals_;
};

void tally_totals(const mission::Mission& mission, const Sight& sight, Totals& totals) {
  Counter counter(sight, totals);
  totals.organisations = counter.count(mission.organisations);
  totals.companies =
      counter.count(mission.organisations, [](const mission::Organisation& organisation) {
        return organisation.kind == mission::OrganisationKind::Company &&
               organisation.side == mission::Side::Delegation;
      });
  totals.counterparts =
      counter.count(mission.organisations, [](const mission::Organisation& organisation) {
        return organisation.side == mission::Side::Counterpart;
      });
  totals.delegates = counter.count(mission.people, [](const mission::Person& person) {
    return person.role == mission::PersonRole::Delegate;
  });
  totals.activities = counter.count(mission.activities);
  totals.sessions = counter.count(mission.sessions);
  totals.agreements = counter.count(mission.agreements);
  counter.count(mission.people);
  counter.count(mission.offices);
  counter.count(mission.venues);
  counter.count(mission.announcements);
  counter.count(mission.figures);
  totals.wishes = static_cast<int>(std::ranges::count_if(mission.wishes, is_asked));
  totals.records += totals.wishes;
  totals.invented += static_cast<int>(std::ranges::count_if(
      mission.wishes, [](const mission::Wish& wish) { return is_asked(wish) && wish.invented; }));
}

}  // namespace

void tally(const mission::Mission& mission, const mission::Plan& plan, const Sight& sight,
           View& view) {
  for (const mission::Organisation& organisation : mission.organisations)
    if (sight.sees(organisation) && sight.sees_dealings(organisation.id))
      view.organisations[organisation.id];
  tally_activities(mission, plan, sight, view);
  tally_meetings(mission, plan, sight, view);
  tally_wishes(mission, plan, sight, view);
  tally_people(mission, sight, view);
  tally_fairness(mission, plan, sight, view);
  tally_totals(mission, sight, view.totals);
}

}  // namespace kontor::actions
