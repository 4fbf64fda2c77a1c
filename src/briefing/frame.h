#pragma once
#include <optional>
#include <string>
#include <vector>

#include "briefing/observation.h"
#include "briefing/place_names.h"
#include "briefing/reading/claims.h"

namespace kontor::briefing {

// What a claim speaks of, as far as its sentence says. Empty fields were not said.
struct Frame {
  enum class Measure { Unknown, Flow, Trade, Balance, Share, Growth, Statement, Investment };
  Measure measure = Measure::Unknown;
  std::string origin, destination;  // of a directed flow; of Trade and Balance the pair
  std::string subject;              // of a rank: whose rank it is
  std::string owner;                // of a rank: whose exports or imports are ranked
  Flow flow = Flow::None;           // as the text names it, export or import
  std::string product = "TOTAL";    // an HS section, or "other" for what goods statistics lack
  std::string year;
  bool year_assumed = false;  // "last year", or not said at all
  TradeConcept trade_concept = TradeConcept::Unstated;
  std::string set;           // "extra-EU" and such, where said
  std::string topic;         // of a Statement: mission, agreement …
  bool other_party = false;  // jobs, staff, firms: numbers of somebody's report
};

// The pair that the text is about, and the year it calls last year.
struct Setting {
  std::string home = "BE", partner = "US";
  std::string last_year;  // "2024"
};

// The frames of all claims of the text, in their order. A sentence's words count first, then those
// carried over from the one before.
std::vector<Frame> frames_of(const ReadText& text, const Setting& setting);

}  // namespace kontor::briefing
