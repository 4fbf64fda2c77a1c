#pragma once
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "base/issue.h"

namespace kontor::exchange {

// What a file of a mission folder holds before it means anything: tables, lists and scalars, each
// with its line and column (from 1). Recursion is at most `deepest_nesting` deep.
inline constexpr int deepest_nesting = 64;

struct Member;

struct Node {
  enum class Kind { Table, List, Text, Integer, Flag, Other };

  Kind kind = Kind::Table;
  std::string text;          // Text: the wording; else how the value is spelled, for messages
  std::int64_t integer = 0;  // Integer, and 0 or 1 of a Flag
  bool cell = false;         // a cell of a table: its text may stand for a number or a flag
  int line = 0;
  int column = 0;
  std::vector<Member> members;  // of a Table, in the order of the file
  std::vector<Node> items;      // of a List

  const Node* find(std::string_view name) const;
};

struct Member {
  std::string name;
  int line = 0;
  int column = 0;
  Node node;
};

// A TOML 1.0 document as a table, or its first fault in syntax with its place. Local dates and
// times come as Text, spelled "2025-10-05" and "2025-10-05T09:30".
std::expected<Node, base::Issue> parse_toml(const std::string& file, std::string_view text);

// A CSV table (RFC 4180; comma, or semicolon where the header has no comma) with a header line, as
// a table with one List `list_name` of one Table for each row. Empty cells are left out, and so are
// lines of another length than the header's, which are added to `issues` like faulty quotes.
Node parse_csv(const std::string& file, std::string_view text, std::string_view list_name,
               base::Issues& issues);

// `text` as one CSV cell.
std::string csv_cell(std::string_view text);

// `text` as a TOML basic string with its quotes, on one line.
std::string toml_string(std::string_view text);

}  // namespace kontor::exchange
