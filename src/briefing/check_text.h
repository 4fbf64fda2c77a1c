#pragma once
#include <string>
#include <vector>

#include "briefing/figure_book.h"
#include "briefing/frame.h"
#include "briefing/judge.h"

namespace kontor::briefing {

struct CheckOptions {
  Setting setting;                                       // last_year "" means the latest known
  TradeConcept trade_concept = TradeConcept::Community;  // where the text does not say
};

// What was found out about one claim.
struct Finding {
  Claim claim;
  Frame frame;
  Judgement judgement;
  std::string figure;                     // the value that it was compared with, with its unit
  std::string source;                     // its source line, or the formula over several
  std::vector<std::string> explanations;  // why it may be so, and what else is known
  std::string suggestion;                 // what the text could say
};

struct Checked {
  std::vector<Finding> findings;      // in the order of the text
  std::vector<std::string> warnings;  // about the text as a whole
  CheckOptions options;               // as used, with the year
};

// Checks every number of a text against the figures. Links go by what the sentence says, never by
// the number: a figure of another concept, year or place that happens to agree is an explanation.
Checked check_text(const ReadText& text, const FigureBook& book, CheckOptions options);

}  // namespace kontor::briefing
