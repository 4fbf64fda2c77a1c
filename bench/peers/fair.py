"""A fair (docs/fair-file.md): which wishes to grant, in which slots; the models of its value."""
import json

import solvers
from model import Model
from solvers import Found, Run


class Fair:
    """`worth` of each pair that may meet, `seats` of each participant, free slots, tables of slots."""

    def __init__(self, path):
        self.tables, self.seats, self.free, self.wishes, nevers = [], {}, {}, [], set()
        with open(path) as file:
            for words in (line.split("#")[0].split() for line in file):
                if words:
                    self._read(words, nevers)
        wants = sum(points for *_, points in self.wishes if points)
        self.must = wants + 1
        self.worth = {}
        for a, b, points in self.wishes:
            pair = (min(a, b), max(a, b))
            if pair not in nevers:
                self.worth[pair] = self.worth.get(pair, 0) + (points or self.must)

    def _read(self, words, nevers):
        kind, *rest = words
        if kind == "session":
            self.tables += [int(rest[2])] * int(rest[1])
        elif kind == "participant":
            more = dict(word.split("=") for word in rest[3:])
            self.seats[rest[0]] = int(more.get("seats", 1))
            self.free[rest[0]] = set(range(len(self.tables)))
        elif kind == "absent":
            for word in rest[1:]:
                first, _, last = word.partition("-")
                self.free[rest[0]] -= set(range(int(first) - 1, int(last or first)))
        elif kind == "wish":
            self.wishes.append((rest[0], rest[1], 0 if rest[2] == "must" else int(rest[2])))
        elif kind == "never":
            nevers.add((min(rest), max(rest)))
        elif kind not in ("kontor", "side", "group"):
            raise ValueError(f"{kind}: not in the models of the peers")

    def slots(self, pair):
        return sorted(self.free[pair[0]] & self.free[pair[1]])

    def value(self, held):
        """The value of meetings {pair: slot}, or None where they break a rule."""
        busy, count = {}, [0] * len(self.tables)
        for (a, b), t in held.items():
            if t not in self.free[a] or t not in self.free[b] or (a, b) not in self.worth:
                return None
            for p in (a, b):
                busy[p, t] = busy.get((p, t), 0) + 1
            count[t] += 1
        if any(n > self.seats[p] for (p, _), n in busy.items()):
            return None
        if any(n > m for n, m in zip(count, self.tables)):
            return None
        return sum(self.worth[pair] for pair in held)


def linear(fair):
    """Time-indexed: the variable of each (pair, slot)."""
    model, x = Model(), {}
    by_seat, by_slot = {}, [[] for _ in fair.tables]
    for pair in sorted(fair.worth):
        terms = []
        for t in fair.slots(pair):
            x[pair, t] = v = model.variable()
            terms.append((1, v))
            model.cost.append((-fair.worth[pair], v))
            by_slot[t].append((1, v))
            for p in pair:
                by_seat.setdefault((p, t), []).append((1, v))
        if terms:
            model.at_most(terms, 1)
    for (p, _), terms in sorted(by_seat.items()):
        model.at_most(terms, fair.seats[p])
    for t, terms in enumerate(by_slot):
        model.at_most(terms, fair.tables[t])
    return model, x


def by_linear(solve):
    def answer(fair, path, seconds):
        del path
        model, x = linear(fair)
        found = solve(model, seconds)
        held = {pair: t for (pair, t), v in x.items() if v in found.solution} if found.solution else None
        return Found(held, found.proven, found.run)
    return answer


def greedy(fair, path, seconds):
    """What a careful person does by hand: dearest wishes first, each in the first free slot."""
    del path, seconds
    held, busy, count = {}, {}, [0] * len(fair.tables)
    for pair in sorted(fair.worth, key=lambda p: (-fair.worth[p], p)):
        for t in fair.slots(pair):
            if count[t] < fair.tables[t] and all(busy.get((p, t), 0) < fair.seats[p] for p in pair):
                held[pair] = t
                count[t] += 1
                for p in pair:
                    busy[p, t] = busy.get((p, t), 0) + 1
                break
    return Found(held, False, Run("", 0, 0, 0))


def kontor(program):
    def answer(fair, path, seconds):
        done = solvers.run([program, "solve", path, "--seconds", str(seconds), "--json"], seconds)
        said = json.loads(done.text)
        held = {(min(a, b), max(a, b)): t - 1 for (a, b, _), t in zip(fair.wishes, said["slots"]) if t > 0}
        return Found(held, said["status"] == "optimal", done)
    return answer


peers = {
    "CBC 2.10.8": by_linear(solvers.cbc), "HiGHS 1.15 (WebAssembly)": by_linear(solvers.highs),
    "CP-SAT (WebAssembly)": by_linear(solvers.cp_sat), "clasp 3.3.5": by_linear(solvers.clasp), "greedy": greedy,
}
