"""Models of a brokerage event for general solvers: linear, MiniZinc, SAT; and a plain greedy.

All use what the literature found to matter: the occupied-slot view beside the meetings, and breaks
counted at their ends (a participant's breaks are its runs of meetings less one).
"""
import json

from model import Model


def cap_on_breaks(event, fairness):
    """The most breaks that fairness leaves a participant, where somebody can have none; else None."""
    idle = [len(event.of(p)) in (0, 1, event.slots) for p in range(event.participants)]
    return fairness if any(idle) else None


def linear(event, fairness):
    """The model, and the variable of each (meeting, slot)."""
    model = Model()
    x = {(m, t): model.variable() for m in range(len(event.meetings)) for t in event.domain(m)}
    for m in range(len(event.meetings)):
        model.equal([(1, x[m, t]) for t in event.domain(m)], 1)
    for t in range(event.slots):
        model.at_most([(1, x[m, t]) for m in range(len(event.meetings)) if (m, t) in x], event.tables)
    for a, b in event.before:
        for t in range(event.slots):
            late = [(1, x[b, u]) for u in range(t + 1) if (b, u) in x]
            if late:
                model.at_most(late + [(-1, x[a, u]) for u in range(t) if (a, u) in x], 0)
    starts = [_starts(model, event, x, p) for p in range(event.participants)]
    model.cost = [(1, s) for of in starts for s in of]
    model.constant = -sum(1 for of in starts if of)
    _fair(model, starts, cap_on_breaks(event, fairness), fairness)
    return model, x


def _starts(model, event, x, participant):
    """The variables that say in which slots a run of meetings of the participant starts."""
    meetings = event.of(participant)
    if not meetings:
        return []
    used = [model.variable() for _ in range(event.slots)]
    for t in range(event.slots):
        model.equal([(1, x[m, t]) for m in meetings if (m, t) in x] + [(-1, used[t])], 0)
    starts = [model.variable() for _ in range(event.slots)]
    for t in range(event.slots):
        before = [(-1, used[t - 1])] if t > 0 else []
        model.at_least([(1, starts[t]), (-1, used[t])] + [(-c, v) for c, v in before], 0)
        model.at_most([(1, starts[t]), (-1, used[t])], 0)
        if t > 0:
            model.at_most([(1, starts[t]), (1, used[t - 1])], 1)
    return starts


def _fair(model, starts, cap, fairness):
    for p, of in enumerate(starts):
        if cap is not None and len(of) > cap + 1:
            model.at_most([(1, s) for s in of], cap + 1)
        if cap is None:
            for other in starts[:p] + starts[p + 1:]:
                model.at_most([(1, s) for s in of] + [(-1, s) for s in other], fairness)


def schedule_of(x, meetings, true):
    """The slot of each meeting, from the variables that are true."""
    schedule = [None] * meetings
    for (m, t), v in x.items():
        if v in true:
            schedule[m] = t
    return None if None in schedule else schedule


def minizinc(event, fairness):
    """The data of event.mzn."""
    return json.dumps({
        "participants": event.participants, "slots": event.slots, "tables": event.tables,
        "meetings": len(event.meetings), "fairness": fairness,
        "possible": [{"set": [t + 1 for t in event.domain(m)]} for m in range(len(event.meetings))],
        "meetings_of": [{"set": [m + 1 for m in event.of(p)]} for p in range(event.participants)],
        "before": [[a + 1, b + 1] for a, b in event.before] or [[]],
        "orders": len(event.before)})


def greedy(event):
    """What a careful person does by hand: the busiest first, each in the first slot that is free."""
    load = [len(event.of(p)) for p in range(event.participants)]
    order = sorted(range(len(event.meetings)),
                   key=lambda m: (len(event.domain(m)), -sum(load[p] for p in event.meetings[m])))
    schedule = [None] * len(event.meetings)
    busy, count = [set() for _ in range(event.participants)], [0] * event.slots
    for m in order:
        a, b = event.meetings[m]
        first = max([schedule[e] + 1 for e, l in event.before if l == m and schedule[e] is not None] or [0])
        for t in event.domain(m):
            if t >= first and t not in busy[a] and t not in busy[b] and count[t] < event.tables:
                schedule[m] = t
                busy[a].add(t)
                busy[b].add(t)
                count[t] += 1
                break
    return None if None in schedule else schedule


class Clauses:
    """A formula in conjunctive normal form that grows."""

    def __init__(self):
        self.variables = 0
        self.clauses = []

    def variable(self):
        self.variables += 1
        return self.variables

    def add(self, *literals):
        self.clauses.append(literals)

    def at_most(self, literals, most):
        """Sequential counter (Sinz, CP 2005)."""
        before = None
        for number, literal in enumerate(literals):
            count = [self.variable() for _ in range(min(most, number + 1))]
            if count:
                self.add(-literal, count[0])
            for k, c in enumerate(before or []):
                self.add(-c, count[k])
                if k + 1 < len(count):
                    self.add(-c, -literal, count[k + 1])
            if before is not None and len(before) == most and (most == 0 or number >= most):
                self.add(-literal, *([-before[-1]] if most else []))
            before = count

    def dimacs(self):
        return "\n".join([f"p cnf {self.variables} {len(self.clauses)}",
                          *(" ".join(map(str, c)) + " 0" for c in self.clauses), ""])


def naive_sat(event, fairness, most_breaks):
    """A plain slot-indexed formula: is there a schedule with at most so many breaks?"""
    cnf = Clauses()
    x = {(m, t): cnf.variable() for m in range(len(event.meetings)) for t in event.domain(m)}
    for m in range(len(event.meetings)):
        slots = event.domain(m)
        cnf.add(*(x[m, t] for t in slots))
        for i, t in enumerate(slots):
            for u in slots[:i]:
                cnf.add(-x[m, t], -x[m, u])
    for t in range(event.slots):
        cnf.at_most([x[m, t] for m in range(len(event.meetings)) if (m, t) in x], event.tables)
    for a, b in event.before:
        for t in event.domain(b):
            cnf.add(-x[b, t], *(x[a, u] for u in event.domain(a) if u < t))
    starts = [_sat_starts(cnf, event, x, p) for p in range(event.participants)]
    for of in starts:
        if len(of) > fairness + 1:
            cnf.at_most(of, fairness + 1)
    cnf.at_most([s for of in starts for s in of], most_breaks + sum(1 for of in starts if of))
    return cnf, x


def _sat_starts(cnf, event, x, participant):
    meetings = event.of(participant)
    if not meetings:
        return []
    used, starts = [], []
    for t in range(event.slots):
        here = [x[m, t] for m in meetings if (m, t) in x]
        used.append(cnf.variable())
        starts.append(cnf.variable())
        cnf.add(-used[t], *here)
        for i, literal in enumerate(here):
            cnf.add(-literal, used[t])
            for other in here[:i]:
                cnf.add(-literal, -other)
        cnf.add(-used[t], starts[t], *([used[t - 1]] if t else []))
    return starts
