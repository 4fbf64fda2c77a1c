import type { Change } from '$shared/api/generated';
import { changes_read } from '$shared/api/requests/changes';
import type { Read } from '$shared/query/query.svelte';

export const lock_name = (activity: string): string => `activity/${activity}`;

/** Who locked what last, and when, by the spelling of the lock: from entries, the latest first. */
export function lockings(changes: Change[]): Map<string, Change> {
  const found = new Map<string, Change>();
  for (const change of changes)
    if (change.detail === 'locked' && !found.has(change.subject))
      found.set(change.subject, change);
  return found;
}

/** Of these locks; reads the log back until all are found. */
export const approvals_read = (locks: string[]): Read<Map<string, Change>> => ({
  key: `approvals ${locks.join(' ')}`,
  async fetch() {
    const changes: Change[] = [];
    let after: string | null = null;
    do {
      const page = await changes_read(after).fetch();
      changes.push(...page.changes);
      after = page.next;
    } while (after && locks.some((lock) => !lockings(changes).has(lock)));
    return lockings(changes);
  },
});
