#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "base/time.h"
#include "mission/keys.h"
#include "mission/words.h"

namespace kontor::mission {

// An activity with its room and start.
struct ActivityPlacement {
  ActivityId activity;
  RoomId room;  // empty where the activity has no room of ours: it happens at its host's
  base::LocalDateTime starts_at;
  int minutes = 0;

  bool operator==(const ActivityPlacement&) const = default;
};

// A person at a placed activity, the wish it grants (empty: whole delegation, by office or as a
// speaker) and the coach that takes them there and back (empty: they come on their own).
struct Attendance {
  ActivityId activity;
  PersonId person;
  WishId wish;
  CoachId coach{};

  bool operator==(const Attendance&) const = default;
};

// How long rules of protocol have somebody there before a placed activity starts and after it ends;
// an empty person: how much earlier its coaches leave, and how much later they return.
struct Presence {
  ActivityId activity;
  PersonId person;
  int early_minutes = 0;
  int late_minutes = 0;

  bool operator==(const Presence&) const = default;
};

// Two organisations at a table for one slot, each with the person who sits there.
struct Meeting {
  SessionId session;
  int slot = 0;           // 0 … session.slots - 1
  int table = 0;          // 1 … session.tables
  OrganisationId first;   // of the delegation
  OrganisationId second;  // the counterpart
  PersonId first_person;
  PersonId second_person;
  std::vector<WishId> wishes;  // that it grants, one or two

  bool operator==(const Meeting&) const = default;
};

// A wish that is not granted, why, and whom or what the cause names (keys, may be secret).
struct Unplaced {
  WishId wish;
  Cause cause = Cause::NotAvailable;
  std::vector<std::string> details;  // keys of activities, sessions or organisations in the way

  bool operator==(const Unplaced&) const = default;
};

// A person waiting for a place of a full activity; position 1 is next.
struct Waiting {
  ActivityId activity;
  PersonId person;
  int position = 1;

  bool operator==(const Waiting&) const = default;
};

// What a plan is worth. `value` and `bound` count points: a must is worth more than all wants
// together (must_points each), a want of rank r is worth 10 - r points, r in 1 … 9.
struct Score {
  std::int64_t value = 0;
  std::int64_t bound = 0;  // no plan can be worth more; proven by the certificate
  std::int64_t must_points = 0;
  int musts_asked = 0;
  int musts_placed = 0;
  int wants_asked = 0;
  int wants_placed = 0;
  int breaks = 0;  // idle slots' groups between meetings of one organisation in one session
  int worst_share_permille = 0;  // of wishes granted, of the delegation's organisation worst off

  bool operator==(const Score&) const = default;
};

// A whole timetable of a mission. Lists are sorted by their first fields.
struct Plan {
  MissionId mission;
  int version = 0;  // 0: a draft
  std::uint64_t seed = 0;
  std::string input_hash;  // SHA-256 of the mission's canonical text
  std::vector<ActivityPlacement> activities;
  std::vector<Attendance> attendances;
  std::vector<Meeting> meetings;
  std::vector<Waiting> waiting;
  std::vector<Unplaced> unplaced;
  std::vector<ActivityId> unplaced_activities;  // no time or room found, or time and city unknown
  Score score;
  std::vector<Presence> presence{};  // follows from the rest: see planning/presence.h; not stored
  std::string certificate;           // text of planning/certificate.h; proves `score.bound`

  bool operator==(const Plan&) const = default;
};

}  // namespace kontor::mission
