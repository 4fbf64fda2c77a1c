// @vitest-environment jsdom
import { flushSync } from 'svelte';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { ProblemError } from '$shared/api/generated';
import { forget_all, invalidate, is_offline, query_of } from '$shared/query/query.svelte';

let answers: (() => Promise<string>)[] = [];
const fetched = vi.fn(() => answers.shift()!());
let number = 0;
const fresh_read = () => ({ key: `read ${++number}`, fetch: fetched });
const settled = async () => {
  await new Promise((resolve) => setTimeout(resolve));
  flushSync();
};
const refusal = (status: number) =>
  new ProblemError({ type: '', title: '', status, detail: '', instance: '', issues: [], given: null, current: null });

beforeEach(() => {
  answers = [];
  fetched.mockClear();
});

describe('a query', () => {
  it('is fetched once for all who read the same key', async () => {
    answers = [async () => 'first'];
    const read = fresh_read();
    query_of(read).freshen();
    query_of({ ...read }).freshen();
    await settled();
    expect(fetched).toHaveBeenCalledTimes(1);
    expect(query_of(read).data).toBe('first');
  });

  it('is fetched again when something was published, if it is on the page', async () => {
    answers = [async () => 'old', async () => 'new'];
    const query = query_of(fresh_read());
    query.readers = 1;
    query.freshen();
    await settled();
    invalidate();
    await settled();
    expect(query.data).toBe('new');
    query.readers = 0;
    invalidate();
    await settled();
    expect(fetched).toHaveBeenCalledTimes(2);
    expect(query.stale).toBe(true);
  });

  it('keeps what it had while the server is out of reach, and says so', async () => {
    answers = [
      async () => 'kept',
      () => Promise.reject(new TypeError('no connection')),
      async () => 'back',
    ];
    const query = query_of(fresh_read());
    await query.refresh();
    await query.refresh();
    expect([query.data, is_offline(), query.stale]).toEqual(['kept', true, true]);
    await query.refresh();
    expect([query.data, is_offline(), query.error]).toEqual(['back', false, undefined]);
  });

  it('shows nothing any more once the reader has no right to it', async () => {
    answers = [async () => 'secret', () => Promise.reject(refusal(403))];
    const query = query_of(fresh_read());
    await query.refresh();
    await query.refresh();
    expect(query.data).toBeUndefined();
    expect(query.error).toBeInstanceOf(ProblemError);
  });

  it('forgets everything when somebody else signs in', async () => {
    answers = [async () => 'theirs'];
    const query = query_of(fresh_read());
    await query.refresh();
    forget_all();
    expect(query.data).toBeUndefined();
  });
});
