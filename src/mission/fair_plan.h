#pragma once
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace kontor::mission {

// The plan of a fair as its file says it (docs/fair-file.md, "The plan file"), with the proof of
// its bounds. Participants and slots are numbered as in the fair.

struct FairPlanMeeting {
  int first = 0;
  int second = 0;
  int slot = 0;
  int table = -1;  // of the slot's tables; -1: at the own table of one of the two
};

// Prices in 1/64 point, and what a must, a promise and a point of a want count for them.
struct FairCertificate {
  std::int64_t must = 0;
  std::int64_t promise = 0;
  std::vector<std::int64_t> participant;
  std::vector<std::int64_t> table;
  std::vector<std::int64_t> time;  // [participant × slots + slot]; empty: all 0
};

struct FairPlan {
  std::uint64_t seed = 0;
  std::string status;
  // Figures by name in the order of the file: value, bound and so on.
  std::vector<std::pair<std::string, std::int64_t>> figures;
  std::vector<FairPlanMeeting> meetings;
  FairCertificate certificate;
  FairCertificate want_certificate;  // empty where the first one shows the wants' bound too
};

}  // namespace kontor::mission
