import { ask } from './browser.mjs';

/** Every screen with an address, the objects taken from what the reader of `page` may see. */
export async function screens(page) {
  const programme = await ask(page, '/api/programme');
  const organisations = await ask(page, '/api/organisations');
  const people = await ask(page, '/api/people');
  const busiest = (rows) => [...rows].sort((a, b) => b.meetings - a.meetings)[0];
  const timed = programme.entries.filter((entry) => entry.starts_at);
  const activity = timed.find((entry) => entry.attending > 0) ?? timed[0] ?? programme.entries[0];
  const days = timed.map((entry) => entry.starts_at.slice(0, 10));
  const times = (day) => days.filter((each) => each === day).length;
  const day = [...days].sort((a, b) => times(b) - times(a))[0] ?? '';
  const session = programme.sessions[0];
  const register = await ask(page, '/api/register').catch(() => []);
  const ceremony = register.find((each) => each.ceremony)?.ceremony.id ?? '';
  const delegates = people.filter((person) => person.role === 'delegate');
  return [
    { name: 'plan', path: `/plan?day=${day}` },
    { name: 'activity', path: `/activities/${activity.id}` },
    ...(session ? [{ name: 'session', path: `/sessions/${session.id}` }] : []),
    { name: 'organisations', path: '/organisations' },
    { name: 'organisation', path: `/organisations/${busiest(organisations).id}` },
    { name: 'people', path: '/people' },
    { name: 'person', path: `/people/${busiest(delegates.length > 0 ? delegates : people).id}` },
    { name: 'quality', path: '/quality' },
    { name: 'facts', path: '/facts' },
    ...(register.length > 0
      ? [
          { name: 'agreements', path: '/agreements' },
          { name: 'agreement', path: `/agreements/${register.at(-1).row.id}` },
          { name: 'cue sheet', path: `/agreements?ceremony=${ceremony}` },
        ]
      : []),
    { name: 'releases', path: '/releases' },
    { name: 'newsroom', path: '/newsroom' },
    { name: 'about', path: '/about' },
    { name: 'changes', path: '/changes' },
    { name: 'control', path: '/control' },
    { name: 'draft', path: '/draft' },
    { name: 'protocol', path: '/protocol' },
    { name: 'pocket', path: '/protocol?view=pocket' },
    { name: 'party', path: '/protocol?view=party' },
    { name: 'missing', path: '/nowhere' },
  ];
}

/** The screens of a delegate's phone; `page` is theirs. */
export async function phone_screens(page) {
  const { person } = await ask(page, '/api/session');
  const { agenda } = await ask(page, `/api/people/${person}`);
  const meeting = agenda.find((each) => each.kind === 'meeting');
  const day = meeting.starts_at.slice(0, 10);
  return [
    { name: 'today', path: `/today?day=${day}` },
    { name: 'days', path: '/days' },
    { name: 'partners', path: '/partners' },
    { name: 'programme', path: '/programme' },
    { name: 'card', path: `/card/${encodeURIComponent(`meeting~${meeting.with_organisation.id}`)}` },
    { name: 'me', path: '/me' },
  ];
}

/** Waits until the screen shows what it fetches. */
export async function shown(page) {
  await page.locator('main h1').first().waitFor({ state: 'attached' });
  await page.waitForLoadState('domcontentloaded');
  await page.waitForFunction(() => document.querySelector('main .waiting') === null);
  await page.evaluate(() => document.fonts.ready);
}
