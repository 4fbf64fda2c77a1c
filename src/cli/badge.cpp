#include "cli/badge.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <memory>
#include <sstream>

#include "base/hmac.h"
#include "cli/read_bytes.h"
#include "cli/workplace.h"
#include "exchange/badge_token.h"
#include "exchange/workbook.h"

namespace kontor::cli {

namespace {

struct BadgeOptions {
  std::string token, key, list, revoked;
};

constexpr std::size_t most_badge_bytes = 32'000'000;

base::Checked<std::string> text_of(const std::string& file) {
  return read_bytes(file, most_badge_bytes);
}

// The public key in a file as `kontor export badge-key` writes it.
base::Checked<std::string> key_of(const std::string& file) {
  const auto text = text_of(file);
  if (!text) return std::unexpected(text.error());
  std::istringstream words(*text);
  std::string what, mission, key;
  words >> what >> mission >> key;
  const std::string bytes = base::unbase64url(key);
  if (what != "kontor-badge-key" || bytes.size() != 32)
    return std::unexpected(base::Issues{{"out_of_range",
                                         "--key",
                                         file,
                                         {{"expected", "a file of `kontor export badge-key`"}},
                                         {}}});
  return bytes;
}

base::Checked<bool> is_revoked(const BadgeOptions& options, const std::string& id) {
  if (options.revoked.empty()) return false;
  const auto text = text_of(options.revoked);
  if (!text) return std::unexpected(text.error());
  std::istringstream lines(*text);
  for (std::string line; std::getline(lines, line);)
    if (line.substr(0, line.find_first_of(" \t,;#\r")) == id) return true;
  return false;
}

// "Ann Peeters, Sunless BV"; empty where the list does not know the badge.
base::Checked<std::string> bearer_of(const BadgeOptions& options, const std::string& id) {
  const auto text = text_of(options.list);
  if (!text) return std::unexpected(text.error());
  const auto workbook = exchange::read_workbook(*text, options.list);
  if (!workbook) return std::unexpected(workbook.error());
  for (const exchange::Sheet& sheet : workbook->sheets)
    for (std::size_t row = 0; row < sheet.rows.size(); ++row)
      if (sheet.cell(row, 0) == id)
        return fmt::format("{}, {}", sheet.cell(row, 3), sheet.cell(row, 4));
  return std::string();
}

int refuse_badge(std::string_view why) {
  fmt::print(stderr, "{}\n", why);
  return exit_bad_input;
}

int verify_badge(const BadgeOptions& options) {
  const auto key = key_of(options.key);
  if (!key) return report(key.error());
  const auto token = exchange::read_badge_token(options.token, *key);
  if (!token)
    return refuse_badge(token.error() == exchange::BadgeFault::Forged
                            ? "Not of this mission: its key did not sign this badge."
                            : "No badge: a badge's code has 116 letters A–Z and digits 2–7.");
  const auto revoked = is_revoked(options, token->id);
  if (!revoked) return report(revoked.error());
  if (*revoked) return refuse_badge(fmt::format("Revoked: badge {}.", token->id));
  if (options.list.empty()) {
    fmt::print("Genuine: badge {}, issue {}.\n", token->id, token->issue);
    return exit_good;
  }
  const auto bearer = bearer_of(options, token->id);
  if (!bearer) return report(bearer.error());
  if (bearer->empty())
    return refuse_badge(fmt::format("Genuine, but not in the list: badge {}.", token->id));
  fmt::print("Genuine: {} (badge {}, issue {}).\n", *bearer, token->id, token->issue);
  return exit_good;
}

}  // namespace

void add_badge(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<BadgeOptions>();
  auto* verb = app.add_subcommand(
      "badge", "Whether the code of a badge is genuine, without a network or a database");
  verb->add_option("TOKEN", options->token, "What the QR code says")->required();
  verb->add_option("--key", options->key, "Of the mission: kontor export badge-key -o key.txt")
      ->required();
  verb->add_option("--list", options->list, "Whose it is: kontor export badge-list -o list.csv");
  verb->add_option("--revoked", options->revoked,
                   "A file with the number of a revoked badge in each line");
  verb->callback(
      [options, &exit_code] { exit_code = guarded([&] { return verify_badge(*options); }); });
}

}  // namespace kontor::cli
