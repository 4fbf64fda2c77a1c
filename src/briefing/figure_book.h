#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "briefing/ledger.h"

namespace kontor::briefing {

// One way of counting: figures that may be added and compared with each other.
struct Basis {
  std::string source, dataset;
  TradeConcept trade_concept = TradeConcept::Unstated;
  std::string unit;

  auto operator<=>(const Basis&) const = default;
};

Basis basis_of(const Observation& observation);
// "nbb DF_EXTTRADEBENAT, national, EUR".
std::string in_words(const Basis& basis);

// Which observation is asked for; every field counts.
struct Asked {
  Basis basis;
  std::string reporter, partner;
  Flow flow = Flow::None;
  std::string product = "TOTAL";
  std::string period;
  std::string measure = "value";
};

// The newest vintage of every observation of a ledger, ready to be asked; older ones beside.
class FigureBook {
 public:
  explicit FigureBook(const Ledger& ledger);

  const std::vector<Observation>& newest() const { return newest_; }
  // Nothing where no such observation is known.
  const Observation* find(const Asked& asked) const;
  // All that agree with `asked` but for the partner, or but for the reporter.
  std::vector<const Observation*> partners(const Asked& asked) const;
  std::vector<const Observation*> reporters(const Asked& asked) const;
  // Earlier vintages of the same series and period, newest first.
  std::vector<const Observation*> earlier(const Observation& observation) const;
  // Ways of counting in which this pair is known in this period, in a fixed order.
  std::vector<Basis> bases(std::string_view reporter, std::string_view partner,
                           std::string_view period) const;
  // The latest year of which the pair's value is known; "" for none.
  std::string latest_year(std::string_view reporter, std::string_view partner) const;

 private:
  std::vector<Observation> newest_;
  std::multimap<std::string, Observation> earlier_;
  std::multimap<std::string, std::size_t, std::less<>> by_pair_;      // "BE|US"
  std::multimap<std::string, std::size_t, std::less<>> by_reporter_;  // "BE"
  std::multimap<std::string, std::size_t, std::less<>> by_partner_;
};

}  // namespace kontor::briefing
