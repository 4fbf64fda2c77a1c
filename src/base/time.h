#pragma once
#include <chrono>
#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace kontor::base {

// A civil day, without a zone.
using LocalDate = std::chrono::year_month_day;

// A civil day and minute as a clock on the wall of some city shows it.
struct LocalDateTime {
  LocalDate date{};
  int minute_of_day = 0;  // 0 … 1439

  auto operator<=>(const LocalDateTime&) const = default;
};

// A point of time, in seconds of UTC.
using Instant = std::chrono::sys_seconds;

// "2025-10-05"; nothing for impossible dates such as 2025-02-30 and for any other spelling.
std::optional<LocalDate> parse_date(std::string_view text);
std::string format(LocalDate date);

// "2025-10-05T09:30" with minutes and no zone.
std::optional<LocalDateTime> parse_local(std::string_view text);
std::string format(LocalDateTime time);

// "2025-10-05T16:30:00Z".
std::optional<Instant> parse_instant(std::string_view text);
std::string format(Instant instant);

// `time` later by `minutes`, which may be negative and may cross midnight.
LocalDateTime plus_minutes(LocalDateTime time, int minutes);
// Minutes from `from` to `to` on one clock, without a change of the zone's offset.
int minutes_between(LocalDateTime from, LocalDateTime to);

}  // namespace kontor::base
