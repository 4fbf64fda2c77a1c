#include "server/web.h"

#include <algorithm>

#include "base/text.h"

namespace kontor::server {

namespace {

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

int hexadecimal(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char small = lower(c);
  return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

std::optional<std::string> decoded(std::string_view text, bool plus_is_space) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%') {
      const int high = i + 2 < text.size() ? hexadecimal(text[i + 1]) : -1;
      const int low = i + 2 < text.size() ? hexadecimal(text[i + 2]) : -1;
      if (high < 0 || low < 0) return std::nullopt;
      out += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      out += text[i] == '+' && plus_is_space ? ' ' : text[i];
    }
  }
  if (!base::is_utf8(out) || out.find('\0') != std::string::npos) return std::nullopt;
  return out;
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

// Takes what stands before the first `separator` off the front of `text`.
std::string_view take(std::string_view& text, char separator) {
  const std::size_t end = std::min(text.find(separator), text.size());
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return part;
}

}  // namespace

std::string lower(std::string_view text) {
  std::string out(text);
  std::ranges::transform(out, out.begin(), [](char c) { return lower(c); });
  return out;
}

std::string_view Request::header(std::string_view name) const {
  for (const auto& [key, value] : headers)
    if (key == name) return value;
  return {};
}

std::string_view Request::cookie(std::string_view name) const {
  std::string_view rest = header("cookie");
  while (!rest.empty()) {
    std::string_view pair = trimmed(take(rest, ';'));
    if (take(pair, '=') == name) return pair;
  }
  return {};
}

std::string_view Response::bytes() const {
  if (shared_body) return *shared_body;
  return lasting_body.empty() ? std::string_view(body) : lasting_body;
}

bool Response::has(std::string_view name) const {
  return std::ranges::any_of(
      headers, [&](const auto& header) { return server::lower(header.first) == name; });
}

std::optional<Target> parse_target(std::string_view target) {
  std::string_view query = target;
  auto path = decoded(take(query, '?'), false);
  if (!path || !path->starts_with('/')) return std::nullopt;
  Target parsed{std::move(*path), {}};
  while (!query.empty()) {
    std::string_view value = take(query, '&');
    auto name = decoded(take(value, '='), true);
    auto decoded_value = decoded(value, true);
    if (!name || !decoded_value) return std::nullopt;
    parsed.query.emplace(std::move(*name), std::move(*decoded_value));
  }
  return parsed;
}

}  // namespace kontor::server
