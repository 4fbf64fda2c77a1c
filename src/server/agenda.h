#pragma once
#include <string>
#include <vector>

#include "server/directory.h"

namespace kontor::server {

// One line of an agenda: an activity attended, or a meeting held.
struct Engagement {
  const mission::Activity* activity = nullptr;  // set for an activity
  const mission::Meeting* meeting = nullptr;    // set for a meeting
  const mission::Session* session = nullptr;    // of a meeting
  Spot spot;
  base::LocalDateTime starts_at;
  base::LocalDateTime ends_at;
  base::LocalDateTime in_place_at;  // when somebody is asked to be there, and until when
  base::LocalDateTime stays_until;
  // The agenda's side, and the other side of a meeting (which the reader may not know).
  std::vector<const mission::Person*> own_people;
  const mission::Organisation* own_organisation = nullptr;
  mission::OrganisationId other_organisation;
  mission::PersonId other_person;
  // How the person gets there from where the coach leaves; null and empty where none does.
  const mission::Coach* coach = nullptr;
  const mission::Venue* boards_at = nullptr;
  base::LocalDateTime departs_at;
  base::LocalDateTime returns_at;
  int travel_minutes = 0;  // from the engagement before, on the same day; to the coach where one is

  std::string_view zone() const;
  bool longer() const { return in_place_at != starts_at || stays_until != ends_at; }
};

// The published agenda of a person, ordered by time.
std::vector<Engagement> agenda_of(const Directory& directory, const mission::PersonId& person);
// That of an organisation: of all its people; what several of them attend stands once.
std::vector<Engagement> agenda_of(const Directory& directory,
                                  const mission::OrganisationId& organisation);

// The place in words: "Moscone West · Room 2014", or the host's name, or what the source printed.
base::Text place_name(const Spot& spot, const mission::Activity* activity);

std::vector<wire::Engagement> to_wire(const Directory& directory,
                                      const std::vector<Engagement>& agenda);

}  // namespace kontor::server
