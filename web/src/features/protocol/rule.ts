/** What the blanks of a rule's sentence hold. */
export interface Blanks {
  kind: RuleKind;
  /** Keys of offices. */
  who: string;
  with: string;
  /** A kind of activity, "official" for all official ones, or the key of one activity. */
  scope: string;
  minutes: number;
  most: number;
}

export const rule_kinds = [
  'always_with',
  'never_with',
  'not_same_vehicle',
  'arrives_last',
  'leaves_first',
  'guests_in_place',
  'rest',
  'at_most_a_day',
] as const;
export type RuleKind = (typeof rule_kinds)[number];

export const needs_with = (kind: RuleKind): boolean =>
  kind === 'always_with' || kind === 'never_with' || kind === 'not_same_vehicle';
export const needs_minutes = (kind: RuleKind): boolean =>
  ['arrives_last', 'leaves_first', 'guests_in_place', 'rest'].includes(kind);
export const needs_scope = (kind: RuleKind): boolean => kind !== 'rest' && kind !== 'not_same_vehicle';

/** Whether every blank of the sentence is filled. */
export const is_whole = (blanks: Blanks): boolean =>
  blanks.who !== '' && (!needs_with(blanks.kind) || (blanks.with !== '' && blanks.with !== blanks.who));

/** The rule as rules.toml has it. Keys are letters, digits and dashes: nothing has to be escaped. */
export function rule_text(blanks: Blanks, activities: readonly string[]): string {
  const { kind, who, scope } = blanks;
  const lines = [`kind = "${kind}"`, `who = { offices = ["${who}"] }`];
  if (needs_with(kind)) lines.push(`with = { offices = ["${blanks.with}"] }`);
  if (needs_scope(kind) && scope !== '')
    lines.push(
      scope === 'official'
        ? 'scope = { official = true }'
        : `scope = { ${activities.includes(scope) ? 'activities' : 'kinds'} = ["${scope}"] }`,
    );
  if (needs_minutes(kind)) lines.push(`minutes = ${blanks.minutes}`);
  if (kind === 'at_most_a_day') lines.push(`most = ${blanks.most}`);
  return lines.join('\n');
}
