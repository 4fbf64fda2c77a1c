#include "server/agenda.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

#include "planning/agenda.h"
#include "planning/rides.h"

namespace kontor::server {

namespace {

template <class Noun, class Key>
const Noun* find(const std::vector<Noun>& nouns, const Key& key) {
  const auto found = std::ranges::find(nouns, key, &Noun::id);
  return found == nouns.end() ? nullptr : &*found;
}

// Where somebody is before and after an engagement: at its spot, or where their coach leaves.
Spot end_of(const Engagement& one) {
  return one.boards_at == nullptr ? one.spot : Spot{one.spot.leg, one.boards_at, nullptr, nullptr};
}

// From the one engagement to the other, with the buffer; 0 within one venue or at one host.
int travel_between(const mission::Mission& mission, const Engagement& before,
                   const Engagement& after) {
  const Spot from = end_of(before), to = end_of(after);
  if (from.venue == to.venue && from.host == to.host) return 0;
  return planning::way_minutes(mission, from.venue ? from.venue->id : mission::VenueId{},
                               to.venue ? to.venue->id : mission::VenueId{});
}

const mission::Meeting* meeting_of(const mission::Plan& plan, const planning::Engagement& one) {
  const auto found = std::ranges::find_if(plan.meetings, [&](const mission::Meeting& meeting) {
    return meeting.session == one.session && meeting.slot == one.slot &&
           meeting.first == one.first && meeting.second == one.second;
  });
  return found == plan.meetings.end() ? nullptr : &*found;
}

// The same with the nouns that it names, seen from the side of `own`.
Engagement engagement_of(const Directory& directory, const planning::Engagement& one,
                         const mission::OrganisationId& own) {
  Engagement engagement;
  engagement.starts_at = one.starts_at;
  engagement.ends_at = one.ends_at;
  engagement.in_place_at = one.in_place_at;
  engagement.stays_until = one.stays_until;
  if (const auto* person = directory.person(one.person)) engagement.own_people.push_back(person);
  if (one.kind == planning::EngagementKind::Activity) {
    engagement.activity = directory.activity(one.activity);
    engagement.spot = directory.spot(*engagement.activity);
    engagement.coach = find(directory.mission().coaches, one.coach);
    engagement.boards_at = find(directory.mission().venues, one.boards_at);
    engagement.departs_at = one.departs_at;
    engagement.returns_at = one.returns_at;
    return engagement;
  }
  engagement.meeting = meeting_of(directory.plan(), one);
  engagement.session = directory.session(one.session);
  engagement.spot = directory.spot(engagement.session->room);
  engagement.own_organisation = directory.organisation(own);
  engagement.other_organisation = planning::with(one, own);
  engagement.other_person =
      engagement.other_organisation == one.second ? one.second_person : one.first_person;
  return engagement;
}

// What both sides have to offer each other.
std::vector<wire::Named> common_topics(const Directory& directory, const Engagement& one) {
  std::vector<wire::Named> topics;
  const auto* other = directory.organisation(one.other_organisation);
  if (one.own_organisation == nullptr || other == nullptr) return topics;
  const auto add = [&](const std::vector<mission::TopicId>& offers,
                       const std::vector<mission::TopicId>& seeks) {
    for (const auto& id : offers) {
      const auto* topic = directory.topic(id);
      const bool known = std::ranges::any_of(
          topics, [&](const wire::Named& named) { return named.id == id.value; });
      if (topic != nullptr && !known && std::ranges::find(seeks, id) != seeks.end())
        topics.push_back({id.value, topic->name});
    }
  };
  add(one.own_organisation->offers, other->seeks);
  add(other->offers, one.own_organisation->seeks);
  return topics;
}

std::string names_of(const std::vector<const mission::Person*>& people) {
  std::string names;
  for (const auto* person : people)
    names += (names.empty() ? "" : ", ") + mission::display_name(*person);
  return names;
}

void add_meeting(const Directory& directory, const Engagement& one, wire::Engagement& line) {
  line.kind = "meeting";
  line.session = one.meeting->session.value;
  line.table = one.meeting->table;
  line.with_organisation = directory.named(one.other_organisation);
  line.title = line.with_organisation ? line.with_organisation->name : one.session->name;
  if (const auto* person = directory.person(one.other_person))
    line.with_person = mission::display_name(*person);
  line.reasons = common_topics(directory, one);
  line.mutual = one.meeting->wishes.size() >= 2;
  const auto* other = directory.organisation(one.other_organisation);
  line.mark = mark_of(one.session->record);
  line.mark.visibility = mission::Visibility::Delegation;
  line.mark.invented = one.session->record.invented || (other && other->record.invented) ||
                       (one.own_organisation && one.own_organisation->record.invented);
}

void add_activity(const Engagement& one, wire::Engagement& line) {
  line.kind = "activity";
  line.title = one.activity->title;
  line.activity = one.activity->id.value;
  line.mark = mark_of(one.activity->record);
}

wire::Engagement line_of(const Directory& directory, const Engagement& one) {
  wire::Engagement line;
  if (one.meeting != nullptr)
    add_meeting(directory, one, line);
  else
    add_activity(one, line);
  line.starts_at = one.starts_at;
  line.ends_at = one.ends_at;
  line.zone = one.zone();
  if (one.spot.leg != nullptr) line.leg = one.spot.leg->id.value;
  line.place = directory.place_number(one.spot.leg);
  line.place_name = place_name(one.spot, one.activity);
  if (one.spot.room != nullptr) line.room = one.spot.room->id.value;
  line.own_person = names_of(one.own_people);
  line.travel_minutes = one.travel_minutes;
  if (one.coach != nullptr && one.boards_at != nullptr)
    line.ride = wire::Ride{one.coach->name, one.boards_at->name, one.departs_at, one.returns_at};
  if (one.longer()) line.presence = wire::Presence{one.in_place_at, one.stays_until};
  return line;
}

}  // namespace

std::string_view Engagement::zone() const {
  return spot.leg == nullptr ? std::string_view("UTC") : std::string_view(spot.leg->zone);
}

std::vector<Engagement> agenda_of(const Directory& directory, const mission::PersonId& id) {
  const auto* person = directory.person(id);
  std::vector<Engagement> agenda;
  if (person == nullptr) return agenda;
  for (const auto& one : planning::agenda(directory.mission(), directory.plan(), id))
    agenda.push_back(engagement_of(directory, one, person->organisation));
  for (std::size_t i = 1; i < agenda.size(); ++i)
    if (agenda[i].starts_at.date == agenda[i - 1].starts_at.date)
      agenda[i].travel_minutes = travel_between(directory.mission(), agenda[i - 1], agenda[i]);
  return agenda;
}

std::vector<Engagement> agenda_of(const Directory& directory, const mission::OrganisationId& id) {
  std::vector<Engagement> agenda;
  std::map<const mission::Activity*, std::size_t> listed;
  for (const auto& one : planning::agenda(directory.mission(), directory.plan(), id)) {
    Engagement engagement = engagement_of(directory, one, id);
    const auto* activity = engagement.activity;
    if (activity != nullptr && listed.contains(activity)) {
      auto& people = agenda[listed[activity]].own_people;
      people.insert(people.end(), engagement.own_people.begin(), engagement.own_people.end());
      auto& first = agenda[listed[activity]];
      first.in_place_at = std::min(first.in_place_at, engagement.in_place_at);
      first.stays_until = std::max(first.stays_until, engagement.stays_until);
    } else {
      if (activity != nullptr) listed[activity] = agenda.size();
      agenda.push_back(std::move(engagement));
    }
  }
  return agenda;
}

base::Text place_name(const Spot& spot, const mission::Activity* activity) {
  if (spot.room == nullptr) {
    if (activity != nullptr && !activity->place.empty()) return base::Text::same(activity->place);
    return spot.host == nullptr ? base::Text() : spot.host->name;
  }
  base::Text name;
  for (const base::Language language : base::all_languages) {
    const std::string& venue = spot.venue->name.best(language);
    const std::string& room = spot.room->name.best(language);
    name.set(language, room.empty() || room == venue ? venue : fmt::format("{} · {}", venue, room));
  }
  return name;
}

std::vector<wire::Engagement> to_wire(const Directory& directory,
                                      const std::vector<Engagement>& agenda) {
  std::vector<wire::Engagement> lines;
  for (const Engagement& one : agenda) lines.push_back(line_of(directory, one));
  return lines;
}

}  // namespace kontor::server
