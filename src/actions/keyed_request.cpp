#include "actions/keyed_request.h"

#include "base/hash.h"
#include "store/request_keys.h"
#include "store/store.h"

namespace kontor::actions {

namespace {

constexpr std::chrono::hours kept_for{24};
constexpr std::chrono::seconds lost_after{5};
constexpr int attempt_bytes = 8;
constexpr int most_kept = 100'000;

}  // namespace

Keyed begin_keyed(Context& context, const std::string& key_hash, const std::string& fingerprint) {
  const base::Instant now = context.now();
  return context.store.write([&](sql::Connection& connection) -> Keyed {
    store::forget_requests(connection, now - kept_for, most_kept);
    const auto known = store::find_request(connection, key_hash);
    if (known && !known->fingerprint.starts_with(fingerprint + "/"))
      return {KeyedState::Reused, {}, {}};
    if (known && !known->answer.empty()) return {KeyedState::Answered, known->answer, {}};
    const bool lost = known && known->begun_at + lost_after <= now;
    if (known && !lost) return {KeyedState::Running, {}, {}};
    if (known && known->done > 0) return {KeyedState::Done, {}, {}};
    const std::string attempt = base::random_hex(attempt_bytes);
    store::begin_request(connection, key_hash, fingerprint + "/" + attempt, now);
    return {KeyedState::First, {}, attempt};
  });
}

void end_keyed(Context& context, const std::string& key_hash, const std::string& answer,
               Ending ending) {
  context.store.write([&](sql::Connection& connection) {
    const auto known = store::find_request(connection, key_hash);
    if (ending == Ending::Success || (known && known->done > 0))
      store::write_answer(connection, key_hash, answer);
    else
      store::forget_request(connection, key_hash);
  });
}

}  // namespace kontor::actions
