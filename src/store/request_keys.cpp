#include "store/request_keys.h"

#include "store/visitors.h"

namespace kontor::store {

void forget_requests(sql::Connection& connection, base::Instant forget_before, int most) {
  connection.run("DELETE FROM request_key WHERE begun_at < $1", text_of(forget_before));
  connection.run(
      "DELETE FROM request_key WHERE key_hash IN "
      "(SELECT key_hash FROM request_key ORDER BY begun_at DESC LIMIT 1000000 OFFSET $1)",
      most);
}

std::optional<KeyedRequest> find_request(sql::Connection& connection, const std::string& key_hash) {
  sql::Query query = connection.query(
      "SELECT fingerprint, begun_at, done, answer FROM request_key WHERE key_hash = $1", key_hash);
  if (!query.step()) return std::nullopt;
  KeyedRequest request;
  Reader reader(query, "request_key");
  reader("fingerprint", request.fingerprint);
  reader("begun_at", request.begun_at);
  reader("done", request.done);
  reader("answer", request.answer);
  return request;
}

void begin_request(sql::Connection& connection, const std::string& key_hash,
                   const std::string& fingerprint, base::Instant now) {
  forget_request(connection, key_hash);
  connection.run(
      "INSERT INTO request_key (key_hash, fingerprint, begun_at, done, answer) "
      "VALUES ($1, $2, $3, 0, '')",
      key_hash, fingerprint, text_of(now));
}

bool mark_done(sql::Connection& connection, const std::string& key_hash, const std::string& attempt,
               std::int64_t change) {
  const auto known = find_request(connection, key_hash);
  if (!known || !known->fingerprint.ends_with("/" + attempt)) return false;
  connection.run("UPDATE request_key SET done = $1 WHERE key_hash = $2", change, key_hash);
  return true;
}

void write_answer(sql::Connection& connection, const std::string& key_hash,
                  const std::string& answer) {
  connection.run("UPDATE request_key SET answer = $1 WHERE key_hash = $2", answer, key_hash);
}

void forget_request(sql::Connection& connection, const std::string& key_hash) {
  connection.run("DELETE FROM request_key WHERE key_hash = $1", key_hash);
}

}  // namespace kontor::store
