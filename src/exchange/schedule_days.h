#pragma once
#include <map>
#include <string>
#include <vector>

#include "exchange/schedule.h"

namespace kontor::exchange {

// A day of a schedule with its rooms, each with its items in the order of time.
struct ScheduleDay {
  base::LocalDate date{};
  std::string starts_at;  // of the first item and the end of the last, with their offsets
  std::string ends_at;
  std::map<std::string, std::vector<const ScheduledItem*>> rooms;
};

// Items that are not cancelled.
std::vector<ScheduleDay> days_of(const Schedule& schedule);

// The room of an item, with its city where the schedule has several zones.
std::string room_of(const Schedule& schedule, const ScheduledItem& item);

// A number above 0 for each key, which the other keys leave as it is but where two fall together.
std::map<std::string, int> item_numbers(const Schedule& schedule);

// "2025-10-06T09:00:00-07:00".
std::string with_offset(base::LocalDateTime time, const std::string& zone);
// "01:30".
std::string hours(int minutes);
// "california-2025-a08".
std::string slug_of(const Schedule& schedule, const ScheduledItem& item);
// Of its page; "" where the schedule tells no address.
std::string address_of(const Schedule& schedule, const ScheduledItem& item);

}  // namespace kontor::exchange
