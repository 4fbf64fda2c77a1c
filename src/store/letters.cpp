#include "store/letters.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "base/check.h"
#include "store/visitors.h"

namespace kontor::store {

namespace {

constexpr std::array<std::string_view, 5> state_words{"draft", "approved", "sent", "failed",
                                                      "withdrawn"};
constexpr std::array<std::string_view, 3> kind_words{"invitation", "agenda", "host_link"};

constexpr std::string_view columns_of_letter =
    "number, kind, account, person, mail, name, language, version, subject, text, calendars, "
    "agenda, state, reason, tries, made_at, due_at";

template <class Enum, std::size_t Size>
Enum parse_in(const std::array<std::string_view, Size>& words, const std::string& text) {
  const auto found = std::ranges::find(words, text);
  if (found == words.end())
    throw sql::Error(sql::Fault::Corrupt, "letter holds what Kontor never writes: " + text);
  return static_cast<Enum>(found - words.begin());
}

Letter letter_of(const sql::Query& query) {
  Letter letter;
  std::string kind, state;
  Reader reader(query, "letter");
  reader("number", letter.number);
  reader("kind", kind);
  reader("account", letter.account);
  reader("person", letter.person);
  reader("mail", letter.mail);
  reader("name", letter.name);
  reader("language", letter.language);
  reader("version", letter.version);
  reader("subject", letter.subject);
  reader("text", letter.text);
  letter.calendars = lines_of(query.text(10));
  letter.agenda = query.text(11);
  letter.kind = parse_in<LetterKind>(kind_words, kind);
  letter.state = parse_in<LetterState>(state_words, query.text(12));
  Reader rest(query, "letter", 13);
  rest("reason", letter.reason);
  rest("tries", letter.tries);
  rest("made_at", letter.made_at);
  rest("due_at", letter.due_at);
  return letter;
}

}  // namespace

std::string_view word(LetterState state) {
  return state_words.at(static_cast<std::size_t>(state));
}

std::string_view word(LetterKind kind) {
  return kind_words.at(static_cast<std::size_t>(kind));
}

std::int64_t write_letter(sql::Connection& connection, const mission::MissionId& mission,
                          const Letter& letter) {
  sql::Query query = connection.query(
      fmt::format("INSERT INTO letter (mission, {}) SELECT $1, coalesce(max(number), 0) + 1, $2, "
                  "$3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17 "
                  "FROM letter WHERE mission = $1 RETURNING number",
                  columns_of_letter),
      mission.value, word(letter.kind), letter.account, letter.person.value, letter.mail,
      letter.name, text_of(letter.language), letter.version, letter.subject, letter.text,
      lines_text(letter.calendars), letter.agenda, word(letter.state), letter.reason, letter.tries,
      text_of(letter.made_at), text_of(letter.due_at));
  CHECK(query.step());
  return query.integer(0);
}

std::vector<Letter> read_letters(sql::Connection& connection, const mission::MissionId& mission,
                                 std::int64_t before, int limit) {
  sql::Query query =
      connection.query(fmt::format("SELECT {} FROM letter WHERE mission = $1 AND number < $2 "
                                   "ORDER BY number DESC LIMIT $3",
                                   columns_of_letter),
                       mission.value, before, limit);
  std::vector<Letter> letters;
  while (query.step()) letters.push_back(letter_of(query));
  return letters;
}

std::optional<Letter> read_letter(sql::Connection& connection, const mission::MissionId& mission,
                                  std::int64_t number) {
  sql::Query query = connection.query(
      fmt::format("SELECT {} FROM letter WHERE mission = $1 AND number = $2", columns_of_letter),
      mission.value, number);
  if (!query.step()) return std::nullopt;
  return letter_of(query);
}

void update_letter(sql::Connection& connection, const mission::MissionId& mission,
                   const Letter& letter) {
  connection.run(
      "UPDATE letter SET state = $3, reason = $4, tries = $5, due_at = $6 "
      "WHERE mission = $1 AND number = $2",
      mission.value, letter.number, word(letter.state), letter.reason, letter.tries,
      text_of(letter.due_at));
}

std::optional<Letter> take_letter(sql::Connection& connection, const mission::MissionId& mission,
                                  base::Instant now, base::Instant busy_until) {
  sql::Query query = connection.query(
      fmt::format("UPDATE letter SET due_at = $3 WHERE mission = $1 AND number = "
                  "(SELECT number FROM letter WHERE mission = $1 AND state = 'approved' "
                  "AND due_at <= $2 ORDER BY due_at, number LIMIT 1) RETURNING {}",
                  columns_of_letter),
      mission.value, text_of(now), text_of(busy_until));
  if (!query.step()) return std::nullopt;
  return letter_of(query);
}

bool has_due_letter(sql::Connection& connection, const mission::MissionId& mission,
                    base::Instant now) {
  sql::Query query = connection.query(
      "SELECT 1 FROM letter WHERE mission = $1 AND state = 'approved' AND due_at <= $2 LIMIT 1",
      mission.value, text_of(now));
  return query.step();
}

void delete_agenda_drafts(sql::Connection& connection, const mission::MissionId& mission) {
  connection.run("DELETE FROM letter WHERE mission = $1 AND state = 'draft' AND kind = 'agenda'",
                 mission.value);
}

std::string read_told(sql::Connection& connection, const mission::MissionId& mission,
                      const mission::PersonId& person) {
  sql::Query query = connection.query("SELECT agenda FROM told WHERE mission = $1 AND person = $2",
                                      mission.value, person.value);
  return query.step() ? query.text(0) : std::string();
}

void write_told(sql::Connection& connection, const mission::MissionId& mission,
                const mission::PersonId& person, const std::string& agenda) {
  connection.run(
      "INSERT INTO told (mission, person, agenda) VALUES ($1, $2, $3) "
      "ON CONFLICT (mission, person) DO UPDATE SET agenda = excluded.agenda",
      mission.value, person.value, agenda);
}

int read_noticed(sql::Connection& connection, const mission::MissionId& mission) {
  sql::Query query =
      connection.query("SELECT version FROM noticed WHERE mission = $1", mission.value);
  return query.step() ? static_cast<int>(query.integer(0)) : 0;
}

void write_noticed(sql::Connection& connection, const mission::MissionId& mission, int version) {
  connection.run(
      "INSERT INTO noticed (mission, version) VALUES ($1, $2) "
      "ON CONFLICT (mission) DO UPDATE SET version = excluded.version",
      mission.value, version);
}

}  // namespace kontor::store
