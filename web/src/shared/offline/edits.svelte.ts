import { ProblemError, type Remark, type Saying } from '$shared/api/generated';
import { keep_remark, remarks_read } from '$shared/api/requests/remarks';
import { session_read } from '$shared/api/requests/session';
import { is_unreachable, query_of } from '$shared/query/query.svelte';
import { problem_words } from '$shared/reader/problem';
import { all, put, take_away } from './database';

/** Something said that the server has not yet, kept on the device until it has. */
export interface Edit extends Saying {
  /** Who said it: nobody else's session sends it. */
  person: string;
  /** What the server had when it was said. */
  base: string;
  /** What the server has now, where somebody changed it meanwhile: the person decides. */
  theirs?: string;
  /** Why the server does not take it. */
  fault?: string;
}

let waiting = $state.raw<Edit[]>([]);
const reader = () => query_of(session_read()).data?.person ?? '';

export const edits = {
  /** All that is not sent, the oldest first. */
  get waiting(): Edit[] {
    return waiting;
  },
};

const key_of = (saying: { subject: string; topic: string }) => `${saying.topic} ${saying.subject}`;
const value_of = (remarks: Remark[], saying: Saying) =>
  remarks.find((each) => key_of(each) === key_of(saying))?.value ?? '';

/** What counts on this device: an edit that waits, else what the server has. */
export function said(remarks: Remark[], subject: string, topic: string): string {
  const edit = waiting.find((each) => each.subject === subject && each.topic === topic);
  return edit ? edit.value : value_of(remarks, { subject, topic, value: '' });
}

function replace(edit: Edit): void {
  const at = waiting.findIndex((each) => key_of(each) === key_of(edit));
  waiting = at < 0 ? [...waiting, edit] : waiting.with(at, edit);
}

async function keep(edit: Edit): Promise<void> {
  replace(edit);
  await put('edits', key_of(edit), edit).catch(() => {});
}

async function drop(edit: Edit): Promise<void> {
  const now = waiting.find((each) => key_of(each) === key_of(edit));
  if (now && now.value !== edit.value) return; // said anew meanwhile
  waiting = waiting.filter((each) => each !== now);
  await take_away('edits', key_of(edit)).catch(() => {});
}

/** Sends one; true: the server has it, or never will: the next one can follow. */
async function send_one(edit: Edit): Promise<boolean> {
  if (edit.person !== reader()) return false;
  const remarks = query_of(remarks_read());
  await remarks.refresh();
  if (remarks.error !== undefined && is_unreachable(remarks.error)) return false;
  if (remarks.data === undefined) return false;
  const theirs = value_of(remarks.data, edit);
  if (theirs !== edit.value && theirs !== edit.base) {
    await keep({ ...edit, theirs });
    return true;
  }
  try {
    const { subject, topic, value } = edit;
    if (theirs !== value) remarks.data = await keep_remark({ subject, topic, value });
    await drop(edit);
    return true;
  } catch (error) {
    if (is_unreachable(error)) return false;
    if (error instanceof ProblemError && error.problem.status === 412) return send_one(edit);
    await keep({ ...edit, fault: problem_words(error) });
    return true;
  }
}

let sending = false;

/** Sends what waits, unless a person must decide first or the server cannot be reached. */
export async function send_edits(): Promise<void> {
  if (sending) return;
  sending = true;
  try {
    for (;;) {
      const next = waiting.find((each) => each.theirs === undefined && !each.fault);
      if (!next || !(await send_one(next))) return;
    }
  } finally {
    sending = false;
  }
}

/** Says something: at once here, on the server as soon as it can be reached. */
export async function say_remark(saying: Saying): Promise<void> {
  const remarks = query_of(remarks_read()).data ?? [];
  const before = waiting.find((each) => key_of(each) === key_of(saying));
  await keep({ ...saying, person: reader(), base: before?.base ?? value_of(remarks, saying) });
  await send_edits();
}

/** Decides a conflict, or a refusal: my words once more, or those of the server. */
export async function decide(edit: Edit, mine: boolean): Promise<void> {
  if (!mine) return drop(edit);
  const { subject, topic, value, person, base, theirs } = edit;
  await keep({ subject, topic, value, person, base: theirs ?? base });
  await send_edits();
}

let started = false;

/** Takes up what an earlier visit left, and sends it now and whenever the connection is back. */
export async function start_sending(): Promise<void> {
  if (started) return;
  started = true;
  const kept = await all<Edit>('edits').catch(() => []);
  for (const edit of kept)
    if (edit.person !== reader()) await take_away('edits', key_of(edit));
    else if (!waiting.some((each) => key_of(each) === key_of(edit))) replace(edit);
  addEventListener('online', () => void send_edits());
  setInterval(() => void send_edits(), 20_000);
  await send_edits();
}

export function forget_edits(): void {
  waiting = [];
}
