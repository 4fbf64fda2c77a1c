#include "exchange/xlsx_dates.h"

#include <charconv>
#include <cmath>
#include <fmt/format.h>

#include "base/time.h"

namespace kontor::exchange {

namespace {

constexpr double last_serial = 2'958'466;  // the first day of the year 10000
constexpr int minutes_of_day = 24 * 60;

std::string shown_date(double serial, bool from_1904) {
  using std::chrono::days;
  using std::chrono::sys_days;
  using namespace std::chrono_literals;
  auto minutes = static_cast<std::int64_t>(std::llround(serial * minutes_of_day));
  std::int64_t day = minutes / minutes_of_day;
  const int minute = static_cast<int>(minutes % minutes_of_day);
  if (day == 0) return fmt::format("{:02}:{:02}", minute / 60, minute % 60);
  sys_days first = from_1904 ? sys_days(1904y / 1 / 1) : sys_days(1899y / 12 / 31);
  if (!from_1904 && day > 60) --day;
  const base::LocalDate date(first + days(day));
  return minute == 0 ? base::format(date) : base::format(base::LocalDateTime{date, minute});
}

}  // namespace

NumberFormat built_in_format(int id) {
  const bool date = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) ||
                    (id >= 50 && id <= 58);
  return {date, 0};
}

NumberFormat format_of_code(std::string_view code) {
  NumberFormat format;
  const std::string_view positive = code.substr(0, code.find(';'));
  if (!positive.empty() && positive.find_first_not_of('0') == positive.npos)
    format.digits = static_cast<int>(std::min<std::size_t>(positive.size(), 30));
  for (std::size_t at = 0; at < positive.size(); ++at) {
    const char c = positive[at];
    if (c == '"') {  // words
      at = std::min(positive.find('"', at + 1), positive.size());
    } else if (c == '[') {  // a colour, a country or, as in [h]:mm, a length of time
      at = std::min(positive.find(']', at + 1), positive.size());
    } else if (c == '\\' || c == '_' || c == '*') {
      ++at;
    } else if (std::string_view("dDmMyYhHsS").find(c) != std::string_view::npos) {
      format.is_date = true;
    }
  }
  return format;
}

std::string shown_number(std::string_view text, const NumberFormat& format, bool from_1904) {
  double number = 0;
  const char* end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data(), end, number);
  if (at != end || error != std::errc() || !std::isfinite(number)) return std::string(text);
  const bool no_day = !from_1904 && number >= 60 && number < 61;
  if (format.is_date && number >= 0 && number < last_serial && !no_day)
    return shown_date(number, from_1904);
  if (number == std::trunc(number) && std::abs(number) < 1e15)
    return fmt::format("{:0{}}", static_cast<std::int64_t>(number), format.digits);
  return fmt::format("{:.15g}", number);  // as many digits as spreadsheets keep
}

}  // namespace kontor::exchange
