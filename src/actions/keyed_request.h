#pragma once
#include <string>

#include "actions/context.h"

namespace kontor::actions {

// What became of a request that carries a key.
enum class KeyedState {
  First,     // it is ours to carry out now
  Running,   // it is under way
  Reused,    // another request had this key
  Answered,  // it was carried out, and this was the answer
  Done,      // it was carried out, but whoever did so ended before the answer was kept
};

struct Keyed {
  KeyedState state = KeyedState::First;
  std::string answer;
  std::string attempt;  // of First: mission::Acting::request_key is the key's hash, "/" and this
};

// Keys are kept for a day, the latest 100,000 of them. A request that was begun but has changed
// nothing five seconds later is taken over: the attempt before, should it still live, can then
// change nothing any more, because that would be noted in its own transaction (log_change).
Keyed begin_keyed(Context& context, const std::string& key_hash, const std::string& fingerprint);

// Keeps the answer of a request that succeeded, or that has changed something all the same. Others
// are forgotten: they may be sent again.
enum class Ending { Success, Refusal };
void end_keyed(Context& context, const std::string& key_hash, const std::string& answer,
               Ending ending);

}  // namespace kontor::actions
