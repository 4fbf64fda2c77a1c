#pragma once
#include "engine/timetable/causes.h"
#include "engine/timetable/rules/visit.h"

namespace kontor::engine::timetable {

// The single facts of which causes.h makes sets, and trial.h too.

// In order, each fact once; a rule is one fact, whomever it keeps away.
void tidy(Causes& causes);

// How much it takes to undo causes: engagements by wish before duties and absences, and those of
// little weight first.
std::int64_t effort(const State& state, const Causes& causes);

// What keeps `person` from a visit, rules of protocol apart, whatever they do at the activity
// itself; and with them.
void add_engagements(const State& state, int person, const rules::Visit& visit, Causes& out);
void add_obstacles(const State& state, int person, const rules::Visit& visit, Causes& out);

// What keeps them from `slot` with `partner`; a person of -1: the organisation has nobody.
void add_sitter(const State& state, int organisation, int person, int slot, int partner,
                Causes& out);

// Who may sit for `organisation`; -1 alone: nobody.
std::vector<int> sitters(const State& state, int organisation);

// Whether giving up what is among `causes` frees a table of `slot`.
bool frees_table(const State& state, const Causes& causes, int slot);

// Takes engagements among `facts` from `state`, and duties that only rules among them call for;
// whoever wished to be there then is a guest.
void undo(State& state, const Causes& facts);

// The rules that are broken after that and are not among `facts`.
Causes rules_broken(const State& state, const Causes& facts);

// What takes the room of `option` meanwhile.
void add_room(const State& state, int activity, const Option& option, Causes& out);

}  // namespace kontor::engine::timetable
