#include "actions/secrets.h"

#include <algorithm>

#include "actions/world.h"

namespace kontor::actions {

namespace {

mission::Wish& wish(mission::Mission& mission, const std::string& id) {
  return *std::ranges::find(mission.wishes, mission::WishId{id}, &mission::Wish::id);
}

void hide(mission::Activity& activity, mission::Visibility visibility, const std::string& owner) {
  activity.record.visibility = visibility;
  activity.record.owner.value = owner;
}

const std::vector<Secret> all{
    {"never_of_a_counterpart",
     {"Q1", "coordinator"},
     [](mission::Mission& mission, store::StoredPlan&) {
       mission::Wish never = wish(mission, "W4");
       never.id.value = "W8";
       never.counterpart.value = "O3";
       mission.wishes.push_back(never);
     }},
    {"never_as_the_cause",
     {"coordinator"},
     [](mission::Mission&, store::StoredPlan& stored) {
       stored.plan.unplaced[0].cause = mission::Cause::NotAvailable;
       stored.plan.unplaced[0].details.clear();
     }},
    {"level_of_a_wish",
     {"AW", "coordinator", "director"},
     [](mission::Mission& mission, store::StoredPlan&) {
       wish(mission, "W2").level = mission::WishLevel::Must;
     }},
    {"sealed_agreement",
     {"AW", "coordinator"},
     [](mission::Mission& mission, store::StoredPlan&) {
       mission::Agreement sealed = mission.agreements[0];
       sealed.id.value = "G2";
       sealed.record.visibility = mission::Visibility::Sealed;
       sealed.record.owner.value = "AW";
       mission.agreements.push_back(sealed);
     }},
    {"sealed_announcement",
     {"coordinator"},
     [](mission::Mission& mission, store::StoredPlan&) {
       mission::Announcement sealed{};
       sealed.id.value = "N1";
       sealed.title = base::Text::same("Five billion");
       sealed.record.visibility = mission::Visibility::Sealed;
       mission.announcements.push_back(sealed);
     }},
    {"absence",
     {"P1", "AW", "coordinator"},
     [](mission::Mission& mission, store::StoredPlan&) {
       const auto from = base::parse_local("2025-10-08T09:00").value();
       mission.people[0].absences.push_back({{"SF"}, from, base::plus_minutes(from, 60)});
       mission.people[0].record.assumed.emplace_back("absences");
     }},
    {"absence_of_a_colleague",
     {"AW", "coordinator"},
     [](mission::Mission& mission, store::StoredPlan&) {
       const auto from = base::parse_local("2025-10-08T09:00").value();
       mission.people[3].absences.push_back({{"SF"}, from, base::plus_minutes(from, 60)});
     }},
    {"rule",
     {"protocol", "coordinator"},
     [](mission::Mission& mission, store::StoredPlan&) {
       mission::Rule rule;
       rule.id.value = "R1";
       rule.kind = mission::RuleKind::AtMostADay;
       rule.who.offices.push_back({"head-of-mission"});
       mission.rules.push_back(rule);
     }},
    {"rule_as_the_cause",
     {"coordinator"},
     [](mission::Mission&, store::StoredPlan& stored) {
       stored.plan.unplaced[0].cause = mission::Cause::ForbiddenByRule;
       stored.plan.unplaced[0].details = {"R1"};
     }},
    {"clearance",
     {"P1", "protocol", "coordinator"},
     [](mission::Mission& mission, store::StoredPlan&) {
       mission.people[0].clearances.push_back({"lab", mission::ClearanceStatus::Refused, {}});
     }},
    {"protocol_activity",
     {"protocol", "coordinator"},
     [](mission::Mission& mission, store::StoredPlan& stored) {
       mission::Activity secret = mission.activities[2];
       secret.id.value = "A8";
       mission.activities.push_back(secret);
       stored.plan.activities.push_back(stored.plan.activities[2]);
       stored.plan.activities.back().activity.value = "A8";
       stored.plan.attendances.push_back({{"A8"}, {"P3"}, {}});
     }},
    {"principal_comes",
     {"protocol", "coordinator"},
     [](mission::Mission&, store::StoredPlan& stored) {
       stored.plan.attendances.push_back({{"A2"}, {"PR"}, {}});
     }},
    {"office_must_attend",
     {"protocol", "coordinator"},
     [](mission::Mission& mission, store::StoredPlan&) {
       mission.activities[0].offices.push_back({"head-of-mission"});
       mission.activities[0].record.assumed.emplace_back("offices");
     }},
    {"who_attends",  // P4 in place of P1: the same region and size
     {"P1", "AW", "protocol", "coordinator", "director"},
     [](mission::Mission&, store::StoredPlan& stored) {
       stored.plan.attendances[0] = {{"A1"}, {"P4"}, {}};
     }},
    {"who_waits",
     {"P1", "AW", "FI", "protocol", "coordinator", "director"},
     [](mission::Mission&, store::StoredPlan& stored) {
       stored.plan.waiting[0].person.value = "P4";
     }},
    {"who_meets_whom",
     {"P1", "Q1", "AW", "coordinator", "director"},
     [](mission::Mission&, store::StoredPlan& stored) {
       std::swap(stored.plan.meetings[0].second, stored.plan.meetings[1].second);
       std::swap(stored.plan.meetings[0].second_person, stored.plan.meetings[1].second_person);
     }},
    {"note_of_the_office",
     {"AW", "FI", "protocol", "coordinator", "director"},
     [](mission::Mission& mission, store::StoredPlan&) {
       mission.organisations[2].record.note = "calls on Tuesday";
     }},
    {"agency_record",
     {"AW", "coordinator", "director"},
     [](mission::Mission& mission, store::StoredPlan&) {
       mission.activities.push_back(mission.activities[1]);
       mission.activities.back().id.value = "A7";
       hide(mission.activities.back(), mission::Visibility::Agency, "AW");
     }},
    {"name_of_a_delegate",
     {"P1", "AW", "FI", "press", "protocol", "coordinator", "director"},
     [](mission::Mission& mission, store::StoredPlan&) {
       mission.people[2].family_name = "Changed";
     }},
    {"certificate",
     {"coordinator", "director"},
     [](mission::Mission&, store::StoredPlan& stored) { stored.plan.certificate = "another"; }},
    {"author",
     {"AW", "FI", "protocol", "coordinator", "director"},
     [](mission::Mission&, store::StoredPlan& stored) { stored.made_by = "Somebody else"; }},
};

}  // namespace

void PrintTo(const Secret& secret, std::ostream* out) {
  *out << secret.name;
}

const std::vector<Secret>& secrets() {
  return all;
}

}  // namespace kontor::actions
