#pragma once
#include <cstdint>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "briefing/observation.h"

namespace kontor::briefing {

// All observations that are known, each once. An observation is what its series, period and
// vintage say; a second one of the same three is either a repetition or a conflict. Texts are kept
// once for all: ten million observations need some 500 MB.
class Ledger {
 public:
  enum class Outcome { Added, Repeated, Conflicting };

  // A conflicting observation is not added: the first stays. `at` gives its number.
  Outcome add(const Observation& observation);

  std::size_t size() const { return records_.size(); }
  Observation at(std::size_t number) const;
  // The number of the observation with the same series, period and vintage.
  std::optional<std::size_t> find(const Observation& observation) const;

  // Calls `use` for each observation of this reporter ("" for every one), in the order added.
  void each(std::string_view reporter, const std::function<void(const Observation&)>& use) const;

 private:
  using Symbol = std::uint32_t;
  using Small = std::uint16_t;

  // One observation with its texts replaced by numbers.
  struct Record {
    std::int64_t coefficient;
    Symbol product;
    Small release;  // source, dataset and vintage together
    Small origin;   // retrieved and origin together
    Small reporter, partner, classification, measure, unit, period, flags;
    std::uint8_t flow : 4, trade_concept : 4, valuation : 4, state : 4;
    std::uint8_t bound, scale;
  };
  static_assert(sizeof(Record) <= 40);

  struct Symbols {
    std::unordered_map<std::string, Symbol> numbers;
    std::deque<std::string_view> texts;
    Symbol of(const std::string& text);
    std::optional<Symbol> known(const std::string& text) const;
  };

  // Nothing where a text of `observation` is not known, so that it cannot be in the ledger.
  std::optional<Record> known(const Observation& observation) const;
  Record pack(const Observation& observation);
  static bool same_key(const Record& a, const Record& b);
  static std::uint64_t hash(const Record& record);
  std::size_t slot_of(const Record& record) const;
  void grow();

  std::deque<Record> records_;
  std::vector<std::uint32_t> slots_;  // open addressing: number of a record + 1, or 0
  Symbols products_, releases_, origins_, places_, words_;
};

}  // namespace kontor::briefing
