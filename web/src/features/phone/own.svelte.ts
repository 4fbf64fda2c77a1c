import type { Engagement, PersonPage } from '$shared/api/generated';
import { mission_read } from '$shared/api/requests/mission';
import { organisation_read } from '$shared/api/requests/organisation';
import { organisations_read } from '$shared/api/requests/organisations';
import { person_read } from '$shared/api/requests/person';
import { programme_read } from '$shared/api/requests/programme';
import { remarks_read } from '$shared/api/requests/remarks';
import { start_sending } from '$shared/offline/edits.svelte';
import { use_query, when_needed } from '$shared/query/query.svelte';
import { use_session } from '$shared/reader/session.svelte';

/** The reader's own page and what goes with it; nothing where the reader is nobody of the mission. */
export function use_own() {
  const session = use_session();
  const id = $derived(session.data?.person ?? '');
  const person = use_query(() => when_needed(id !== '', person_read(id)));
  const key = $derived(person.data?.row.organisation?.id ?? '');
  const organisation = use_query(() => when_needed(key !== '', organisation_read(key)));
  const remarks = use_query(() => when_needed(id !== '', remarks_read()));
  const programme = use_query(programme_read);
  const mission = use_query(mission_read);
  // Read with the others so that all of it is there in flight mode.
  use_query(organisations_read);
  $effect(() => {
    if (id) void start_sending();
  });
  return {
    get session() {
      return session;
    },
    get person() {
      return person;
    },
    get organisation() {
      return organisation.data;
    },
    get remarks() {
      return remarks.data ?? [];
    },
    get programme() {
      return programme.data;
    },
    get mission() {
      return mission.data;
    },
  };
}
export type Own = ReturnType<typeof use_own>;

/** What is said about an engagement is said about this: the delegation's side stands first. */
export function subject_of(engagement: Engagement, page: PersonPage): string {
  const [own, other] = [page.row.organisation?.id, engagement.with_organisation?.id];
  if (engagement.kind !== 'meeting' || !own || !other) return `activity/${engagement.activity}`;
  return page.row.role === 'delegate' ? `meeting/${own}/${other}` : `meeting/${other}/${own}`;
}

/** The address of an engagement's card. */
export function card_of(engagement: Engagement): string {
  const id =
    engagement.kind === 'meeting'
      ? `meeting~${engagement.with_organisation?.id ?? ''}`
      : `activity~${engagement.activity}`;
  return `/card/${encodeURIComponent(id)}`;
}

/** The date and clock of a zone as local times are written: "2025-10-07T09:40". */
export function now_in(zone: string, now = new Date()): string {
  const style = { dateStyle: 'short', timeStyle: 'short', timeZone: zone } as const;
  return new Intl.DateTimeFormat('sv-SE', style).format(now).replace(' ', 'T');
}

/** What comes next of a day: what is not over by then, the first before the day begins. */
export function next_of(engagements: Engagement[], now: string): Engagement | undefined {
  return engagements.find((each) => each.ends_at > now);
}
