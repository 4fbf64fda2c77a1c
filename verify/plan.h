#pragma once
#include "mission.h"

namespace kontor_verify {
// A line of plan.txt: its number, and what stands behind its check, cut at spaces.
struct Line {
  int number = 0;
  std::vector<std::string_view> words;
  std::string place() const;  // "plan.txt:812 meeting S1 4 2"
};

// plan.txt, as docs/plan-file.md describes it: its lines by their first word; views into its text.
using PlanText = std::map<std::string, std::vector<Line>>;
// What stands behind `word` in its only line, else "".
std::string single(PlanText& text, const std::string& word);
// Cuts plan.txt into lines and re-adds the check of each; false where it is no such file.
bool read_plan_text(std::string_view text, PlanText& out, Report& report);
// Re-adds the sum of all files of the mission and, where it differs, of their lines.
void verify_input(PlanText& plan, const Files& files, Report& report);

// What a line says in terms of a mission; each kind of line sets its own fields.
struct Entry {
  std::string place;
  int activity = none, person = none, room = none, wish = none, coach = none, session = none;
  int first = none, second = none, first_person = none, second_person = none;
  int minutes = 0, slot = 0, table = 0, position = 0;
  Minute starts_at = 0;  // of UTC
  std::string_view cause;
  std::vector<int> wishes;
};

// The prices of a certificate, by person, room and session: at a minute of UTC, in a slot.
struct Prices {
  using Rows = std::map<int, std::map<std::int64_t, std::int64_t>>;
  Rows person, room, table;
  std::int64_t scale = 1, count = 0;
};

struct Plan {
  std::vector<Entry> placements, unplaced_activities, attendances, meetings, waiting, unplaced;
  std::vector<const Entry*> placement;  // [activity]; null where it has none
  Prices prices;
};

// A line that cannot be understood or names what does not exist is reported; the plan is not to be
// used then.
void read_plan(PlanText& text, const Mission& mission, Plan& out, Report& report);
}  // namespace kontor_verify
