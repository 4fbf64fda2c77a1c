#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/text.h"
#include "base/time.h"
#include "mission/keys.h"
#include "mission/record.h"

namespace kontor::mission {

// A span of local time at one leg during which somebody cannot be planned.
struct Absence {
  LegId leg;
  base::LocalDateTime from;
  base::LocalDateTime to;

  bool operator==(const Absence&) const = default;
};

// How far a person is cleared to enter a site, such as "nasa-ames".
struct Clearance {
  std::string site;
  ClearanceStatus status = ClearanceStatus::Unknown;
  std::optional<base::LocalDate> filed_on;  // when the site had all it asked for

  bool operator==(const Clearance&) const = default;
};

struct Organisation {
  OrganisationId id;
  base::Text name;
  OrganisationKind kind = OrganisationKind::Company;
  Side side = Side::Neither;
  Region region = Region::None;
  CompanySize size = CompanySize::Unknown;
  std::string country;  // ISO 3166 alpha-2; empty is unknown
  std::vector<SectorId> sectors;
  std::vector<TopicId> offers;
  std::vector<TopicId> seeks;
  base::Text profile;  // what it does, one or two sentences; may be empty
  Record record;

  bool operator==(const Organisation&) const = default;
};

// A person takes part for exactly one organisation.
struct Person {
  PersonId id;
  OrganisationId organisation;  // empty for public officials of no registered organisation
  std::string given_name;
  std::string family_name;  // as written: "van der Straeten-Waillet"
  PersonRole role = PersonRole::Delegate;
  base::Text function;
  std::vector<base::Language> languages;
  std::vector<LegId> legs;            // where they take part; empty: all legs
  std::vector<Absence> absences;      // never shown to those without the right
  std::vector<Clearance> clearances;  // shown to even fewer
  Record record;

  bool operator==(const Person&) const = default;
};

// A protocol office of the mission: "head-of-mission". Programmes refer to offices, never to
// persons.
struct Office {
  OfficeId id;
  base::Text title;
  PersonId holder;     // empty: vacant
  int precedence = 0;  // 1 comes first; 0: not settled
  Record record;

  bool operator==(const Office&) const = default;
};

std::string display_name(const Person& person);

}  // namespace kontor::mission
