#include "base/time.h"

#include <charconv>
#include <fmt/format.h>

namespace kontor::base {

namespace {

using std::chrono::days;
using std::chrono::minutes;
using std::chrono::sys_days;

// The decimal number in exactly text[from, from + length), digits only.
std::optional<int> digits(std::string_view text, std::size_t from, std::size_t length) {
  if (from + length > text.size()) return std::nullopt;
  int value = 0;
  for (const char c : text.substr(from, length)) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<int> clock(std::string_view text, std::size_t from) {
  const auto hour = digits(text, from, 2);
  const auto minute = digits(text, from + 3, 2);
  if (!hour || !minute || text[from + 2] != ':' || *hour > 23 || *minute > 59) return std::nullopt;
  return *hour * 60 + *minute;
}

}  // namespace

std::optional<LocalDate> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto year = digits(text, 0, 4);
  const auto month = digits(text, 5, 2);
  const auto day = digits(text, 8, 2);
  if (!year || !month || !day) return std::nullopt;
  const LocalDate date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                       std::chrono::day{static_cast<unsigned>(*day)}};
  return date.ok() ? std::optional(date) : std::nullopt;
}

std::string format(LocalDate date) {
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                     static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::optional<LocalDateTime> parse_local(std::string_view text) {
  if (text.size() != 16 || text[10] != 'T') return std::nullopt;
  const auto date = parse_date(text.substr(0, 10));
  const auto minute = clock(text, 11);
  if (!date || !minute) return std::nullopt;
  return LocalDateTime{*date, *minute};
}

std::string format(LocalDateTime time) {
  return fmt::format("{}T{:02}:{:02}", format(time.date), time.minute_of_day / 60,
                     time.minute_of_day % 60);
}

std::optional<Instant> parse_instant(std::string_view text) {
  if (text.size() != 20 || text[19] != 'Z' || text[16] != ':') return std::nullopt;
  const auto local = parse_local(text.substr(0, 16));
  const auto second = digits(text, 17, 2);
  if (!local || !second || *second > 59) return std::nullopt;
  return sys_days(local->date) + minutes(local->minute_of_day) + std::chrono::seconds(*second);
}

std::string format(Instant instant) {
  const auto day = std::chrono::floor<days>(instant);
  const auto second = (instant - day).count();
  return fmt::format("{}T{:02}:{:02}:{:02}Z", format(LocalDate(day)), second / 3600,
                     second / 60 % 60, second % 60);
}

LocalDateTime plus_minutes(LocalDateTime time, int minutes_later) {
  const auto moment = sys_days(time.date) + minutes(time.minute_of_day + minutes_later);
  const auto day = std::chrono::floor<days>(moment);
  return {LocalDate(day), static_cast<int>((moment - day) / minutes(1))};
}

int minutes_between(LocalDateTime from, LocalDateTime to) {
  const auto apart = sys_days(to.date) - sys_days(from.date);
  return static_cast<int>(apart / minutes(1)) + to.minute_of_day - from.minute_of_day;
}

}  // namespace kontor::base
