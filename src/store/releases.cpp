#include "store/releases.h"

#include "store/visitors.h"

namespace kontor::store {

void write_release(sql::Connection& connection, const mission::MissionId& mission,
                   const PressRelease& release) {
  using enum base::Language;
  connection.run("DELETE FROM press_release WHERE mission = $1 AND id = $2", mission.value,
                 release.id);
  connection.run(
      "INSERT INTO press_release (mission, id, subject, state, unlock_at, zone, title_fr, "
      "title_nl, title_de, title_en, body_fr, body_nl, body_de, body_en, made_at, made_by) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
      mission.value, release.id, release.subject, release.state,
      release.unlock_at ? text_of(*release.unlock_at) : std::string(), release.zone,
      release.title.in(Fr), release.title.in(Nl), release.title.in(De), release.title.in(En),
      release.body.in(Fr), release.body.in(Nl), release.body.in(De), release.body.in(En),
      text_of(release.made_at), release.made_by);
}

std::vector<PressRelease> read_releases(sql::Connection& connection,
                                        const mission::MissionId& mission) {
  sql::Query query = connection.query(
      "SELECT id, subject, state, unlock_at, zone, title_fr, title_nl, title_de, title_en, "
      "body_fr, body_nl, body_de, body_en, made_at, made_by FROM press_release "
      "WHERE mission = $1 ORDER BY id",
      mission.value);
  std::vector<PressRelease> releases;
  while (query.step()) {
    PressRelease& one = releases.emplace_back();
    base::LocalDateTime unlock_at{};
    Reader reader(query, "press_release");
    reader("id", one.id);
    reader("subject", one.subject);
    reader("state", one.state);
    reader("unlock_at", unlock_at);
    reader("zone", one.zone);
    reader("title", one.title);
    reader("body", one.body);
    reader("made_at", one.made_at);
    reader("made_by", one.made_by);
    if (unlock_at != base::LocalDateTime{}) one.unlock_at = unlock_at;
  }
  return releases;
}

}  // namespace kontor::store
