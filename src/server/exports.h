#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "actions/context.h"
#include "actions/outcome.h"
#include "base/text.h"
#include "mission/acting.h"

// Everything that Kontor knows as files that other programs, printers and phones take: by the
// command line, the address /exports/NAME and the application alike.

namespace kontor::server {

// Who may take a file out. What is in it comes from their view, besides.
enum class ExportRight {
  Everybody,   // it holds what everybody may know, whoever takes it
  SignedIn,    // what the reader may see
  Attendance,  // those who see who is where
  Meetings,    // those who see who meets whom
  Movement,    // those who see where principals are
};

struct ExportFile {
  std::string_view name;   // "schedule.xml"
  std::string_view media;  // its type
  ExportRight right = ExportRight::Everybody;
  std::string_view of = {};  // what ExportWish::of may name: "zone", "person" …; empty: nothing
  bool of_one_only = false;  // it must name one
};

const std::vector<ExportFile>& export_files();
// Null for an unknown name.
const ExportFile* export_file(std::string_view name);
bool may_export(const mission::Acting& acting, const ExportFile& file);

// As many badges as a person may lose, and copies as a book may have.
inline constexpr int most_copies = 255;

struct ExportWish {
  base::Language language = base::Language::En;
  std::string of;       // the key of what the file is about; empty: all
  std::string address;  // of the server, for links; empty: none are made
  int copy = 1;         // of a book its number; of badges 2 is a person's second, and so on
  int since = 0;        // of a book: only the pages that differ from this version's; 0: all
};

// The file as `acting` may have it. The same data give the same bytes. Refused: Denied, also where
// the mission is hidden from them; Missing where `of` names nothing that they may know; Conflict
// no_mission.
actions::Outcome<std::string> export_text(actions::Context& context, const mission::Acting& acting,
                                          const ExportFile& file, const ExportWish& wish);

}  // namespace kontor::server
