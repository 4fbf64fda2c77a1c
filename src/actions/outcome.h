#pragma once
#include <expected>
#include <string>
#include <variant>

#include "actions/rights.h"
#include "base/issue.h"

namespace kontor::actions {

// The acting person has no right to `verb`. Doors also say so, or "not found", of what the person
// must not know to exist.
struct Denied {
  Verb verb;

  bool operator==(const Denied&) const = default;
};

// Nothing of that key is there, or the acting person must not learn that it is.
struct Missing {
  std::string noun;  // "person"
  std::string key;

  bool operator==(const Missing&) const = default;
};

// What is stored does not allow it now. Codes: no_mission, other_mission, no_draft, input_changed,
// not_verified, no_plan, not_as_announced, already_running, not_running, not_a_demo, plan_moved_on,
// other_proposal, no_such_proposal, nothing_to_undo, not_your_change, mail_taken, wrong_code,
// too_many_tries, key_lost, too_many_webhooks, wrong_passkey, last_passkey,
// too_many_passkeys, own_account, too_many_tokens, too_many_providers, provider_unreachable,
// provider_busy, wrong_provider_answer, not_invited, linked_otherwise,
// agreement_moved_on, release_is_out, too_many_host_links, no_passwords, wrong_password,
// passwords_busy.
struct Conflict {
  std::string code;
  std::string detail;  // in English, for the log and the office
  // Of a conflict of versions: the one that the request was based on, and the one that is there.
  std::string given = {};
  std::string current = {};

  bool operator==(const Conflict&) const = default;
};

// Why a verb did nothing. A broken disk or database is none of these but an exception
// (sql::Error), and a fault of ours base::Bug.
using Refusal = std::variant<Denied, Missing, Conflict, base::Issues>;

template <class T>
using Outcome = std::expected<T, Refusal>;

}  // namespace kontor::actions
