#include "server/badge_press.h"

#include <fmt/format.h>

#include "actions/sealing.h"
#include "base/hash.h"
#include "base/hmac.h"
#include "exchange/badge_token.h"

namespace kontor::server {

BadgePress::BadgePress(const base::SealingKey& key, const mission::MissionId& mission)
    : key_(key.derived("badges of " + mission.value)),
      secret_(key.derived("names of badges of " + mission.value)) {}

actions::Outcome<BadgePress> BadgePress::of(const actions::Context& context,
                                            const mission::MissionId& mission) {
  if (context.sealing_key == nullptr) return std::unexpected(actions::key_lost());
  return BadgePress(*context.sealing_key, mission);
}

std::string BadgePress::id(const mission::PersonId& person, int issue) const {
  return base::sha256(base::hmac_sha256(secret_, fmt::format("{}\n{}", person.value, issue)))
      .substr(0, 12);
}

std::string BadgePress::token(const mission::PersonId& person, int issue) const {
  return exchange::write_badge_token({id(person, issue), issue}, key_);
}

}  // namespace kontor::server
