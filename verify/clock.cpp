#include "clock.h"

#include <chrono>
#include <cstdlib>
#include <ctime>
#include <fstream>

namespace kontor_verify {

namespace {

constexpr Minute day = 24 * 60;

// The number that `count` digits from text[from] on spell; -1 where one is no digit.
int digits(std::string_view text, std::size_t from, std::size_t count) {
  int number = 0;
  for (const char c : text.substr(from, count)) {
    if (c < '0' || c > '9') return -1;
    number = number * 10 + (c - '0');
  }
  return number;
}

}  // namespace

std::optional<Minute> read_local(std::string_view text) {
  if (text.size() != 16 || text[4] != '-' || text[7] != '-' || text[10] != 'T' || text[13] != ':')
    return std::nullopt;
  const int year = digits(text, 0, 4), hour = digits(text, 11, 2), minute = digits(text, 14, 2);
  const auto month = static_cast<unsigned>(digits(text, 5, 2));
  const auto number = static_cast<unsigned>(digits(text, 8, 2));
  const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(month),
                                         std::chrono::day(number)};
  if (year < 1970 || month > 12 || number > 31 || !date.ok()) return std::nullopt;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return std::nullopt;
  return std::chrono::sys_days(date).time_since_epoch().count() * day + hour * 60 + minute;
}

bool Zone::exists() const {
  const char* folder = std::getenv("TZDIR");
  std::ifstream file(std::string(folder ? folder : "/usr/share/zoneinfo") + "/" + name_);
  char magic[4]{};
  return file.read(magic, 4) && std::string_view(magic, 4) == "TZif";
}

Minute Zone::offset(Minute utc) const {
  const auto [known, fresh] = known_.try_emplace(utc);
  if (!fresh) return known->second;
  const char* set = std::getenv("TZ");
  if (!set || name_ != set) setenv("TZ", name_.c_str(), 1), tzset();
  const std::time_t seconds = utc * 60;
  std::tm shown{};
  localtime_r(&seconds, &shown);
  return known->second = shown.tm_gmtoff / 60;
}

Minute Zone::utc(Minute local) const {
  const Minute before = local - offset(local - day), after = local - offset(local + day);
  if (before + offset(before) == local) return before;
  if (after + offset(after) == local) return after;
  Minute low = after, high = before;  // the change that skips `local` lies in ]low, high]
  while (high - low > 1) {
    const Minute middle = low + (high - low) / 2;
    (offset(middle) == offset(low) ? low : high) = middle;
  }
  return high;
}

}  // namespace kontor_verify
