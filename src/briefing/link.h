#pragma once
#include <string>
#include <vector>

#include "briefing/derive.h"
#include "briefing/frame.h"

namespace kontor::briefing {

// A number that a claim may speak of.
struct Candidate {
  Derived derived;
  std::string source;  // its source line
  std::string what;    // "national concept, 2024" for explanations
  TradeConcept trade_concept = TradeConcept::Unstated;
  std::string unit, year;
  bool summed = false;   // made of the rows of a file that may not be complete
  bool of_home = false;  // the home country's statistic
};

// All numbers that agree with the frame in everything it says, for `year`; of any concept and
// currency. Suppressed cells found on the way are counted.
std::vector<Candidate> candidates(const FigureBook& book, const Frame& frame,
                                  const Setting& setting, const std::string& year, int& suppressed);

}  // namespace kontor::briefing
