#pragma once
#include <string>
#include <string_view>

#include "base/issue.h"
#include "mission/fair_problem.h"

namespace kontor::exchange {

// Largest file and numbers that are read.
inline constexpr std::size_t most_fair_bytes = 256U << 20U;
inline constexpr int most_fair_participants = 200'000;
inline constexpr int most_fair_lines = 4'000'000;
inline constexpr int most_fair_slots = 1'000;
inline constexpr int most_fair_tables = 100'000;
inline constexpr int most_fair_seats = 100;
inline constexpr int most_fair_points = 1'000;
inline constexpr std::int64_t most_fair_seat_slots = 50'000'000;  // seats of all × slots
inline constexpr std::size_t most_fair_issues = 100;

// Whether `text` starts like a fair file: "kontor fair" in its first line.
bool is_fair(std::string_view text);

// Reads a fair file (docs/fair-file.md): one thing a line, words separated by spaces. All faults at
// once, each with line and column; of more than most_fair_issues the first are listed and the
// others counted.
base::Checked<mission::Fair> read_fair(std::string_view text, const std::string& file);

}  // namespace kontor::exchange
