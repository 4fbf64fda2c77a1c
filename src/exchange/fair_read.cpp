#include "exchange/fair_read.h"

#include <array>
#include <charconv>
#include <fmt/format.h>
#include <optional>
#include <unordered_map>
#include <vector>

#include "base/id.h"
#include "exchange/fair_pairs.h"

namespace kontor::exchange {

namespace {

constexpr std::string_view keywords =
    "session, tables, breaks, side, group, participant, absent, wish, never, fixed, before";

using Names = std::unordered_map<std::string_view, int>;

class FairReader {
 public:
  FairReader(std::string_view text, const std::string& file) : text_(text), faults_(file) {}

  base::Checked<mission::Fair> read() {
    read_header();
    while (at_ < text_.size()) {
      next_line();
      if (!words_.empty()) read_line();
    }
    check_whole();
    if (faults_.empty()) check_pairs(fair_, lines_, faults_);
    if (!faults_.empty()) return std::unexpected(faults_.issues());
    return std::move(fair_);
  }

 private:
  // Cuts the next line into words; a word that starts with # and all behind it is a comment.
  void next_line() {
    const std::size_t end = std::min(text_.find('\n', at_), text_.size());
    begin_ = at_;
    at_ = end + 1;
    ++line_;
    words_.clear();
    for (std::size_t i = begin_; i < end;) {
      if (text_[i] == ' ' || text_[i] == '\t' || text_[i] == '\r') {
        ++i;
        continue;
      }
      if (text_[i] == '#') return;
      const std::size_t from = i;
      while (i < end && text_[i] != ' ' && text_[i] != '\t' && text_[i] != '\r') ++i;
      words_.push_back(text_.substr(from, i - from));
    }
  }

  int column(std::string_view word) const {
    return static_cast<int>(word.data() - text_.data() - static_cast<std::ptrdiff_t>(begin_)) + 1;
  }
  bool fail(std::string code, std::string_view word, std::string path,
            std::map<std::string, std::string> parameters = {}) {
    constexpr std::size_t shown = 64;
    faults_.add({std::move(code),
                 std::move(path),
                 std::string(word.substr(0, shown)),
                 std::move(parameters),
                 {{}, line_, column(word)}});
    return false;
  }
  bool explain(std::string_view word, std::string reason) {
    return fail("bad_syntax", word, "the line", {{"reason", std::move(reason)}});
  }

  void read_header() {
    next_line();
    if (words_.size() != 3 || words_[0] != "kontor" || words_[1] != "fair" || words_[2] != "1")
      explain(text_.substr(0, 0), "a fair file starts with the line \"kontor fair 1\"");
  }

  bool read_line() {
    const std::string_view word = words_[0];
    if (++lines_read_ > most_fair_lines) return true;
    if (word == "wish") return read_wish();
    if (word == "participant") return read_participant();
    if (word == "absent") return read_absence();
    if (word == "session") return read_session();
    if (word == "tables") return read_tables();
    if (word == "breaks") return read_breaks();
    if (word == "side") return read_side();
    if (word == "group") return read_group();
    if (word == "never") return read_never();
    if (word == "fixed") return read_fixed();
    if (word == "before") return read_order();
    return fail("unknown_word", word, "the line's first word",
                {{"known", std::string(keywords)}, {"hint", ""}});
  }

  bool has_words(std::size_t least, std::size_t most, std::string_view form) {
    if (words_.size() >= least && words_.size() <= most) return true;
    return explain(words_.back(), fmt::format("write: {}", form));
  }

  std::optional<int> number(std::string_view word, const char* what, int least, int most) {
    int value = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
    const bool whole = end == word.data() + word.size() && error == std::errc();
    if (whole && value >= least && value <= most) return value;
    fail(whole || error == std::errc::result_out_of_range ? "out_of_range" : "wrong_type", word,
         what, {{"expected", fmt::format("a whole number from {} to {}", least, most)}});
    return std::nullopt;
  }

  bool add_name(Names& names, std::string_view word, const char* noun) {
    if (!base::is_id(std::string(word))) return fail("bad_id", word, noun);
    const auto [at, added] = names.emplace(word, static_cast<int>(names.size()));
    if (added) return true;
    return fail("duplicate_id", word, noun, {{"first", "another line above"}});
  }

  // The number of `word`; "-" is -1 where `optional`.
  std::optional<int> find(const Names& names, std::string_view word, const char* noun,
                          bool optional = false) {
    if (optional && word == "-") return -1;
    const auto found = names.find(word);
    if (found != names.end()) return found->second;
    fail("unknown_reference", word, "the line",
         {{"noun", noun}, {"hint", fmt::format(" Declare it in a line \"{} …\" above.", noun)}});
    return std::nullopt;
  }

  bool read_session() {
    if (!has_words(4, 4, "session NAME SLOTS TABLES")) return false;
    const bool fresh = add_name(sessions_, words_[1], "session");
    const auto slots = number(words_[2], "the slots", 1, most_fair_slots);
    const auto tables = number(words_[3], "the tables", 0, most_fair_tables);
    if (!fresh || !slots || !tables) return false;
    slots_ += *slots;
    if (slots_ > most_fair_slots)
      return explain(words_[2], fmt::format("at most {} slots in all are read", most_fair_slots));
    fair_.sessions.push_back({std::string(words_[1]), *slots, *tables});
    return true;
  }

  bool read_tables() {
    if (!has_words(3, 2 + most_fair_slots, "tables COUNT FIRST-LAST ...")) return false;
    const auto tables = number(words_[1], "the tables", 0, most_fair_tables);
    bool fine = tables.has_value();
    for (std::size_t i = 2; i < words_.size(); ++i) {
      const auto span = read_span(words_[i]);
      fine = fine && span;
      if (fine) fair_.tables.push_back({*tables, span->first, span->second});
    }
    return fine;
  }

  bool read_breaks() {
    if (!has_words(2, 2, "breaks contiguous, or: breaks sessions")) return false;
    if (words_[1] != "contiguous" && words_[1] != "sessions")
      return fail("unknown_word", words_[1], "the breaks",
                  {{"known", "contiguous, sessions"}, {"hint", ""}});
    fair_.breaks_contiguous = words_[1] == "contiguous";
    return true;
  }

  bool read_side() {
    if (!has_words(2, 3, "side NAME, or: side NAME own-tables")) return false;
    if (!add_name(sides_, words_[1], "side")) return false;
    fair_.sides.push_back({std::string(words_[1]), words_.size() == 3});
    if (words_.size() == 2 || words_[2] == "own-tables") return true;
    return fail("unknown_word", words_[2], "the side's tables",
                {{"known", "own-tables"}, {"hint", ""}});
  }

  bool read_group() {
    if (!has_words(2, 2, "group NAME") || !add_name(groups_, words_[1], "group")) return false;
    fair_.groups.emplace_back(words_[1]);
    return true;
  }

  bool read_participant() {
    if (!has_words(4, 7, "participant KEY SIDE GROUP, with - for none, then seats=, least=, most="))
      return false;
    const bool fresh = add_name(keys_, words_[1], "participant");
    const auto side = find(sides_, words_[2], "side", true);
    const auto group = find(groups_, words_[3], "group", true);
    mission::FairParticipant it{std::string(words_[1]), side.value_or(-1), group.value_or(-1)};
    bool fine = fresh && side && group;
    for (std::size_t i = 4; i < words_.size(); ++i) fine = read_option(words_[i], it) && fine;
    if (fresh) fair_.participants.push_back(it);
    if (fair_.participants.size() == most_fair_participants + 1U)
      return explain(words_[0],
                     fmt::format("at most {} participants are read", most_fair_participants));
    return fine;
  }

  bool read_option(std::string_view word, mission::FairParticipant& participant) {
    const std::size_t equals = std::min(word.find('='), word.size());
    const std::string_view name = word.substr(0, equals);
    const std::string_view value = word.substr(std::min(equals + 1, word.size()));
    const auto set = [&](int& field, int least, int most) {
      const auto found = number(value, "the option", least, most);
      if (found) field = *found;
      return found.has_value();
    };
    if (name == "seats") return set(participant.seats, 1, most_fair_seats);
    if (name == "least") return set(participant.least, 0, most_fair_slots * most_fair_seats);
    if (name == "most") return set(participant.most, 0, most_fair_slots * most_fair_seats);
    return fail("unknown_word", word, "the option",
                {{"known", "seats=, least=, most="}, {"hint", ""}});
  }

  bool read_absence() {
    if (!has_words(3, 1 + most_fair_slots, "absent KEY FIRST-LAST ...")) return false;
    const auto participant = find(keys_, words_[1], "participant");
    bool fine = participant.has_value();
    for (std::size_t i = 2; i < words_.size(); ++i) {
      const auto span = read_span(words_[i]);
      fine = fine && span;
      if (fine) fair_.absences.push_back({*participant, span->first, span->second});
    }
    return fine;
  }

  // "4" or "2-5" as the first and the last slot, from 0.
  std::optional<std::pair<int, int>> read_span(std::string_view word) {
    const std::size_t dash = std::min(word.find('-'), word.size());
    const auto first = number(word.substr(0, dash), "the slot", 1, slots_);
    const auto last =
        dash == word.size() ? first : number(word.substr(dash + 1), "the slot", 1, slots_);
    if (!first || !last) return std::nullopt;
    if (*first <= *last) return std::pair(*first - 1, *last - 1);
    explain(word, "the first slot must not be after the last");
    return std::nullopt;
  }

  // Two different participants that may meet.
  std::optional<mission::FairPair> pair(std::size_t at) {
    const auto first = find(keys_, words_[at], "participant");
    const auto second = find(keys_, words_[at + 1], "participant");
    if (!first || !second) return std::nullopt;
    if (*first == *second) {
      explain(words_[at + 1], fmt::format("{} cannot meet itself", words_[at]));
      return std::nullopt;
    }
    const int side = fair_.participants[*first].side;
    if (side >= 0 && side == fair_.participants[*second].side) {
      explain(words_[at + 1],
              fmt::format("{} and {} are both of side {} and cannot meet; name somebody of another "
                          "side",
                          words_[at], words_[at + 1], fair_.sides[side].name));
      return std::nullopt;
    }
    return mission::FairPair{*first, *second};
  }

  bool read_wish() {
    if (!has_words(4, 4, "wish WISHER OTHER must, or: wish WISHER OTHER POINTS")) return false;
    const auto both = pair(1);
    const auto points = words_[3] == "must" ? std::optional<int>(0)
                                            : number(words_[3], "the wish", 1, most_fair_points);
    if (!both || !points) return false;
    fair_.wishes.push_back({both->first, both->second, *points});
    lines_.wishes.push_back(line_);
    return true;
  }

  bool read_never() {
    if (!has_words(3, 3, "never ONE OTHER")) return false;
    const auto both = pair(1);
    if (!both) return false;
    fair_.nevers.push_back(*both);
    lines_.nevers.push_back(line_);
    return true;
  }

  bool read_fixed() {
    if (!has_words(4, 4, "fixed ONE OTHER SLOT")) return false;
    const auto both = pair(1);
    const auto slot = number(words_[3], "the slot", 1, slots_);
    if (!both || !slot) return false;
    fair_.fixed.push_back({*both, *slot - 1});
    lines_.fixed.push_back(line_);
    return true;
  }

  bool read_order() {
    if (!has_words(5, 5, "before ONE OTHER ONE OTHER: the first two meet before the last two"))
      return false;
    const auto earlier = pair(1);
    const auto later = pair(3);
    if (!earlier || !later) return false;
    fair_.orders.push_back({*earlier, *later});
    lines_.orders.push_back(line_);
    return true;
  }

  void check_whole() {
    words_.clear();
    if (lines_read_ > most_fair_lines)
      explain(text_.substr(begin_, 0), fmt::format("at most {} lines are read", most_fair_lines));
    std::int64_t seats = 0;
    for (const auto& it : fair_.participants) seats += it.seats;
    if (seats * slots_ > most_fair_seat_slots)
      explain(text_.substr(begin_, 0),
              fmt::format("the seats of all participants, {}, times {} slots are more than {}; "
                          "split the fair",
                          seats, slots_, most_fair_seat_slots));
    if (slots_ == 0)
      explain(text_.substr(begin_, 0), "a fair needs a line \"session NAME SLOTS TABLES\"");
  }

  std::string_view text_;
  FairFaults faults_;
  FairLines lines_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;
  int line_ = 0;
  int lines_read_ = 0;
  int slots_ = 0;
  std::vector<std::string_view> words_;
  Names sessions_, sides_, groups_, keys_;
  mission::Fair fair_;
};

}  // namespace

bool is_fair(std::string_view text) {
  return text.starts_with("kontor fair");
}

base::Checked<mission::Fair> read_fair(std::string_view text, const std::string& file) {
  return FairReader(text, file).read();
}

}  // namespace kontor::exchange
