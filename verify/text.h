#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kontor_verify {
// The faults found so far, a line each; keeps the first thousand and counts all.
struct Report {
  std::vector<std::string> lines;
  std::size_t count = 0;
  // `stated` is what the plan says at `place`, `found` what comes out; either may be empty.
  void fault(const std::string& place, const std::string& what, const std::string& stated = "",
             const std::string& found = "") {
    if (++count > 1000) return;
    std::string line = place.substr(0, 200) + ": " + what;
    if (!stated.empty()) line += "; stated " + stated.substr(0, 200);
    if (!found.empty()) line += "; re-added " + found.substr(0, 200);
    for (char& c : line)
      if (static_cast<unsigned char>(c) < 0x20) c = '?';
    lines.push_back(line);
  }
};

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

// Reads the part of TOML that Kontor writes; "[[noun]]" tables become members of the root. Gives
// the line of the first fault, 0 where there is none.
int read_toml(std::string_view text, Node& root);

// Minutes since 1970-01-01T00:00, of UTC or of a clock on the wall.
using Minute = std::int64_t;
// "2025-10-05T09:30" as minutes of the clock on the wall; nothing for what is no such time.
std::optional<Minute> read_local(std::string_view text);

// A time zone by its IANA name, from the system's time zone data.
class Zone {
 public:
  explicit Zone(std::string name) : name_(std::move(name)) {}
  bool exists() const;  // whether the system knows it; else it is taken for UTC
  // What its clocks show at a minute of UTC, and back. A time that they skip in spring means the
  // moment of the change; one that they show twice in autumn means the first.
  Minute local(Minute utc) const { return utc + offset(utc); }
  Minute utc(Minute local) const;

 private:
  Minute offset(Minute utc) const;
  std::string name_;
  mutable std::map<Minute, Minute> known_;  // offsets that were asked for
};
}  // namespace kontor_verify
