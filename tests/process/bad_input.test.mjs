import assert from 'node:assert/strict';
import { appendFileSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { copy, facts, kontor, scratch } from './kontor.mjs';

// Loads a spoiled copy of the facts; gives the answer and whether the database stayed as it was.
function load(t, spoil) {
  const data = scratch(t);
  const folder = copy('facts', join(scratch(t), 'facts'));
  spoil(folder);
  const answer = kontor('start', '--mission', folder, '--data', data, '--no-serve');
  const verified = kontor('verify', '--data', data);
  return { ...answer, untouched: verified.code === 2 };
}

function refused(answer, ...patterns) {
  assert.equal(answer.code, 2, answer.err || answer.out);
  for (const pattern of patterns) assert.match(answer.err, pattern);
  assert.ok(answer.untouched);
}

test('a missing file is named', (t) => {
  refused(load(t, (folder) => rmSync(join(folder, 'mission.toml'))), /mission\.toml/, /missing/);
});

test('a folder that does not exist is named', (t) => {
  const { code, err } = kontor('start', '--mission', join(scratch(t), 'nowhere'), '--data', scratch(t), '--no-serve');
  assert.equal(code, 2);
  assert.match(err, /nowhere/);
});

test('wrong types, unknown references, impossible dates and unknown fields are reported at once with their lines', (t) => {
  const answer = load(t, (folder) => {
    appendFileSync(join(folder, 'activities.toml'),
      '\n[[activity]]\nid = "X1"\ntitle = "Spoiled"\nkind = "seminar"\nhost = "O99999"\nduration_minutes = "long"\n' +
      'timing = { precision = "day", first_day = "2025-02-30" }\ncolour = "blue"\n');
  });
  refused(answer, /activities\.toml:\d+:\d+: .*O99999|O99999/, /duration_minutes/, /2025-02-30/, /colour/);
  assert.match(answer.err, /[3-9] faults|\d\d faults/);
});

test('a delegate in two organisations is reported', (t) => {
  const answer = load(t, (folder) => {
    for (const [id, organisation] of [['T1', 'O11'], ['T2', 'O12']])
      appendFileSync(join(folder, 'people.toml'),
        `\n[[person]]\nid = "${id}"\norganisation = "${organisation}"\ngiven_name = "Twice"\nfamily_name = "Listed"\n`);
  });
  refused(answer, /O11/, /O12/);
});

test('ten megabytes of rubbish are refused, quickly and politely', (t) => {
  const rubbish = Buffer.alloc(10 * 1024 * 1024);
  for (let i = 0; i < rubbish.length; i += 1) rubbish[i] = (i * 7919 + (i >> 7)) & 255;
  refused(load(t, (folder) => writeFileSync(join(folder, 'organisations.toml'), rubbish)), /organisations\.toml/);
});

test('cyclic precedences of a meeting problem are named', (t) => {
  const file = join(scratch(t), 'cycle.dzn');
  writeFileSync(file, `nBusiness = 4; nMeetings = 2; nTables = 2; nTotalSlots = 4; nMorningSlots = 2;
requested = [|1, 2, 3, |3, 4, 3, |]; nMeetingsBusiness = [1, 1, 1, 1]; meetingsxBusiness = [{2}, {2}, {3}, {3}];
forbidden = [{0}, {0}, {0}, {0}]; fixed = [0, 0]; precedences = [{2}, {1}];`);
  const { code, err } = kontor('solve', file);
  assert.equal(code, 2, err);
  assert.match(err, /1.*2|2.*1/);
});

test('options that do not exist are refused with exit code 2', () => {
  for (const args of [['fly'], ['start', '--wings'], ['start', '--port', '99999'], []]) assert.equal(kontor(...args).code, 2, args.join(' '));
});

test('the shipped facts load without a fault', (t) => {
  assert.ok(existsSync(join(facts, 'facts')));
  assert.ok(readdirSync(join(facts, 'facts')).length > 5);
  const data = scratch(t);
  mkdirSync(data, { recursive: true });
  const { code, err } = kontor('start', '--mission', join(facts, 'facts'), '--data', data, '--no-serve');
  assert.equal(code, 0, err);
});
