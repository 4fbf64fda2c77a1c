"""A brokerage event: all meetings are to be held, with the fewest breaks (Bofill et al., JAIR 74, 2022).

Slots, participants and meetings count from 0; `morning` slots come first.
"""
import random
import re
from dataclasses import dataclass, field


@dataclass
class Event:
    name: str
    participants: int
    slots: int
    tables: int
    morning: int
    meetings: list  # (participant, participant)
    session: list   # of each meeting: 1 morning, 2 afternoon, 3 either
    forbidden: list  # of each participant: a set of slots
    fixed: list     # of each meeting: a slot or None
    before: list = field(default_factory=list)  # (earlier meeting, later meeting)
    optimum: object = None  # as published: a number, "infeasible", or None

    def of(self, participant):
        return [m for m, pair in enumerate(self.meetings) if participant in pair]

    def domain(self, meeting):
        a, b = self.meetings[meeting]
        first = self.morning if self.session[meeting] == 2 else 0
        end = self.morning if self.session[meeting] == 1 else self.slots
        return [t for t in range(first, end)
                if t not in self.forbidden[a] and t not in self.forbidden[b]
                and self.fixed[meeting] in (None, t)]

    def breaks(self, schedule, fairness):
        """The breaks of a schedule (the slot of each meeting), or None where it breaks a rule."""
        if any(t not in self.domain(m) for m, t in enumerate(schedule)):
            return None
        if any(schedule[a] >= schedule[b] for a, b in self.before):
            return None
        if any(schedule.count(t) > self.tables for t in range(self.slots)):
            return None
        breaks = []
        for p in range(self.participants):
            used = sorted(schedule[m] for m in self.of(p))
            if len(set(used)) < len(used):
                return None
            breaks.append(sum(b > a + 1 for a, b in zip(used, used[1:])))
        return sum(breaks) if max(breaks) - min(breaks) <= fairness else None


def read(path, name, optimum=None):
    with open(path) as file:
        text = file.read()
    number = {key: int(value) for key, value in re.findall(r"(\w+)\s*=\s*(\d+)\s*;", text)}
    part = {key: value for key, value in re.findall(r"(\w+)\s*=\s*\[\|?(.*?)\|?\]\s*;", text, re.S)}
    rows = [[int(n) for n in re.findall(r"\d+", row)] for row in part["requested"].split("|")]
    rows = [row for row in rows if row]
    sets = lambda key: [{int(n) for n in re.findall(r"\d+", s)} for s in re.findall(r"\{(.*?)\}", part[key])]
    fixed = [int(n) for n in re.findall(r"\d+", part["fixed"])]
    return Event(name, number["nBusiness"], number["nTotalSlots"], number["nTables"], number["nMorningSlots"],
                 [(a - 1, b - 1) for a, b, _ in rows], [s for _, _, s in rows],
                 [{t - 1 for t in s if t > 0} for s in sets("forbidden")],
                 [t - 1 if t > 0 else None for t in fixed],
                 [(b - 1, m) for m, s in enumerate(sets("precedences")) for b in sorted(s)], optimum)


def invent(participants, meetings, slots, tables, seed):
    """Uniform random pairs, nobody with more meetings than two thirds of the slots."""
    draw = random.Random(seed)
    pairs, load = set(), [0] * participants
    while len(pairs) < meetings:
        a, b = sorted(draw.sample(range(participants), 2))
        if (a, b) not in pairs and max(load[a], load[b]) < slots * 2 // 3:
            pairs.add((a, b))
            load[a] += 1
            load[b] += 1
    pairs = sorted(pairs)
    return Event(f"invented-{participants}-{meetings}-{slots}-{tables}-s{seed}", participants, slots, tables,
                 slots // 2, pairs, [3] * meetings, [set() for _ in range(participants)], [None] * meetings)


def write(event, path):
    """The event as MiniZinc data, as `kontor solve` reads it."""
    counted = [event.of(p) for p in range(event.participants)]
    brace = lambda numbers: "{" + ",".join(str(n) for n in numbers) + "}"
    with open(path, "w") as out:
        for key, value in (("nBusiness", event.participants), ("nMeetings", len(event.meetings)),
                           ("nTables", event.tables), ("nTotalSlots", event.slots),
                           ("nMorningSlots", event.morning)):
            out.write(f"{key} = {value};\n")
        rows = "\n".join(f"|{a + 1},{b + 1},{s}," for (a, b), s in zip(event.meetings, event.session))
        out.write(f"requested = [{rows}|];\n")
        out.write("meetingsxBusiness = [" + ",\n".join(brace([1] + [m + 2 for m in of]) for of in counted) + "];\n")
        out.write("nMeetingsBusiness = [" + ",".join(str(len(of)) for of in counted) + "];\n")
        out.write("forbidden = [" + ",".join(brace([0] + sorted(t + 1 for t in f)) for f in event.forbidden) + "];\n")
        out.write("fixed = [" + ",".join(str(0 if t is None else t + 1) for t in event.fixed) + "];\n")
        earlier = [[a + 1 for a, b in event.before if b == m] for m in range(len(event.meetings))]
        out.write("precedences = [" + ",".join(brace(e) for e in earlier) + "];\n")
