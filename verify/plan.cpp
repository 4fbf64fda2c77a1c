#include "plan.h"

#include "text.h"

namespace kontor_verify {

namespace {

constexpr std::string_view title = "kontor-plan 1";
constexpr std::size_t check_digits = 8, line_check_digits = 4, most_wrong_lines = 20;
const std::set<std::string_view> first_words{
    "mission",           "version",    "seed",    "input",   "file",     "score",       "activity",
    "unplaced_activity", "attendance", "meeting", "waiting", "unplaced", "certificate", "lines"};

// Re-adds the check of each line of the file `name`.
void verify_lines(const PlanText& plan, const std::string& name, const std::string& text,
                  Report& report) {
  std::vector<std::string_view> stated;
  for (const Line& line : plan.of("lines"))
    if (line.words.size() > 3 && line.words[1] == name)
      stated.insert(stated.end(), line.words.begin() + 3, line.words.end());
  const auto lines = cut(text, '\n');  // the last one is what is behind the last line break
  stated.resize(std::max(stated.size(), lines.size()), "no line");
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < stated.size() && wrong < most_wrong_lines; ++i) {
    const std::string found =
        i < lines.size() ? sha256(lines[i]).substr(0, line_check_digits) : "no line";
    if (found == stated[i]) continue;
    report.fault(name + ":" + std::to_string(i + 1), "not the line that the plan was made from",
                 std::string(stated[i]), found);
    ++wrong;
  }
}

// What a word of a line means: the key of a noun or a number, and where it goes.
struct Column {
  int Entry::* field;
  std::string_view noun;  // "": a number
  bool may_be_none = false;
};

class Reader {
 public:
  Reader(const Mission& mission, Report& report) : mission_(mission), report_(report) {}

  Entry read(const Line& line, const std::vector<Column>& columns) {
    Entry out;
    out.place = line.place();
    const bool enough = line.words.size() > columns.size();
    if (!enough) report_.fault(out.place, "lacks something");
    for (std::size_t i = 0; enough && i < columns.size(); ++i)
      if (columns[i].field) out.*columns[i].field = value(columns[i], line.words[i + 1], out.place);
    return out;
  }

  int value(const Column& column, std::string_view word, const std::string& place) {
    if (column.may_be_none && word == "-") return none;
    const std::int64_t found =
        column.noun.empty() ? read_number(word) : mission_.number(column.noun, word);
    if (found >= 0 && found <= 1'000'000) return static_cast<int>(found);
    report_.fault(place,
                  column.noun.empty()
                      ? "has no number where one must be"
                      : "names a " + std::string(column.noun) + " that does not exist",
                  std::string(word));
    return column.noun.empty() ? 0 : none;
  }

 private:
  const Mission& mission_;
  Report& report_;
};

}  // namespace

std::string Line::place() const {
  std::string out = "plan.txt:" + std::to_string(number);
  for (std::size_t i = 0; i < words.size() && i < 4; ++i) out += " " + std::string(words[i]);
  return out;
}

const std::vector<Line>& PlanText::of(std::string_view word) const {
  static const std::vector<Line> nothing;
  const auto found = lines.find(word);
  return found == lines.end() ? nothing : found->second;
}

std::string PlanText::single(std::string_view word) const {
  const std::vector<Line>& found = of(word);
  return found.size() == 1 && found[0].words.size() == 2 ? std::string(found[0].words[1]) : "";
}

bool read_plan_text(std::string_view text, PlanText& out, Report& report) {
  const auto lines = cut(text.substr(0, text.find_last_of('\n')), '\n');
  if (lines[0] != title) {
    report.fault("plan.txt:1", "not a plan; the first line must be \"" + std::string(title) + "\"");
    return false;
  }
  std::string check(check_digits, '0');
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const bool shaped = lines[i].size() > check_digits && lines[i][check_digits] == ' ';
    const std::string_view rest = lines[i].substr(shaped ? check_digits + 1 : 0);
    const Line line{static_cast<int>(i) + 1, cut(rest, ' ')};
    const std::string found = sha256(check + std::string(rest)).substr(0, check_digits);
    check = lines[i].substr(0, check_digits);
    if (!shaped || check != found)
      report.fault(line.place(), "this line or the one above is not as it was written", check,
                   found);
    if (rest == "end " + std::to_string(i + 1) && i + 1 == lines.size()) return true;
    if (!first_words.contains(line.words[0])) {
      report.fault(line.place(), "not a line of a plan");
      return false;
    }
    out.lines[line.words[0]].push_back(line);
  }
  report.fault("plan.txt:" + std::to_string(lines.size()), "breaks off before its last line");
  return false;
}

void verify_input(const PlanText& plan, const Files& files, Report& report) {
  std::string all;
  for (const auto& [name, text] : files)
    all += "# " + name + ", " + std::to_string(text.size()) + " bytes\n" + text;
  if (const std::string stated = plan.single("input"), found = sha256(all); stated != found)
    report.fault("plan.txt input", "not the input that lies beside the plan", stated, found);
  std::map<std::string, std::string> sums;
  for (const Line& line : plan.of("file"))
    if (line.words.size() == 3) sums[std::string(line.words[1])] = line.words[2];
  for (const auto& [name, text] : files) {
    const std::string found = sha256(text);
    if (sums[name] == found) continue;
    report.fault(name, "not the file that the plan was made from", sums[name], found);
    verify_lines(plan, name, text, report);
  }
  for (const auto& [name, sum] : sums)
    if (!files.contains(name)) report.fault(name, "the file is missing", sum);
}

void read_plan(const PlanText& text, const Mission& mission, Plan& out, Report& report) {
  const Column activity{&Entry::activity, "activity"}, person{&Entry::person, "person"};
  const Column other{nullptr, ""}, wish{&Entry::wish, "wish"};
  Reader reader(mission, report);
  out.placement.assign(mission.activities.size(), nullptr);
  for (const Line& line : text.of("activity")) {
    Entry entry =
        reader.read(line, {activity, other, {&Entry::minutes, ""}, {&Entry::room, "room", true}});
    const auto local = read_local(line.words.size() > 2 ? line.words[2] : "");
    const int leg = entry.activity == none ? none : mission.activities[entry.activity].leg;
    if (leg == none || !local)
      report.fault(entry.place, "has no city or no time");
    else
      entry.starts_at = mission.legs[leg].utc(*local);
    out.placements.push_back(std::move(entry));
  }
  for (const Entry& entry : out.placements)
    if (entry.activity != none) out.placement[entry.activity] = &entry;
  for (const Line& line : text.of("unplaced_activity"))
    out.unplaced_activities.push_back(reader.read(line, {activity}));
  for (const Line& line : text.of("attendance")) {
    out.attendances.push_back(reader.read(line, {activity, person, {&Entry::wish, "wish", true}}));
    const Entry& entry = out.attendances.back();
    if (entry.activity != none && !out.placement[entry.activity])
      report.fault(entry.place, "is at an activity that has no place");
  }
  for (const Line& line : text.of("meeting")) {
    Entry entry = reader.read(line, {{&Entry::session, "session"},
                                     {&Entry::slot, ""},
                                     {&Entry::table, ""},
                                     {&Entry::first, "organisation"},
                                     {&Entry::second, "organisation"},
                                     {&Entry::first_person, "person"},
                                     {&Entry::second_person, "person"}});
    for (std::size_t i = 8; i < line.words.size(); ++i)
      entry.wishes.push_back(reader.value(wish, line.words[i], entry.place));
    if (entry.session != none && entry.slot >= mission.sessions[entry.session].slots)
      report.fault(entry.place, "is in no slot of the session");
    out.meetings.push_back(std::move(entry));
  }
  for (const Line& line : text.of("waiting"))
    out.waiting.push_back(reader.read(line, {activity, {&Entry::position, ""}, person}));
  for (const Line& line : text.of("unplaced")) {
    out.unplaced.push_back(reader.read(line, {wish, other}));
    out.unplaced.back().cause = line.words.size() > 2 ? line.words[2] : "";
  }
}

}  // namespace kontor_verify
