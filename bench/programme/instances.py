#!/usr/bin/python3
"""Plans public instances with the timetable engine and compares with the exact optimum.

instances.py PROGRAM DATA RESULTS.csv: PROGRAM is bench_programme, DATA the folder of instances.
For each family says what is modelled; docs/performance.md says which are not, and why.
The exact optima are found here, by algorithms that share nothing with the engine: assignment by
successive shortest paths, and CBC where it is installed.
"""
import csv
import math
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ITERATIONS = 40_000


def plan(program, lines, iterations=ITERATIONS):
    """What the engine makes of a problem written as programme.cpp reads it."""
    text = '\n'.join(lines) + '\n'
    done = subprocess.run([program, str(iterations)], input=text, text=True, check=True,
                          capture_output=True)
    out = {'options': {}, 'attends': []}
    for line in done.stdout.splitlines():
        word, *rest = line.split()
        if word == 'option':
            out['options'][int(rest[0])] = int(rest[1])
        elif word == 'attends':
            out['attends'].append((int(rest[0]), int(rest[1])))
        else:
            out[word] = float(rest[0])
    return out


def assignment(worth):
    """The largest sum of worth[row][column], each row and column used once at most; rows may stay
    without: shortest augmenting paths with potentials (Jonker, Volgenant, Computing 38, 1987)."""
    rows, real = len(worth), len(worth[0])
    cost = [[-w for w in row] + [0] * rows for row in worth]  # a column of its own: without
    columns = real + rows
    u, v, match = [0] * (rows + 1), [0] * (columns + 1), [0] * (columns + 1)
    for row in range(1, rows + 1):
        match[0], column = row, 0
        least, used, way = [math.inf] * (columns + 1), [False] * (columns + 1), [0] * (columns + 1)
        while match[column] != 0:
            used[column] = True
            here, delta, following = match[column], math.inf, 0
            for j in range(1, columns + 1):
                if used[j]:
                    continue
                reduced = cost[here - 1][j - 1] - u[here] - v[j]
                if reduced < least[j]:
                    least[j], way[j] = reduced, column
                if least[j] < delta:
                    delta, following = least[j], j
            for j in range(columns + 1):
                if used[j]:
                    u[match[j]] += delta
                    v[j] -= delta
                else:
                    least[j] -= delta
            column = following
        while column:
            match[column] = match[way[column]]
            column = way[column]
    return sum(-cost[match[j] - 1][j - 1] for j in range(1, columns + 1) if match[j])


def projects(program, data):
    """Students with ranked wishes and projects for one each (PrefLib 00038). All projects at one
    time: nobody has two. Years without capacities of supervisors only."""
    for year in (1, 2, 3):
        students, alternatives = [], 0
        for line in open(data / 'preflib' / '00038 - project' / f'00038-0000000{year}.soi'):
            if line.startswith('# NUMBER ALTERNATIVES'):
                alternatives = int(line.split(':')[1])
            if line[0] != '#':
                count, order = line.split(':')
                students += [[int(p) - 1 for p in order.split(',')]] * int(count)
        worth = [[0] * alternatives for _ in students]
        lines = ['places 1 0', f'people {len(students)}']
        for _ in range(alternatives):
            lines += ['activity 10', 'option 0 -1 0 1']
        for student, order in enumerate(students):
            for rank, project in enumerate(order[:9], 1):
                worth[student][project] = 10 - rank
                lines.append(f'wish {student} {project} {10 - rank}')
        ours = plan(program, lines)
        ranks = sorted(10 - worth[s][p] for s, p in ours['attends'])
        profile = ' '.join(str(ranks.count(rank)) for rank in range(1, 10)).rstrip(' 0')
        yield (f'projects of year {year}', f'{len(students)} students, {alternatives} projects',
               ours, assignment(worth), f'profile {profile}')


def talks(program, data):
    """Talks one after another in one room, participants with interests and hours at which they are
    available (FairConf): the most interest met. An exact optimum: talks to slots."""
    for name in ('fatrec', 'fatrecContInterest', 'recsys'):
        read = lambda kind: [[float(x) for x in row] for row in  # noqa: E731
                             csv.reader(open(data / 'fairconf' / f'{name}_{kind}.csv'))]
        interest, available = read('V'), read('A')
        scale = 1 if all(x in (0, 1) for row in interest for x in row) else 10
        slots, count = len(available[0]), len(interest[0])
        lines = ['places 1 0', f'people {len(interest)}', 'rooms 1']
        for person, row in enumerate(available):
            lines += [f'absence {person} {10 * s} {10 * s + 10}' for s in range(slots) if not row[s]]
        for _ in range(count):
            lines += ['activity 10'] + [f'option {10 * s} 0 0 1000000' for s in range(slots)]
        for person, row in enumerate(interest):
            lines += [f'wish {person} {talk} {round(x * scale)}' for talk, x in enumerate(row)
                      if round(x * scale) > 0]
        worth = [[sum(round(row[talk] * scale) for row, hours in zip(interest, available)
                      if hours[s]) for s in range(slots)] for talk in range(count)]
        yield (f'talks of {name}', f'{len(interest)} people, {count} talks, {slots} slots',
               plan(program, lines), assignment(worth), '')


def meetings(program, data):
    """Group meetings with travel times (CSPLib 046): how many are held. All can be where a solution
    is published; elsewhere it is published that not all can."""
    folder = data / 'csplib' / 'prob046'
    text = (folder / 'data' / 'instances.md').read_text()
    solved = {int(part.split('__')[0]) for part in
              (folder / 'results' / 'results.md').read_text().split('__Instance #')[1:]
              if 'is satisfiable' in part}
    for number, part in enumerate(text.split('**Instance #')[1:], 1):
        count = int(re.search(r'NumberOfMeetings\s*=\s*(\d+)', part)[1])
        slots = int(re.search(r'DomainSize\s*=\s*(\d+)', part)[1])
        agents = [[int(m) for m in row.split()]
                  for row in re.findall(r'Agents?\s*\(\d+\):([\d ]+)', part)]
        table = part.split('Distance')[-1]
        distance = [[int(d) for d in row.split()]
                    for row in re.findall(r'^\s*\d+\s*:([\d ]+)$', table, re.M)]
        if len(distance) != count or any(len(row) != count for row in distance):
            print(f'  meetings {number}: its table is not complete, left out')
            continue
        lines = [f'places {count} 0', f'people {len(agents)}']
        for a in range(count):
            lines += [f'pair {a} {b} {10 * distance[a][b]}' for b in range(a)]
        for meeting in range(count):
            lines.append('activity 10')
            lines += [f'option {10 * s} -1 {meeting} 0' for s in range(slots)]
            lines += [f'required {p}' for p, own in enumerate(agents) if meeting in own]
        ours = plan(program, lines, 100 * ITERATIONS)
        ours['value'], ours['bound'] = len(ours['options']), count
        yield (f'meetings {number}', f'{len(agents)} agents, {count} meetings, {slots} slots', ours,
               count if number in solved else None,
               '' if number in solved else 'published: not all can be held')


DAYS = {'MonWed': 0, 'MonWedFri': 0, 'Mon': 0, 'Wed': 0, 'TueThu': 1, 'Tue': 1, 'Thu': 1}


def hour(text):
    """Minutes of "01:00 PM"."""
    clock, half = text.split()
    hours, minutes = clock.split(':')
    return (int(hours) % 12 + (12 if half == 'PM' else 0)) * 60 + int(minutes)


def courses(program, data):
    """Students who rate courses with scarce places and fixed hours (UMass): the largest sum of
    ratings above 1, at most as many courses as the student wants. Courses of one day a week stand
    for the pair of days that holds it. Against CBC."""
    folder = data / 'umass-course-survey'
    capacity = {}
    for row in csv.DictReader(open(folder / 'csv' / 'anonymized_courses' / 'Sheet1.csv')):
        key = (row['Catalog'], row['Section'].zfill(2))
        capacity[key] = int(float(row['Enrl Capacity'] or 0))
    chosen = []
    for line in open(folder / 'survey_column_mapping.csv'):
        column, _, text = line.strip().partition('|')
        found = re.search(r'DEPT (\w+?)(?:-([\d,]+))? &nbsp;.*?;</strong>([A-Za-z]+) '
                          r'(\d\d:\d\d [AP]M) - (\d\d:\d\d [AP]M)', text)
        if not column.startswith('7') or not found or found[3] not in DAYS:
            continue
        sections = found[2].split(',') if found[2] else ['01']
        places = sum(capacity.get((found[1], s.zfill(2)), 0) for s in sections)
        start, end = hour(found[4]), hour(found[5])
        if places > 0 and start < end < start + 300:  # one is said to end at night
            chosen.append((column.strip(), places, DAYS[found[3]], start, end))
    students = list(csv.DictReader(open(folder / 'survey_data.csv')))
    first = min(start for _, _, _, start, _ in chosen)
    length = max(end for _, _, _, _, end in chosen) - first
    lines = ['places 1 0', f'people {len(students)}']
    stays = []  # both days of the week in one, so that it counts at most so many
    for _, places, day, start, end in chosen:
        at = day * length + start - first
        stays.append((at, at + end - start))
        lines += [f'activity {end - start}', f'option {at} -1 0 {places}']
    assert 2 * length <= 24 * 60
    wishes = {}
    for person, row in enumerate(students):
        most = int(row['3'] or 0)
        lines.append(f'most {person} {most}')
        for course, (column, *_) in enumerate(chosen):
            rating = int(row.get(column) or 1)
            if rating > 1 and most > 0:
                wishes[person, course] = rating - 1
                lines.append(f'wish {person} {course} {rating - 1}')
    ours = plan(program, lines)
    optimum = courses_by_cbc(students, chosen, stays, wishes)
    yield ('courses', f'{len(students)} students, {len(chosen)} courses', ours, optimum, '')


def courses_by_cbc(students, chosen, stays, wishes):
    """The optimum as a mixed integer program; nothing where CBC is not installed or not done."""
    if not shutil.which('cbc'):
        return None
    rows = [' + '.join(f'{w} x{p}_{c}' for (p, c), w in wishes.items())]
    limits = []
    for course, (_, places, *_) in enumerate(chosen):
        names = [f'x{p}_{c}' for p, c in wishes if c == course]
        if names:
            limits.append(f'{" + ".join(names)} <= {places}')
    for person, row in enumerate(students):
        own = [c for p, c in wishes if p == person] if row['3'] else []
        if own:
            limits.append(f'{" + ".join(f"x{person}_{c}" for c in own)} <= {int(row["3"])}')
        cliques = {frozenset(c for c in own if stays[c][0] <= at < stays[c][1])
                   for at in {stays[c][0] for c in own}}
        limits += [f'{" + ".join(f"x{person}_{c}" for c in sorted(clique))} <= 1'
                   for clique in cliques if len(clique) > 1]
    with tempfile.TemporaryDirectory() as folder:
        model = Path(folder) / 'courses.lp'
        model.write_text('Maximize\n obj: ' + '\n +'.join(rows[0].split(' +')) + '\nSubject To\n '
                         + '\n '.join(line.replace(' + ', '\n + ') for line in limits)
                         + '\nBinaries\n ' + '\n '.join(f'x{p}_{c}' for p, c in wishes) + '\nEnd\n')
        done = subprocess.run(['cbc', str(model), 'sec', '55', 'solve', 'quit'], text=True,
                              capture_output=True, check=False)
    found = re.search(r'Objective value:\s*(-?[\d.]+)', done.stdout)
    return abs(round(float(found[1]))) if found and 'Optimal solution found' in done.stdout else None


def main():
    program, data, results = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
    print(f'{"instance":<30}{"size":<42}{"ours":>8}{"bound":>8}{"optimum":>9}{"gap %":>8}'
          f'{"first s":>9}{"s":>7}  ')
    with open(results, 'w', newline='') as file:
        table = csv.writer(file)
        table.writerow(['instance', 'size', 'ours', 'bound', 'optimum', 'gap_percent',
                        'first_seconds', 'seconds', 'note'])
        for family in (projects, talks, meetings, courses):
            for name, size, ours, optimum, note in family(program, data):
                assert ours['faults'] == 0, name
                value, bound = int(ours['value']), int(ours['bound'])
                assert optimum is None or value <= optimum, name
                gap = '' if not optimum else f'{100 * (optimum - value) / optimum:.2f}'
                table.writerow([name, size, value, bound, optimum, gap, ours['first'],
                                ours['seconds'], note])
                print(f'{name:<30}{size:<42}{value:>8}{bound:>8}{optimum or "-":>9}{gap:>8}'
                      f'{ours["first"]:>9.3f}{ours["seconds"]:>7.2f}  {note}', flush=True)


if __name__ == '__main__':
    main()
