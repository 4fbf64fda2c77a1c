#pragma once
#include <cstdint>
#include <vector>

#include "mission/keys.h"
#include "sql/connection.h"
#include "store/locks.h"

namespace kontor::actions {

// A change that is in force and of which it is known how to take it back.
struct Undoable {
  std::int64_t number = 0;  // in the change log
  bool undoing = false;     // it takes back another one
  store::Undo undo;         // without the text
};

// Latest first.
std::vector<Undoable> undoables(sql::Connection& connection, const mission::MissionId& mission);

}  // namespace kontor::actions
