#include "exchange/plan_write.h"

#include <fmt/format.h>
#include <fstream>
#include <span>
#include <sstream>

#include "base/check.h"
#include "base/hash.h"
#include "exchange/folder_write.h"

namespace kontor::exchange {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t check_digits = 8, line_check_digits = 4, line_checks_a_line = 16;

// Collects lines, each with a check of itself and of the check above.
class PlanLines {
 public:
  template <class... Words>
  void add(const Words&... words) {
    std::string line;
    ((line += fmt::format("{}{}", line.empty() ? "" : " ", words)), ...);
    add_text(line);
  }

  void add_text(const std::string& line) {
    CHECK(line.find('\n') == std::string::npos);
    check_ = base::sha256(check_ + line).substr(0, check_digits);
    text_ += fmt::format("{} {}\n", check_, line);
    ++count_;
  }

  std::string finish() {
    add("end", count_ + 1);
    return std::move(text_);
  }

 private:
  std::string text_ = "kontor-plan 1\n";
  std::string check_ = std::string(check_digits, '0');
  int count_ = 1;  // lines so far
};

template <class Tag>
const std::string& or_dash(const base::Id<Tag>& id) {
  static const std::string dash = "-";
  return id.empty() ? dash : id.value;
}

std::vector<std::string> split(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

using Files = std::map<std::string, std::string>;

void add_head(const mission::Plan& plan, PlanLines& lines) {
  lines.add("mission", plan.mission.value);
  lines.add("version", plan.version);
  lines.add("seed", plan.seed);
  lines.add("input", plan.input_hash);
}

void add_score(const mission::Score& score, PlanLines& lines) {
  lines.add("score", "value", score.value);
  lines.add("score", "bound", score.bound);
  lines.add("score", "must_points", score.must_points);
  lines.add("score", "musts_asked", score.musts_asked);
  lines.add("score", "musts_placed", score.musts_placed);
  lines.add("score", "wants_asked", score.wants_asked);
  lines.add("score", "wants_placed", score.wants_placed);
  lines.add("score", "breaks", score.breaks);
  lines.add("score", "worst_share_permille", score.worst_share_permille);
}

std::string with_all(std::string line, const auto& more) {
  for (const auto& each : more) {
    line += ' ';
    if constexpr (requires { each.value; })
      line += each.value;
    else
      line += each;
  }
  return line;
}

void add_entries(const mission::Plan& plan, PlanLines& lines) {
  for (const auto& each : plan.activities)
    lines.add("activity", each.activity.value, each.minutes, or_dash(each.room),
              base::format(each.starts_at));
  for (const auto& activity : plan.unplaced_activities)
    lines.add("unplaced_activity", activity.value);
  for (const auto& each : plan.attendances)
    lines.add("attendance", each.activity.value, each.person.value, or_dash(each.wish),
              or_dash(each.coach));
  for (const auto& each : plan.meetings)
    lines.add_text(with_all(fmt::format("meeting {} {} {} {} {} {} {}", each.session.value,
                                        each.slot, each.table, each.first.value, each.second.value,
                                        each.first_person.value, each.second_person.value),
                            each.wishes));
  for (const auto& each : plan.waiting)
    lines.add("waiting", each.activity.value, each.position, each.person.value);
  for (const auto& each : plan.unplaced)
    lines.add_text(with_all(
        fmt::format("unplaced {} {}", each.wish.value, mission::word(each.cause)), each.details));
}

// The checks of the lines of each file, so that a change is found to the line.
void add_line_checks(const Files& files, PlanLines& lines) {
  for (const auto& [name, text] : files) {
    std::vector<std::string> checks;
    for (const std::string& line : split(text))
      checks.push_back(base::sha256(line).substr(0, line_check_digits));
    for (std::size_t from = 0; from < checks.size(); from += line_checks_a_line) {
      const auto few = std::span(checks).subspan(from);
      lines.add_text(with_all(fmt::format("lines {} {}", name, from + 1),
                              few.first(std::min(line_checks_a_line, few.size()))));
    }
  }
}

}  // namespace

std::string plan_text(const mission::Mission& mission, const mission::Plan& plan) {
  const Files files = write_files(mission);
  PlanLines lines;
  add_head(plan, lines);
  add_score(plan.score, lines);
  add_entries(plan, lines);
  for (const std::string& line : split(plan.certificate)) lines.add("certificate", line);
  add_line_checks(files, lines);
  return lines.finish();
}

void write_plan_folder(const mission::Mission& mission, const mission::Plan& plan,
                       const fs::path& folder) {
  write_folder(mission, folder);
  const fs::path path = folder / "plan.txt";
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out << plan_text(mission, plan);
  out.close();
  if (!out)
    throw fs::filesystem_error("cannot write", path,
                               std::error_code(errno, std::generic_category()));
}

}  // namespace kontor::exchange
