#include "planning/certificate.h"

#include <charconv>
#include <fmt/format.h>
#include <optional>
#include <string_view>

#include "base/hash.h"

namespace kontor::planning {

namespace {

constexpr std::string_view title = "kontor-certificate 1";
constexpr std::string_view digest = "digest ";

std::string spelled(base::Instant instant) {
  return base::format(instant);
}
std::string spelled(int slot) {
  return std::to_string(slot);
}

template <class Key, class At>
void write_prices(std::string& out, std::string_view noun,
                  const std::map<Key, std::map<At, std::int64_t>>& prices) {
  for (const auto& [key, row] : prices) {
    if (row.empty()) continue;
    out += fmt::format("{} {}", noun, key.value);
    for (const auto& [at, price] : row) out += fmt::format(" {}={}", spelled(at), price);
    out += '\n';
  }
}

template <class Number>
std::optional<Number> parse_number(std::string_view text) {
  Number value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

std::vector<std::string_view> words(std::string_view line) {
  std::vector<std::string_view> out;
  while (!line.empty()) {
    const std::size_t end = std::min(line.find(' '), line.size());
    out.push_back(line.substr(0, end));
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  return out;
}

std::optional<base::Instant> read_at(std::string_view text, base::Instant*) {
  return base::parse_instant(text);
}
std::optional<int> read_at(std::string_view text, int*) {
  return parse_number<int>(text);
}

// "KEY AT=PRICE …" into `prices`; false where it is malformed or repeats something.
template <class Key, class At>
bool read_prices(const std::vector<std::string_view>& line,
                 std::map<Key, std::map<At, std::int64_t>>& prices) {
  if (line.size() < 3 || !base::is_id(line[1])) return false;
  const auto [row, fresh] = prices.try_emplace(Key{std::string(line[1])});
  if (!fresh) return false;
  for (std::size_t i = 2; i < line.size(); ++i) {
    const std::size_t sign = line[i].find('=');
    if (sign == std::string_view::npos) return false;
    const auto at = read_at(line[i].substr(0, sign), static_cast<At*>(nullptr));
    const auto price = parse_number<std::int64_t>(line[i].substr(sign + 1));
    if (!at || !price || *price > std::int64_t{1} << 40) return false;
    if (!row->second.emplace(*at, *price).second) return false;
  }
  return true;
}

template <class Number>
bool read_number(std::string_view text, Number& out) {
  const auto value = parse_number<Number>(text);
  if (value) out = *value;
  return value.has_value();
}

bool read_line(const std::vector<std::string_view>& line, Certificate& out) {
  if (line.size() < 2) return false;
  if (line[0] == "person") return read_prices(line, out.person);
  if (line[0] == "room") return read_prices(line, out.room);
  if (line[0] == "table") return read_prices(line, out.table);
  if (line.size() != 2) return false;
  if (line[0] == "input") {
    out.input_hash = line[1];
    return true;
  }
  if (line[0] == "seed") return read_number(line[1], out.seed);
  if (line[0] == "value") return read_number(line[1], out.value);
  if (line[0] == "bound") return read_number(line[1], out.bound);
  if (line[0] == "must_points") return read_number(line[1], out.must_points);
  if (line[0] == "scale") return read_number(line[1], out.scale) && out.scale > 0;
  return false;
}

// How long the text before the digest is; npos where the digest is missing or does not fit.
std::size_t body_of(const std::string& text) {
  const std::size_t length = digest.size() + 64 + 1;
  if (text.size() < length) return std::string::npos;
  const std::size_t body = text.size() - length;
  const std::string fitting = fmt::format("{}{}\n", digest, base::sha256(text.substr(0, body)));
  return text.substr(body) == fitting ? body : std::string::npos;
}

}  // namespace

std::string write_certificate(const Certificate& certificate) {
  std::string out =
      fmt::format("{}\ninput {}\nseed {}\nvalue {}\nbound {}\nmust_points {}\nscale {}\n", title,
                  certificate.input_hash, certificate.seed, certificate.value, certificate.bound,
                  certificate.must_points, certificate.scale);
  write_prices(out, "person", certificate.person);
  write_prices(out, "room", certificate.room);
  write_prices(out, "table", certificate.table);
  return out + fmt::format("{}{}\n", digest, base::sha256(out));
}

base::Checked<Certificate> read_certificate(const std::string& text) {
  Certificate out;
  base::Issues issues;
  const std::size_t body = body_of(text);
  if (body == std::string::npos) {
    issues.push_back({"bad_certificate", "certificate/digest", "", {}, {}});
    return std::unexpected(std::move(issues));
  }
  std::string_view rest = std::string_view(text).substr(0, body);
  for (int number = 1; !rest.empty(); ++number) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const bool good = number == 1 ? line == title : read_line(words(line), out);
    if (!good)
      issues.push_back({"bad_certificate",
                        fmt::format("certificate/line {}", number),
                        std::string(line.substr(0, 60)),
                        {},
                        {}});
  }
  if (!issues.empty()) return std::unexpected(std::move(issues));
  return out;
}

}  // namespace kontor::planning
