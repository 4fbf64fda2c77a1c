#pragma once
#include <string>

#include "actions/outbox.h"
#include "actions/sessions.h"
#include "server/directory.h"
#include "wire/messages.h"

// Accounts, letters and sessions as messages.

namespace kontor::server {

wire::AccountRow account_row(const Directory& directory, const store::Account& account,
                             int passkeys);
wire::LetterRow letter_row(const store::Letter& letter);
// `current` is the id of the session that asks.
wire::SessionRow session_row(const store::SignedIn& one, const std::string& current);

}  // namespace kontor::server
