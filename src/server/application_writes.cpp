#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "actions/change_log.h"
#include "actions/keyed_request.h"
#include "actions/read_changes.h"
#include "base/check.h"
#include "base/hash.h"
#include "base/sealed.h"
#include "server/application.h"
#include "server/problems.h"

// What every request that changes something goes through: optimistic concurrency by If-Match (RFC
// 9110, section 13.1.1) and Idempotency-Key (draft-ietf-httpapi-idempotency-key-header).

namespace kontor::server {

namespace {

constexpr int most_tries = 3;
constexpr std::size_t longest_key = 255;

// An ETag without what tells of its compression: "4f1a-gz" is of the same page as "4f1a".
std::string plain_tag(std::string_view etag) {
  std::string out(etag);
  if (out.ends_with("-gz\"")) out.erase(out.size() - 4, 3);
  return out;
}

bool names(std::string_view if_match, std::string_view etag) {
  while (!if_match.empty()) {
    const std::size_t end = std::min(if_match.find(','), if_match.size());
    std::string_view one = if_match.substr(0, end);
    one.remove_prefix(std::min(one.find_first_not_of(' '), one.size()));
    while (one.ends_with(' ')) one.remove_suffix(1);
    if (one == "*" || plain_tag(one) == plain_tag(etag)) return true;
    if_match.remove_prefix(std::min(end + 1, if_match.size()));
  }
  return false;
}

std::string_view etag_of(const Response& response) {
  for (const auto& [name, value] : response.headers)
    if (name == "ETag") return value;
  return {};
}

// An answer as text: status, media type, headers, an empty line, the body.
std::string spelled(const Response& response) {
  std::string out = fmt::format("{}\n{}\n", response.status, response.type);
  for (const auto& [name, value] : response.headers) out += fmt::format("{}: {}\n", name, value);
  return out + "\n" + std::string(response.bytes());
}

Response read_spelled(std::string_view text) {
  const auto line = [&text] {
    const std::size_t end = text.find('\n');
    CHECK(end != text.npos);
    const std::string_view found = text.substr(0, end);
    text.remove_prefix(end + 1);
    return std::string(found);
  };
  Response response;
  response.status = std::stoi(line());
  response.type = line();
  for (std::string header = line(); !header.empty(); header = line()) {
    const std::size_t colon = header.find(": ");
    CHECK(colon != header.npos);
    response.headers.emplace_back(header.substr(0, colon), header.substr(colon + 2));
  }
  response.body = text;
  return response;
}

// The request that shows the page `path` to whoever sent `request`.
Request look_at(const Request& request, std::string_view path) {
  Request look;
  look.method = "GET";
  look.path = path;
  for (const auto& header : request.headers)
    if (header.first == "cookie" || header.first == "authorization" || header.first == "host")
      look.headers.push_back(header);
  return look;
}

// These only read: doing them twice does no harm, and their answers are not to be kept anywhere.
bool only_reads(const wire::Route& route) {
  static constexpr std::array<std::string_view, 4> names{"read_sensitive", "own_data",
                                                         "preview_change", "try_change"};
  return std::ranges::find(names, route.name) != names.end();
}

}  // namespace

Response Application::write(const wire::Route& route, const Request& request, Reader reader) {
  const std::string key(request.header("idempotency-key"));
  if (key.empty() || only_reads(route)) return write_as_seen(route, request, std::move(reader));
  if (key.size() <= longest_key) return write_once(route, request, std::move(reader), key);
  return problem(
      request, 422, "invalid",
      {{"out_of_range", "Idempotency-Key", "", {{"expected", "at most 255 characters"}}, {}}});
}

// The answer is kept under a key that only the one who asks knows: it may hold a secret.
Response Application::write_once(const wire::Route& route, const Request& request, Reader reader,
                                 const std::string& key) {
  const std::string secret = reader.token + "\n" + key;
  const std::string hash = base::sha256(secret);
  const auto known = actions::begin_keyed(
      context_, hash, base::sha256(request.method + "\n" + request.path + "\n" + request.body));
  if (known.state == actions::KeyedState::Reused) return problem(request, 422, "key_reused");
  if (known.state == actions::KeyedState::Running) return problem(request, 409, "under_way");
  if (known.state == actions::KeyedState::Done) return problem(request, 409, "already_done");
  if (known.state == actions::KeyedState::Answered) {
    const auto kept = base::unsealed(known.answer, secret);
    CHECK(kept.has_value());
    Response response = read_spelled(*kept);
    response.headers.emplace_back("Idempotent-Replayed", "true");
    return response;
  }
  reader.acting.request_key = hash + "/" + known.attempt;
  const Response response = write_as_seen(route, request, std::move(reader));
  actions::end_keyed(context_, hash, base::sealed(spelled(response), secret),
                     response.status < 400 ? actions::Ending::Success : actions::Ending::Refusal);
  return response;
}

// The page is compared before, and what it was made from is compared again in the transaction of
// the change: whatever came in between makes it look anew.
Response Application::write_as_seen(const wire::Route& route, const Request& request,
                                    Reader reader) {
  const ApiHandler handler = handlers_.at(route.name);
  const std::string given(request.header("if-match"));
  if (given.empty()) return (this->*handler)(request, reader);
  if (route.guards.empty()) return problem(request, 400, "no_precondition");
  const Request look = look_at(request, route.guards);
  const auto* guarded = std::ranges::find_if(wire::routes, [&](const wire::Route& one) {
    return one.method == "GET" && one.path == route.guards;
  });
  CHECK(guarded != wire::routes.end());
  std::string current;
  for (int tries = 0; tries < most_tries; ++tries) {
    reader.acting.as_of_change = actions::last_change(context_);
    const Response page = (this->*handlers_.at(guarded->name))(look, reader);
    if (page.status != 200) return page;
    current = etag_of(page);
    if (!names(given, current)) break;
    try {
      return (this->*handler)(request, reader);
    } catch (const actions::MovedOn&) {
      continue;
    }
  }
  return problem(request, 412, "changed_meanwhile", Versions{given, plain_tag(current)});
}

}  // namespace kontor::server
