#include "briefing/dates.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace kontor::briefing {

namespace {

struct MonthName {
  std::string_view word;  // folded
  int month;
};
constexpr std::array month_names{
    MonthName{"janvier", 1},   MonthName{"januari", 1},   MonthName{"januar", 1},
    MonthName{"january", 1},   MonthName{"fevrier", 2},   MonthName{"februari", 2},
    MonthName{"februar", 2},   MonthName{"february", 2},  MonthName{"mars", 3},
    MonthName{"maart", 3},     MonthName{"marz", 3},      MonthName{"march", 3},
    MonthName{"avril", 4},     MonthName{"april", 4},     MonthName{"mai", 5},
    MonthName{"mei", 5},       MonthName{"may", 5},       MonthName{"juin", 6},
    MonthName{"juni", 6},      MonthName{"june", 6},      MonthName{"juillet", 7},
    MonthName{"juli", 7},      MonthName{"july", 7},      MonthName{"aout", 8},
    MonthName{"augustus", 8},  MonthName{"august", 8},    MonthName{"septembre", 9},
    MonthName{"september", 9}, MonthName{"octobre", 10},  MonthName{"oktober", 10},
    MonthName{"october", 10},  MonthName{"novembre", 11}, MonthName{"november", 11},
    MonthName{"decembre", 12}, MonthName{"dezember", 12}, MonthName{"december", 12}};

class DateReader {
 public:
  explicit DateReader(const ReadText& text) : text_(text) {}

  std::vector<NamedTime> read() {
    while (at_ < text_.tokens.size())
      if (!day_and_month() && !month_and_day() && !numeric() && !time()) ++at_;
    return std::move(found_);
  }

 private:
  std::string_view word(std::size_t at) const {
    if (at >= text_.tokens.size()) return "";
    const Token& token = text_.tokens[at];
    return std::string_view(text_.folded.text).substr(token.begin, token.end - token.begin);
  }
  bool is(std::size_t at, std::string_view wanted) const { return word(at) == wanted; }
  // A whole number of at most four digits; -1: none.
  int number(std::size_t at) const {
    const std::string_view digits = word(at);
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    if (digits.empty() || digits.size() > 4 || !std::ranges::all_of(digits, is_digit)) return -1;
    return std::stoi(std::string(digits));
  }
  bool is_year(std::size_t at) const {
    return word(at).size() == 4 && number(at) >= 1800 && number(at) < 2200;
  }
  int month(std::size_t at) const {
    const auto named = std::ranges::find(month_names, word(at), &MonthName::word);
    return named == month_names.end() ? 0 : named->month;
  }
  bool is_day(std::size_t at) const {
    return word(at).size() <= 2 && number(at) >= 1 && number(at) <= 31;
  }
  bool touches(std::size_t at) const {
    return at < text_.tokens.size() && !text_.tokens[at].spaced && !text_.tokens[at].broken;
  }

  // Takes the tokens up to `last`, which is one of them.
  bool take(std::size_t last, std::string value) {
    const Folded& folded = text_.folded;
    found_.push_back({folded.begin[text_.tokens[at_].begin], folded.end[text_.tokens[last].end - 1],
                      std::move(value)});
    at_ = last + 1;
    return true;
  }
  static std::string day_value(int year, int month, int day) {
    return year > 0 ? fmt::format("{}-{:02}-{:02}", year, month, day)
                    : fmt::format("{:02}-{:02}", month, day);
  }

  bool day_and_month() {
    if (!is_day(at_)) return false;
    std::size_t next = at_ + 1;
    if (is(next, ".") || is(next, "er") || is(next, "st") || is(next, "nd") || is(next, "rd") ||
        is(next, "th"))
      ++next;
    const int named = month(next);
    if (named == 0) return false;
    const bool with_year = is_year(next + 1);
    return take(with_year ? next + 1 : next,
                day_value(with_year ? number(next + 1) : 0, named, number(at_)));
  }
  bool month_and_day() {
    const int named = month(at_);
    if (named == 0 || !is_day(at_ + 1)) return false;
    std::size_t next = at_ + 2;
    if (is(next, ",")) ++next;
    const bool with_year = is_year(next);
    return take(with_year ? next : at_ + 1,
                day_value(with_year ? number(next) : 0, named, number(at_ + 1)));
  }
  bool numeric() {
    for (const std::string_view sign : {"-", "/", "."}) {
      if (!is(at_ + 1, sign) || !is(at_ + 3, sign) || !touches(at_ + 2) || !touches(at_ + 4))
        continue;
      if (is_year(at_) && is_day(at_ + 4) && number(at_ + 2) >= 1 && number(at_ + 2) <= 12)
        return take(at_ + 4, day_value(number(at_), number(at_ + 2), number(at_ + 4)));
      if (is_day(at_) && is_year(at_ + 4) && number(at_ + 2) >= 1 && number(at_ + 2) <= 12)
        return take(at_ + 4, day_value(number(at_ + 4), number(at_ + 2), number(at_)));
    }
    return false;
  }
  bool time() {
    const int hour = number(at_);
    if (hour < 0 || hour > 24 || word(at_).size() > 2) return false;
    const bool minutes_follow = touches(at_ + 2) && word(at_ + 2).size() == 2 &&
                                number(at_ + 2) >= 0 && number(at_ + 2) < 60;
    if (is(at_ + 1, ":") && minutes_follow) return take_time(at_ + 2, hour, number(at_ + 2));
    const bool spoken = is(at_ + 3, "uur") || is(at_ + 3, "uhr");
    if (is(at_ + 1, ".") && minutes_follow && spoken)
      return take_time(at_ + 3, hour, number(at_ + 2));
    const bool apart = !touches(at_ + 1) && word(at_ + 2).size() == 2 && number(at_ + 2) >= 0 &&
                       number(at_ + 2) < 60;  // "17 h 30"
    if (is(at_ + 1, "h") || is(at_ + 1, "u"))
      return minutes_follow || apart ? take_time(at_ + 2, hour, number(at_ + 2))
                                     : take_time(at_ + 1, hour, 0);
    if (is(at_ + 1, "uhr") || is(at_ + 1, "uur")) return take_time(at_ + 1, hour, 0);
    if (is(at_ + 1, "pm") || is(at_ + 1, "am")) return take_time(at_, hour, 0);
    return false;
  }
  // "17:30 uur" is one; "5:30 pm" is 17:30.
  bool take_time(std::size_t last, int hour, int minute) {
    if (is(last + 1, "uur") || is(last + 1, "uhr")) ++last;
    const bool afternoon = is(last + 1, "pm"), morning = is(last + 1, "am");
    if (afternoon || morning) ++last;
    if (afternoon && hour < 12) hour += 12;
    if (morning && hour == 12) hour = 0;
    return take(last, fmt::format("{:02}:{:02}", hour, minute));
  }

  const ReadText& text_;
  std::size_t at_ = 0;
  std::vector<NamedTime> found_;
};

}  // namespace

std::vector<NamedTime> read_dates(const ReadText& text) {
  return DateReader(text).read();
}

}  // namespace kontor::briefing
