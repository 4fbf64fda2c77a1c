#include "exchange/fair_plan_write.h"

#include <fmt/format.h>
#include <iterator>

#include "base/hash.h"

namespace kontor::exchange {

namespace {

using mission::Fair;
using mission::FairCertificate;

using Out = std::back_insert_iterator<std::string>;

// Runs of slots with the same price, other than 0.
void write_times(const Fair& fair, const FairCertificate& it, Out out) {
  const std::size_t slots = it.table.size();
  for (std::size_t p = 0; p < it.participant.size() && !it.time.empty(); ++p) {
    const std::int64_t* price = it.time.data() + p * slots;
    for (std::size_t first = 0; first < slots;) {
      std::size_t last = first;
      while (last + 1 < slots && price[last + 1] == price[first]) ++last;
      if (price[first] != 0)
        fmt::format_to(out, "time {} {}-{} {}\n", fair.participants[p].key, first + 1, last + 1,
                       price[first]);
      first = last + 1;
    }
  }
}

void write_certificate(const Fair& fair, const FairCertificate& it, const char* name, Out out) {
  if (it.participant.empty()) return;
  fmt::format_to(out, "{} {} {}\n", name, it.must, it.promise);
  for (std::size_t p = 0; p < it.participant.size(); ++p)
    if (it.participant[p] != 0)
      fmt::format_to(out, "price {} {}\n", fair.participants[p].key, it.participant[p]);
  for (std::size_t t = 0; t < it.table.size(); ++t)
    if (it.table[t] != 0) fmt::format_to(out, "table {} {}\n", t + 1, it.table[t]);
  write_times(fair, it, out);
}

}  // namespace

std::string write_fair_plan(const Fair& fair, const mission::FairPlan& plan,
                            std::string_view fair_text) {
  std::string text = fmt::format("kontor fair plan 1\ninput {}\nseed {}\nstatus {}\n",
                                 base::sha256(fair_text), plan.seed, plan.status);
  const Out out = std::back_inserter(text);
  for (const auto& [name, number] : plan.figures) fmt::format_to(out, "{} {}\n", name, number);
  for (const auto& it : plan.meetings)
    fmt::format_to(out, "meeting {} {} {} {}\n", fair.participants[it.first].key,
                   fair.participants[it.second].key, it.slot + 1, it.table + 1);
  write_certificate(fair, plan.certificate, "certificate", out);
  write_certificate(fair, plan.want_certificate, "points_certificate", out);
  fmt::format_to(out, "digest {}\n", base::sha256(text));
  fmt::format_to(out, "fair {}\n", fair_text.size());
  text += fair_text;
  return text;
}

}  // namespace kontor::exchange
