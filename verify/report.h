#pragma once
#include <string>
#include <vector>

namespace kontor_verify {

// The faults found so far, a line each; keeps the first thousand and counts all.
struct Report {
  std::vector<std::string> lines;
  std::size_t count = 0;

  // `stated` is what the plan says at `place`, such as "plan.txt:812 meeting S1 4 2", `found` what
  // comes out when it is re-added; either may be empty.
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

}  // namespace kontor_verify
