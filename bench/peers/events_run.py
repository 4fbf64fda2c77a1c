"""Kontor and its peers on the same brokerage events, one after the other."""
import json
import os
import tempfile

import event_models
import solvers
from event import invent, read, write
from solvers import Found, Run


def instances(folder, quick):
    invented = [(16, 30, 8, 6), (30, 90, 12, 10)] + ([] if quick else [(60, 220, 14, 20), (120, 500, 16, 40)])
    out = [invent(*size, seed=1) for size in invented]
    if not os.path.isdir(folder):
        print(f"no literature instances in {folder}: invented ones only")
        return out
    with open(os.path.join(folder, "published.csv")) as file:
        published = {row[0]: row[2] for row in (line.strip().split(",") for line in file) if len(row) > 2 and row[1] == "2"}
    names = ["tic-12.original", "forumt-14.original", "tic-13crafc.original", "forum-13.original"]
    names += [] if quick else ["forum-14.original", "forum-13crafb.original", "forum-13.fixed020-Forb", "forum-14.prec15"]
    for name in names:
        if os.path.exists(os.path.join(folder, name + ".dzn")):
            out.append(read(os.path.join(folder, name + ".dzn"), name, published.get(name + ".dzn")))
    return out


def kontor(program, event, fairness, seconds):
    with tempfile.NamedTemporaryFile("w", suffix=".dzn") as file:
        write(event, file.name)
        done = solvers.run([program, "solve", file.name, "--fairness", str(fairness), "--seconds", str(seconds), "--json"], seconds)
    answer = json.loads(done.text)
    schedule = [t - 1 for t in answer["schedule"]] if answer.get("schedule") else None
    return Found(schedule, answer["status"] in ("optimal", "infeasible"), done)


def linear(solve):
    def answer(event, fairness, seconds):
        model, x = event_models.linear(event, fairness)
        found = solve(model, seconds)
        schedule = event_models.schedule_of(x, len(event.meetings), found.solution) if found.solution else None
        return Found(schedule, found.proven, found.run)
    return answer


def gecode(event, fairness, seconds):
    found = solvers.minizinc("event.mzn", event_models.minizinc(event, fairness), seconds)
    return Found([t - 1 for t in found.solution] if found.solution else None, found.proven, found.run)


def greedy(event, fairness, seconds):
    del fairness, seconds
    return Found(event_models.greedy(event), False, Run("", 0, 0, 0))


def naive_sat(event, fairness, seconds):
    """Tightened step by step from the first answer; a new process for each step."""
    best, proven, total = None, False, Run("", 0, 0, 0)
    most = event.slots * event.participants
    while total.seconds < seconds:
        cnf, x = event_models.naive_sat(event, fairness, min(most, len(event.meetings) * 2))
        found = solvers.cadical(cnf.dimacs(), seconds - total.seconds)
        total = Run("", total.seconds + found.run.seconds, total.processor + found.run.processor, max(total.memory, found.run.memory))
        if not found.solution:
            proven = found.proven
            break
        best = event_models.schedule_of(x, len(event.meetings), found.solution)
        most = event.breaks(best, 10 ** 6) - 1
        if most < 0:
            proven = True
            break
    return Found(best, proven, total)


peers = {
    "clasp 3.3.5": linear(solvers.clasp), "toulbar2 1.1.1": linear(solvers.toulbar2), "CBC 2.10.8": linear(solvers.cbc),
    "HiGHS 1.15 (WebAssembly)": linear(solvers.highs), "CP-SAT (WebAssembly)": linear(solvers.cp_sat),
    "MiniZinc 2.6 + Gecode": gecode, "naive SAT (CaDiCaL)": naive_sat, "greedy": greedy,
}


def rows(program, folder, fairness, seconds, quick, only):
    """One for each instance and solver: dictionaries of what was found, all re-counted here."""
    for event in instances(folder, quick):
        solve = {"Kontor": lambda e, f, s: kontor(program, e, f, s), **peers}
        for name, answer in solve.items():
            if only and name != "Kontor" and not any(word in name.lower() for word in only):
                continue
            found = answer(event, fairness, seconds)
            value = event.breaks(found.solution, fairness) if found.solution else None
            status = "none"
            if found.solution and value is None:
                status = "breaks a rule"
            elif found.solution:
                status = "optimal" if found.proven else "feasible"
            elif found.proven:
                status = "infeasible"
            yield {"instance": event.name, "solver": name, "published": event.optimum or "", "status": status,
                   "breaks": "" if value is None else value, "seconds": f"{found.run.seconds:.2f}",
                   "processor_seconds": f"{found.run.processor:.2f}", "megabytes": f"{found.run.memory:.0f}"}
