#pragma once
#include <string>

#include "actions/context.h"
#include "actions/outcome.h"
#include "base/signing_key.h"
#include "mission/keys.h"

namespace kontor::server {

// Makes the tokens of a mission's badges, from the key of the data folder: the same for the same
// person and issue, always.
class BadgePress {
 public:
  // Refused: Conflict key_lost.
  static actions::Outcome<BadgePress> of(const actions::Context& context,
                                         const mission::MissionId& mission);

  // What stands for the badge in lists: 12 hexadecimal digits that tell nothing of the person.
  std::string id(const mission::PersonId& person, int issue) const;
  std::string token(const mission::PersonId& person, int issue) const;
  std::string public_key() const { return key_.public_key(); }

 private:
  BadgePress(const base::SealingKey& key, const mission::MissionId& mission);

  base::SigningKey key_;
  std::string secret_;
};

}  // namespace kontor::server
