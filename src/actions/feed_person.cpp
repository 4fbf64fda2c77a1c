#include "actions/feed_person.h"

#include <algorithm>

#include "actions/whole.h"
#include "base/hash.h"
#include "store/store.h"
#include "store/tokens.h"

namespace kontor::actions {

namespace {

bool is_of_other_side(const mission::Person& person) {
  return person.role == mission::PersonRole::Host ||
         person.role == mission::PersonRole::Counterpart;
}

}  // namespace

std::optional<mission::Acting> feed_person(Context& context, const std::string& token) {
  const auto whole = newest_whole(context);
  if (!whole) return std::nullopt;
  const auto id = context.store.read([&](sql::Connection& connection) {
    return store::find_feed_link(connection, whole->state.id, base::sha256(token));
  });
  if (!id) return std::nullopt;
  const auto& people = whole->mission.people;
  const auto person = std::ranges::find(people, *id, &mission::Person::id);
  if (person == people.end()) return std::nullopt;
  mission::Acting acting;
  acting.role = is_of_other_side(*person) ? mission::Role::Host : mission::Role::Delegate;
  acting.organisation = person->organisation;
  acting.person = person->id;
  acting.name = mission::display_name(*person);
  return acting;
}

}  // namespace kontor::actions
