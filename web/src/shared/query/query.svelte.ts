import { untrack } from 'svelte';
import { SvelteSet } from 'svelte/reactivity';

/** A read of the server: its key in the cache and how it is fetched. */
export interface Read<T> {
  key: string;
  fetch: () => Promise<T>;
}

/** Keeps answers beyond the page, for when the server cannot be reached. */
interface Keeper {
  keep: (key: string, value: unknown, as_of: Date) => Promise<void>;
  found: (key: string) => Promise<{ value: unknown; as_of: Date } | undefined>;
}
let keeper: Keeper | undefined;

export function keep_with(wanted: Keeper): void {
  keeper = wanted;
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
  private running: Promise<void> | undefined;

  constructor(read: Read<T>) {
    this.read = read;
  }

  /** Fetches it; who asks while that is under way waits for the same answer. */
  refresh(): Promise<void> {
    this.running ??= this.ask().finally(() => (this.running = undefined));
    return this.running;
  }

  private async ask(): Promise<void> {
    this.fetching = true;
    this.stale = false;
    try {
      this.data = await this.read.fetch();
      this.error = undefined;
      this.as_of = new Date();
      offline.delete(this.read.key);
      // A browser that keeps nothing is no fault.
      if (this.read.key) keeper?.keep(this.read.key, this.data, this.as_of).catch(() => {});
    } catch (error) {
      if (is_unreachable(error)) {
        if (this.data === undefined) await this.find();
        offline.add(this.read.key);
      } else this.data = undefined;
      this.error = error;
      this.stale = true;
    } finally {
      this.fetching = false;
    }
  }

  private async find(): Promise<void> {
    const kept = await keeper?.found(this.read.key).catch(() => undefined);
    if (!kept) return;
    this.data = kept.value as T;
    this.as_of = kept.as_of;
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

/** The state that the page shows while the server is out of reach: the oldest that is read. */
export function offline_as_of(): Date | undefined {
  const times = [...offline].flatMap((key) => {
    const query = queries.get(key);
    return query?.as_of && query.readers > 0 ? [query.as_of.getTime()] : [];
  });
  return times.length > 0 ? new Date(Math.min(...times)) : undefined;
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
