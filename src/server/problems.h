#pragma once
#include <string>
#include <string_view>

#include "actions/outcome.h"
#include "base/issue.h"
#include "server/web.h"

namespace kontor::server {

// An answer that refuses: RFC 9457 problem details, worded in the language of the request, with all
// issues. `code` is one of words_table.h; the type is "urn:kontor:problem:" and the code.
Response problem(const Request& request, int status, std::string_view code,
                 const base::Issues& issues = {});

// Two versions of one thing: the one that a request was based on, and the one that is there.
struct Versions {
  std::string given;
  std::string current;
};
Response problem(const Request& request, int status, std::string_view code,
                 const Versions& versions);

// What a verb refused. Missing things, and those that the reader must not know of, look alike.
Response problem(const Request& request, const actions::Refusal& refusal, bool signed_in);

// The problem code for a status that the HTTP layer refuses with.
std::string_view code_of(int status);

}  // namespace kontor::server
