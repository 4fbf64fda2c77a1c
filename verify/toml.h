#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "report.h"

namespace kontor_verify {

// A value of a file, before it means anything: a text, a number (a flag is 0 or 1), a list of
// nameless members or a table of named ones.
struct Node {
  std::string name, text;
  std::int64_t number = 0;
  int line = 0;  // 0: it is not there
  std::vector<Node> members;

  // The first member `name`, or one that is not there.
  const Node& operator[](std::string_view name) const;
};

// Reads the part of TOML that Kontor writes: "[[noun]]" tables, which become members of the root,
// "name = value" and "name.fr = value" lines, strings in double quotes, whole numbers, flags, lists
// and tables in braces. The first fault is reported with its line and ends the reading.
Node read_toml(const std::string& file, std::string_view text, Report& report);

// Reads a CSV table without quotes, each line below the header as a member `noun` of the root.
Node read_csv(const std::string& file, std::string_view text, const std::string& noun,
              Report& report);

}  // namespace kontor_verify
