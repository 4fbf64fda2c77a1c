// The fairness ledger, counted anew from an exported plan by nothing but its text.
import { read } from './plan_folder.mjs';

const blocks = (folder, noun) =>
  read(folder, `${noun === 'person' ? 'people' : `${noun}s`}.toml`)
    .split(`[[${noun}]]\n`)
    .slice(1)
    .map((text) => (name) => new RegExp(`^${name} = "(.*)"$`, 'm').exec(text)?.[1] ?? '');

// [{group_kind, group, asked, granted}] of the delegation's organisations that wish for something.
export function ledger(folder) {
  const organisation_of = new Map(blocks(folder, 'person').map((field) => [field('id'), field('organisation')]));
  const lines = read(folder, 'plan.txt').split('\n').map((line) => line.split(' ').slice(1));
  const granted = new Set(
    lines.flatMap((words) => (words[0] === 'attendance' ? [words[3]] : words[0] === 'meeting' ? words.slice(8) : [])),
  );
  const asked = new Map();
  for (const line of read(folder, 'wishes.csv').split('\n').slice(1).filter(Boolean)) {
    const [id, level, , organisation, , person] = line.split(',');
    if (level === 'never') continue;
    const whose = organisation || organisation_of.get(person);
    asked.set(whose, [...(asked.get(whose) ?? []), granted.has(id)]);
  }
  const shares = new Map();
  for (const field of blocks(folder, 'organisation')) {
    const wishes = asked.get(field('id'));
    if (!wishes || field('side') !== 'delegation') continue;
    const groups = { kind: field('kind') || 'company', region: field('region'), agency: field('owner') };
    if (groups.kind === 'company') groups.size = field('size') || 'unknown';
    for (const [group_kind, group] of Object.entries(groups)) {
      if (!group || group === 'none') continue;
      const key = `${group_kind} ${group}`;
      const share = shares.get(key) ?? { group_kind, group, asked: 0, granted: 0 };
      share.asked += wishes.length;
      share.granted += wishes.filter(Boolean).length;
      shares.set(key, share);
    }
  }
  return [...shares.values()];
}

// The share of all wishes of those organisations that the plan grants, as a fraction.
export function mean(shares) {
  const kinds = shares.filter(({ group_kind }) => group_kind === 'kind');
  const sum = (name) => kinds.reduce((total, share) => total + share[name], 0);
  return sum('granted') / sum('asked');
}
