#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "base/time.h"
#include "sql/connection.h"

// Requests that carry a key are carried out once. All throw sql::Error; writers are called within
// Store::write.

namespace kontor::store {

// What is known of a request by its key.
struct KeyedRequest {
  std::string
      fingerprint;  // of its method, path and body, "/", and the attempt that carries it out
  base::Instant begun_at{};
  std::int64_t done = 0;  // the change that it made; 0: none is known of
  std::string answer;     // as the caller wrote it; empty: there is none yet

  bool operator==(const KeyedRequest&) const = default;
};

// Forgets those begun before `forget_before`, and the oldest beyond `most`.
void forget_requests(sql::Connection& connection, base::Instant forget_before, int most);
std::optional<KeyedRequest> find_request(sql::Connection& connection, const std::string& key_hash);
// Replaces what was known of the key.
void begin_request(sql::Connection& connection, const std::string& key_hash,
                   const std::string& fingerprint, base::Instant now);
// In the transaction of the change; false: another attempt has taken the request over.
bool mark_done(sql::Connection& connection, const std::string& key_hash, const std::string& attempt,
               std::int64_t change);
void write_answer(sql::Connection& connection, const std::string& key_hash,
                  const std::string& answer);
void forget_request(sql::Connection& connection, const std::string& key_hash);

}  // namespace kontor::store
