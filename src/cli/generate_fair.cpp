#include "cli/generate_fair.h"

#include <CLI/CLI.hpp>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iostream>
#include <memory>

#include "cli/demo/read_demo.h"
#include "cli/read_bytes.h"
#include "exchange/fair_write.h"
#include "exchange/folder_read.h"
#include "planning/fair_of_mission.h"

namespace kontor::cli {

namespace {

std::string remark(const FairOptions& o) {
  return fmt::format(
      "Invented by kontor generate fair: {} participants, {} wishes, {} days of {} slots, seed {}.",
      o.participants, o.wishes, o.days, o.slots, o.seed);
}

int write(const std::string& text, const std::string& file) {
  if (file == "-") {
    std::cout << text;
    return 0;
  }
  std::ofstream out(file, std::ios::binary);
  out << text;
  out.close();
  if (out) return 0;
  std::cerr << file << ": the file cannot be written. Choose another folder.\n";
  return 1;
}

// The meetings of a mission folder, or of facts/ and demo/ completed.
int run_from_mission(const std::string& folder, const std::string& file) {
  const auto mission = std::filesystem::exists(std::filesystem::path(folder) / "facts")
                           ? demo::read_demo(folder)
                           : exchange::read_folder(folder);
  if (!mission) return refuse(mission.error(), std::cerr);
  return write(
      exchange::write_fair(planning::fair_of(*mission),
                           "The B2B meetings of " + mission->name.best(base::Language::En)),
      file);
}

int run_generate_fair(const FairOptions& options, const std::string& file) {
  if (options.days * options.slots <= 1000)
    return write(exchange::write_fair(invent_fair(options), remark(options)), file);
  std::cerr << "--days times --slots is " << options.days * options.slots
            << "; a fair has at most 1000 slots.\n";
  return 2;
}

}  // namespace

void add_generate_fair(CLI::App& generate_verb, int& exit_code) {
  const auto options = std::make_shared<FairOptions>();
  const auto file = std::make_shared<std::string>("-");
  const auto mission = std::make_shared<std::string>();
  CLI::App* verb = generate_verb.add_subcommand(
      "fair", "Invent a fair: participants, sessions, wishes (docs/fair-file.md)");
  const auto number = [&](const char* name, int& field, int least, int most, const char* text) {
    verb->add_option(name, field, text)->check(CLI::Range(least, most))->capture_default_str();
  };
  number("--participants", options->participants, 2, 200'000, "Participants");
  number("--wishes", options->wishes, 0, 3'000'000, "Wishes to meet");
  number("--days", options->days, 1, 100, "Days");
  number("--slots", options->slots, 1, 1000, "Slots of a day, from 4 on in two sessions");
  number("--tables", options->tables, 0, 100'000, "Tables in every slot; 0: participants / 5");
  number("--sides", options->sides, 0, 100, "Sides that meet each other; 0: everybody everybody");
  number("--groups", options->groups, 0, 1000, "Groups, such as regions");
  number("--absences", options->absences, 0, 100, "Percent of participants who miss something");
  number("--seats", options->seats, 0, 100, "Percent of participants with 2 or 3 seats");
  number("--musts", options->musts, 0, 100, "Percent of wishes that are musts");
  number("--nevers", options->nevers, 0, 100, "Pairs never to meet, in percent of the wishes");
  number("--mutual", options->mutual, 0, 100, "Percent of wishes that the other has too");
  number("--promises", options->promises, 0, 100, "Percent of participants promised meetings");
  number("--caps", options->caps, 0, 100,
         "Percent of participants who want half the slots at most");
  number("--one-day", options->one_day, 0, 100,
         "Percent of participants who come on one day only, most on the first");
  number("--uneven", options->uneven, 0, 100, "Percent of slots that have half the tables only");
  number("--fixed", options->fixed, 0, 100, "Fixed meetings, in thousandths of the wishes");
  number("--orders", options->orders, 0, 100, "Orders of two meetings, in thousandths");
  verb->add_flag("--own-tables", options->own_tables, "The last side receives at its own tables");
  verb->add_option("--seed", options->seed, "Same seed, same fair")->capture_default_str();
  verb->add_option("-o,--output", *file, "File to write; - is standard output")
      ->capture_default_str();
  verb->add_option("--from-mission", *mission,
                   "Invent nothing: take the B2B meetings of this mission folder, or of a folder "
                   "with facts/ and demo/");
  verb->callback([=, &exit_code] {
    exit_code =
        mission->empty() ? run_generate_fair(*options, *file) : run_from_mission(*mission, *file);
  });
}

}  // namespace kontor::cli
