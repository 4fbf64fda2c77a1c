import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { facts, kontor, scratch } from './kontor.mjs';
import { ledger, mean } from './ledger.mjs';
import { planLines } from './plan_folder.mjs';

const kept = mkdtempSync(join(tmpdir(), 'kontor-why-'));
const planned = join(kept, 'data');

before(() => assert.equal(kontor('start', '--facts', facts, '--data', planned, '--no-serve').code, 0));
after(() => rmSync(kept, { recursive: true, force: true }));

// A copy of the planned data, for a test that changes it.
function data_of(t) {
  const data = join(scratch(t), 'data');
  cpSync(planned, data, { recursive: true });
  return data;
}

function exported(t, data) {
  const folder = join(scratch(t), 'plan');
  const { code, err } = kontor('verify', '--data', data, '--export', folder);
  assert.equal(code, 0, err);
  return folder;
}

const open = () => [...kontor('why', '--data', planned).out.matchAll(/^(W\w+): /gm)].map(([, id]) => id);
const ask = (data, wish) => JSON.parse(kontor('why', wish, '--data', data, '--json').out);

// Who is where by the lines of an exported plan: person -> engagements.
function days(folder) {
  const out = new Map();
  const add = (person, what) => out.set(person, (out.get(person) ?? new Set()).add(what));
  for (const [noun, ...words] of planLines(folder).map((line) => line.split(' '))) {
    if (noun === 'attendance') add(words[1], words[0]);
    if (noun !== 'meeting') continue;
    const [session, , table, first, second, one, other] = words;
    add(one, `${session}/${table}/${second}`);
    add(other, `${session}/${table}/${first}`);
  }
  return out;
}
const minus = (one, other) => [...(one ?? [])].filter((what) => !other?.has(what)).sort();
const named = (line) => (line.kind === 'activity' ? line.activity : `${line.session}/${line.table}/${line.with_organisation.id}`);

test('every open wish has causes in four languages', () => {
  const wishes = open();
  assert.ok(wishes.length >= 40, String(wishes.length));
  for (const wish of wishes.slice(0, 12)) {
    const page = ask(planned, wish);
    assert.equal(page.complete, true);
    assert.ok(page.causes.length > 0);
    for (const { sentence } of page.causes)
      for (const language of ['fr', 'nl', 'de', 'en']) assert.match(sentence[language] ?? sentence, /\w.*\./);
  }
});

test('applied, a change does what was announced, and the new version verifies', (t) => {
  const data = data_of(t);
  for (const wish of open().filter((id) => ask(planned, id).change).slice(0, 3)) {
    const old_days = days(exported(t, data));
    const { change } = ask(data, wish);
    if (!change) continue;
    const done = kontor('why', wish, '--data', data, '--apply', '--reason', 'A test');
    assert.equal(done.code, 0, done.err);
    assert.match(done.out, /published as version \d+/);
    const folder = exported(t, data);
    assert.equal(kontor('verify', folder).code, 0);
    const new_days = days(folder);
    const moved = [...new Set([...old_days.keys(), ...new_days.keys()])]
      .map((person) => [person, minus(old_days.get(person), new_days.get(person)), minus(new_days.get(person), old_days.get(person))])
      .filter(([, leaves, takes]) => leaves.length + takes.length > 0);
    const announced = change.people.map(({ person, leaves, takes }) => [person.id, leaves.map(named).sort(), takes.map(named).sort()]);
    assert.deepEqual(moved.sort(), announced.sort());
    assert.match(kontor('why', wish, '--data', data).out, /is granted by version/);
  }
});

test('--apply asks for a reason, and an unknown wish is refused', () => {
  assert.equal(kontor('why', open()[0], '--data', planned, '--apply').code, 2);
  assert.equal(kontor('why', 'nothing', '--data', planned).code, 2);
});

test('the ledger is that of an independent count, before and after a minimum', (t) => {
  const data = data_of(t);
  const sorted = (shares) => shares.map(({ group_kind, group, asked, granted }) => `${group_kind} ${group} ${granted}/${asked}`).sort();
  const told = () => JSON.parse(kontor('fairness', '--data', data, '--json').out).shares;
  assert.deepEqual(sorted(told()), sorted(ledger(exported(t, data))));

  const made = kontor('fairness', '--data', data, '--minimum', '98', '--apply', '--reason', 'A test', '--json');
  assert.equal(made.code, 0, made.err);
  const { shares, minimum } = JSON.parse(made.out.split('\n')[0]);
  const recounted = ledger(exported(t, data));
  assert.deepEqual(sorted(shares), sorted(recounted));
  assert.deepEqual(sorted(told()), sorted(recounted));
  assert.equal(minimum.attained, true);
  for (const share of recounted) assert.ok(share.granted / share.asked >= 0.98 * mean(recounted) - 1e-12, share.group);
});
