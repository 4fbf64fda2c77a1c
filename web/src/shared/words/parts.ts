import type { LanguageCode } from '$shared/api/generated';
import type about from './en/about';
import type accounts from './en/accounts';
import type agreements from './en/agreements';
import type changes from './en/changes';
import type control from './en/control';
import type facts from './en/facts';
import type import_words from './en/import';
import type outbox from './en/outbox';
import type phone from './en/phone';
import type proof from './en/proof';
import type protocol from './en/protocol';
import type recheck from './en/recheck';
import type releases from './en/releases';
import type route from './en/route';
import type run from './en/run';
import type webhooks from './en/webhooks';
import type { Message } from './message';

/** The words of screens that few readers open first: fetched with the screen, a file each. */
interface Parts {
  about: typeof about;
  accounts: typeof accounts;
  agreements: typeof agreements;
  changes: typeof changes;
  control: typeof control;
  facts: typeof facts;
  import: typeof import_words;
  outbox: typeof outbox;
  phone: typeof phone;
  proof: typeof proof;
  protocol: typeof protocol;
  recheck: typeof recheck;
  releases: typeof releases;
  route: typeof route;
  run: typeof run;
  webhooks: typeof webhooks;
}
export type Part = keyof Parts;
export type LaterKey = { [Name in Part]: keyof Parts[Name] }[Part];

const files = import.meta.glob<{ default: Partial<Record<LaterKey, Message>> }>([
  './*/about.ts',
  './*/accounts.ts',
  './*/agreements.ts',
  './*/changes.ts',
  './*/control.ts',
  './*/facts.ts',
  './*/import.ts',
  './*/outbox.ts',
  './*/phone.ts',
  './*/proof.ts',
  './*/protocol.ts',
  './*/recheck.ts',
  './*/releases.ts',
  './*/route.ts',
  './*/run.ts',
  './*/webhooks.ts',
]);

export const load_part = (code: LanguageCode, part: Part) => files[`./${code}/${part}.ts`]!();
