#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kontor_verify {

// SHA-256 (FIPS 180-4) of `bytes` as 64 lower-case hexadecimal digits.
std::string sha256(std::string_view bytes);
// `text` cut at every `mark`.
std::vector<std::string_view> cut(std::string_view text, char mark);
// A whole number, 0 or more; -1 for any other spelling.
std::int64_t read_number(std::string_view text);

// A value of a TOML file, before it means anything: a text, a number (a flag is 0 or 1), a list of
// nameless members or a table of named ones.
struct Node {
  std::string name, text;
  std::int64_t number = 0;
  int line = 0;  // 0: it is not there
  std::vector<Node> members;

  // The first member of this name, or one that is not there.
  const Node& operator[](std::string_view wanted) const;
};

// Reads the part of TOML that Kontor writes: "[[noun]]" tables, which become members of the root,
// "name = value" and "name.fr = value" lines, strings in double quotes, whole numbers, flags, lists
// and tables in braces. Gives the line of the first fault, 0 where there is none.
int read_toml(std::string_view text, Node& root);

}  // namespace kontor_verify
