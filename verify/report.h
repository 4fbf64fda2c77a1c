#pragma once
#include <string>
#include <utility>
#include <vector>

namespace kontor_verify {

// One thing that is wrong with a plan, at a place such as "plan.txt:812 meeting S1 4 2". `stated`
// is what the plan says, `found` what comes out when it is re-added; either may be empty.
struct Fault {
  std::string place, what, stated, found;

  std::string line() const {
    const auto shown = [](std::string text) {  // anything unprintable made visible
      for (char& c : text)
        if (static_cast<unsigned char>(c) < 0x20) c = '?';
      return text.size() > 100 ? text.substr(0, 100) + "…" : text;
    };
    return shown(place) + ": " + what + (stated.empty() ? "" : "; stated " + shown(stated)) +
           (found.empty() ? "" : "; re-added " + shown(found));
  }
};

// The faults found so far; keeps the first thousand and counts all.
struct Report {
  std::vector<Fault> faults;
  std::size_t count = 0;

  void fault(std::string place, std::string what, std::string stated = "", std::string found = "") {
    if (++count <= 1000)
      faults.push_back({std::move(place), std::move(what), std::move(stated), std::move(found)});
  }
};

}  // namespace kontor_verify
