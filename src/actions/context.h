#pragma once
#include <functional>

#include "base/log.h"
#include "base/seal.h"
#include "base/time.h"

namespace kontor::store {
class Store;
}

namespace kontor::actions {

class Events;
class Views;

// What every verb works with. Made once by whoever composes the program; all parts may be used from
// several threads at once and must outlive every call.
struct Context {
  store::Store& store;
  std::function<base::Instant()> now;
  base::Log& log;
  Views& views;                                   // the cache of read_view
  Events* events = nullptr;                       // null: nobody listens
  const base::SealingKey* sealing_key = nullptr;  // of sensitive fields; null: lost
};

}  // namespace kontor::actions
