#include "fair.h"

#include <algorithm>
#include <charconv>

namespace kontor_verify {

std::vector<Line> cut_lines(std::string_view text, const std::string& file,
                            std::size_t first_line) {
  std::vector<Line> lines;
  for (const std::string_view row : cut(text, '\n')) {
    Line line{file + ":" + std::to_string(first_line++), {}};
    for (std::size_t i = 0; i < row.size();) {
      const std::size_t end = std::min(row.find_first_of(" \t\r", i), row.size());
      if (end > i && row[i] == '#') break;
      if (end > i) line.words.push_back(row.substr(i, end - i));
      i = end + 1;
    }
    if (!line.words.empty()) lines.push_back(std::move(line));
  }
  return lines;
}

std::int64_t number(const Line& line, std::size_t word, std::int64_t least, std::int64_t most,
                    Report& report) {
  std::int64_t value = least;
  const std::string_view text = word < line.words.size() ? line.words[word] : "";
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error == std::errc() && end == text.data() + text.size() && value >= least && value <= most)
    return value;
  report.fault(line.place, "is no number that may stand here", std::string(text));
  return least;
}

int person(const Fair& fair, const Line& line, std::size_t word, Report& report) {
  const std::string key(word < line.words.size() ? line.words[word] : "");
  const auto found = fair.person.find(key);
  if (found != fair.person.end()) return found->second;
  report.fault(line.place, "names no participant", key);
  return 0;
}

std::pair<int, int> span(const Fair& fair, const Line& line, std::size_t word, Report& report) {
  const std::string_view text = word < line.words.size() ? line.words[word] : "";
  const auto ends = cut(text, '-');
  const std::int64_t first = read_number(ends.front());
  const std::int64_t last = read_number(ends.back());
  const auto slots = static_cast<std::int64_t>(fair.slots.size());
  if (ends.size() <= 2 && first >= 1 && first <= last && last <= slots)
    return {static_cast<int>(first - 1), static_cast<int>(last)};
  report.fault(line.place, "names no slots of the fair", std::string(text));
  return {0, 0};
}

namespace {

constexpr int many = 100'000;

class Reader {
 public:
  explicit Reader(Report& report) : report_(report) {}

  Fair read(const std::vector<Line>& lines) {
    const bool headed = !lines.empty() && lines[0].words.size() == 3 &&
                        lines[0].words[0] == "kontor" && lines[0].words[1] == "fair" &&
                        lines[0].words[2] == "1";
    if (!headed) report_.fault("the fair", "does not begin with \"kontor fair 1\"");
    for (std::size_t i = 1; i < lines.size(); ++i) read_line(lines[i]);
    for (Person& it : fair_.people) it.present.resize(fair_.slots.size(), 1);
    for (const Line* line : nevers_) fair_.pair[pair(*line, 1)] = -1;
    for (const Line* line : wishes_) read_wish(*line);
    for (const Line* line : fixed_)
      if (Pair* it = add_pair(*line)) it->fixed = slot(*line, 3);
    for (const Line* line : orders_) {
      const auto earlier = fair_.pair.find(pair(*line, 1));
      const auto later = fair_.pair.find(pair(*line, 3));
      if (earlier == fair_.pair.end() || later == fair_.pair.end())
        report_.fault(line->place, "orders a meeting that nobody wishes");
      else if (earlier->second >= 0 && later->second >= 0)
        fair_.orders.emplace_back(earlier->second, later->second);
    }
    return std::move(fair_);
  }

 private:
  void read_line(const Line& line) {
    const std::string_view word = line.words[0];
    if (word == "session")
      read_session(line);
    else if (word == "tables")
      read_tables(line);
    else if (word == "breaks")
      fair_.contiguous = line.words.back() == "contiguous";
    else if (word == "side")
      own_tables_.emplace_back(line.words[std::min<std::size_t>(1, line.words.size() - 1)],
                               line.words.size() > 2);
    else if (word == "participant")
      read_person(line);
    else if (word == "absent")
      read_absence(line);
    else if (word == "never")
      nevers_.push_back(&line);
    else if (word == "wish")
      wishes_.push_back(&line);
    else if (word == "fixed")
      fixed_.push_back(&line);
    else if (word == "before")
      orders_.push_back(&line);
    else if (word != "group")
      report_.fault(line.place, "is not understood", std::string(word));
  }

  int count(const Line& line, std::size_t word) {
    return static_cast<int>(number(line, word, 0, many, report_));
  }
  int slot(const Line& line, std::size_t word) { return span(fair_, line, word, report_).first; }

  void read_session(const Line& line) {
    const int tables = count(line, 3);
    fair_.slots.insert(fair_.slots.end(), count(line, 2), {sessions_++, tables});
  }

  void read_tables(const Line& line) {
    for (std::size_t i = 2; i < line.words.size(); ++i) {
      const auto [first, end] = span(fair_, line, i, report_);
      for (int t = first; t < end; ++t) fair_.slots[t].tables = count(line, 1);
    }
  }

  void read_person(const Line& line) {
    Person it;
    it.key = line.words.size() > 1 ? line.words[1] : "";
    for (std::size_t s = 0; s < own_tables_.size() && line.words.size() > 2; ++s)
      if (own_tables_[s].first == line.words[2]) it.side = static_cast<int>(s);
    for (std::size_t i = 4; i < line.words.size(); ++i) {
      const auto parts = cut(line.words[i], '=');
      const auto value = static_cast<int>(std::min<std::int64_t>(read_number(parts.back()), many));
      int& field = parts[0] == "seats" ? it.seats : parts[0] == "least" ? it.least : it.most;
      if (parts.size() != 2 || value < 0 || (&field == &it.most && parts[0] != "most"))
        report_.fault(line.place, "is not understood", std::string(line.words[i]));
      field = value;
    }
    if (!fair_.person.emplace(it.key, static_cast<int>(fair_.people.size())).second)
      report_.fault(line.place, "declares a participant again", it.key);
    fair_.people.push_back(std::move(it));
  }

  void read_absence(const Line& line) {
    if (fair_.people.empty()) return report_.fault(line.place, "names no participant");
    std::vector<char>& present = fair_.people[person(fair_, line, 1, report_)].present;
    present.resize(fair_.slots.size(), 1);
    for (std::size_t i = 2; i < line.words.size(); ++i) {
      const auto [first, end] = span(fair_, line, i, report_);
      std::fill(present.begin() + first, present.begin() + end, 0);
    }
  }

  std::pair<int, int> pair(const Line& line, std::size_t word) {
    const int one = person(fair_, line, word, report_);
    const int other = person(fair_, line, word + 1, report_);
    return {std::min(one, other), std::max(one, other)};
  }

  // The pair of a wish or of a fixed meeting; nothing if it must never meet.
  Pair* add_pair(const Line& line) {
    const auto who = pair(line, 1);
    if (who.first == who.second || fair_.people.empty()) return nullptr;
    const auto [at, added] = fair_.pair.emplace(who, static_cast<int>(fair_.pairs.size()));
    if (at->second < 0) return nullptr;
    if (added) {
      fair_.pairs.push_back({.first = who.first, .second = who.second});
      for (const int p : {who.second, who.first})
        if (const int side = fair_.people[p].side; side >= 0 && own_tables_[side].second)
          fair_.pairs.back().host = p;
    }
    return &fair_.pairs[at->second];
  }

  void read_wish(const Line& line) {
    Pair* it = add_pair(line);
    if (it == nullptr) return;
    const bool must = line.words.size() > 3 && line.words[3] == "must";
    if (must) ++it->musts;
    if (!must) it->points += number(line, 3, 1, 1000, report_);
    (person(fair_, line, 1, report_) == it->first ? it->first_asked : it->second_asked) = true;
  }

  Report& report_;
  Fair fair_;
  int sessions_ = 0;
  std::vector<std::pair<std::string_view, bool>> own_tables_;  // of each side
  std::vector<const Line*> nevers_, wishes_, fixed_, orders_;
};

}  // namespace

Fair read_fair(const std::vector<Line>& lines, Report& report) {
  return Reader(report).read(lines);
}

}  // namespace kontor_verify
