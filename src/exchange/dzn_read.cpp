#include "exchange/dzn_read.h"

#include <algorithm>
#include <array>
#include <functional>
#include <utility>

#include "base/text.h"
#include "exchange/dzn_syntax.h"

namespace kontor::exchange {

namespace {

using base::Issue;
using base::Issues;
using mission::HalfDay;
using mission::MeetingProblem;
using DznValueKind = DznValue::Kind;

constexpr std::array known_names{"nBusiness",         "nMeetings",     "nTables",
                                 "nTotalSlots",       "nMorningSlots", "requested",
                                 "forbidden",         "fixed",         "meetingsxBusiness",
                                 "nMeetingsBusiness", "precedences"};

std::string known_list() {
  std::string list;
  for (const char* name : known_names) list += (list.empty() ? "" : ", ") + std::string(name);
  return list;
}

std::string_view words(DznValueKind kind) {
  switch (kind) {
    case DznValueKind::Number:
      return "a whole number";
    case DznValueKind::Set:
      return "a set {1,2,3}";
    case DznValueKind::List:
      return "a list [1,2,3]";
    case DznValueKind::Table:
      return "a table [|1,2,3|4,5,6|]";
  }
  return "a value";
}

std::string numbered(const std::string& name, std::size_t index) {
  return name + "[" + std::to_string(index + 1) + "]";
}

std::string range(long low, long high) {
  return "a whole number from " + std::to_string(low) + " to " + std::to_string(high);
}

// Turns the values of a file into a problem and collects what is wrong with them.
class Translator {
 public:
  Translator(const DznValues& values, const std::string& file, Issues& issues)
      : values_(values), file_(file), issues_(issues) {}

  MeetingProblem translate() {
    refuse_unknown_names();
    problem_.participants = size("nBusiness", 1, most_dzn_participants);
    const int meetings = size("nMeetings", 0, most_dzn_meetings);
    problem_.tables = size("nTables", 1, most_dzn_tables);
    problem_.slots = size("nTotalSlots", 1, most_dzn_slots);
    problem_.morning_slots = size("nMorningSlots", 0, problem_.slots);
    if (!issues_.empty()) return problem_;
    problem_.meetings.resize(meetings);
    problem_.forbidden_slots.resize(problem_.participants);
    read_requested();
    read_forbidden();
    read_fixed();
    read_precedences();
    return std::move(problem_);
  }

 private:
  void refuse_unknown_names() {
    for (const auto& [name, value] : values_)
      if (std::ranges::find(known_names, name) == known_names.end())
        add({"unknown_field", "the file", name, {{"known", known_list()}}, value.place});
  }

  const DznValue* find(const std::string& name, DznValueKind kind) {
    const auto found = values_.find(name);
    if (found == values_.end()) {
      add({"missing_field", "the file", "", {{"field", name}}, {file_, 0, 0}});
      return nullptr;
    }
    return is(found->second, kind, name) ? &found->second : nullptr;
  }

  bool is(const DznValue& value, DznValueKind kind, const std::string& path) {
    if (value.kind == kind) return true;
    const std::string expected(words(kind));
    add({"wrong_type",
         path,
         std::string(words(value.kind)),
         {{"expected", expected}},
         value.place});
    return false;
  }

  // The number in `value` if it is one from `low` to `high`, else `low` and an issue.
  int number(const DznValue& value, long low, long high, const std::string& path) {
    if (!is(value, DznValueKind::Number, path)) return static_cast<int>(low);
    if (value.number >= low && value.number <= high) return static_cast<int>(value.number);
    add({"out_of_range",
         path,
         std::to_string(value.number),
         {{"expected", range(low, high)}},
         value.place});
    return static_cast<int>(low);
  }

  int size(const std::string& name, long low, long high) {
    const DznValue* value = find(name, DznValueKind::Number);
    return value == nullptr ? static_cast<int>(low) : number(*value, low, high, name);
  }

  // Calls `visit` with each item of `name`, which must have one for each of `count` things.
  void each(const std::string& name, DznValueKind kind, std::size_t count,
            const std::function<void(std::size_t, const DznValue&)>& visit) {
    const DznValue* value = find(name, kind);
    if (value == nullptr) return;
    if (value->items.size() != count)
      add({"out_of_range",
           "the number of entries of " + name,
           std::to_string(value->items.size()),
           {{"expected", std::to_string(count)}},
           value->place});
    for (std::size_t i = 0; i < std::min(count, value->items.size()); ++i)
      visit(i, value->items[i]);
  }

  void read_requested() {
    each("requested", DznValueKind::Table, problem_.meetings.size(),
         [&](std::size_t m, const DznValue& row) {
           const std::string path = numbered("requested", m);
           if (row.items.size() != 3)
             return add({"out_of_range",
                         "the number of entries of " + path,
                         std::to_string(row.items.size()),
                         {{"expected", "3: two participants and a session"}},
                         row.place});
           mission::RequestedMeeting& meeting = problem_.meetings[m];
           meeting.first = number(row.items[0], 1, problem_.participants, path) - 1;
           meeting.second = number(row.items[1], 1, problem_.participants, path) - 1;
           const int session = number(row.items[2], 1, 3, path + ".session");
           meeting.half_day = session == 1   ? HalfDay::Morning
                              : session == 2 ? HalfDay::Afternoon
                                             : HalfDay::Either;
           if (row.items[0].kind == DznValueKind::Number &&
               row.items[0].number == row.items[1].number)
             add({"self_wish", path, "", {}, row.place});
         });
  }

  // The numbers of a set, from 1 to `highest`, without the filler 0, each less by one.
  std::vector<int> members(const DznValue& set, int highest, const std::string& path) {
    std::vector<int> found;
    if (!is(set, DznValueKind::Set, path)) return found;
    for (const DznValue& item : set.items) {
      const int member = number(item, 0, highest, path);
      if (member > 0) found.push_back(member - 1);
    }
    return found;
  }

  void read_forbidden() {
    each("forbidden", DznValueKind::List, problem_.forbidden_slots.size(),
         [&](std::size_t p, const DznValue& set) {
           problem_.forbidden_slots[p] = members(set, problem_.slots, numbered("forbidden", p));
         });
  }

  void read_fixed() {
    each("fixed", DznValueKind::List, problem_.meetings.size(),
         [&](std::size_t m, const DznValue& slot) {
           problem_.meetings[m].fixed_slot =
               number(slot, 0, problem_.slots, numbered("fixed", m)) - 1;
         });
  }

  void read_precedences() {
    const int count = static_cast<int>(problem_.meetings.size());
    each("precedences", DznValueKind::List, problem_.meetings.size(),
         [&](std::size_t m, const DznValue& set) {
           for (const int earlier : members(set, count, numbered("precedences", m)))
             problem_.precedences.push_back({earlier, static_cast<int>(m)});
         });
    report_circle();
  }

  // Takes away meetings that nothing must precede; from what is left, walking back closes a circle.
  void report_circle() {
    std::vector<std::vector<int>> before(problem_.meetings.size());
    for (const auto& [earlier, later] : problem_.precedences) before[later].push_back(earlier);
    std::vector<char> free(problem_.meetings.size(), 0);
    const auto is_free = [&](int m) { return free[m] != 0; };
    for (bool changed = true; changed;) {
      changed = false;
      for (std::size_t m = 0; m < before.size(); ++m)
        if (free[m] == 0 && std::ranges::all_of(before[m], is_free)) {
          free[m] = 1;
          changed = true;
        }
    }
    const auto stuck = std::ranges::find(free, 0);
    if (stuck == free.end()) return;
    std::vector<int> walk{static_cast<int>(stuck - free.begin())};
    while (std::ranges::find(walk.begin(), walk.end() - 1, walk.back()) == walk.end() - 1)
      walk.push_back(*std::ranges::find_if_not(before[walk.back()], is_free));
    add_circle({std::ranges::find(walk, walk.back()), walk.end()});
  }

  void add_circle(std::vector<int> circle) {
    std::ranges::reverse(circle);
    std::string list;
    for (const int m : circle) list += (list.empty() ? "" : ", ") + std::to_string(m + 1);
    const DznValue& place = values_.find("precedences")->second.items[circle.back()];
    add({"cyclic_precedence", "precedences", list, {}, place.place});
  }

  void add(Issue issue) {
    if (issues_.size() < most_dzn_issues) issues_.push_back(std::move(issue));
  }

  const DznValues& values_;
  const std::string& file_;
  Issues& issues_;
  MeetingProblem problem_;
};

}  // namespace

base::Checked<MeetingProblem> read_dzn(std::string_view text, const std::string& file) {
  if (text.size() > most_dzn_bytes)
    return std::unexpected(Issues{{"too_large",
                                   "the file",
                                   std::to_string(text.size()),
                                   {{"limit", std::to_string(most_dzn_bytes)}},
                                   {file, 0, 0}}});
  if (!base::is_utf8(text))
    return std::unexpected(Issues{{"not_utf8", "the file", "", {}, {file, 0, 0}}});
  Issues issues;
  const DznValues values = read_dzn_syntax(text, file, issues);
  if (!issues.empty()) return std::unexpected(std::move(issues));
  MeetingProblem problem = Translator(values, file, issues).translate();
  if (!issues.empty()) return std::unexpected(std::move(issues));
  return problem;
}

}  // namespace kontor::exchange
