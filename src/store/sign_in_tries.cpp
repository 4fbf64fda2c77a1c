#include "store/sign_in_tries.h"

#include <fmt/format.h>

#include "store/visitors.h"

namespace kontor::store {

namespace {

std::optional<SignInTry> find(sql::Connection& connection, std::string_view column,
                              const std::string& hash, base::Instant now) {
  sql::Query query = connection.query(
      fmt::format("SELECT browser_hash, mission, account, mail_hash, network, code_hash, "
                  "link_hash, tries_left, made_at, ends_at FROM sign_in_try "
                  "WHERE {} = $1 AND ends_at > $2 AND tries_left > 0",
                  column),
      hash, text_of(now));
  if (!query.step()) return std::nullopt;
  SignInTry found;
  Reader reader(query, "sign_in_try");
  reader("browser_hash", found.browser_hash);
  reader("mission", found.mission);
  reader("account", found.account);
  reader("mail_hash", found.mail_hash);
  reader("network", found.network);
  reader("code_hash", found.code_hash);
  reader("link_hash", found.link_hash);
  reader("tries_left", found.tries_left);
  reader("made_at", found.made_at);
  reader("ends_at", found.ends_at);
  return found;
}

int count(sql::Connection& connection, std::string_view column, const std::string& value,
          base::Instant since) {
  sql::Query query = connection.query(
      fmt::format("SELECT count(*) FROM sign_in_try WHERE {} = $1 AND made_at > $2", column), value,
      text_of(since));
  query.step();
  return static_cast<int>(query.integer(0));
}

}  // namespace

void write_sign_in_try(sql::Connection& connection, const SignInTry& one,
                       base::Instant forget_before) {
  connection.run("DELETE FROM sign_in_try WHERE made_at < $1", text_of(forget_before));
  connection.run(
      "INSERT INTO sign_in_try (browser_hash, mission, account, mail_hash, network, code_hash, "
      "link_hash, tries_left, made_at, ends_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
      one.browser_hash, one.mission.value, one.account, one.mail_hash, one.network, one.code_hash,
      one.link_hash, one.tries_left, text_of(one.made_at), text_of(one.ends_at));
}

int count_tries_of_mail(sql::Connection& connection, const std::string& mail_hash,
                        base::Instant since) {
  return count(connection, "mail_hash", mail_hash, since);
}

int count_tries_of_network(sql::Connection& connection, const std::string& network,
                           base::Instant since) {
  return count(connection, "network", network, since);
}

std::optional<SignInTry> find_try_of_browser(sql::Connection& connection,
                                             const std::string& browser_hash, base::Instant now) {
  return find(connection, "browser_hash", browser_hash, now);
}

std::optional<SignInTry> find_try_of_link(sql::Connection& connection, const std::string& link_hash,
                                          base::Instant now) {
  return find(connection, "link_hash", link_hash, now);
}

void count_wrong_code(sql::Connection& connection, const std::string& browser_hash) {
  connection.run("UPDATE sign_in_try SET tries_left = tries_left - 1 WHERE browser_hash = $1",
                 browser_hash);
}

void end_try(sql::Connection& connection, const std::string& browser_hash) {
  connection.run("UPDATE sign_in_try SET tries_left = 0 WHERE browser_hash = $1", browser_hash);
}

}  // namespace kontor::store
