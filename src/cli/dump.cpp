#include "cli/dump.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>
#include <fstream>
#include <memory>
#include <sstream>

#include "base/hash.h"
#include "base/id.h"
#include "cli/progress.h"
#include "cli/workplace.h"
#include "exchange/dump_table.h"
#include "exchange/folder_read.h"
#include "exchange/folder_write.h"
#include "sql/error.h"
#include "store/content.h"
#include "store/events.h"
#include "store/missions.h"
#include "store/rows_text.h"
#include "store/schema.h"

namespace kontor::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view about =
    "# A dump of Kontor. Missions are mission folders, everything else is in tables.\n";

// What a restore forgets anyway.
bool is_passing(const std::string& table) {
  return table == "signed_in" || table == "challenge" || table == "request_key" ||
         table == "event_log";
}

bool is_in_folder(const std::string& table) {
  static const auto names = store::mission_tables();
  return std::ranges::find(names, table) != names.end();
}

// As store::content_hash, of what a dump holds.
std::string hash_of(sql::Connection& connection) {
  std::vector<std::string> names = store::tables();
  std::ranges::sort(names);
  std::string text;
  for (const std::string& table : names) {
    if (is_passing(table)) continue;
    text += table + "\n";
    for (const std::string& hash : store::row_hashes(connection, table)) text += hash + "\n";
  }
  return base::sha256(text);
}

void write_file(const fs::path& file, const std::string& text) {
  std::ofstream out(file, std::ios::binary);
  out << text;
  out.close();
  if (!out)
    throw fs::filesystem_error("cannot be written", file,
                               std::make_error_code(std::errc::io_error));
}

std::string read_file(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

struct MissionHead {
  std::string id, input_hash, revision;
};

std::vector<MissionHead> mission_heads(sql::Connection& connection) {
  std::vector<MissionHead> heads;
  sql::Query query = connection.query("SELECT id, input_hash, revision FROM mission ORDER BY id");
  while (query.step()) heads.push_back({query.text(0), query.text(1), query.text(2)});
  return heads;
}

// "# ...", "content HASH", and a line "mission ID INPUT_HASH REVISION" for each.
std::string write_head(sql::Connection& connection) {
  std::string text = fmt::format("{}content {}\n", about, hash_of(connection));
  for (const MissionHead& head : mission_heads(connection))
    text += fmt::format("mission {} {} {}\n", head.id, head.input_hash, head.revision);
  return text;
}

struct DumpHead {
  std::string content;
  std::vector<MissionHead> missions;
};

base::Checked<DumpHead> read_head(const fs::path& folder) {
  if (!fs::exists(folder / "dump.txt"))
    return std::unexpected(base::Issues{{"missing_file", "", "", {}, {"dump.txt", 0, 0}}});
  DumpHead head;
  std::istringstream in(read_file(folder / "dump.txt"));
  for (std::string word; in >> word;) {
    MissionHead mission;
    if (word == "content" && in >> head.content) continue;
    if (word == "mission" && in >> mission.id >> mission.input_hash >> mission.revision) {
      if (!base::is_id(mission.id))  // it names a folder
        return std::unexpected(
            base::Issues{{"bad_id", "mission", mission.id, {}, {"dump.txt", 0, 0}}});
      head.missions.push_back(mission);
    } else
      std::getline(in, word);
  }
  return head;
}

base::Issues load_mission(sql::Connection& connection, const fs::path& folder,
                          const MissionHead& head) {
  const auto mission = exchange::read_folder(folder / "missions" / head.id);
  if (!mission) return mission.error();
  store::write_mission(connection, *mission, head.input_hash);
  connection.run("UPDATE mission SET revision = $1 WHERE id = $2", head.revision, head.id);
  return {};
}

base::Issues load_table(sql::Connection& connection, const fs::path& folder,
                        const std::string& table) {
  const fs::path file = folder / "tables" / (table + ".csv");
  if (!fs::exists(file)) return {};
  auto read = exchange::read_dump_table(read_file(file), file.filename().string());
  if (!read) return read.error();
  store::write_table(connection, table, {std::move(read->columns), std::move(read->rows)});
  return {};
}

// Undoes the transaction with the issues as its reason.
struct Faulty {
  base::Issues issues;
};

void require(base::Issues issues) {
  if (!issues.empty()) throw Faulty{std::move(issues)};
}

void load(sql::Connection& connection, const fs::path& folder, const DumpHead& head) {
  for (const std::string& table : store::tables()) {
    sql::Query query = connection.query("SELECT count(*) FROM " + table);
    query.step();
    if (query.integer(0) > 0)
      throw sql::Error(sql::Fault::Other, "the database to restore into is not empty");
  }
  for (const MissionHead& mission : head.missions)
    require(load_mission(connection, folder, mission));
  for (const std::string& table : store::tables())
    if (!is_passing(table) && !is_in_folder(table)) require(load_table(connection, folder, table));
  if (const auto found = hash_of(connection); found != head.content)
    require({{"bad_dump", "dump.txt", head.content, {{"found", found}}, {}}});
}

int dump_to(const std::string& data, const std::string& folder) {
  if (fs::exists(folder) && !fs::is_empty(folder)) {
    fmt::print(stderr, "{} is not empty. Give a new folder.\n", folder);
    return exit_bad_input;
  }
  store::Store store(database_of(data));
  const std::string hash = dump(store, folder);
  fmt::print("Dumped {} into {}\n  Content     {}\n", without_password(data), folder, hash);
  return exit_good;
}

}  // namespace

std::string dump(store::Store& store, const fs::path& folder) {
  fs::create_directories(folder / "tables");
  return store.read([&](sql::Connection& connection) {
    for (const MissionHead& head : mission_heads(connection)) {
      const auto mission = store::read_mission(connection, {head.id});
      exchange::write_folder(*mission, folder / "missions" / head.id);
    }
    for (const std::string& table : store::tables()) {
      if (is_passing(table) || is_in_folder(table)) continue;
      auto text = store::read_table(connection, table);
      if (text.rows.empty()) continue;
      write_file(folder / "tables" / (table + ".csv"),
                 exchange::write_dump_table({std::move(text.columns), std::move(text.rows)}));
    }
    write_file(folder / "dump.txt", write_head(connection));
    return hash_of(connection);
  });
}

base::Checked<std::string> restore_dump(const fs::path& folder, store::Store& store) {
  const auto head = read_head(folder);
  if (!head) return std::unexpected(head.error());
  try {
    store.write([&](sql::Connection& connection) { load(connection, folder, *head); });
  } catch (Faulty& faulty) {
    return std::unexpected(std::move(faulty.issues));
  }
  return head->content;
}

void add_dump(CLI::App& app, int& exit_code) {
  struct Options {
    std::string data = "data", folder;
  };
  const auto options = std::make_shared<Options>();
  auto* verb = app.add_subcommand(
      "dump", "Write everything as text into a new folder; `kontor restore` reads it");
  verb->add_option("to", options->folder, "The folder to make")->required();
  verb->add_option("--data", options->data, "The data folder, or a PostgreSQL URI")
      ->capture_default_str();
  verb->callback([options, &exit_code] {
    exit_code = guarded([&] { return dump_to(options->data, options->folder); });
  });
}

}  // namespace kontor::cli
