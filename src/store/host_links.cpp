#include "store/host_links.h"

#include <fmt/ranges.h>

#include "store/visitors.h"

namespace kontor::store {

namespace {

constexpr std::string_view host_link_columns =
    "SELECT id, mission, activity, mail, name, language, drafted, made_at, made_by, ends_at "
    "FROM host_link";

std::vector<HostLink> host_links_of(sql::Query query) {
  std::vector<HostLink> found;
  while (query.step()) {
    HostLink& link = found.emplace_back();
    Reader reader(query, "host_link");
    reader("id", link.id);
    reader("mission", link.mission);
    reader("activity", link.activity);
    reader("mail", link.mail);
    reader("name", link.name);
    reader("language", link.language);
    reader("drafted", link.drafted);
    reader("made_at", link.made_at);
    reader("made_by", link.made_by);
    reader("ends_at", link.ends_at);
  }
  return found;
}

std::optional<HostLink> first_host_link(std::vector<HostLink> links) {
  if (links.empty()) return std::nullopt;
  return std::move(links.front());
}

}  // namespace

void write_host_link(sql::Connection& connection, const HostLink& link) {
  connection.run(
      "INSERT INTO host_link (id, mission, activity, mail, name, language, drafted, made_at, "
      "made_by, ends_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
      link.id, link.mission.value, link.activity.value, link.mail, link.name,
      text_of(link.language), link.drafted ? 1 : 0, text_of(link.made_at), link.made_by,
      text_of(link.ends_at));
}

std::vector<HostLink> read_host_links(sql::Connection& connection,
                                      const mission::MissionId& mission) {
  return host_links_of(connection.query(
      fmt::format("{} WHERE mission = $1 ORDER BY made_at DESC, id", host_link_columns),
      mission.value));
}

std::optional<HostLink> find_host_link(sql::Connection& connection,
                                       const mission::MissionId& mission, const std::string& id) {
  return first_host_link(host_links_of(connection.query(
      fmt::format("{} WHERE mission = $1 AND id = $2", host_link_columns), mission.value, id)));
}

void note_host_link_drafted(sql::Connection& connection, const std::string& id) {
  connection.run("UPDATE host_link SET drafted = 1 WHERE id = $1", id);
}

void end_host_link(sql::Connection& connection, const HostLink& link, base::Instant now) {
  connection.run("DELETE FROM guest_link WHERE id = $1", link.id);
  connection.run("UPDATE host_link SET ends_at = $2, drafted = 1 WHERE id = $1 AND ends_at > $2",
                 link.id, text_of(now));
  connection.run(
      "UPDATE letter SET state = 'withdrawn' WHERE mission = $1 AND kind = 'host_link' AND "
      "account = $2 AND state IN ('draft', 'approved', 'failed')",
      link.mission.value, link.id);
}

void write_host_token(sql::Connection& connection, const HostLink& link,
                      const std::string& token_hash, base::Instant now) {
  connection.run(
      "INSERT INTO guest_link (token_hash, mission, id, person, made_by, made_at, ends_at) "
      "VALUES ($1, $2, $3, '', $4, $5, $6)",
      token_hash, link.mission.value, link.id, link.made_by, text_of(now), text_of(link.ends_at));
}

std::optional<HostLink> find_host_link_of(sql::Connection& connection,
                                          const std::string& token_hash, base::Instant now) {
  return first_host_link(host_links_of(
      connection.query(fmt::format("{} WHERE ends_at > $2 AND id IN "
                                   "(SELECT id FROM guest_link WHERE token_hash = $1)",
                                   host_link_columns),
                       token_hash, text_of(now))));
}

void write_host_answer(sql::Connection& connection, const HostAnswer& answer) {
  connection.run(
      "INSERT INTO host_answer (link, word, capacity, languages, times, conditions, made_at) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (link) DO UPDATE SET word = $2, "
      "capacity = $3, languages = $4, times = $5, conditions = $6, made_at = $7",
      answer.link, answer.word, answer.capacity,
      fmt::format("{}", fmt::join(answer.languages, " ")), answer.times, answer.conditions,
      text_of(answer.made_at));
}

std::optional<HostAnswer> find_host_answer(sql::Connection& connection, const std::string& link) {
  sql::Query query = connection.query(
      "SELECT link, word, capacity, languages, times, conditions, made_at FROM host_answer "
      "WHERE link = $1",
      link);
  if (!query.step()) return std::nullopt;
  HostAnswer answer;
  Reader reader(query, "host_answer");
  reader("link", answer.link);
  reader("word", answer.word);
  reader("capacity", answer.capacity);
  reader("languages", answer.languages);
  reader("times", answer.times);
  reader("conditions", answer.conditions);
  reader("made_at", answer.made_at);
  return answer;
}

}  // namespace kontor::store
