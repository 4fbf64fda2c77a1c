#include "store/imports.h"

#include <algorithm>
#include <sstream>

#include "store/visitors.h"

namespace kontor::store {

namespace {

constexpr int undone_imports = 20;

// A field a line, its parts divided by tabs, which no contact has.
std::string text_of_contacts(const Contacts& contacts) {
  std::string out;
  for (const auto& [subject, fields] : contacts)
    for (const auto& [field, value] : fields) out += subject + "\t" + field + "\t" + value + "\n";
  return out;
}

Contacts contacts_of_text(const std::string& text) {
  Contacts out;
  std::istringstream lines(text);
  std::string subject, field, value;
  while (std::getline(lines, subject, '\t') && std::getline(lines, field, '\t') &&
         std::getline(lines, value))
    out[subject][field] = value;
  return out;
}

}  // namespace

Contacts read_contacts(sql::Connection& connection, const mission::MissionId& mission) {
  Contacts out;
  sql::Query query = connection.query(
      "SELECT subject, field, value FROM contact WHERE mission = $1", mission.value);
  while (query.step()) out[query.text(0)][query.text(1)] = query.text(2);
  return out;
}

void write_contacts(sql::Connection& connection, const mission::MissionId& mission,
                    const Contacts& before, const Contacts& after) {
  for (const auto& [subject, fields] : before)
    if (const auto now = after.find(subject); now == after.end() || now->second != fields)
      connection.run("DELETE FROM contact WHERE mission = $1 AND subject = $2", mission.value,
                     subject);
  for (const auto& [subject, fields] : after) {
    if (const auto was = before.find(subject); was != before.end() && was->second == fields)
      continue;
    for (const auto& [field, value] : fields)
      connection.run("INSERT INTO contact (mission, subject, field, value) VALUES ($1, $2, $3, $4)",
                     mission.value, subject, field, value);
  }
}

int erase_contacts(sql::Connection& connection, const mission::MissionId& mission,
                   const std::string& subject) {
  const auto erased = connection.run("DELETE FROM contact WHERE mission = $1 AND subject = $2",
                                     mission.value, subject);
  connection.run("DELETE FROM import_undo WHERE mission = $1", mission.value);
  return static_cast<int>(erased);
}

Headings read_headings(sql::Connection& connection, const mission::MissionId& mission,
                       const mission::OrganisationId& agency, const std::string& noun) {
  Headings out;
  sql::Query query = connection.query(
      "SELECT heading, field FROM import_heading WHERE mission = $1 AND agency = $2 AND noun = $3",
      mission.value, agency.value, noun);
  while (query.step()) out[query.text(0)] = query.text(1);
  return out;
}

void write_headings(sql::Connection& connection, const mission::MissionId& mission,
                    const mission::OrganisationId& agency, const std::string& noun,
                    const Headings& headings) {
  for (const auto& [heading, field] : headings)
    connection.run(
        "INSERT INTO import_heading (mission, agency, noun, heading, field) "
        "VALUES ($1, $2, $3, $4, $5) ON CONFLICT (mission, agency, noun, heading) DO UPDATE "
        "SET field = excluded.field",
        mission.value, agency.value, noun, heading, field);
}

void write_import_undo(sql::Connection& connection, const mission::MissionId& mission,
                       const ImportUndo& undo) {
  sql::Query query = connection.query("SELECT coalesce(max(number), 0) FROM import_undo");
  query.step();
  const std::int64_t number = query.integer(0) + 1;
  connection.run(
      "INSERT INTO import_undo (number, mission, author, hash_before, hash_after, text, contacts) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7)",
      number, mission.value, undo.author, undo.hash_before, undo.hash_after, undo.text,
      text_of_contacts(undo.contacts));
  connection.run("DELETE FROM import_undo WHERE number <= $1", number - undone_imports);
}

std::optional<ImportUndo> find_import_undo(sql::Connection& connection,
                                           const mission::MissionId& mission) {
  sql::Query query = connection.query(
      "SELECT number, author, hash_before, hash_after, text, contacts FROM import_undo "
      "WHERE mission = $1 ORDER BY number DESC LIMIT 1",
      mission.value);
  if (!query.step()) return std::nullopt;
  return ImportUndo{query.integer(0), query.text(1), query.text(2),
                    query.text(3),    query.text(4), contacts_of_text(std::string(query.text(5)))};
}

void delete_import_undo(sql::Connection& connection, std::int64_t number) {
  connection.run("DELETE FROM import_undo WHERE number = $1", number);
}

}  // namespace kontor::store
