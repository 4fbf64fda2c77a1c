"""Kontor and its peers on the same invented fairs, one after the other."""
import os
import subprocess
import tempfile

import fair

# participants, wishes, slots of one day
sizes = [(40, 200, 8), (150, 1000, 12), (600, 5000, 16), (2000, 20000, 16)]
plain = ["--promises", "0", "--caps", "0", "--fixed", "0", "--orders", "0"]
# Beyond so many variables a model takes the peers longer to read than they have.
most_variables = 120000


def rows(program, seconds, quick, only):
    """One for each fair and solver: dictionaries of what was found, all re-counted here."""
    for participants, wishes, slots in sizes[:2] if quick else sizes:
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "invented.fair")
            subprocess.run([program, "generate", "fair", "--participants", str(participants), "--wishes", str(wishes),
                            "--days", "1", "--slots", str(slots), "--seed", "1", *plain, "-o", path], check=True)
            yield from _solve(fair.Fair(path), path, program, seconds, only)


def _solve(problem, path, program, seconds, only):
    name = f"{len(problem.seats)} participants, {len(problem.wishes)} wishes"
    variables = sum(len(problem.slots(pair)) for pair in problem.worth)
    best = None
    for solver, answer in {"Kontor": fair.kontor(program), **fair.peers}.items():
        if only and solver != "Kontor" and not any(word in solver.lower() for word in only):
            continue
        row = {"instance": name, "solver": solver, "status": "not tried", "musts": "", "wants": "", "gap_percent": "",
               "seconds": "", "processor_seconds": "", "megabytes": ""}
        if variables <= most_variables or solver in ("Kontor", "greedy"):
            found = answer(problem, path, seconds)
            value = problem.value(found.solution) if found.solution else None
            best = value if best is None else best
            row |= _found(problem, found, value, best)
        yield row


def _found(problem, found, value, best):
    status = "breaks a rule" if found.solution and value is None else "none"
    if value is not None:
        status = "optimal" if found.proven else "feasible"
    wants = "" if value is None else value % problem.must
    return {"status": status, "musts": "" if value is None else value // problem.must, "wants": wants,
            "gap_percent": "" if value is None else f"{100 * (best - value) / best:.3f}",
            "seconds": f"{found.run.seconds:.2f}", "processor_seconds": f"{found.run.processor:.2f}",
            "megabytes": f"{found.run.memory:.0f}"}
