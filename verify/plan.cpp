#include "plan.h"

namespace kontor_verify {
namespace {

constexpr std::size_t check_digits = 8, line_check_digits = 4, most_wrong_lines = 20;
const std::set<std::string_view> first_words{
    "mission",    "version", "seed",    "input",    "score",       "activity", "unplaced_activity",
    "attendance", "meeting", "waiting", "unplaced", "certificate", "lines"};

// What a word of a line names, and where that goes: the key of a noun, or a plain number where the
// noun is "". A noun with "?" may be none, "-"; one with "…" is the last and may be repeated.
using Fields = std::vector<std::pair<std::string_view, int Entry::*>>;

Entry read_entry(const Line& line, const Fields& fields, const Mission& mission, Report& report) {
  Entry out;
  out.place = line.place();
  for (std::size_t i = 0; i < std::max(fields.size(), line.words.size() - 1); ++i) {
    const auto& [spelled, member] = fields[std::min(i, fields.size() - 1)];
    if (i >= fields.size() && !spelled.ends_with("…")) break;
    const std::string noun(spelled.substr(0, spelled.find_first_of("?…")));
    const std::string_view word = i + 1 < line.words.size() ? line.words[i + 1] : "";
    const std::int64_t found = noun.empty() ? read_number(word) : mission.number(noun, word);
    if ((found < 0 || found > 1'000'000) && !(spelled.ends_with("?") && word == "-"))
      report.fault(out.place, "names no " + (noun.empty() ? "number" : noun + " that exists"),
                   std::string(word));
    out.*member = static_cast<int>(found);
    if (spelled.ends_with("…")) out.wishes.push_back(out.*member);
  }
  return out;
}

Prices read_prices(const Mission& mission, PlanText& text, Report& report) {
  Prices out;
  std::string all;  // of the certificate, up to its digest
  for (const Line& line : text["certificate"]) {
    const std::string_view word = line.words.size() > 2 ? line.words[1] : "";
    const bool table = word == "table";
    if (word == "scale") out.scale = read_number(line.words[2]);
    if (word == "digest" && line.words[2] != sha256(all))
      report.fault(line.place(), "is not the digest of the certificate", "", sha256(all));
    for (std::size_t i = 1; i < line.words.size(); ++i)
      all += std::string(line.words[i]) + (i + 1 < line.words.size() ? " " : "\n");
    if (word != "person" && word != "room" && !table) continue;
    auto& rows = word == "person" ? out.person : table ? out.table : out.room;
    const int key = mission.number(table ? "session" : std::string(word), line.words[2]);
    bool good = key != none;
    for (std::size_t i = 3; i < line.words.size(); ++i, ++out.count) {
      const auto parts = cut(line.words[i], '=');  // "2025-10-06T16:20:00Z=36", of a table "4=36"
      const std::int64_t price = parts.size() == 2 ? read_number(parts[1]) : -1;
      const std::string_view at = parts[0].substr(0, parts[0].find(":00Z"));
      const std::int64_t when = table ? read_number(at) : read_local(at).value_or(-1);
      good = good && when >= 0 && price >= 0 && price >> 40 == 0;
      good = good && rows[key].emplace(when, price).second;
    }
    if (!good) report.fault(line.place(), "has no price, or one twice");
  }
  if (out.scale < 1) report.fault("plan.txt certificate scale", "is not 1 or more");
  return out;
}
}  // namespace

std::string Line::place() const {
  std::string out = "plan.txt:" + std::to_string(number);
  for (std::size_t i = 0; i < words.size() && i < 4; ++i) out += " " + std::string(words[i]);
  return out;
}

std::string single(PlanText& text, const std::string& word) {
  const std::vector<Line>& found = text[word];
  return found.size() == 1 && found[0].words.size() == 2 ? std::string(found[0].words[1]) : "";
}

bool read_plan_text(std::string_view text, PlanText& out, Report& report) {
  const auto lines = cut(text.substr(0, text.find_last_of('\n')), '\n');
  if (lines[0] != "kontor-plan 1") {
    report.fault("plan.txt:1", "not a plan; the first line must be \"kontor-plan 1\"");
    return false;
  }
  std::string check(check_digits, '0');
  for (std::size_t i = 1; i < lines.size(); ++i) {
    const bool shaped = lines[i].size() > check_digits && lines[i][check_digits] == ' ';
    const std::string_view rest = lines[i].substr(shaped ? check_digits + 1 : 0);
    const Line line{static_cast<int>(i) + 1, cut(rest, ' ')};
    const std::string found = sha256(check + std::string(rest)).substr(0, check_digits);
    check = lines[i].substr(0, check_digits);
    if (check != found)
      report.fault(line.place(), "this line or the one above is not as it was written", check,
                   found);
    if (rest == "end " + std::to_string(i + 1) && i + 1 == lines.size()) return true;
    if (!first_words.contains(line.words[0])) {
      report.fault(line.place(), "not a line of a plan");
      return false;
    }
    out[std::string(line.words[0])].push_back(line);
  }
  report.fault("plan.txt:" + std::to_string(lines.size()), "breaks off before its last line");
  return false;
}

void verify_input(PlanText& plan, const Files& files, Report& report) {
  std::string all;
  std::map<std::string, std::vector<std::string_view>> stated;
  for (const auto& [name, text] : files) stated[name];
  for (const auto& [name, text] : files)
    all += "# " + name + ", " + std::to_string(text.size()) + " bytes\n" + text;
  const std::string sum = single(plan, "input"), found = sha256(all);
  if (sum == found) return;
  report.fault("plan.txt input", "not the input that lies beside the plan", sum, found);
  for (const Line& line : plan["lines"])
    for (std::size_t i = 3; i < line.words.size(); ++i)
      stated[std::string(line.words[1])].push_back(line.words[i]);
  for (auto& [name, checks] : stated) {
    const auto file = files.find(name);
    auto lines = file == files.end() ? std::vector<std::string_view>() : cut(file->second, '\n');
    if (!lines.empty() && lines.back().empty()) lines.pop_back();
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < std::max(checks.size(), lines.size()); ++i) {
      const std::string wanted(i < checks.size() ? checks[i] : "no line");
      const std::string line =
          i < lines.size() ? sha256(lines[i]).substr(0, line_check_digits) : "";
      if (line != wanted && ++wrong <= most_wrong_lines)
        report.fault(name + ":" + std::to_string(i + 1), "not the line that the plan was made from",
                     wanted, line.empty() ? "no line" : line);
    }
  }
}

void read_plan(PlanText& text, const Mission& mission, Plan& out, Report& report) {
  const auto read = [&](const std::string& word, const Fields& fields, auto&& add) {
    for (const Line& line : text[word]) add(read_entry(line, fields, mission, report), line);
  };
  using E = Entry;
  out.placement.assign(mission.activities.size(), nullptr);
  read("activity", {{"activity", &E::activity}, {"", &E::minutes}, {"room?", &E::room}},
       [&](Entry entry, const Line& line) {
         const auto local = read_local(line.words.back());
         const int leg = entry.activity == none ? none : mission.activities[entry.activity].leg;
         if (leg == none || !local) report.fault(entry.place, "has no city or no time");
         if (leg != none && local) entry.starts_at = mission.legs[leg].utc(*local);
         out.placements.push_back(entry);
       });
  for (const Entry& entry : out.placements)
    if (entry.activity != none) out.placement[entry.activity] = &entry;
  const auto into = [](std::vector<Entry>& list) {
    return [&](const Entry& entry, const Line&) { list.push_back(entry); };
  };
  const Fields attendance{{"activity", &E::activity},
                          {"person", &E::person},
                          {"wish?", &E::wish},
                          {"coach?", &E::coach}};
  const Fields meeting{{"session", &E::session},
                       {"", &E::slot},
                       {"", &E::table},
                       {"organisation", &E::first},
                       {"organisation", &E::second},
                       {"person", &E::first_person},
                       {"person", &E::second_person},
                       {"wish…", &E::wish}};
  read("unplaced_activity", {{"activity", &E::activity}}, into(out.unplaced_activities));
  read("attendance", attendance, into(out.attendances));
  read("meeting", meeting, into(out.meetings));
  read("waiting", {{"activity", &E::activity}, {"", &E::position}, {"person", &E::person}},
       into(out.waiting));
  read("unplaced", {{"wish", &E::wish}}, [&](Entry entry, const Line& line) {
    if (line.words.size() > 2) entry.cause = line.words[2];
    out.unplaced.push_back(entry);
  });
  for (const Entry& entry : out.attendances)
    if (entry.activity != none && !out.placement[entry.activity])
      report.fault(entry.place, "is at an activity that has no place");
  for (const Entry& entry : out.meetings)
    if (entry.session != none && entry.slot >= mission.sessions[entry.session].slots)
      report.fault(entry.place, "is in no slot of the session");
  out.prices = read_prices(mission, text, report);
}
}  // namespace kontor_verify
