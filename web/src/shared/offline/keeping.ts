import type { Session } from '$shared/api/generated';
import { keep_with } from '$shared/query/query.svelte';
import { clear, erase, found, put } from './database';

/** A page read before, and when. */
interface Page {
  value: unknown;
  as_of: Date;
}

// Whose pages are kept: of a delegate or host who is signed in, on their own device. The office
// works with a connection, and what it reads is not left lying about.
let keeps = false;

const keeps_for = (session: Session): boolean =>
  session.person !== null && /^(delegate|host)$/.test(session.role) && !session.viewing;

/** Keeps what a delegate reads, and gives it back where the server is out of reach. */
export function start_keeping(): void {
  keep_with({
    async keep(key, value, as_of) {
      if (key === 'session') {
        const session = value as Session;
        const before = await found<Page>('pages', key);
        const same = (before?.value as Session | undefined)?.person === session.person;
        if (before && !same) await clear('pages');
        keeps = keeps_for(session);
      }
      if (keeps) await put('pages', key, { value, as_of } satisfies Page);
    },
    found: (key) => found<Page>('pages', key),
  });
}

/** Forgets everybody's pages and edits, as signing out does. */
export function forget_kept(): Promise<void> {
  keeps = false;
  return erase();
}
