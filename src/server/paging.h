#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "actions/rows.h"
#include "base/issue.h"
#include "server/web.h"

// Lists that are given in pages: `limit` and `cursor` of the query, and the address of the next
// page in the header Link (RFC 8288).

namespace kontor::server {

constexpr std::int64_t most_rows = 1000;
constexpr std::int64_t usual_rows = 100;

// The number that a parameter of the query asks for; issues where it is none within the limits.
base::Checked<std::int64_t> number_in(const Request& request, const std::string& name,
                                      std::int64_t fallback, std::int64_t least, std::int64_t most);

// What is asked of a list of numbered rows, latest first: `usual` where no limit is given, behind
// the row whose number is the cursor.
base::Checked<actions::Rows> rows_in(const Request& request, int usual);

// Takes the rows behind the page off; whether there were any.
template <class Row>
bool end_page(std::vector<Row>& rows, int limit) {
  const bool more = rows.size() > static_cast<std::size_t>(limit);
  if (more) rows.resize(static_cast<std::size_t>(limit));
  return more;
}

// Says where the page behind the row `last` stands.
void link_next(Response& response, const Request& request, std::int64_t limit,
               const std::string& last);

}  // namespace kontor::server
