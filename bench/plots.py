#!/usr/bin/python3
"""Draws bench/results/*.csv as SVG beside them; what was not measured is left out."""
import csv
import os

import matplotlib

matplotlib.use("svg")
from matplotlib import pyplot  # noqa: E402

results = os.path.join(os.path.dirname(os.path.abspath(__file__)), "results")


def read(name):
    path = os.path.join(results, name)
    if not os.path.exists(path):
        return []
    with open(path, newline="") as file:
        return list(csv.DictReader(file))


def save(figure, name):
    figure.tight_layout()
    figure.savefig(os.path.join(results, name), metadata={"Date": None})
    print(f"bench/results/{name}")


def mission():
    rows = read("mission.csv")
    if not rows:
        return
    figure, axes = pyplot.subplots(figsize=(7, 4))
    for seed in dict.fromkeys(row["seed"] for row in rows):
        of = [row for row in rows if row["seed"] == seed]
        axes.step([float(row["seconds"]) for row in of], [float(row["gap_percent"]) for row in of],
                  where="post", label=f"seed {seed}")
    axes.axhline(1, color="grey", linewidth=0.8, linestyle="--")
    axes.set(xlabel="seconds", ylabel="bound above value, per cent", yscale="log", xlim=(0, None),
             title="The demo mission: value and bound approach each other")
    axes.legend()
    save(figure, "mission.svg")


def peers():
    for name, title in (("peers-events", "All meetings, fewest breaks: seconds to a proven answer"),
                        ("peers-fairs", "Most valuable meetings: seconds to a proven answer")):
        rows = read(name + ".csv")
        if not rows:
            continue
        instances = list(dict.fromkeys(row["instance"] for row in rows))
        figure, axes = pyplot.subplots(figsize=(9, 0.5 * len(instances) + 2.5))
        for solver in dict.fromkeys(row["solver"] for row in rows):
            proven = [row for row in rows if row["solver"] == solver and row["status"] in ("optimal", "infeasible")]
            axes.scatter([max(0.01, float(row["seconds"])) for row in proven],
                         [instances.index(row["instance"]) for row in proven], label=f"{solver} ({len(proven)})")
        axes.set(xscale="log", xlabel="seconds", title=title, yticks=range(len(instances)), yticklabels=instances)
        axes.invert_yaxis()
        axes.grid(axis="y", alpha=0.3)
        axes.legend(loc="center left", bbox_to_anchor=(1, 0.5), fontsize="small", title="proven within the time")
        save(figure, name + ".svg")


def scale():
    rows = read("scale.csv")
    if not rows:
        return
    figure, all_axes = pyplot.subplots(1, 3, figsize=(11, 3.6))
    wishes = [int(row["wishes"]) for row in rows]
    for axes, key, title in zip(all_axes, ("CPU s", "MB", "gap %"), ("processor seconds", "megabytes", "gap, per cent")):
        axes.scatter(wishes, [float(row[key]) for row in rows])
        axes.set(xscale="log", xlabel="wishes", title=title)
        if key != "gap %":
            axes.set_yscale("log")
    save(figure, "scale.svg")


def literature():
    for name in sorted(os.listdir(results)) if os.path.isdir(results) else []:
        if not (name.startswith("literature-d") and name.endswith(".csv")):
            continue
        rows = [row for row in read(name) if row.get("published_seconds") and row.get("seconds")]
        if not rows:
            continue
        figure, axes = pyplot.subplots(figsize=(5, 5))
        ours = [max(0.005, float(row["seconds"])) for row in rows]
        theirs = [max(0.005, float(row["published_seconds"])) for row in rows]
        axes.scatter(theirs, ours, s=14)
        axes.plot([0.01, 300], [0.01, 300], color="grey", linewidth=0.8)
        axes.plot([0.1, 300], [0.01, 30], color="grey", linewidth=0.8, linestyle="--")
        axes.set(xscale="log", yscale="log", xlabel="published seconds (MaxSAT, 2012 Xeon)", ylabel="seconds",
                 title=name[:-4] + ": a tenth is the dashed line")
        save(figure, name[:-4] + ".svg")


def latencies():
    rows = read("change.csv")
    if not rows or "milliseconds" not in rows[0]:
        return
    figure, axes = pyplot.subplots(figsize=(7, 4))
    for kind in dict.fromkeys(row["kind"] for row in rows):
        times = sorted(float(row["milliseconds"]) for row in rows if row["kind"] == kind)
        axes.step(times, [100 * (i + 1) / len(times) for i in range(len(times))], where="post", label=kind)
    axes.set(xscale="log", xlabel="milliseconds", ylabel="per cent answered", title="Changes: time to an answer")
    axes.legend()
    save(figure, "change.svg")


for draw in (mission, peers, scale, literature, latencies):
    draw()
