#pragma once
#include <string>
#include <vector>

#include "actions/programme_changes.h"
#include "exchange/calendar_write.h"
#include "exchange/news_write.h"
#include "exchange/schedule.h"
#include "server/directory.h"

// The programme as everybody may know it, for other programs. `directory` must be a view of the
// public, so that nothing else can get in.

namespace kontor::server {

struct ScheduleWish {
  base::Language language = base::Language::En;
  std::string zone;     // only what happens there; empty: all
  std::string address;  // of this server; empty: it is not told
};

exchange::Schedule schedule_of(const Directory& directory,
                               const std::vector<actions::ProgrammeChanges>& changes,
                               const ScheduleWish& wish);

// The same as a calendar; what was cancelled stays in it, as such.
exchange::Calendar calendar_of_schedule(const exchange::Schedule& schedule);

// What the published versions changed.
exchange::News news_of_changes(const Directory& directory,
                               const std::vector<actions::ProgrammeChanges>& changes,
                               const ScheduleWish& wish);

}  // namespace kontor::server
