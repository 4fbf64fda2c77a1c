#pragma once
#include <string>
#include <vector>

namespace kontor::mission {

// A fair as its file says it (docs/fair-file.md): sessions of slots, participants of sides and
// groups, and who wishes to meet whom. All but `key` and `name` are numbered from 0, slots through
// all sessions; -1 is "none".

struct FairSession {
  std::string name;
  int slots = 0;
  int tables = 0;
};

// Other tables in some slots than their session says.
struct FairTables {
  int tables = 0;
  int first_slot = 0;
  int last_slot = 0;
};

struct FairSide {
  std::string name;
  bool own_tables = false;  // its participants receive at tables of their own
};

struct FairParticipant {
  std::string key;
  int side = -1;
  int group = -1;
  int seats = 1;  // meetings at once
  int least = 0;  // meetings promised
  int most = -1;  // meetings allowed
};

struct FairAbsence {
  int participant = 0;
  int first_slot = 0;
  int last_slot = 0;
};

struct FairWish {
  int wisher = 0;
  int other = 0;
  int points = 0;  // of a want, 1 or more; 0 is a must
};

struct FairPair {
  int first = 0;
  int second = 0;
};

struct FairFixed {
  FairPair pair;
  int slot = 0;
};

struct FairOrder {
  FairPair earlier;
  FairPair later;
};

struct Fair {
  std::vector<FairSession> sessions;
  std::vector<FairTables> tables;  // later ones win
  bool breaks_contiguous = false;  // idle slots between two sessions count as breaks too
  std::vector<FairSide> sides;
  std::vector<std::string> groups;
  std::vector<FairParticipant> participants;
  std::vector<FairAbsence> absences;
  std::vector<FairWish> wishes;
  std::vector<FairPair> nevers;
  std::vector<FairFixed> fixed;
  std::vector<FairOrder> orders;
};

}  // namespace kontor::mission
