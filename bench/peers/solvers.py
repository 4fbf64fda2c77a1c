"""Runs a solver as a process of its own, within a time, and reads what it found."""
import json
import os
import re
import subprocess
import tempfile
from dataclasses import dataclass

here = os.path.dirname(os.path.abspath(__file__))
modules = os.path.join(here, "../../build/peers/node_modules")


@dataclass
class Run:
    """What a process printed and took; `seconds` by clock, `processor` all its threads', in MB."""
    text: str
    seconds: float
    processor: float
    memory: float


@dataclass
class Found:
    """`proven`: that no answer is better, or (solution None) that there is none."""
    solution: object
    proven: bool
    run: Run


def run(command, seconds, grace=5):
    """Ends the process `grace` seconds after its time, should it not end itself."""
    with tempfile.NamedTemporaryFile("r") as measured:
        limited = ["timeout", "-k", "2", str(seconds + grace), *command]
        done = subprocess.run(["/usr/bin/time", "-q", "-o", measured.name, "-f", "%e %U %S %M", *limited],
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, check=False)
        clock, user, system, kilobytes = measured.read().split()[-4:]
    return Run(done.stdout, float(clock), float(user) + float(system), float(kilobytes) / 1024)


class File:
    """A file for a solver to read, deleted afterwards."""

    def __init__(self, text, suffix):
        self.text, self.suffix = text, suffix

    def __enter__(self):
        self.file = tempfile.NamedTemporaryFile("w", suffix=self.suffix)
        self.file.write(self.text)
        self.file.flush()
        return self.file.name

    def __exit__(self, *_):
        self.file.close()


def cbc(model, seconds):
    with File(model.lp(), ".lp") as lp, File("", ".txt") as answer:
        done = run(["cbc", lp, "-timeMode", "elapsed", "-seconds", str(seconds), "-threads", "2", "-allowableGap", "0.5", "-solve", "-solution", answer], seconds)
        with open(answer) as file:
            lines = file.read().splitlines()
    status = lines[0] if lines else ""
    ones = {int(line.split()[-3][1:]) for line in lines[1:] if re.search(r"\bx\d+\s", line) and float(line.split()[-2]) > 0.5}
    if "Infeasible" in status or "infeasible" in status:
        return Found(None, "time" not in status, done)
    return Found(ones or None, status.startswith("Optimal"), done)


def clasp(model, seconds):
    with File(model.opb(), ".opb") as opb:
        done = run(["clasp", opb, f"--time-limit={seconds}", "--parallel-mode=2,compete", "--opt-strategy=usc,k"], seconds)
    return _pseudo_boolean(done)


def toulbar2(model, seconds):
    with File(model.opb(), ".opb") as opb:
        done = run(["toulbar2", opb, f"-timer={seconds}", "-s=3"], seconds)
    # Each solution found is printed as a line of name=v0 or name=v1.
    last = [line for line in done.text.splitlines() if re.match(r"\s*x\d+=v", line)]
    ones = {int(n) for n in re.findall(r"\bx(\d+)=v1\b", last[-1])} if last else None
    proven = "Optimum:" in done.text or "No solution" in done.text
    return Found(ones, proven, done)


def _pseudo_boolean(done):
    values = re.findall(r"^v (.*)$", done.text, re.M)
    status = re.search(r"^s (.*)$", done.text, re.M)
    status = status.group(1) if status else ""
    ones = {int(n) for line in values for n in re.findall(r"(?<![-\d])x(\d+)", line)} if status != "UNSATISFIABLE" else None
    return Found(ones or None, status in ("OPTIMUM FOUND", "UNSATISFIABLE"), done)


def highs(model, seconds):
    with File(model.lp(), ".lp") as lp:
        return _script("highs.mjs", lp, seconds, 5)


def cp_sat(model, seconds):
    with File(model.json(), ".json") as problem:
        return _script("cp_sat.mjs", problem, seconds, 15)  # it takes seconds to start


def _script(name, file, seconds, grace):
    done = run(["node", os.path.join(here, name), file, str(seconds), os.path.abspath(modules)], seconds, grace)
    try:
        answer = json.loads(done.text.splitlines()[-1])
    except (IndexError, ValueError):
        return Found(None, False, done)
    return Found(set(answer["ones"]) or None, answer["status"].upper() in ("OPTIMAL", "INFEASIBLE"), done)


def minizinc(model, data, seconds):
    """The slots of the meetings, from 1."""
    with File(data, ".json") as file:
        done = run(["minizinc", "--solver", "gecode", "-p", "2", "-i", "--time-limit", str(seconds * 1000), os.path.join(here, model), file], seconds)
    solutions = re.findall(r"^solution \d+ (.*)$", done.text, re.M)
    slots = [int(n) for n in solutions[-1].split(",")] if solutions else None
    return Found(slots, "==========" in done.text or "UNSATISFIABLE" in done.text, done)


def cadical(formula, seconds):
    """The true variables, whether there are any for sure, and the run."""
    with File(formula, ".cnf") as cnf:
        done = run(["cadical", "-q", "-t", str(max(1, int(seconds))), cnf], seconds)
    sat = "s SATISFIABLE" in done.text
    ones = {int(n) for line in re.findall(r"^v (.*)$", done.text, re.M) for n in line.split() if int(n) > 0}
    return Found(ones if sat else None, sat or "s UNSATISFIABLE" in done.text, done)
