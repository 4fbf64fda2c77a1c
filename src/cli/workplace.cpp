#include "cli/workplace.h"

#include <atomic>
#include <csignal>
#include <filesystem>
#include <fmt/format.h>
#include <iostream>

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

}  // namespace

std::string database_of(const std::string& data) {
  if (sql::is_postgres(data)) return data;
  std::filesystem::create_directories(data);
  return (std::filesystem::path(data) / "kontor.db").string();
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
      context_{store_, system_time, log_, views_, &events_} {}

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
