#pragma once
#include <map>
#include <optional>
#include <string>
#include <unordered_map>

#include "actions/view.h"
#include "wire/messages.h"

namespace kontor::server {

// Where something happens, as far as it is known.
struct Spot {
  const mission::Leg* leg = nullptr;
  const mission::Venue* venue = nullptr;
  const mission::Room* room = nullptr;
  const mission::Organisation* host = nullptr;  // of a place that is none of our rooms
};

// Finds the nouns of a view by their keys; null for unknown ones. Refers to the view.
class Directory {
 public:
  explicit Directory(const actions::View& view);

  const actions::View& view() const { return view_; }
  const mission::Mission& mission() const { return *view_.mission; }
  const mission::Plan& plan() const { return *view_.plan; }

  const mission::Leg* leg(const mission::LegId& id) const;
  const mission::Organisation* organisation(const mission::OrganisationId& id) const;
  const mission::Person* person(const mission::PersonId& id) const;
  const mission::Activity* activity(const mission::ActivityId& id) const;
  const mission::Session* session(const mission::SessionId& id) const;
  const mission::Wish* wish(const mission::WishId& id) const;
  const mission::Topic* topic(const mission::TopicId& id) const;
  const mission::Office* office(const mission::OfficeId& id) const;
  const mission::ActivityPlacement* placement(const mission::ActivityId& id) const;
  const mission::Unplaced* unplaced(const mission::WishId& id) const;

  Spot spot(const mission::RoomId& room) const;
  Spot spot(const mission::Activity& activity) const;  // as placed, else as far as facts say
  // The leg's colour, 1 to 5; 0 for none.
  int place_number(const mission::Leg* leg) const;

  std::optional<wire::Named> named(const mission::OrganisationId& id) const;
  std::optional<wire::Named> named(const mission::PersonId& id) const;
  std::optional<wire::Named> named(const mission::ActivityId& id) const;
  // An activity, session or organisation by its bare key, as causes name them.
  std::optional<wire::Named> named(const std::string& key) const;

 private:
  template <class Noun>
  using ByKey = std::unordered_map<std::string_view, const Noun*>;

  const actions::View& view_;
  ByKey<mission::Leg> legs_;
  ByKey<mission::Organisation> organisations_;
  ByKey<mission::Person> people_;
  ByKey<mission::Activity> activities_;
  ByKey<mission::Session> sessions_;
  ByKey<mission::Wish> wishes_;
  ByKey<mission::Topic> topics_;
  ByKey<mission::Office> offices_;
  ByKey<mission::ActivityPlacement> placements_;
  ByKey<mission::Unplaced> unplaced_;
  std::unordered_map<std::string_view, Spot> rooms_;
};

wire::Mark mark_of(const mission::Record& record);

}  // namespace kontor::server
