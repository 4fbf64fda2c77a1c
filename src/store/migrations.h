#pragma once
#include <string_view>

// The steps of the schema, as SQL that SQLite and PostgreSQL both take. A step that was released
// is never changed again; its successor changes the schema. Columns are named as the fields of
// mission/*.h (columns.h); dates and times are texts as base/time writes them, truth values 0 and
// 1; a list's order is its position. content_hash is seal() of schema.h.

namespace kontor::store {

// clang-format off
inline constexpr std::string_view migration_1 = R"sql(
CREATE TABLE mission (
  id TEXT PRIMARY KEY, name_fr TEXT NOT NULL, name_nl TEXT NOT NULL, name_de TEXT NOT NULL,
  name_en TEXT NOT NULL, short_name_fr TEXT NOT NULL, short_name_nl TEXT NOT NULL,
  short_name_de TEXT NOT NULL, short_name_en TEXT NOT NULL, first_day TEXT NOT NULL,
  last_day TEXT NOT NULL, travel_first_day TEXT NOT NULL, travel_last_day TEXT NOT NULL,
  home_zone TEXT NOT NULL, default_travel_minutes BIGINT NOT NULL, gaps TEXT NOT NULL,
  visibility TEXT NOT NULL, owner TEXT NOT NULL, invented BIGINT NOT NULL, assumed TEXT NOT NULL,
  sources TEXT NOT NULL, note TEXT NOT NULL, input_hash TEXT NOT NULL, content_hash TEXT NOT NULL,
  revision BIGINT NOT NULL
);
CREATE TABLE leg (
  mission TEXT NOT NULL REFERENCES mission (id) ON DELETE CASCADE, position BIGINT NOT NULL,
  id TEXT NOT NULL, city_fr TEXT NOT NULL, city_nl TEXT NOT NULL, city_de TEXT NOT NULL,
  city_en TEXT NOT NULL, zone TEXT NOT NULL, first_day TEXT NOT NULL, last_day TEXT NOT NULL,
  visibility TEXT NOT NULL, owner TEXT NOT NULL, invented BIGINT NOT NULL, assumed TEXT NOT NULL,
  sources TEXT NOT NULL, note TEXT NOT NULL, PRIMARY KEY (mission, position), UNIQUE (mission, id)
);
CREATE TABLE sector (
  mission TEXT NOT NULL REFERENCES mission (id) ON DELETE CASCADE, position BIGINT NOT NULL,
  id TEXT NOT NULL, name_fr TEXT NOT NULL, name_nl TEXT NOT NULL, name_de TEXT NOT NULL,
  name_en TEXT NOT NULL, PRIMARY KEY (mission, position), UNIQUE (mission, id)
);
CREATE TABLE topic (
  mission TEXT NOT NULL REFERENCES mission (id) ON DELETE CASCADE, position BIGINT NOT NULL,
  id TEXT NOT NULL, sector TEXT NOT NULL, name_fr TEXT NOT NULL, name_nl TEXT NOT NULL,
  name_de TEXT NOT NULL, name_en TEXT NOT NULL, PRIMARY KEY (mission, position),
  UNIQUE (mission, id)
);
CREATE TABLE count (
  mission TEXT NOT NULL REFERENCES mission (id) ON DELETE CASCADE, position BIGINT NOT NULL,
  metric TEXT NOT NULL, value TEXT NOT NULL, source_url TEXT NOT NULL,
  source_publisher TEXT NOT NULL, PRIMARY KEY (mission, position)
);
CREATE TABLE discrepancy (
  mission TEXT NOT NULL REFERENCES mission (id) ON DELETE CASCADE, position BIGINT NOT NULL,
  topic TEXT NOT NULL, stated TEXT NOT NULL, note TEXT NOT NULL, PRIMARY KEY (mission, position)
);
CREATE TABLE venue (
  mission TEXT NOT NULL REFERENCES mission (id) ON DELETE CASCADE, position BIGINT NOT NULL,
  id TEXT NOT NULL, leg TEXT NOT NULL, name_fr TEXT NOT NULL, name_nl TEXT NOT NULL,
  name_de TEXT NOT NULL, name_en TEXT NOT NULL, address TEXT NOT NULL, visibility TEXT NOT NULL,
  owner TEXT NOT NULL, invented BIGINT NOT NULL, assumed TEXT NOT NULL, sources TEXT NOT NULL,
  note TEXT NOT NULL, PRIMARY KEY (mission, position), UNIQUE (mission, id)
);
CREATE TABLE travel_time (
  mission TEXT NOT NULL REFERENCES mission (id) ON DELETE CASCADE, position BIGINT NOT NULL,
  from_venue TEXT NOT NULL, to_venue TEXT NOT NULL, minutes BIGINT NOT NULL,
  invented BIGINT NOT NULL, PRIMARY KEY (mission, position)
);
CREATE TABLE organisation (
  mission TEXT NOT NULL REFERENCES mission (id) ON DELETE CASCADE, position BIGINT NOT NULL,
  id TEXT NOT NULL, name_fr TEXT NOT NULL, name_nl TEXT NOT NULL, name_de TEXT NOT NULL,
  name_en TEXT NOT NULL, kind TEXT NOT NULL, side TEXT NOT NULL, region TEXT NOT NULL,
  size TEXT NOT NULL, country TEXT NOT NULL, sectors TEXT NOT NULL, offers TEXT NOT NULL,
  seeks TEXT NOT NULL, profile_fr TEXT NOT NULL, profile_nl TEXT NOT NULL,
  profile_de TEXT NOT NULL, profile_en TEXT NOT NULL, visibility TEXT NOT NULL,
  owner TEXT NOT NULL, invented BIGINT NOT NULL, assumed TEXT NOT NULL, sources TEXT NOT NULL,
  note TEXT NOT NULL, PRIMARY KEY (mission, position), UNIQUE (mission, id)
);
CREATE TABLE person (
  mission TEXT NOT NULL REFERENCES mission (id) ON DELETE CASCADE, position BIGINT NOT NULL,
  id TEXT NOT NULL, organisation TEXT NOT NULL, given_name TEXT NOT NULL,
  family_name TEXT NOT NULL, role TEXT NOT NULL, function_fr TEXT NOT NULL,
  function_nl TEXT NOT NULL, function_de TEXT NOT NULL, function_en TEXT NOT NULL,
  languages TEXT NOT NULL, legs TEXT NOT NULL, absences TEXT NOT NULL, visibility TEXT NOT NULL,
  owner TEXT NOT NULL, invented BIGINT NOT NULL, assumed TEXT NOT NULL, sources TEXT NOT NULL,
  note TEXT NOT NULL, PRIMARY KEY (mission, position), UNIQUE (mission, id)
);
CREATE TABLE office (
  mission TEXT NOT NULL REFERENCES mission (id) ON DELETE CASCADE, position BIGINT NOT NULL,
  id TEXT NOT NULL, title_fr TEXT NOT NULL, title_nl TEXT NOT NULL, title_de TEXT NOT NULL,
  title_en TEXT NOT NULL, holder TEXT NOT NULL, precedence BIGINT NOT NULL,
  visibility TEXT NOT NULL, owner TEXT NOT NULL, invented BIGINT NOT NULL, assumed TEXT NOT NULL,
  sources TEXT NOT NULL, note TEXT NOT NULL, PRIMARY KEY (mission, position), UNIQUE (mission, id)
);
CREATE TABLE activity (
  mission TEXT NOT NULL REFERENCES mission (id) ON DELETE CASCADE, position BIGINT NOT NULL,
  id TEXT NOT NULL, title_fr TEXT NOT NULL, title_nl TEXT NOT NULL, title_de TEXT NOT NULL,
  title_en TEXT NOT NULL, kind TEXT NOT NULL, status TEXT NOT NULL, sector TEXT NOT NULL,
  leg TEXT NOT NULL, host TEXT NOT NULL, place TEXT NOT NULL, timing_precision TEXT NOT NULL,
  timing_first_day TEXT, timing_last_day TEXT, timing_earliest TEXT, timing_latest TEXT,
  timing_part_of_day TEXT NOT NULL, planned_precision TEXT, planned_first_day TEXT,
  planned_last_day TEXT, planned_earliest TEXT, planned_latest TEXT, planned_part_of_day TEXT,
  duration_minutes BIGINT NOT NULL, room TEXT NOT NULL, rooms TEXT NOT NULL,
  capacity BIGINT NOT NULL, audience_kinds TEXT NOT NULL, audience_regions TEXT NOT NULL,
  audience_sectors TEXT NOT NULL, audience_whole_delegation BIGINT NOT NULL,
  offices TEXT NOT NULL, languages TEXT NOT NULL, visibility TEXT NOT NULL, owner TEXT NOT NULL,
  invented BIGINT NOT NULL, assumed TEXT NOT NULL, sources TEXT NOT NULL, note TEXT NOT NULL,
  PRIMARY KEY (mission, position), UNIQUE (mission, id)
);
CREATE TABLE session (
  mission TEXT NOT NULL REFERENCES mission (id) ON DELETE CASCADE, position BIGINT NOT NULL,
  id TEXT NOT NULL, room TEXT NOT NULL, name_fr TEXT NOT NULL, name_nl TEXT NOT NULL,
  name_de TEXT NOT NULL, name_en TEXT NOT NULL, starts_at TEXT NOT NULL,
  slot_minutes BIGINT NOT NULL, slots BIGINT NOT NULL, tables BIGINT NOT NULL,
  visibility TEXT NOT NULL, owner TEXT NOT NULL, invented BIGINT NOT NULL, assumed TEXT NOT NULL,
  sources TEXT NOT NULL, note TEXT NOT NULL, PRIMARY KEY (mission, position), UNIQUE (mission, id)
);
CREATE TABLE wish (
  mission TEXT NOT NULL REFERENCES mission (id) ON DELETE CASCADE, position BIGINT NOT NULL,
  id TEXT NOT NULL, organisation TEXT NOT NULL, person TEXT NOT NULL, counterpart TEXT NOT NULL,
  activity TEXT NOT NULL, level TEXT NOT NULL, rank BIGINT NOT NULL, invented BIGINT NOT NULL,
  PRIMARY KEY (mission, position), UNIQUE (mission, id)
);
CREATE TABLE agreement (
  mission TEXT NOT NULL REFERENCES mission (id) ON DELETE CASCADE, position BIGINT NOT NULL,
  id TEXT NOT NULL, title_fr TEXT NOT NULL, title_nl TEXT NOT NULL, title_de TEXT NOT NULL,
  title_en TEXT NOT NULL, kind TEXT NOT NULL, status TEXT NOT NULL, home_parties TEXT NOT NULL,
  foreign_parties TEXT NOT NULL, sector TEXT NOT NULL, signed_on TEXT,
  signed_precision TEXT NOT NULL, visibility TEXT NOT NULL, owner TEXT NOT NULL,
  invented BIGINT NOT NULL, assumed TEXT NOT NULL, sources TEXT NOT NULL, note TEXT NOT NULL,
  PRIMARY KEY (mission, position), UNIQUE (mission, id)
);
CREATE TABLE announcement (
  mission TEXT NOT NULL REFERENCES mission (id) ON DELETE CASCADE, position BIGINT NOT NULL,
  id TEXT NOT NULL, title_fr TEXT NOT NULL, title_nl TEXT NOT NULL, title_de TEXT NOT NULL,
  title_en TEXT NOT NULL, made_by TEXT NOT NULL, amount TEXT, currency TEXT NOT NULL,
  period TEXT NOT NULL, jobs TEXT NOT NULL, place TEXT NOT NULL, announced_on TEXT,
  visibility TEXT NOT NULL, owner TEXT NOT NULL, invented BIGINT NOT NULL, assumed TEXT NOT NULL,
  sources TEXT NOT NULL, note TEXT NOT NULL, PRIMARY KEY (mission, position), UNIQUE (mission, id)
);
CREATE TABLE figure (
  mission TEXT NOT NULL REFERENCES mission (id) ON DELETE CASCADE, position BIGINT NOT NULL,
  id TEXT NOT NULL, label_fr TEXT NOT NULL, label_nl TEXT NOT NULL, label_de TEXT NOT NULL,
  label_en TEXT NOT NULL, value TEXT NOT NULL, unit TEXT NOT NULL, currency TEXT NOT NULL,
  year BIGINT NOT NULL, direction TEXT NOT NULL, reporter TEXT NOT NULL, rank TEXT NOT NULL,
  visibility TEXT NOT NULL, owner TEXT NOT NULL, invented BIGINT NOT NULL, assumed TEXT NOT NULL,
  sources TEXT NOT NULL, note TEXT NOT NULL, PRIMARY KEY (mission, position), UNIQUE (mission, id)
);
CREATE TABLE room (
  mission TEXT NOT NULL REFERENCES mission (id) ON DELETE CASCADE, position BIGINT NOT NULL,
  venue TEXT NOT NULL, id TEXT NOT NULL, name_fr TEXT NOT NULL, name_nl TEXT NOT NULL,
  name_de TEXT NOT NULL, name_en TEXT NOT NULL, capacity BIGINT NOT NULL, tables BIGINT NOT NULL,
  PRIMARY KEY (mission, position), UNIQUE (mission, id)
);
CREATE TABLE plan (
  mission TEXT NOT NULL REFERENCES mission (id) ON DELETE CASCADE, version BIGINT NOT NULL,
  made_at TEXT NOT NULL, made_by TEXT NOT NULL, seed BIGINT NOT NULL, input_hash TEXT NOT NULL,
  unplaced_activities TEXT NOT NULL, value BIGINT NOT NULL, bound BIGINT NOT NULL,
  must_points BIGINT NOT NULL, musts_asked BIGINT NOT NULL, musts_placed BIGINT NOT NULL,
  wants_asked BIGINT NOT NULL, wants_placed BIGINT NOT NULL, breaks BIGINT NOT NULL,
  worst_share_permille BIGINT NOT NULL, certificate TEXT NOT NULL, verification_good BIGINT,
  verification_checked_at TEXT, verification_faults TEXT, content_hash TEXT NOT NULL,
  PRIMARY KEY (mission, version)
);
CREATE TABLE activity_placement (
  mission TEXT NOT NULL, version BIGINT NOT NULL, position BIGINT NOT NULL,
  activity TEXT NOT NULL, room TEXT NOT NULL, starts_at TEXT NOT NULL, minutes BIGINT NOT NULL,
  PRIMARY KEY (mission, version, position),
  FOREIGN KEY (mission, version) REFERENCES plan (mission, version) ON DELETE CASCADE
);
CREATE TABLE attendance (
  mission TEXT NOT NULL, version BIGINT NOT NULL, position BIGINT NOT NULL,
  activity TEXT NOT NULL, person TEXT NOT NULL, wish TEXT NOT NULL,
  PRIMARY KEY (mission, version, position),
  FOREIGN KEY (mission, version) REFERENCES plan (mission, version) ON DELETE CASCADE
);
CREATE TABLE meeting (
  mission TEXT NOT NULL, version BIGINT NOT NULL, position BIGINT NOT NULL, session TEXT NOT NULL,
  slot BIGINT NOT NULL, table_number BIGINT NOT NULL, first TEXT NOT NULL, second TEXT NOT NULL,
  first_person TEXT NOT NULL, second_person TEXT NOT NULL, wishes TEXT NOT NULL,
  PRIMARY KEY (mission, version, position),
  FOREIGN KEY (mission, version) REFERENCES plan (mission, version) ON DELETE CASCADE
);
CREATE TABLE waiting (
  mission TEXT NOT NULL, version BIGINT NOT NULL, position BIGINT NOT NULL,
  activity TEXT NOT NULL, person TEXT NOT NULL, place_in_line BIGINT NOT NULL,
  PRIMARY KEY (mission, version, position),
  FOREIGN KEY (mission, version) REFERENCES plan (mission, version) ON DELETE CASCADE
);
CREATE TABLE unplaced (
  mission TEXT NOT NULL, version BIGINT NOT NULL, position BIGINT NOT NULL, wish TEXT NOT NULL,
  cause TEXT NOT NULL, details TEXT NOT NULL, PRIMARY KEY (mission, version, position),
  FOREIGN KEY (mission, version) REFERENCES plan (mission, version) ON DELETE CASCADE
);
CREATE TABLE curve_point (
  mission TEXT NOT NULL, version BIGINT NOT NULL, position BIGINT NOT NULL,
  permille_done BIGINT NOT NULL, value BIGINT NOT NULL, bound BIGINT NOT NULL,
  PRIMARY KEY (mission, version, position),
  FOREIGN KEY (mission, version) REFERENCES plan (mission, version) ON DELETE CASCADE
);
CREATE TABLE served (
  one BIGINT PRIMARY KEY CHECK (one = 1),
  mission TEXT NOT NULL REFERENCES mission (id)
);
CREATE TABLE change (
  mission TEXT NOT NULL, number BIGINT NOT NULL, at TEXT NOT NULL, author TEXT NOT NULL,
  role TEXT NOT NULL, verb TEXT NOT NULL, subject TEXT NOT NULL, detail TEXT NOT NULL,
  PRIMARY KEY (mission, number)
);
CREATE TABLE feed_link (
  token_hash TEXT PRIMARY KEY, mission TEXT NOT NULL REFERENCES mission (id) ON DELETE CASCADE,
  person TEXT NOT NULL, made_at TEXT NOT NULL
);
CREATE INDEX feed_link_person ON feed_link (mission, person);
CREATE TABLE signed_in (
  token_hash TEXT PRIMARY KEY, mission TEXT NOT NULL, demo BIGINT NOT NULL, role TEXT NOT NULL,
  agency TEXT NOT NULL, organisation TEXT NOT NULL, person TEXT NOT NULL, name TEXT NOT NULL,
  ends_at TEXT NOT NULL
);
CREATE INDEX signed_in_ends_at ON signed_in (ends_at);
)sql";
// Rules of protocol, and who is cleared for which site.
inline constexpr std::string_view migration_2 = R"sql(
ALTER TABLE person ADD COLUMN clearances TEXT NOT NULL DEFAULT '';
CREATE TABLE rule (
  mission TEXT NOT NULL REFERENCES mission (id) ON DELETE CASCADE, position BIGINT NOT NULL,
  id TEXT NOT NULL, kind TEXT NOT NULL, who_offices TEXT NOT NULL, who_people TEXT NOT NULL,
  who_organisations TEXT NOT NULL, other_offices TEXT NOT NULL, other_people TEXT NOT NULL,
  other_organisations TEXT NOT NULL, scope_kinds TEXT NOT NULL, scope_activities TEXT NOT NULL,
  scope_legs TEXT NOT NULL, scope_official BIGINT NOT NULL, minutes BIGINT NOT NULL,
  every_minutes BIGINT NOT NULL, most BIGINT NOT NULL, site TEXT NOT NULL,
  working_days BIGINT NOT NULL, holidays TEXT NOT NULL, visibility TEXT NOT NULL,
  owner TEXT NOT NULL, invented BIGINT NOT NULL, assumed TEXT NOT NULL, sources TEXT NOT NULL,
  note TEXT NOT NULL, PRIMARY KEY (mission, position), UNIQUE (mission, id)
);
)sql";
// Coaches, opening hours, equipment and speakers.
inline constexpr std::string_view migration_3 = R"sql(
ALTER TABLE mission ADD COLUMN travel_buffer_minutes BIGINT NOT NULL DEFAULT 0;
ALTER TABLE leg ADD COLUMN hub TEXT NOT NULL DEFAULT '';
ALTER TABLE venue ADD COLUMN opening_hours TEXT NOT NULL DEFAULT '';
ALTER TABLE room ADD COLUMN equipment TEXT NOT NULL DEFAULT '';
ALTER TABLE room ADD COLUMN opening_hours TEXT NOT NULL DEFAULT '';
CREATE TABLE coach (
  mission TEXT NOT NULL REFERENCES mission (id) ON DELETE CASCADE, position BIGINT NOT NULL,
  id TEXT NOT NULL, leg TEXT NOT NULL, name_fr TEXT NOT NULL, name_nl TEXT NOT NULL,
  name_de TEXT NOT NULL, name_en TEXT NOT NULL, seats BIGINT NOT NULL, visibility TEXT NOT NULL,
  owner TEXT NOT NULL, invented BIGINT NOT NULL, assumed TEXT NOT NULL, sources TEXT NOT NULL,
  note TEXT NOT NULL, PRIMARY KEY (mission, position), UNIQUE (mission, id)
);
ALTER TABLE activity ADD COLUMN speakers TEXT NOT NULL DEFAULT '';
ALTER TABLE activity ADD COLUMN equipment TEXT NOT NULL DEFAULT '';
ALTER TABLE activity ADD COLUMN by_coach BIGINT NOT NULL DEFAULT 0;
ALTER TABLE activity ADD COLUMN boards_at TEXT NOT NULL DEFAULT '';
ALTER TABLE attendance ADD COLUMN coach TEXT NOT NULL DEFAULT '';
)sql";
// What was locked by hand, and the mission as it was before the last change.
inline constexpr std::string_view migration_4 = R"sql(
CREATE TABLE plan_lock (
  mission TEXT NOT NULL REFERENCES mission (id) ON DELETE CASCADE, lock TEXT NOT NULL,
  PRIMARY KEY (mission, lock)
);
CREATE TABLE undo (
  mission TEXT PRIMARY KEY REFERENCES mission (id) ON DELETE CASCADE, version BIGINT NOT NULL,
  version_before BIGINT NOT NULL, author TEXT NOT NULL, text TEXT NOT NULL
);
)sql";
// Accounts and how their holders sign in, the outbox, sealed fields.
inline constexpr std::string_view migration_5 = R"sql(
CREATE TABLE account (
  mission TEXT NOT NULL REFERENCES mission (id) ON DELETE CASCADE, id TEXT NOT NULL,
  mail TEXT NOT NULL, role TEXT NOT NULL, agency TEXT NOT NULL, organisation TEXT NOT NULL,
  person TEXT NOT NULL, name TEXT NOT NULL, language TEXT NOT NULL, made_at TEXT NOT NULL,
  invited BIGINT NOT NULL, password_hash TEXT NOT NULL, PRIMARY KEY (mission, id),
  UNIQUE (mission, mail)
);
ALTER TABLE signed_in ADD COLUMN id TEXT NOT NULL DEFAULT '';
ALTER TABLE signed_in ADD COLUMN account TEXT NOT NULL DEFAULT '';
ALTER TABLE signed_in ADD COLUMN way TEXT NOT NULL DEFAULT '';
ALTER TABLE signed_in ADD COLUMN agent TEXT NOT NULL DEFAULT '';
ALTER TABLE signed_in ADD COLUMN made_at TEXT NOT NULL DEFAULT '';
ALTER TABLE signed_in ADD COLUMN seen_at TEXT NOT NULL DEFAULT '';
ALTER TABLE signed_in ADD COLUMN as_role TEXT NOT NULL DEFAULT '';
ALTER TABLE signed_in ADD COLUMN as_agency TEXT NOT NULL DEFAULT '';
ALTER TABLE signed_in ADD COLUMN as_organisation TEXT NOT NULL DEFAULT '';
ALTER TABLE signed_in ADD COLUMN as_person TEXT NOT NULL DEFAULT '';
ALTER TABLE signed_in ADD COLUMN as_name TEXT NOT NULL DEFAULT '';
DELETE FROM signed_in;
CREATE TABLE sign_in_try (
  browser_hash TEXT PRIMARY KEY, mission TEXT NOT NULL, account TEXT NOT NULL,
  mail_hash TEXT NOT NULL, network TEXT NOT NULL, code_hash TEXT NOT NULL,
  link_hash TEXT NOT NULL, tries_left BIGINT NOT NULL, made_at TEXT NOT NULL,
  ends_at TEXT NOT NULL
);
CREATE INDEX sign_in_try_made_at ON sign_in_try (made_at);
CREATE TABLE letter (
  mission TEXT NOT NULL REFERENCES mission (id) ON DELETE CASCADE, number BIGINT NOT NULL,
  kind TEXT NOT NULL, account TEXT NOT NULL, person TEXT NOT NULL, mail TEXT NOT NULL,
  name TEXT NOT NULL, language TEXT NOT NULL, version BIGINT NOT NULL, subject TEXT NOT NULL,
  text TEXT NOT NULL, calendars TEXT NOT NULL, agenda TEXT NOT NULL, state TEXT NOT NULL,
  reason TEXT NOT NULL, tries BIGINT NOT NULL, made_at TEXT NOT NULL, due_at TEXT NOT NULL,
  PRIMARY KEY (mission, number)
);
CREATE TABLE told (
  mission TEXT NOT NULL REFERENCES mission (id) ON DELETE CASCADE, person TEXT NOT NULL,
  agenda TEXT NOT NULL, PRIMARY KEY (mission, person)
);
CREATE TABLE noticed (
  mission TEXT PRIMARY KEY REFERENCES mission (id) ON DELETE CASCADE, version BIGINT NOT NULL
);
CREATE TABLE sensitive_field (
  mission TEXT NOT NULL REFERENCES mission (id) ON DELETE CASCADE, person TEXT NOT NULL,
  field TEXT NOT NULL, sealed TEXT NOT NULL, purpose TEXT NOT NULL, purge_on TEXT NOT NULL,
  made_at TEXT NOT NULL, PRIMARY KEY (mission, person, field)
);
CREATE TABLE purge_record (
  mission TEXT NOT NULL, number BIGINT NOT NULL, person TEXT NOT NULL, field TEXT NOT NULL,
  purpose TEXT NOT NULL, purge_on TEXT NOT NULL, purged_at TEXT NOT NULL, cause TEXT NOT NULL,
  PRIMARY KEY (mission, number)
);
CREATE TABLE sealing_key (
  one BIGINT PRIMARY KEY CHECK (one = 1), fingerprint TEXT NOT NULL
);
CREATE TABLE passkey (
  credential TEXT PRIMARY KEY, mission TEXT NOT NULL REFERENCES mission (id) ON DELETE CASCADE,
  account TEXT NOT NULL, name TEXT NOT NULL, algorithm BIGINT NOT NULL, public_key TEXT NOT NULL,
  sign_count BIGINT NOT NULL, made_at TEXT NOT NULL, used_at TEXT NOT NULL
);
CREATE TABLE challenge (
  hash TEXT PRIMARY KEY, mission TEXT NOT NULL, kind TEXT NOT NULL, account TEXT NOT NULL,
  detail TEXT NOT NULL, ends_at TEXT NOT NULL
);
CREATE TABLE api_token (
  token_hash TEXT PRIMARY KEY, mission TEXT NOT NULL REFERENCES mission (id) ON DELETE CASCADE,
  id TEXT NOT NULL, account TEXT NOT NULL, name TEXT NOT NULL, scopes TEXT NOT NULL,
  api_version TEXT NOT NULL, made_at TEXT NOT NULL, ends_at TEXT NOT NULL, used_at TEXT NOT NULL
);
CREATE TABLE guest_link (
  token_hash TEXT PRIMARY KEY, mission TEXT NOT NULL REFERENCES mission (id) ON DELETE CASCADE,
  id TEXT NOT NULL, person TEXT NOT NULL, made_by TEXT NOT NULL, made_at TEXT NOT NULL,
  ends_at TEXT NOT NULL
);
)sql";
// What happened, numbered for each audience; requests that must not be done twice; before and after
// of a change; planning that is under way on some node; webhooks.
inline constexpr std::string_view migration_6 = R"sql(
CREATE TABLE event (
  number BIGINT PRIMARY KEY, audience TEXT NOT NULL, audience_number BIGINT NOT NULL,
  kind TEXT NOT NULL, data TEXT NOT NULL, UNIQUE (audience, audience_number)
);
CREATE TABLE event_log (one BIGINT PRIMARY KEY CHECK (one = 1), start TEXT NOT NULL);
CREATE TABLE request_key (
  key_hash TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, begun_at TEXT NOT NULL,
  done BIGINT NOT NULL, answer TEXT NOT NULL
);
CREATE INDEX request_key_begun_at ON request_key (begun_at);
ALTER TABLE change ADD COLUMN version_before BIGINT NOT NULL DEFAULT 0;
ALTER TABLE change ADD COLUMN version_after BIGINT NOT NULL DEFAULT 0;
ALTER TABLE change ADD COLUMN undoes BIGINT NOT NULL DEFAULT 0;
CREATE TABLE undo_before (
  mission TEXT NOT NULL REFERENCES mission (id) ON DELETE CASCADE, version BIGINT NOT NULL,
  version_before BIGINT NOT NULL, author TEXT NOT NULL, text TEXT NOT NULL,
  PRIMARY KEY (mission, version)
);
CREATE TABLE plan_run (
  number BIGINT PRIMARY KEY, id TEXT NOT NULL UNIQUE, mission TEXT NOT NULL, state TEXT NOT NULL,
  seed TEXT NOT NULL, iterations BIGINT NOT NULL, minimum_share_percent BIGINT NOT NULL,
  author TEXT NOT NULL, role TEXT NOT NULL, asked_at TEXT NOT NULL, node TEXT NOT NULL,
  stopping BIGINT NOT NULL, progress TEXT NOT NULL
);
CREATE INDEX plan_run_state ON plan_run (state);
CREATE TABLE webhook (
  id TEXT PRIMARY KEY, mission TEXT NOT NULL REFERENCES mission (id) ON DELETE CASCADE,
  address TEXT NOT NULL, secret TEXT NOT NULL, secret_before TEXT NOT NULL,
  active BIGINT NOT NULL, made_at TEXT NOT NULL, made_by TEXT NOT NULL
);
CREATE TABLE webhook_delivery (
  number BIGINT PRIMARY KEY, webhook TEXT NOT NULL REFERENCES webhook (id) ON DELETE CASCADE,
  message TEXT NOT NULL, body TEXT NOT NULL, state TEXT NOT NULL, tries BIGINT NOT NULL,
  due_at TEXT NOT NULL, made_at TEXT NOT NULL, answer TEXT NOT NULL
);
CREATE INDEX webhook_delivery_due ON webhook_delivery (state, due_at);
)sql";
// Identity providers.
inline constexpr std::string_view migration_7 = R"sql(
CREATE TABLE identity_provider (
  id TEXT PRIMARY KEY, mission TEXT NOT NULL REFERENCES mission (id) ON DELETE CASCADE,
  name TEXT NOT NULL, issuer TEXT NOT NULL, client TEXT NOT NULL, secret TEXT NOT NULL,
  strong TEXT NOT NULL, made_at TEXT NOT NULL, made_by TEXT NOT NULL
);
CREATE TABLE provider_link (
  mission TEXT NOT NULL REFERENCES mission (id) ON DELETE CASCADE,
  provider TEXT NOT NULL REFERENCES identity_provider (id) ON DELETE CASCADE,
  subject TEXT NOT NULL, account TEXT NOT NULL, made_at TEXT NOT NULL,
  PRIMARY KEY (provider, subject), UNIQUE (provider, account)
);
)sql";
// Secret links of hosts, of which guest_link has the secrets; whether a mission has passwords.
inline constexpr std::string_view migration_8 = R"sql(
CREATE TABLE host_link (
  id TEXT PRIMARY KEY, mission TEXT NOT NULL REFERENCES mission (id) ON DELETE CASCADE,
  activity TEXT NOT NULL, mail TEXT NOT NULL, name TEXT NOT NULL, language TEXT NOT NULL,
  drafted BIGINT NOT NULL, made_at TEXT NOT NULL, made_by TEXT NOT NULL, ends_at TEXT NOT NULL
);
CREATE TABLE host_answer (
  link TEXT PRIMARY KEY REFERENCES host_link (id) ON DELETE CASCADE, word TEXT NOT NULL,
  capacity BIGINT NOT NULL, languages TEXT NOT NULL, times TEXT NOT NULL, conditions TEXT NOT NULL,
  made_at TEXT NOT NULL
);
CREATE TABLE password_use (
  mission TEXT PRIMARY KEY REFERENCES mission (id) ON DELETE CASCADE
);
)sql";
// What people say from their phones.
inline constexpr std::string_view migration_9 = R"sql(
CREATE TABLE remark (
  mission TEXT NOT NULL REFERENCES mission (id) ON DELETE CASCADE, person TEXT NOT NULL,
  subject TEXT NOT NULL, topic TEXT NOT NULL, value TEXT NOT NULL, made_at TEXT NOT NULL,
  PRIMARY KEY (mission, person, subject, topic)
);
)sql";
// What is known of records beside the mission, what headings of imported tables mean, and how to
// take imports back.
inline constexpr std::string_view migration_10 = R"sql(
CREATE TABLE contact (
  mission TEXT NOT NULL REFERENCES mission (id) ON DELETE CASCADE, subject TEXT NOT NULL,
  field TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (mission, subject, field)
);
CREATE TABLE import_heading (
  mission TEXT NOT NULL REFERENCES mission (id) ON DELETE CASCADE, agency TEXT NOT NULL,
  noun TEXT NOT NULL, heading TEXT NOT NULL, field TEXT NOT NULL,
  PRIMARY KEY (mission, agency, noun, heading)
);
CREATE TABLE import_undo (
  number BIGINT PRIMARY KEY, mission TEXT NOT NULL REFERENCES mission (id) ON DELETE CASCADE,
  author TEXT NOT NULL, hash_before TEXT NOT NULL, hash_after TEXT NOT NULL, text TEXT NOT NULL,
  contacts TEXT NOT NULL
);
)sql";
// The register of agreements, and releases with who may read them early.
inline constexpr std::string_view migration_11 = R"sql(
ALTER TABLE agreement ADD COLUMN home_signatories TEXT NOT NULL DEFAULT '';
ALTER TABLE agreement ADD COLUMN foreign_signatories TEXT NOT NULL DEFAULT '';
ALTER TABLE agreement ADD COLUMN amount TEXT;
ALTER TABLE agreement ADD COLUMN currency TEXT NOT NULL DEFAULT '';
ALTER TABLE agreement ADD COLUMN basis TEXT NOT NULL DEFAULT 'unknown';
ALTER TABLE agreement ADD COLUMN period TEXT NOT NULL DEFAULT '';
ALTER TABLE agreement ADD COLUMN confidentiality TEXT NOT NULL DEFAULT 'open';
ALTER TABLE agreement ADD COLUMN state_before_fr TEXT NOT NULL DEFAULT '';
ALTER TABLE agreement ADD COLUMN state_before_nl TEXT NOT NULL DEFAULT '';
ALTER TABLE agreement ADD COLUMN state_before_de TEXT NOT NULL DEFAULT '';
ALTER TABLE agreement ADD COLUMN state_before_en TEXT NOT NULL DEFAULT '';
ALTER TABLE agreement ADD COLUMN ceremony TEXT NOT NULL DEFAULT '';
ALTER TABLE agreement ADD COLUMN ceremony_order BIGINT NOT NULL DEFAULT 0;
ALTER TABLE agreement ADD COLUMN ceremony_table BIGINT NOT NULL DEFAULT 0;
ALTER TABLE agreement ADD COLUMN witnesses TEXT NOT NULL DEFAULT '';
ALTER TABLE agreement ADD COLUMN documents TEXT NOT NULL DEFAULT '';
CREATE TABLE agreement_step (
  mission TEXT NOT NULL REFERENCES mission (id) ON DELETE CASCADE, agreement TEXT NOT NULL,
  number BIGINT NOT NULL, status TEXT NOT NULL, happened_on TEXT NOT NULL, reason TEXT NOT NULL,
  made_at TEXT NOT NULL, made_by TEXT NOT NULL, PRIMARY KEY (mission, agreement, number)
);
CREATE TABLE press_release (
  mission TEXT NOT NULL REFERENCES mission (id) ON DELETE CASCADE, id TEXT NOT NULL,
  subject TEXT NOT NULL, state TEXT NOT NULL, unlock_at TEXT NOT NULL, zone TEXT NOT NULL,
  title_fr TEXT NOT NULL, title_nl TEXT NOT NULL, title_de TEXT NOT NULL, title_en TEXT NOT NULL,
  body_fr TEXT NOT NULL, body_nl TEXT NOT NULL, body_de TEXT NOT NULL, body_en TEXT NOT NULL,
  made_at TEXT NOT NULL, made_by TEXT NOT NULL, PRIMARY KEY (mission, id)
);
CREATE TABLE early_reader (
  mission TEXT NOT NULL REFERENCES mission (id) ON DELETE CASCADE, press_release TEXT NOT NULL,
  account TEXT NOT NULL, invited_at TEXT NOT NULL, accepted_at TEXT NOT NULL,
  PRIMARY KEY (mission, press_release, account)
);
CREATE TABLE early_reading (
  mission TEXT NOT NULL REFERENCES mission (id) ON DELETE CASCADE, press_release TEXT NOT NULL,
  account TEXT NOT NULL, number BIGINT NOT NULL, read_at TEXT NOT NULL,
  PRIMARY KEY (mission, press_release, account, number)
);
)sql";
// clang-format on

}  // namespace kontor::store
