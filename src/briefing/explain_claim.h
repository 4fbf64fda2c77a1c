#pragma once
#include <string>

#include "briefing/check_text.h"
#include "briefing/link.h"

namespace kontor::briefing {

// Adds to `finding`, which does not agree with `linked`, what would make its number right: another
// concept, year, flow, mirror, currency or a slip of the scale; at most four, the nearest first.
void explain(const FigureBook& book, const Setting& setting, Finding& finding,
             const Candidate& linked);

// What the text could say instead, in the claim's own precision.
std::string suggestion(const Claim& claim, const Derived& data);

}  // namespace kontor::briefing
