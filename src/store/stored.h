#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "mission/acting.h"
#include "mission/plan.h"

// What the store keeps besides a mission's own nouns.

namespace kontor::store {

// A point of the curve that value and bound draw while a plan is made.
struct CurvePoint {
  int permille_done = 0;  // 0 … 1000
  std::int64_t value = 0;
  std::int64_t bound = 0;

  bool operator==(const CurvePoint&) const = default;
};

// What the independent checker said of a plan before it was published.
struct Verification {
  bool good = false;
  base::Instant checked_at{};
  std::vector<std::string> faults;  // in English; may name secrets

  bool operator==(const Verification&) const = default;
};

// A plan with how it came about. A draft has version 0 and no verification.
struct StoredPlan {
  mission::Plan plan;
  std::vector<CurvePoint> curve;
  std::optional<Verification> verification;
  base::Instant made_at{};  // when a draft was made, or a version published
  std::string made_by;      // the author's name

  bool operator==(const StoredPlan&) const = default;
};

// A published version in the list of all.
struct PlanVersion {
  int version = 0;
  base::Instant published_at{};
  std::string published_by;
  std::int64_t value = 0;
  std::int64_t bound = 0;

  bool operator==(const PlanVersion&) const = default;
};

// The heads of a mission in the store, cheap to read.
struct MissionState {
  mission::MissionId id;
  std::string input_hash;     // SHA-256 of its canonical text
  std::int64_t revision = 0;  // counts up with every change of the mission or its published plan
  bool has_draft = false;
  std::string draft_input_hash;  // "" without a draft
  int published_version = 0;     // 0: nothing published
  std::string published_input_hash;

  bool operator==(const MissionState&) const = default;
};

// An entry of the append-only log. `detail` holds no secret.
struct Change {
  std::int64_t number = 0;  // 1, 2, 3 … given by the store
  base::Instant at{};
  std::string author;
  mission::Role role = mission::Role::Public;
  std::string verb;
  std::string subject;  // "plan/3"
  std::string detail;
  int version_before = 0;  // of the published plan that it changed; 0: it changed none
  int version_after = 0;
  std::int64_t undoes = 0;  // the change that it takes back; 0: none

  bool operator==(const Change&) const = default;
};

}  // namespace kontor::store
