#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/issue.h"

namespace kontor::exchange {

// A value of a MiniZinc data file: a whole number, a set {1,2,3}, a list [1,2,3] or a table
// [|1,2|3,4|]; the rows of a table are lists. Sets and lists may hold sets and lists.
struct DznValue {
  enum class Kind { Number, Set, List, Table };
  Kind kind = Kind::Number;
  long number = 0;
  std::vector<DznValue> items;
  base::Place place;
};

using DznValues = std::map<std::string, DznValue, std::less<>>;

// The assignments `name = value;` of `text`. Faults of spelling are added to `issues`, at most
// `most_dzn_issues` of them, each with line and column; reading goes on behind the next semicolon.
DznValues read_dzn_syntax(std::string_view text, const std::string& file, base::Issues& issues);

inline constexpr std::size_t most_dzn_issues = 100;

}  // namespace kontor::exchange
