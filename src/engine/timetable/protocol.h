#pragma once
#include <vector>

#include "base/rng.h"
#include "engine/timetable/rules/visit.h"
#include "engine/timetable/state.h"

namespace kontor::engine::timetable {

// All rules of protocol together, as construction and moves ask them.

using rules::Visit;

Visit visit_of(const State& state, int person, int activity, int option);
Visit visit_to_slot(const State& state, int slot, int partner);

// The weight of the wishes that must give way so that `person` makes the visit, by
// one_place_at_a_time and the rules of protocol; OnePlaceAtATime::impossible or more where that is
// not enough. Whether the person is present is not asked.
std::int64_t cost_of_visit(const State& state, int person, const Visit& visit);
// Adds those wishes, and duties, to `in_the_way`.
void explain_visit(const State& state, int person, const Visit& visit,
                   std::vector<Item>& in_the_way);
// The same of the rule of protocol with this number alone.
std::int64_t cost_of_rule(const State& state, int rule, int person, const Visit& visit);
// The rules of protocol, by number, of which cost_of_visit counts something.
std::vector<int> rules_against(const State& state, int person, const Visit& visit);

// Whether the required of `activity` may be there together, whatever its option.
bool may_be_held(const Problem& problem, int activity);

// `person` and whoever must come along to `activity`, and along with them.
std::vector<int> with_company(const State& state, int person, int activity);

// Whether everywhere somebody comes whom at_least_one_of asks for, and all whom always_with does.
bool company_complete(const State& state);

// Puts `person` on duty at a held activity, and those without whom always_with does not let them
// come. False, and nothing changed, where somebody is absent, on another duty or kept away by a
// rule; no wishes may be granted yet.
bool bind_with_company(State& state, int person, int activity);

// Gives a held activity the coaches that it lacks where a rule parts those who ride to it; false,
// and nothing changed, where there are too few.
bool part_riders(State& state, int activity);

// Chooses somebody for each at_least_one_of rule of a held activity, looking from a random one on
// where `rng` is given. False, and nothing changed, where nobody can come.
bool bind_chosen(State& state, int activity, base::Rng* rng);

}  // namespace kontor::engine::timetable
