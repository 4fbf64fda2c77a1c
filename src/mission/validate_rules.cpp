#include <algorithm>
#include <array>

#include "mission/validate_parts.h"

namespace kontor::mission {

namespace {

// Which fields a kind of rule uses; all use `who` but clearance_needed, and all have a scope.
struct Uses {
  RuleKind kind;
  bool who;
  bool with;
  bool with_needed;
  bool minutes;
  bool most;
  bool site;
};

// clang-format off
constexpr std::array uses{
    //                            who    with   needed minutes most  site
    Uses{RuleKind::AlwaysWith,      true,  true,  true,  false, false, false},
    Uses{RuleKind::AtLeastOneOf,    true,  false, false, false, false, false},
    Uses{RuleKind::NeverWith,       true,  true,  false, false, false, false},
    Uses{RuleKind::NotSameVehicle,  true,  true,  false, false, false, false},
    Uses{RuleKind::ArrivesLast,     true,  false, false, true,  false, false},
    Uses{RuleKind::LeavesFirst,     true,  false, false, true,  false, false},
    Uses{RuleKind::GuestsInPlace,   true,  false, false, true,  false, false},
    Uses{RuleKind::Rest,            true,  false, false, true,  false, false},
    Uses{RuleKind::AtMostADay,      true,  false, false, false, true,  false},
    Uses{RuleKind::ClearanceNeeded, false, false, false, false, false, true},
};
// clang-format on

void check_who(const Index& index, const std::string& path, const Who& who, Faults& faults) {
  faults.references(path, who.offices, index.offices);
  faults.references(path, who.people, index.people);
  faults.references(path, who.organisations, index.organisations);
}

class RuleCheck {
 public:
  RuleCheck(const Rule& rule, Faults& faults)
      : rule_(rule), path_("rule/" + rule.id.value), faults_(faults) {}

  void run() {
    const Uses& use = uses[static_cast<std::size_t>(rule_.kind)];
    field("who", use.who, use.who, !rule_.who.empty());
    field("with", use.with, use.with_needed, !rule_.with.empty());
    field("minutes", use.minutes, use.minutes, rule_.minutes != 0);
    field("every_minutes", rule_.kind == RuleKind::Rest, false, rule_.every_minutes != 0);
    field("most", use.most, false, rule_.most != 0);
    field("site", use.site, use.site, !rule_.site.empty());
    field("working_days", use.site, false, rule_.working_days != 0);
    field("holidays", use.site, false, !rule_.holidays.empty());
    range("minutes", rule_.minutes, minutes_of_day);
    range("every_minutes", rule_.every_minutes, minutes_of_day);
    range("most", rule_.most, 100);
    range("working_days", rule_.working_days, 366);
    if (rule_.kind == RuleKind::ClearanceNeeded && rule_.scope.empty())
      faults_.missing(path_, "scope");
  }

 private:
  void field(std::string_view name, bool used, bool needed, bool there) {
    if (there && !used)
      faults_.add("unused_field", fmt::format("{}/{}", path_, name), std::string(word(rule_.kind)));
    if (!there && needed) faults_.missing(path_, name);
  }
  void range(std::string_view name, int value, int most) {
    if (value < 0 || value > most)
      faults_.add("out_of_range", fmt::format("{}/{}", path_, name), fmt::format("{}", value),
                  {{"expected", fmt::format("0 to {}", most)}});
  }

  const Rule& rule_;
  std::string path_;
  Faults& faults_;
};

}  // namespace

void validate_rules(const Index& index, Faults& faults) {
  for (const Rule& rule : index.mission.rules) {
    const std::string path = "rule/" + rule.id.value;
    RuleCheck(rule, faults).run();
    check_who(index, path + "/who", rule.who, faults);
    check_who(index, path + "/with", rule.with, faults);
    faults.references(path + "/scope", rule.scope.activities, index.activities);
    faults.references(path + "/scope", rule.scope.legs, index.legs);
    faults.record(path, rule.record, index);
  }
}

}  // namespace kontor::mission
