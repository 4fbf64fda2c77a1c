#pragma once
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "mission.h"

namespace kontor_verify {

// A line of plan.txt: its number, and what stands behind its check, cut at spaces.
struct Line {
  int number = 0;
  std::vector<std::string_view> words;

  std::string place() const;  // "plan.txt:812 meeting S1 4 2"
};

// plan.txt, as docs/plan-file.md describes it: its lines by their first word; views into its text.
struct PlanText {
  std::map<std::string_view, std::vector<Line>> lines;

  const std::vector<Line>& of(std::string_view word) const;
  std::string single(std::string_view word) const;  // what stands behind it in its only line
};

// Cuts plan.txt into lines and re-adds the check of each from it and the line above. Where it
// breaks off or is no such file that is reported, and `out` not to be used.
bool read_plan_text(std::string_view text, PlanText& out, Report& report);

// Re-adds the sums of the mission's files: of all together, of each, and, where one differs, of its
// lines.
void verify_input(const PlanText& plan, const Files& files, Report& report);

// What a line says in terms of a mission; each kind of line sets its own fields.
struct Entry {
  std::string place;
  int activity = none, person = none, room = none, wish = none, session = none;
  int first = none, second = none, first_person = none, second_person = none;
  int minutes = 0, slot = 0, table = 0, position = 0;
  Minute starts_at = 0;  // of UTC
  std::string_view cause;
  std::vector<int> wishes;
};

struct Plan {
  std::vector<Entry> placements, unplaced_activities, attendances, meetings, waiting, unplaced;
  std::vector<const Entry*> placement;  // [activity]; null where it has none
};

// A line that cannot be understood or names what does not exist is reported; the plan is not to be
// used then.
void read_plan(const PlanText& text, const Mission& mission, Plan& out, Report& report);

}  // namespace kontor_verify
