#include "clock.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>

namespace kontor_verify {

std::optional<Minute> read_local(std::string_view text) {
  int year = 0, month = 0, day = 0, hour = 0, minute = 0, length = 0;
  const int parts = std::sscanf(std::string(text).c_str(), "%4d-%2d-%2dT%2d:%2d%n", &year, &month,
                                &day, &hour, &minute, &length);
  const auto date = std::chrono::year(year) / month / day;
  if (parts != 5 || length != 16 || text.size() != 16 || year < 1970 || !date.ok() || hour < 0 ||
      hour > 23 || minute < 0 || minute > 59)
    return std::nullopt;
  return (std::chrono::sys_days(date).time_since_epoch().count() * 24 + hour) * 60 + minute;
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
  const Minute before = local - offset(local - 24 * 60), after = local - offset(local + 24 * 60);
  if (before + offset(before) == local) return before;
  if (after + offset(after) == local) return after;
  Minute change = before;  // the clocks skip `local`
  while (offset(change - 1) == offset(before)) --change;
  return change;
}

}  // namespace kontor_verify
