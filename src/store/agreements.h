#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "mission/agreement.h"
#include "sql/connection.h"

// How agreements went through the register: steps, each the next of its agreement, that nothing
// takes back. All throw sql::Error; writers are called within Store::write.

namespace kontor::store {

struct AgreementStep {
  mission::AgreementId agreement;
  std::int64_t number = 0;  // from 1 within its agreement
  mission::AgreementStatus status = mission::AgreementStatus::Draft;
  std::optional<base::LocalDate> happened_on;  // the day it was signed, where they say so
  std::string reason;
  base::Instant made_at{};
  std::string made_by;

  bool operator==(const AgreementStep&) const = default;
};

void add_agreement_step(sql::Connection& connection, const mission::MissionId& mission,
                        const AgreementStep& step);
// In the order of agreement and number.
std::vector<AgreementStep> read_agreement_steps(sql::Connection& connection,
                                                const mission::MissionId& mission);

}  // namespace kontor::store
