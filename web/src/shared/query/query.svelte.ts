import { untrack } from 'svelte';
import { SvelteSet } from 'svelte/reactivity';

/** A read of the server: its key in the cache and how it is fetched. */
export interface Read<T> {
  key: string;
  fetch: () => Promise<T>;
}

/** What the server said last to one read, kept when it cannot be reached. */
export class Query<T> {
  data = $state.raw<T>();
  error = $state.raw<unknown>();
  fetching = $state(false);
  /** When the data was fetched or found unchanged. */
  as_of = $state.raw<Date>();
  stale = true;
  readers = 0;
  private readonly read: Read<T>;

  constructor(read: Read<T>) {
    this.read = read;
  }

  async refresh(): Promise<void> {
    if (this.fetching) return;
    this.fetching = true;
    this.stale = false;
    try {
      this.data = await this.read.fetch();
      this.error = undefined;
      this.as_of = new Date();
      offline.delete(this.read.key);
    } catch (error) {
      this.error = error;
      this.stale = true;
      if (is_unreachable(error)) offline.add(this.read.key);
      else this.data = undefined;
    } finally {
      this.fetching = false;
    }
  }

  /** Fetches what was never fetched, or has changed since. */
  freshen(): void {
    if (this.stale) void this.refresh();
  }
}

const queries = new Map<string, Query<unknown>>();
const offline = new SvelteSet<string>();

/** Whether the last answer to some read is missing because the server was out of reach. */
export function is_offline(): boolean {
  return offline.size > 0;
}

/** fetch fails with a TypeError where there is no connection; refusals are ProblemError. */
export function is_unreachable(error: unknown): boolean {
  return error instanceof TypeError;
}

export function query_of<T>(read: Read<T>): Query<T> {
  let found = queries.get(read.key) as Query<T> | undefined;
  if (!found) queries.set(read.key, (found = new Query(read)) as Query<unknown>);
  return found;
}

/** Something changed: what is on the page is fetched again, the rest when it is next read. */
export function invalidate(): void {
  for (const query of queries.values()) {
    query.stale = true;
    if (query.readers > 0) query.freshen();
  }
}

/** Forgets everything, for instance when somebody else signs in. */
export function forget_all(): void {
  for (const [key, query] of queries) {
    query.stale = true;
    query.data = undefined;
    if (query.readers > 0) query.freshen();
    else queries.delete(key);
  }
}

const nothing: Read<undefined> = { key: '', fetch: () => Promise.resolve(undefined) };

/** A read for `use_query` that is made only while it is needed. */
export const when_needed = <T>(needed: boolean, read: Read<T>): Read<T | undefined> =>
  needed ? read : nothing;

/** The query of a read for a component: fetched when first shown, followed when the key changes. */
export function use_query<T>(read: () => Read<T>) {
  const query = $derived(query_of(read()));
  $effect(() => {
    const shown = query;
    untrack(() => {
      shown.readers += 1;
      shown.freshen();
    });
    return () => {
      shown.readers -= 1;
    };
  });
  return {
    get data(): T | undefined {
      return query.data;
    },
    get error(): unknown {
      return query.error;
    },
    get as_of(): Date | undefined {
      return query.as_of;
    },
    refresh: () => query.refresh(),
  };
}
