#pragma once
#include <functional>
#include <optional>
#include <string>

#include "actions/context.h"
#include "actions/events.h"
#include "actions/outcome.h"
#include "actions/views.h"
#include "base/log.h"
#include "base/seal.h"
#include "store/store.h"

namespace kontor::cli {

// The exit codes of every verb.
inline constexpr int exit_good = 0;
inline constexpr int exit_failed = 1;     // the disk, the database or the network failed
inline constexpr int exit_bad_input = 2;  // all faults were printed
inline constexpr int exit_interrupted = 130;

// The database of `data`: `kontor.db` in this folder, which is made where it is missing, or the
// PostgreSQL database of this URI. Throws std::filesystem errors.
std::string database_of(const std::string& data);

// The file with the key that seals sensitive fields and webhook secrets: kontor.key in the data
// folder; beside a PostgreSQL database kontor.key in the working folder, or where KONTOR_KEY_FILE
// says.
std::string key_file_of(const std::string& data);

// The key in that file; nothing where there is none.
std::optional<base::SealingKey> key_in(const std::string& file);
// Writes a new file that nobody else can read; where it is there already `key` becomes what is in
// it. Throws std::filesystem errors.
void keep_key(const std::string& file, base::SealingKey& key);

// `data` as it may be printed.
std::string without_password(const std::string& data);

// A database opened for work (see database_of), and what the verbs need besides. The sealing key
// is made where there is none and nothing was sealed yet, readable by its owner alone; one that is
// lost is said to be so. Throws sql::Error and std::filesystem errors.
class Workplace {
 public:
  explicit Workplace(const std::string& data);
  Workplace(const Workplace&) = delete;
  Workplace& operator=(const Workplace&) = delete;

  actions::Context& context() { return context_; }

 private:
  base::Log log_;
  store::Store store_;
  actions::Views views_;
  actions::Events events_;
  std::optional<base::SealingKey> sealing_key_;
  actions::Context context_;
};

// Whoever works at the command line of the machine that holds the data: a coordinator.
mission::Acting command_line();

// Prints why a verb did nothing, one line a fault, to standard error; gives the exit code.
int report(const actions::Refusal& refusal);

// Prints every fault to standard error and how many they are; gives exit_bad_input.
int report(const base::Issues& issues);

// Runs `work` and turns what the world did wrong into words and exit_failed.
int guarded(const std::function<int()>& work);

// Whether Ctrl-C or a termination signal has come since the first call; safe from any thread.
bool interrupted();

}  // namespace kontor::cli
