#include "cli/workplace.h"

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iostream>
#include <unistd.h>

#include "actions/sensitive.h"
#include "actions/webhooks.h"
#include "cli/read_bytes.h"
#include "sql/error.h"
#include "sql/postgres.h"

namespace kontor::cli {

namespace {

base::Instant system_time() {
  return std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
}

// The only state of the process that a signal may touch.
std::atomic<bool> signal_came = false;
static_assert(std::atomic<bool>::is_always_lock_free);

void on_signal(int) {
  signal_came = true;
}

void say(const std::string& line) {
  fmt::print(stderr, "{}\n", line);
}

// The key of `data`, made where there is none and nothing was sealed yet.
void take_key(const std::string& file, std::optional<base::SealingKey>& key,
              actions::Context& context) {
  if (!actions::key_fits(context)) {
    say(
        fmt::format("{} is missing or not the key that sealed the sensitive fields and webhook "
                    "secrets here: they cannot be read. Put it back from your backup.",
                    file));
    return;
  }
  if (!key) {
    key = base::SealingKey::make();
    keep_key(file, *key);
    context.sealing_key = &*key;
  }
  if (const int sealed = actions::seal_webhooks(context); sealed > 0)
    say(fmt::format("Sealed the secrets of {} webhooks with the key {}.", sealed, file));
}

}  // namespace

std::optional<base::SealingKey> key_in(const std::string& file) {
  std::ifstream in(file);
  std::string line;
  if (!std::getline(in, line)) return std::nullopt;
  return base::SealingKey::parse(line);
}

void keep_key(const std::string& file, base::SealingKey& key) {
  const int out = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (out < 0) {
    const auto kept = key_in(file);
    if (!kept)
      throw std::filesystem::filesystem_error("the key cannot be written", file,
                                              std::make_error_code(std::errc::io_error));
    key = *kept;
    return;
  }
  const std::string line = key.hex() + "\n";
  const bool written =
      ::write(out, line.data(), line.size()) == static_cast<ssize_t>(line.size()) &&
      ::fsync(out) == 0;
  ::close(out);
  if (written) return;
  std::filesystem::remove(file);
  throw std::filesystem::filesystem_error("the key cannot be written", file,
                                          std::make_error_code(std::errc::io_error));
}

std::string database_of(const std::string& data) {
  if (sql::is_postgres(data)) return data;
  std::filesystem::create_directories(data);
  return (std::filesystem::path(data) / "kontor.db").string();
}

std::string key_file_of(const std::string& data) {
  if (!sql::is_postgres(data)) return (std::filesystem::path(data) / "kontor.key").string();
  const char* named = std::getenv("KONTOR_KEY_FILE");
  return named == nullptr ? "kontor.key" : named;
}

std::string without_password(const std::string& data) {
  const auto at = data.rfind('@');
  if (!sql::is_postgres(data) || at == std::string::npos) return data;
  const auto name = data.find("//") + 2, colon = data.find(':', name);
  return colon < at ? data.substr(0, colon) + data.substr(at) : data;
}

Workplace::Workplace(const std::string& data)
    : log_(stderr),
      store_(database_of(data)),
      sealing_key_(key_in(key_file_of(data))),
      context_{store_, system_time, log_,
               views_, &events_,    sealing_key_ ? &*sealing_key_ : nullptr} {
  take_key(key_file_of(data), sealing_key_, context_);
}

mission::Acting command_line() {
  mission::Acting acting;
  acting.role = mission::Role::Coordinator;
  acting.name = "command line";
  return acting;
}

int report(const base::Issues& issues) {
  const int code = refuse(issues, std::cerr);
  say(issues.size() == 1 ? "1 fault; nothing was changed."
                         : fmt::format("{} faults; nothing was changed.", issues.size()));
  return code;
}

int report(const actions::Refusal& refusal) {
  struct Worded {
    int operator()(const actions::Denied& denied) const {
      say(fmt::format("You may not {}.", actions::word(denied.verb)));
      return exit_bad_input;
    }
    int operator()(const actions::Missing& missing) const {
      say(fmt::format("There is no {} \"{}\".", missing.noun, missing.key));
      return exit_bad_input;
    }
    int operator()(const actions::Conflict& conflict) const {
      say(fmt::format("Not now ({}): {}", conflict.code, conflict.detail));
      return exit_bad_input;
    }
    int operator()(const base::Issues& issues) const { return report(issues); }
  };
  return std::visit(Worded{}, refusal);
}

int guarded(const std::function<int()>& work) {
  try {
    return work();
  } catch (const sql::Error& error) {
    say(fmt::format("The database failed: {}", error.what()));
  } catch (const std::filesystem::filesystem_error& error) {
    say(fmt::format("The disk failed: {}", error.what()));
  } catch (const std::exception& error) {
    say(fmt::format("Kontor failed: {}", error.what()));
  }
  return exit_failed;
}

bool interrupted() {
  [[maybe_unused]] static const bool listening = [] {
    std::signal(SIGINT, on_signal);
    std::signal(SIGTERM, on_signal);
    return true;
  }();
  return signal_came;
}

}  // namespace kontor::cli
