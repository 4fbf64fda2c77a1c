#include "store/agreements.h"

#include "store/visitors.h"

namespace kontor::store {

void add_agreement_step(sql::Connection& connection, const mission::MissionId& mission,
                        const AgreementStep& step) {
  connection.run(
      "INSERT INTO agreement_step (mission, agreement, number, status, happened_on, reason, "
      "made_at, made_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
      mission.value, step.agreement.value, step.number, text_of(step.status),
      step.happened_on ? text_of(*step.happened_on) : std::string(), step.reason,
      text_of(step.made_at), step.made_by);
}

std::vector<AgreementStep> read_agreement_steps(sql::Connection& connection,
                                                const mission::MissionId& mission) {
  sql::Query query = connection.query(
      "SELECT agreement, number, status, happened_on, reason, made_at, made_by "
      "FROM agreement_step WHERE mission = $1 ORDER BY agreement, number",
      mission.value);
  std::vector<AgreementStep> steps;
  while (query.step()) {
    AgreementStep& step = steps.emplace_back();
    base::LocalDate day{};
    Reader reader(query, "agreement_step");
    reader("agreement", step.agreement);
    reader("number", step.number);
    reader("status", step.status);
    reader("happened_on", day);
    reader("reason", step.reason);
    reader("made_at", step.made_at);
    reader("made_by", step.made_by);
    if (day != base::LocalDate{}) step.happened_on = day;
  }
  return steps;
}

}  // namespace kontor::store
