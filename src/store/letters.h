#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/text.h"
#include "base/time.h"
#include "mission/keys.h"
#include "sql/connection.h"

// The outbox of a mission: letters, written in the language of who gets them, that wait for the
// office and then for the post. All throw sql::Error; writers are called within Store::write.

namespace kontor::store {

// Draft waits for the office, Approved for the post; Failed was refused by the post for good.
enum class LetterState { Draft, Approved, Sent, Failed, Withdrawn };
std::string_view word(LetterState state);

// "invitation" asks to sign in for the first time; "agenda" tells what changed in somebody's days.
// "host_link" brings a host their secret link, which is drawn when it is sent: `account` names it.
enum class LetterKind { Invitation, Agenda, HostLink };
std::string_view word(LetterKind kind);

struct Letter {
  std::int64_t number = 0;  // 1, 2, 3 … given by the store
  LetterKind kind = LetterKind::Invitation;
  std::string account;
  mission::PersonId person;  // empty: of no person of the mission
  std::string mail;
  std::string name;
  base::Language language = base::Language::En;
  int version = 0;  // of the plan that it tells of
  std::string subject;
  std::string text;
  std::vector<std::string> calendars;  // invitations and cancellations, one iCalendar file each
  std::string agenda;                  // what its reader knows once they have it, see Told
  LetterState state = LetterState::Draft;
  std::string reason;  // why the post failed last
  int tries = 0;
  base::Instant made_at{};
  base::Instant due_at{};  // not to be sent before

  bool operator==(const Letter&) const = default;
};

// Adds it with the next number, which it gives back.
std::int64_t write_letter(sql::Connection& connection, const mission::MissionId& mission,
                          const Letter& letter);
// The latest first, at most `limit` with numbers below `before`.
std::vector<Letter> read_letters(sql::Connection& connection, const mission::MissionId& mission,
                                 std::int64_t before, int limit);
std::optional<Letter> read_letter(sql::Connection& connection, const mission::MissionId& mission,
                                  std::int64_t number);
// Its state, reason, tries and due time.
void update_letter(sql::Connection& connection, const mission::MissionId& mission,
                   const Letter& letter);
// The approved letter that has been due longest at `now`; it is not due again before `busy_until`,
// so that two posts do not take it both.
std::optional<Letter> take_letter(sql::Connection& connection, const mission::MissionId& mission,
                                  base::Instant now, base::Instant busy_until);
// Whether it would take one.
bool has_due_letter(sql::Connection& connection, const mission::MissionId& mission,
                    base::Instant now);
// Drafts of agendas that are not approved yet: a newer version of the plan makes them void.
void delete_agenda_drafts(sql::Connection& connection, const mission::MissionId& mission);

// What each person knows of their agenda, as letters on their way tell it; "" nothing yet.
std::string read_told(sql::Connection& connection, const mission::MissionId& mission,
                      const mission::PersonId& person);
void write_told(sql::Connection& connection, const mission::MissionId& mission,
                const mission::PersonId& person, const std::string& agenda);
// The version of the plan of which letters are drafted; 0: none.
int read_noticed(sql::Connection& connection, const mission::MissionId& mission);
void write_noticed(sql::Connection& connection, const mission::MissionId& mission, int version);

}  // namespace kontor::store
