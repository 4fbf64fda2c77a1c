import type { Attention, MissingClearance, PlanPage, WishRow } from '$shared/api/generated';
import { day_words } from '$shared/time/dates';
import { cause_words, ends_of } from '$shared/wishes/wishes';
import { plain, say, say_word } from '$shared/words/words.svelte';

/** Something that needs the office today, with the way to settle it. */
export interface Line {
  id: string;
  /** "bad": a plan or promise is broken; "due": a date comes closer; "open": work waits. */
  weight: 'bad' | 'due' | 'open';
  sentence: string;
  detail: string;
  remedy: string;
  address: string;
}

const most_of_a_kind = 6;
const weights = ['bad', 'due', 'open'] as const;

function lines_of_plan(plan: PlanPage, attention: Attention): Line[] {
  const lines: Line[] = [];
  const add = (id: string, weight: Line['weight'], detail = '') =>
    lines.push({
      id,
      weight,
      sentence: say_word('control', id),
      detail,
      remedy: say_word('control', `${id}_remedy`),
      address: id === 'draft_waits' ? '/draft' : '/quality',
    });
  if (plan.version === 0) add('no_plan', 'bad');
  else if (!plan.verification.good) add('not_verified', 'bad', plan.verification.faults[0] ?? '');
  if (attention.facts_changed) add('facts_changed', 'bad');
  if (attention.draft_waits) add('draft_waits', 'open');
  return lines;
}

function line_of_must(wish: WishRow): Line {
  const { from, to } = ends_of(wish);
  return {
    id: `must ${wish.id}`,
    weight: 'bad',
    sentence: say('control.must', { from: plain(from?.name ?? ''), to: plain(to?.name ?? '') }),
    detail: cause_words(wish),
    remedy: say('control.must_remedy'),
    address: `/wishes/${encodeURIComponent(wish.id)}`,
  };
}

function lines_of_musts(plan: PlanPage): Line[] {
  const musts = plan.unplaced.filter((wish) => wish.level === 'must' && !wish.granted);
  const lines = musts.slice(0, most_of_a_kind).map(line_of_must);
  if (musts.length > most_of_a_kind)
    lines.push({
      id: 'more_musts',
      weight: 'bad',
      sentence: say('control.more_musts', { count: musts.length - most_of_a_kind }),
      detail: '',
      remedy: say('control.see_all'),
      address: '/quality',
    });
  return lines;
}

function line_of_clearance(one: MissingClearance): Line {
  const count = one.to_collect + one.filed + one.refused + one.late;
  const parts = (['to_collect', 'filed', 'late', 'refused'] as const)
    .filter((part) => one[part] > 0)
    .map((part) => say(`control.clearance_${part}`, { count: one[part] }));
  const day = day_words(one.deadline);
  return {
    id: `clearance ${one.activity.id}`,
    weight: one.days_left < 0 ? 'bad' : 'due',
    sentence: say('control.clearance', { count, activity: plain(one.activity.name) }),
    detail: [
      one.days_left < 0
        ? say('control.list_closed', { day })
        : say('control.list_closes', { day, count: one.days_left }),
      ...parts,
    ].join(' '),
    remedy: say('control.clearance_remedy'),
    address: `/activities/${encodeURIComponent(one.activity.id)}`,
  };
}

function lines_of_data(attention: Attention): Line[] {
  return attention.expiring.slice(0, most_of_a_kind).map((field) => ({
    id: `expiring ${field.person.id} ${field.field}`,
    weight: 'due',
    sentence: say('control.expiring', {
      field: say_word('sensitive', field.field),
      person: plain(field.person.name),
    }),
    detail: say('control.deleted_on', { day: day_words(field.purge_on), count: field.days_left }),
    remedy: say('control.expiring_remedy'),
    address: `/people/${encodeURIComponent(field.person.id)}`,
  }));
}

function lines_of_post(attention: Attention): Line[] {
  const lines: Line[] = attention.webhooks.map((webhook) => ({
    id: `webhook ${webhook.id}`,
    weight: 'bad',
    sentence: webhook.active
      ? say('control.webhook_failed', { count: webhook.failed })
      : say('control.webhook_ended'),
    detail: webhook.address,
    remedy: say('control.webhook_remedy'),
    address: '/webhooks',
  }));
  if (attention.letters_failed > 0)
    lines.push({
      id: 'letters_failed',
      weight: 'bad',
      sentence: say('control.letters_failed', { count: attention.letters_failed }),
      detail: say('control.letters_failed_why'),
      remedy: say('control.letters_failed_remedy'),
      address: '/outbox',
    });
  if (attention.letters_to_approve > 0)
    lines.push({
      id: 'letters_to_approve',
      weight: 'open',
      sentence: say('control.letters', { count: attention.letters_to_approve }),
      detail: say('control.letters_why'),
      remedy: say('control.letters_remedy'),
      address: '/outbox',
    });
  return lines;
}

function lines_of_activities(plan: PlanPage): Line[] {
  const count = plan.unplaced_activities.length;
  if (count === 0) return [];
  const names = plan.unplaced_activities.slice(0, 3).map((each) => plain(each.name));
  return [
    {
      id: 'activities_without_time',
      weight: 'open',
      sentence: say('control.no_time', { count }),
      detail:
        names.join(' · ') + (count > 3 ? ` ${say('cause.more', { count: count - 3 })}` : ''),
      remedy: say('control.no_time_remedy'),
      address: '/plan',
    },
  ];
}

/** Everything that needs the office, what is broken first. */
export function lines_of(attention: Attention, plan: PlanPage): Line[] {
  const all = [
    ...lines_of_plan(plan, attention),
    ...lines_of_musts(plan),
    ...lines_of_post(attention),
    ...attention.clearances.map(line_of_clearance),
    ...lines_of_data(attention),
    ...lines_of_activities(plan),
  ];
  return weights.flatMap((weight) => all.filter((line) => line.weight === weight));
}

/** Days from one civil date to another. */
export function days_between(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00Z`) - Date.parse(`${from}T00:00Z`)) / 86_400_000);
}

/** "In 12 days", "Day 2 of 6", or that it is over. */
export function countdown_words(today: string, first_day: string, last_day: string): string {
  const left = days_between(today, first_day);
  if (left > 0) return say('control.in_days', { count: left });
  const length = days_between(first_day, last_day) + 1;
  if (-left < length) return say('control.day_of', { day: 1 - left, days: length });
  return say('control.over', { count: days_between(last_day, today) });
}
