#pragma once
#include <chrono>
#include <optional>
#include <string>

#include "actions/context.h"
#include "mission/acting.h"

namespace kontor::actions {

inline constexpr std::chrono::hours session_lifetime{12};

enum class SignedInBy { Proof, DemoLink };

// Signs `acting` in to the served mission; the token is for their cookie: 64 hexadecimal digits of
// which only the hash is stored. Who calls this has proved who they are.
std::string create_session(Context& context, const mission::Acting& acting,
                           SignedInBy by = SignedInBy::Proof);

// Who is signed in with `token`; nothing for unknown, ended and outlived ones, those of another
// mission, and those by demo link once the mission holds no invented data.
std::optional<mission::Acting> find_session(Context& context, const std::string& token);

void end_session(Context& context, const std::string& token);

}  // namespace kontor::actions
