#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "../text.h"

namespace kontor_verify {

// A fair as docs/fair-file.md describes it. Everything is numbered from 0; -1 is none.
struct Person {
  std::string key;
  int side = -1;
  int seats = 1, least = 0, most = -1;
  std::vector<char> present;  // in each slot
};

// Two who may meet: `first` stands above `second` in the file.
struct Pair {
  int first = 0, second = 0;
  std::int64_t points = 0, musts = 0;
  bool first_asked = false, second_asked = false;
  int fixed = -1;  // slot
  int host = -1;   // of the two, at whose own table they meet
};

struct Slot {
  int session = 0, tables = 0;
};

struct Fair {
  std::vector<Slot> slots;
  bool contiguous = false;  // breaks go on from one session to the next
  std::vector<Person> people;
  std::unordered_map<std::string, int> person;  // by key
  std::vector<Pair> pairs;                      // but those that must never meet
  std::map<std::pair<int, int>, int> pair;      // by first and second; -1: never
  std::vector<std::pair<int, int>> orders;      // pairs: earlier, later
};

// A line cut into words.
struct Line {
  std::string place;  // such as "PLAN:812"
  std::vector<std::string_view> words;
};
std::vector<Line> cut_lines(std::string_view text, const std::string& file, std::size_t first_line);

// A whole number, which may be negative; the fault is reported at `line`.
std::int64_t number(const Line& line, std::size_t word, std::int64_t least, std::int64_t most,
                    Report& report);
// The number of a participant; 0 where there is none such, which is reported.
int person(const Fair& fair, const Line& line, std::size_t word, Report& report);
// "4" or "2-5" as first slot and the one after the last.
std::pair<int, int> span(const Fair& fair, const Line& line, std::size_t word, Report& report);

Fair read_fair(const std::vector<Line>& lines, Report& report);

}  // namespace kontor_verify
