#include "planning/fair_plan.h"

namespace kontor::planning {

namespace {

using engine::fair::Answer;
using engine::fair::Prices;
using engine::fair::Weights;

mission::FairCertificate certificate(const Prices& prices, const Weights& weights) {
  return {weights.must, weights.promise, prices.participant, prices.table, prices.time};
}

}  // namespace

const char* status_word(Answer::Status status) {
  switch (status) {
    case Answer::Status::Optimal:
      return "optimal";
    case Answer::Status::Feasible:
      return "feasible";
    case Answer::Status::Unknown:
      return "unknown";
    case Answer::Status::Infeasible:
      break;
  }
  return "infeasible";
}

mission::FairPlan plan_of(const engine::fair::Problem& problem, const Answer& answer,
                          std::uint64_t seed) {
  mission::FairPlan out;
  out.seed = seed;
  out.status = status_word(answer.status);
  const auto& worth = answer.worth;
  engine::fair::Share least{1, 1};
  for (const auto& it : engine::fair::shares(problem, answer.plan))
    if (it.asked > 0 && it.granted * least.asked < least.granted * it.asked) least = it;
  out.figures = {{"value", worth.value},
                 {"bound", answer.bound},
                 {"promised", worth.promised},
                 {"musts", worth.musts},
                 {"points", worth.points},
                 {"points_bound", answer.want_bound},
                 {"meetings", worth.meetings},
                 {"broken_promises", worth.broken_promises},
                 {"least_share", 1000 * least.granted / least.asked},
                 {"least_share_bound",
                  1000 * answer.worst_share_bound.granted / answer.worst_share_bound.asked},
                 {"breaks", worth.breaks},
                 {"breaks_bound", answer.breaks_bound},
                 {"table_changes", worth.table_changes}};
  for (std::size_t m = 0; m < answer.plan.size(); ++m)
    if (const auto [slot, table] = answer.plan[m]; slot >= 0)
      out.meetings.push_back({problem.meetings[m].first, problem.meetings[m].second, slot, table});
  out.certificate = certificate(answer.prices, engine::fair::weights(problem));
  if (!answer.want_prices.participant.empty())
    out.want_certificate = certificate(answer.want_prices, answer.want_weights);
  return out;
}

}  // namespace kontor::planning
