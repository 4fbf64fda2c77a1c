// kontor-verify-fair PLAN [FAIR]: re-adds everything of a fair's plan. docs/fair-file.md says what.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "judge.h"

namespace kontor_verify {
namespace {

const char* const figure_names[] = {
    "value",        "bound",        "promised",        "musts",       "points",
    "points_bound", "meetings",     "broken_promises", "least_share", "least_share_bound",
    "breaks",       "breaks_bound", "table_changes"};

std::string read_file(const std::string& name, Report& report) {
  std::ifstream file(name, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(file), {}};
  if (!file || text.empty()) report.fault(name, "cannot be read");
  return text;
}

// The plan file: what is judged, the digest of it, the fair.
struct Parts {
  std::string_view plan, fair;
  std::size_t fair_line = 1;  // of the file
};

Parts take_apart(std::string_view text, const std::string& file, Report& report) {
  Parts parts;
  const std::size_t digest = text.find("\ndigest ");
  const std::size_t size = text.find("\nfair ", std::min(digest, text.size()));
  const std::size_t begin = std::min(text.find('\n', std::min(size, text.size()) + 1), text.size());
  if (size == std::string_view::npos || begin == text.size()) {
    report.fault(file, "has no lines \"digest\" and \"fair\" behind its plan");
    return parts;
  }
  parts.plan = text.substr(0, digest + 1);
  parts.fair = text.substr(begin + 1);
  parts.fair_line +=
      std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(begin) + 1, '\n');
  const std::string place = file + ":" + std::to_string(parts.fair_line - 1);
  const std::string_view stated = text.substr(digest + 8, size - digest - 8);
  if (const std::string found = sha256(parts.plan); stated != found)
    report.fault(file + ":" + std::to_string(parts.fair_line - 2),
                 "the digest of the plan is another one", std::string(stated), found);
  if (text.substr(size + 6, begin - size - 6) != std::to_string(parts.fair.size()))
    report.fault(place, "the fair has another number of bytes",
                 std::string(text.substr(size + 6, begin - size - 6)),
                 std::to_string(parts.fair.size()));
  return parts;
}

class PlanReader {
 public:
  PlanReader(const Fair& fair, Report& report) : fair_(fair), report_(report) {}

  Plan read(const std::vector<Line>& lines, std::string_view fair_text) {
    for (const Line& line : lines) {
      const std::string word(line.words[0]);
      if (word == "kontor" || word == "seed") continue;
      if (word == "input")
        check_input(line, fair_text);
      else if (word == "status")
        out_.status = line.words.back();
      else if (word == "meeting")
        read_meeting(line);
      else if (word == "certificate")
        begin(line, out_.certificate);
      else if (word == "points_certificate")
        begin(line, out_.points_certificate);
      else if (word == "price" || word == "time" || (word == "table" && here_ != nullptr))
        read_price(line);
      else if (!out_.figures
                    .emplace(word, std::pair(number(line, 1, least_, most_, report_), line.place))
                    .second)
        report_.fault(line.place, "stands twice");
    }
    if (!out_.certificate.given) report_.fault("the plan", "has no certificate");
    return std::move(out_);
  }

 private:
  void check_input(const Line& line, std::string_view fair_text) {
    if (const std::string found = sha256(fair_text); line.words.back() != found)
      report_.fault(line.place, "the fair is another one", std::string(line.words.back()), found);
  }

  void begin(const Line& line, Certificate& certificate) {
    if (certificate.given) report_.fault(line.place, "stands twice");
    here_ = &certificate;
    const std::size_t slots = fair_.slots.size();
    certificate = {true,
                   number(line, 1, 0, most_, report_),
                   number(line, 2, 0, most_, report_),
                   std::vector<std::int64_t>(fair_.people.size()),
                   std::vector<std::int64_t>(slots),
                   std::vector<std::int64_t>(fair_.people.size() * slots)};
  }

  void read_price(const Line& line) {
    if (here_ == nullptr) return report_.fault(line.place, "stands before the certificate");
    const std::string_view word = line.words[0];
    if (word == "table") {
      const auto [first, end] = span(fair_, line, 1, report_);
      if (end == first + 1) here_->table[first] = number(line, 2, 0, most_, report_);
      return;
    }
    const std::size_t p = person(fair_, line, 1, report_);
    if (word == "price") {
      here_->person[p] = number(line, 2, least_, most_, report_);
      return;
    }
    const auto [first, end] = span(fair_, line, 2, report_);
    const std::int64_t price = number(line, 3, 0, most_, report_);
    for (int t = first; t < end; ++t) here_->time[p * fair_.slots.size() + t] = price;
  }

  void read_meeting(const Line& line) {
    const int one = person(fair_, line, 1, report_);
    const int other = person(fair_, line, 2, report_);
    const auto found = fair_.pair.find({std::min(one, other), std::max(one, other)});
    if (found == fair_.pair.end() || found->second < 0)
      return report_.fault(line.place, found == fair_.pair.end() ? "nobody wishes this meeting"
                                                                 : "these two must never meet");
    const auto [slot, end] = span(fair_, line, 3, report_);
    const auto table = static_cast<int>(number(line, 4, 0, 100'000, report_));
    if (end == slot + 1) out_.meetings.push_back({line, found->second, slot, table});
  }

  static constexpr std::int64_t most_ = std::int64_t{1} << 60;
  static constexpr std::int64_t least_ = -most_;
  const Fair& fair_;
  Report& report_;
  Plan out_;
  Certificate* here_ = nullptr;
};

// What the figures mean: whether all promises are kept, could be, and the value cannot be more.
std::string status_of(const Fair& fair, std::map<std::string, std::int64_t>& figures) {
  std::int64_t promised = 0;
  bool impossible = false;
  const std::vector<int> possible = most_possible(fair);
  for (std::size_t p = 0; p < fair.people.size(); ++p) {
    promised += fair.people[p].least;
    impossible = impossible || fair.people[p].least > possible[p];
  }
  if (impossible || figures["bound"] < promised * weights(fair).promise) return "infeasible";
  if (figures["broken_promises"] > 0) return "unknown";
  return figures["value"] == figures["bound"] ? "optimal" : "feasible";
}

void judge(const Fair& fair, const Plan& plan, const std::string& file, Report& report) {
  auto found = count(fair, plan, report);
  const Weights weight = weights(fair);
  if (plan.certificate.must != weight.must || plan.certificate.promise != weight.promise)
    report.fault(file, "the certificate is for other weights of musts and promises");
  if (report.count > 0) return;
  bound(fair, plan, found);
  for (const char* name : figure_names) {
    const auto stated = plan.figures.find(name);
    if (stated == plan.figures.end())
      report.fault(file, std::string(name) + " is missing");
    else if (stated->second.first != found[name])
      report.fault(stated->second.second, name, std::to_string(stated->second.first),
                   std::to_string(found[name]));
  }
  if (plan.figures.size() != std::size(figure_names))
    report.fault(file, "has figures that are not known");
  if (const std::string status = status_of(fair, found); status != plan.status)
    report.fault(file, "the status is another one", plan.status, status);
  if (report.count > 0) return;
  std::printf("%zu meetings: no rule is broken; value %lld, bound %lld re-added\n",
              plan.meetings.size(), static_cast<long long>(found["value"]),
              static_cast<long long>(found["bound"]));
}

int run(const std::string& file, const char* other_fair) {
  const auto begin = std::chrono::steady_clock::now();
  Report report;
  const std::string text = read_file(file, report);
  const std::string name = std::filesystem::path(file).filename().string();
  const Parts parts = report.count > 0 ? Parts{} : take_apart(text, name, report);
  if (other_fair != nullptr && read_file(other_fair, report) != parts.fair)
    report.fault(other_fair, "is not the fair of this plan");
  if (report.count == 0) {
    const Fair fair = read_fair(cut_lines(parts.fair, name, parts.fair_line), report);
    if (report.count == 0) {
      const Plan plan = PlanReader(fair, report).read(cut_lines(parts.plan, name, 1), parts.fair);
      if (report.count == 0) judge(fair, plan, name, report);
    }
  }
  for (const std::string& line : report.lines) std::fprintf(stderr, "%s\n", line.c_str());
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  if (report.count > 0)
    std::fprintf(stderr, "REFUSED: %zu faults, in %.2f s\n", report.count, seconds.count());
  else
    std::printf("VERIFIED input %.16s, plan %.16s, in %.2f s\n", sha256(parts.fair).c_str(),
                sha256(parts.plan).c_str(), seconds.count());
  return report.count > 0 ? 2 : 0;
}

}  // namespace
}  // namespace kontor_verify

int main(int argc, char** argv) {
  if (argc == 2 || argc == 3) return kontor_verify::run(argv[1], argc == 3 ? argv[2] : nullptr);
  std::fprintf(stderr, "Usage: kontor-verify-fair PLAN [FAIR]\n");
  return 2;
}
