import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { binary, facts, kontor, scratch } from './kontor.mjs';
import { edit, forge, planLines, read } from './plan_folder.mjs';

const kept = mkdtempSync(join(tmpdir(), 'kontor-verify-'));
const good = join(kept, 'plan');

before(() => {
  const data = join(kept, 'data');
  assert.equal(kontor('start', '--facts', facts, '--data', data, '--no-serve').code, 0);
  const exported = kontor('verify', '--data', data, '--export', good);
  assert.equal(exported.code, 0, exported.err);
  assert.match(exported.out, /kontor-verify/);
});
after(() => rmSync(kept, { recursive: true, force: true }));

function spoil(t, how) {
  const folder = join(scratch(t), 'plan');
  cpSync(good, folder, { recursive: true });
  how(folder);
  return kontor('verify', folder);
}

function refused(answer, ...patterns) {
  assert.equal(answer.code, 2, `${answer.out}${answer.err}`);
  assert.match(answer.err, /^REFUSED: \d+ faults/m);
  for (const pattern of patterns) assert.match(answer.err, pattern);
}

// The lines of the good plan, changed by `change` and sealed again, after `how` changed the input.
const forged = (t, change, how = () => {}) =>
  spoil(t, (folder) => {
    how(folder);
    const lines = planLines(folder);
    forge(folder, change(lines) ?? lines);
  });

const find = (lines, pattern) => {
  const index = lines.findIndex((line) => pattern.test(line));
  assert.ok(index >= 0, `no line matches ${pattern}`);
  return index;
};
const replace = (lines, pattern, by) => {
  const index = find(lines, pattern);
  lines[index] = lines[index].replace(pattern, by);
};
const words = (lines, noun) => lines.filter((line) => line.startsWith(`${noun} `)).map((line) => line.split(' '));

test('the demo plan verifies, and the program alone says the same', (t) => {
  const through = spoil(t, () => {});
  assert.equal(through.code, 0, through.err);
  assert.match(through.out, /bound \d+ re-added from \d+ prices/);
  assert.match(through.out, /^VERIFIED version 1, input \w{16}/m);
  const alone = spawnSync(join(dirname(binary), 'kontor-verify'), [good], { encoding: 'utf8' });
  assert.equal(alone.status, 0);
  assert.equal(alone.stdout.replace(/in [\d.]+ s/, ''), through.out.replace(/in [\d.]+ s/, ''));
});

test('the input hash is that of the published plan in the database', () => {
  const { out } = kontor('verify', '--data', join(kept, 'data'));
  assert.ok(read(good, 'plan.txt').includes(` input ${/input (\w{16})/.exec(out)[1]}`));
});

test('a plan sealed again without a change still verifies', (t) => {
  assert.equal(forged(t, () => {}).code, 0);
});

// Changes that nobody sealed again: the checks name the line.
const line = (folder, pattern) => read(folder, 'plan.txt').split('\n').findIndex((text) => pattern.test(text)) + 1;
for (const [what, pattern, by] of [
  ['slot of a meeting', /(meeting \S+) (\d+)/, (_, head, slot) => `${head} ${slot === '0' ? 1 : 0}`],
  ['table of a meeting', /(meeting \S+ \d+) (\d+)/, (_, head, table) => `${head} ${Number(table) + 40}`],
  ['person of a meeting', /(meeting (?:\S+ ){5})\S+/, '$1P999'],
  ['start of an activity', /(activity \S+ \d+ \S+ \S+T\d\d):\d\d/, '$1:59'],
  ['bound', /(score bound \d*)(\d)/, (_, head, digit) => `${head}${(Number(digit) + 1) % 10}`],
  ['value', /(score value \d*)(\d)/, (_, head, digit) => `${head}${(Number(digit) + 9) % 10}`],
  ['seed', /seed 1/, 'seed 2'],
  ['price', /(certificate person \S+ \S+=\d*)(\d)/, (_, head, digit) => `${head}${(Number(digit) + 1) % 10}`],
  ['input hash', /(input \w{63})(\w)/, (_, head, digit) => `${head}${digit === '0' ? 1 : 0}`],
  ['cause of an unplaced wish', /(unplaced \S+) \w+/, '$1 tables_full_'],
])
  test(`a changed ${what} is refused with the line of plan.txt`, (t) => {
    const number = line(good, pattern);
    refused(spoil(t, (folder) => edit(folder, 'plan.txt', pattern, by)), new RegExp(`^plan\\.txt:${number} .*not as it was written`, 'm'));
  });

test('a removed attendance is refused with the line after it', (t) => {
  const number = line(good, / attendance /);
  refused(spoil(t, (folder) => edit(folder, 'plan.txt', /\n\w{8} attendance .*/, '')), new RegExp(`^plan\\.txt:${number} `, 'm'));
});

for (const [what, file, pattern, by] of [
  ['wish level', 'wishes.csv', /,want,/, ',must,'],
  ['capacity', 'activities.toml', /^capacity = (\d+)/m, (_, count) => `capacity = ${Number(count) + 1}`],
  ['room', 'venues.toml', /capacity = (\d+)/, (_, count) => `capacity = ${Number(count) + 1}`],
  ['name', 'people.toml', /family_name = "/, 'family_name = "X'],
  ['agreement', 'agreements.toml', /title/, 'titles'],
])
  test(`a changed ${what} in the input is refused with file and line`, (t) => {
    const number = read(good, file).slice(0, read(good, file).search(pattern)).split('\n').length;
    refused(
      spoil(t, (folder) => edit(folder, file, pattern, by)),
      /plan\.txt input: not the input/,
      new RegExp(`^${file.replace('.', '\\.')}:${number}: not the line`, 'm'),
    );
  });

test('a truncated plan is refused', (t) => {
  refused(spoil(t, (folder) => writeFileSync(join(folder, 'plan.txt'), read(folder, 'plan.txt').slice(0, 200_000))), /plan\.txt:\d+.*breaks off|not a line/);
  refused(spoil(t, (folder) => writeFileSync(join(folder, 'plan.txt'), '')), /plan\.txt:1: not a plan/);
});

test('10 MB of rubbish are refused in every file', (t) => {
  const rubbish = Buffer.alloc(10 << 20, 'x= \u0000[[{"\n,\\');
  for (const name of ['plan.txt', 'wishes.csv', 'people.toml']) {
    const answer = spoil(t, (folder) => writeFileSync(join(folder, name), rubbish));
    refused(answer, new RegExp(name.replace('.', '\\.')));
    const tail = spoil(t, (folder) => appendFileSync(join(folder, name), rubbish));
    refused(tail, new RegExp(name.replace('.', '\\.')));
  }
});

test('missing, foreign and unreadable files are refused by name', (t) => {
  refused(spoil(t, (folder) => rmSync(join(folder, 'sessions.toml'))), /^sessions\.toml:1: not the line/m);
  refused(spoil(t, (folder) => writeFileSync(join(folder, 'extra.toml'), 'a = 1\n')), /^extra\.toml:1: not the line/m);
  refused(kontor('verify', join(scratch(t), 'nowhere')), /plan\.txt/);
});

// Changes by a forger who makes every sum good again: re-adding finds them.
test('a meeting moved to a slot where its person sits elsewhere puts them in two places', (t) => {
  refused(
    forged(t, (lines) => {
      const meetings = words(lines, 'meeting');
      const one = meetings.find((a) => meetings.some((b) => a !== b && a[1] === b[1] && a[2] !== b[2] && a[6] === b[6]));
      const other = meetings.find((b) => one !== b && one[1] === b[1] && one[2] !== b[2] && one[6] === b[6]);
      lines[lines.indexOf(one.join(' '))] = [...one.slice(0, 2), other[2], ...one.slice(3)].join(' ');
    }),
    /^person \S+: is in two places at a time; stated slot \d+ of \S+ and slot \d+ of/m,
  );
});

test('a table taken twice, a table that is not there and a slot that is not there are named', (t) => {
  refused(
    forged(t, (lines) => {
      const [one, other] = words(lines, 'meeting');
      lines[lines.indexOf(one.join(' '))] = [...one.slice(0, 2), other[2], other[3], ...one.slice(4)].join(' ');
    }),
    /^plan\.txt:\d+ meeting \S+ \d+ \d+: the table is taken; stated plan\.txt:\d+ meeting/m,
  );
  refused(forged(t, (lines) => replace(lines, /^(meeting \S+ \d+) \d+/, '$1 9999')), /no such table; stated 9999; re-added 1 to \d+/);
  refused(forged(t, (lines) => replace(lines, /^(meeting \S+) \d+/, '$1 9999')), /is in no slot of the session/);
});

test('somebody of another organisation at a table is named', (t) => {
  refused(
    forged(t, (lines) => {
      const [one, ...others] = words(lines, 'meeting');
      const other = others.find((each) => each[4] !== one[4]);
      lines[lines.indexOf(one.join(' '))] = [...one.slice(0, 6), other[6], ...one.slice(7)].join(' ');
    }),
    /another organisation sits there/,
  );
});

test('a wish that nobody grants any more is named', (t) => {
  const attendance = words(planLines(good), 'attendance').find((each) => each[3] !== '-');
  refused(
    forged(t, (lines) => lines.filter((text) => text !== attendance.join(' '))),
    new RegExp(`^plan\\.txt wish ${attendance[3]}: must be granted or unplaced`, 'm'),
    /score (musts|wants)_placed \d+: does not add up/,
  );
});

test('a delegate missing at a duty is named', (t) => {
  const duty = words(planLines(good), 'attendance').find((each) => each[3] === '-');
  refused(
    forged(t, (lines) => lines.filter((text) => text !== duty.join(' '))),
    new RegExp(`^plan\\.txt attendance ${duty[1]} ${duty[2]}: must be there`, 'm'),
  );
});

test('an activity at another time or in another room is named', (t) => {
  refused(forged(t, (lines) => replace(lines, /^(activity \S+ \d+ \S+ \S+T\d\d):\d\d/, '$1:07')), /activity .*: may not start at that time/);
  const [first, second] = [...new Set(words(planLines(good), 'activity').map((each) => each[3]))].filter((room) => room !== '-');
  refused(forged(t, (lines) => replace(lines, new RegExp(`^(activity \\S+ \\d+) ${first} `), `$1 ${second} `)), /may not be in that room/);
});

for (const [what, step] of [['one more', 1], ['one less', -1]])
  test(`a bound that is ${what} does not add up`, (t) => {
    refused(
      forged(t, (lines) => {
        for (const part of ['score', 'certificate']) replace(lines, new RegExp(`^(${part} bound) (\\d+)`), (_, head, bound) => `${head} ${Number(bound) + step}`);
      }),
      /score bound \d+: does not add up; stated \d+; re-added \d+/,
      /certificate bound \d+: does not add up; stated \d+; re-added \d+/,
    );
  });

test('a value that is one more does not add up', (t) => {
  refused(forged(t, (lines) => replace(lines, /^(score value) (\d+)/, (_, head, value) => `${head} ${Number(value) + 1}`)), /score value \d+: does not add up/);
});

test('a price raised by a point does not add up to the bound', (t) => {
  refused(
    forged(t, (lines) => replace(lines, /^(certificate table \S+ \d+)=(\d+)/, (_, head, price) => `${head}=${Number(price) + 10_000_000}`)),
    /bound \d+: does not add up/,
  );
});

test('prices that are negative, repeated or of nobody are named', (t) => {
  refused(forged(t, (lines) => replace(lines, /^(certificate person \S+ \S+)=\d+/, '$1=-5')), /certificate person \S+ \S+=-5: has no price/);
  refused(forged(t, (lines) => replace(lines, /^(certificate table \S+) (\S+)/, '$1 $2 $2')), /certificate table \S+ \S+: has no price, or one twice/);
  refused(forged(t, (lines) => replace(lines, /^certificate person \S+/, 'certificate person NOBODY')), /certificate person NOBODY/);
});

test('a certificate without one of its prices does not add up', (t) => {
  refused(forged(t, (lines) => lines.filter((_, index) => index !== find(lines, /^certificate table /))), /bound \d+: does not add up/);
});

test('a certificate for another seed, value or input is refused by name', (t) => {
  refused(forged(t, (lines) => replace(lines, /^certificate seed \d+/, 'certificate seed 99')), /certificate seed/);
  refused(forged(t, (lines) => replace(lines, /^(certificate value) (\d+)/, (_, head, value) => `${head} ${Number(value) - 1}`)), /certificate value/);
});

const input = (t, file, pattern, by) => forged(t, () => {}, (folder) => edit(folder, file, pattern, by));

test('a wish that is dearer in the input changes what the plan is worth', (t) => {
  refused(input(t, 'wishes.csv', /,want,/, ',must,'), /score musts_asked \d+: does not add up/, /score must_points \d+: does not add up/);
});

test('a never between two that meet is named', (t) => {
  const meeting = words(planLines(good), 'meeting').find((each) => each.length === 9);
  const wisher = new RegExp(`^${meeting[8]},\\w+,\\d?,(\\w+)`, 'm').exec(read(good, 'wishes.csv'))[1];
  const silent = wisher === meeting[4] ? meeting[5] : meeting[4];
  refused(
    input(t, 'wishes.csv', /$/, `WX,never,,${silent},${meeting[silent === meeting[4] ? 5 : 4]},,,\n`),
    new RegExp(`^plan\\.txt:\\d+ meeting ${meeting.slice(1, 4).join(' ')}: one of the two never wishes`, 'm'),
  );
});

test('a never of somebody who attends is named', (t) => {
  const duty = words(planLines(good), 'attendance').find((each) => each[3] === '-');
  refused(input(t, 'wishes.csv', /$/, `WX,never,,,,${duty[2]},${duty[1]},\n`), new RegExp(`^plan\\.txt:\\d+ attendance ${duty[1]} ${duty[2]} -: `, 'm'));
});

test('places that are fewer than the guests are named', (t) => {
  const counts = {};
  for (const each of words(planLines(good), 'attendance')) if (each[3] !== '-') counts[each[1]] = (counts[each[1]] ?? 0) + 1;
  const full = /(?<=id = "(\w+)"\n(?:.+\n)*)capacity = \d+/g;
  const activities = read(good, 'activities.toml');
  const found = [...activities.matchAll(full)].find((match) => counts[match[1]] > 1);
  assert.ok(found);
  refused(
    input(t, 'activities.toml', activities.slice(found.index - 200, found.index) + found[0], activities.slice(found.index - 200, found.index) + 'capacity = 1'),
    new RegExp(`activity ${found[1]} .*: has more guests than places; stated \\d+; re-added 1`),
  );
});

test('an absence during a meeting is named', (t) => {
  const meeting = words(planLines(good), 'meeting')[0];
  const session = new RegExp(`id = "${meeting[1]}"\\nroom = "(.*)"`).exec(read(good, 'sessions.toml'))[1];
  const venue = read(good, 'venues.toml').split('[[venue]]').find((text) => text.includes(`"${session}"`));
  const leg = /leg = "(.*)"/.exec(venue)[1];
  refused(
    input(t, 'people.toml', new RegExp(`id = "${meeting[6]}"\\n`), (head) => `${head}absences = [\n  { leg = "${leg}", from = "2025-10-01T00:00", to = "2025-10-20T00:00" },\n]\n`),
    new RegExp(`^person ${meeting[6]}: is absent or in another city`, 'm'),
  );
});

test('longer ways leave no time to travel', (t) => {
  refused(input(t, 'venues.toml', /minutes = \d+/g, 'minutes = 900'), /^person \S+: has no time to get from one to the other/m);
});

test('unknown, repeated and impossible things of the input are named with their line', (t) => {
  refused(input(t, 'wishes.csv', /,(want|must),(\d?),D\w+/, ',$1,$2,NOBODY'), /^wishes\.csv:\d+ wish \S+: names no organisation that exists; stated NOBODY/m);
  refused(input(t, 'people.toml', /id = "(.*)"\n/, 'id = "$1"\nid = "$1"\n'), /^people\.toml:\d+: not as Kontor writes it/m);
  refused(input(t, 'mission.toml', /zone = "America\/Los_Angeles"/, 'zone = "America/Atlantis"'), /time zone/);
  refused(input(t, 'sessions.toml', /starts_at = ".*"/, 'starts_at = "2025-02-30T09:00"'), /sessions\.toml:\d+ session \S+: starts_at is no time/);
});

test('single letters changed anywhere are refused, and never crash, sealed again or not', (t) => {
  let state = 7;
  const draw = (below) => (state = (state * 48271) % 2147483647) % below;
  const names = readdirSync(good);
  for (let round = 0; round < 60; round += 1) {
    const name = round % 2 ? 'plan.txt' : names[draw(names.length)];
    let sealed;
    const changed = (folder) => {
      const text = Buffer.from(read(folder, name));
      const at = draw(text.length);
      const byte = '0123456789abcxyz-_ ="\n'.charCodeAt(draw(22));
      text[at] = text[at] === byte ? byte ^ 1 : byte;
      writeFileSync(join(folder, name), text);
    };
    refused(spoil(t, changed), new RegExp(name.replace('.', '\\.')));
    sealed = spoil(t, (folder) => {
      changed(folder);
      forge(folder, planLines(folder));
    });
    assert.ok(sealed.code === 0 || sealed.code === 2, `${name}: ${sealed.code} ${sealed.err}`);
  }
});
