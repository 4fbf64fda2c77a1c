#include "actions/feed_link.h"

#include "actions/change_log.h"
#include "actions/sight.h"
#include "actions/whole.h"
#include "base/hash.h"
#include "store/store.h"
#include "store/tokens.h"

namespace kontor::actions {

namespace {

constexpr int feed_token_bytes = 32;
constexpr int links_kept = 20;

// The served mission, if `acting` may link the feed of `person` in it. Whoever may not cannot tell
// a person from nobody.
Outcome<mission::MissionId> linkable(Context& context, const mission::Acting& acting,
                                     const mission::PersonId& id) {
  if (reach(acting.role, Verb::LinkFeed) == Reach::None)
    return std::unexpected(Denied{Verb::LinkFeed});
  const auto whole = newest_whole(context);
  if (!whole) return std::unexpected(Conflict{"no_mission", ""});
  const Index index(whole->mission);
  const mission::Person* person = index.person(id);
  if (person == nullptr ||
      !may_link_feed(acting, *person, index.organisation(person->organisation)))
    return std::unexpected(Missing{"person", id.value});
  return whole->state.id;
}

}  // namespace

bool may_link_feed(const mission::Acting& acting, const mission::Person& person,
                   const mission::Organisation* organisation) {
  const auto is_own = [&](const mission::OrganisationId& owner) {
    return !acting.agency.empty() && owner == acting.agency;
  };
  const bool own = acting.role != mission::Role::Adviser
                       ? person.id == acting.person
                       : is_own(person.record.owner) || is_own(person.organisation) ||
                             (organisation != nullptr && is_own(organisation->record.owner));
  return may(acting, Verb::LinkFeed, own ? Ownership::Own : Ownership::Foreign);
}

Outcome<std::string> feed_link(Context& context, const mission::Acting& acting,
                               const mission::PersonId& person) {
  const auto mission = linkable(context, acting, person);
  if (!mission) return std::unexpected(mission.error());
  const std::string token = base::random_hex(feed_token_bytes);
  context.store.write([&](sql::Connection& connection) {
    store::write_feed_link(connection, *mission, person, base::sha256(token), context.now(),
                           links_kept);
    log_change(context, connection, *mission, acting, Verb::LinkFeed, "person/" + person.value,
               "made");
  });
  return token;
}

Outcome<int> revoke_feed_links(Context& context, const mission::Acting& acting,
                               const mission::PersonId& person) {
  const auto mission = linkable(context, acting, person);
  if (!mission) return std::unexpected(mission.error());
  return context.store.write([&](sql::Connection& connection) {
    const int ended = store::delete_feed_links(connection, *mission, person);
    log_change(context, connection, *mission, acting, Verb::LinkFeed, "person/" + person.value,
               "ended");
    return ended;
  });
}

}  // namespace kontor::actions
