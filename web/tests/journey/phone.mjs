import assert from 'node:assert/strict';
import { violations } from './accessibility.mjs';
import { address, ask, open_window, phone, say, sign_in } from './browser.mjs';
import { shown } from './screens.mjs';

/** The delegate's own page, and their first meeting and activity. */
async function own(page) {
  const { person } = await ask(page, '/api/session');
  const found = await ask(page, `/api/people/${person}`);
  const meeting = found.agenda.find((each) => each.kind === 'meeting');
  return { ...found, meeting };
}

async function ready_offline(page) {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(async () => (await caches.keys()).length === 1);
  await page.reload();
  await page.locator('h1').first().waitFor();
}

/** What the server has of a remark, as the reader said it. */
async function kept(page, subject, topic) {
  const remarks = await ask(page, '/api/me/remarks');
  return remarks.find((each) => each.subject === subject && each.topic === topic)?.value ?? '';
}

/** Says something from elsewhere: another device of the same person. */
async function say_elsewhere(page, subject, topic, value) {
  const answer = await page.context().request.post(`${address}/api/me/remarks`, {
    data: { subject, topic, value },
  });
  assert.equal(answer.status(), 200, await answer.text());
}

const until = async (what, wanted) => {
  for (let tries = 0; tries < 100; ++tries) {
    if ((await what()) === wanted) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.equal(await what(), wanted);
};

export const on_the_phone = [
  {
    name: 'a delegate who changes city sees the line from one city to the next on that day only',
    viewport: phone,
    async run(page) {
      await sign_in(page, 'delegate');
      const { agenda } = await own(page);
      const { legs } = await ask(page, '/api/mission');
      const sorted = [...agenda].sort((a, b) => (a.starts_at < b.starts_at ? -1 : 1));
      const at = sorted.findIndex((each, index) => index > 0 && each.leg !== sorted[index - 1].leg);
      assert.ok(at > 0, 'the delegate changes city');
      const day_of = (engagement) => engagement.starts_at.slice(0, 10);
      const city = (engagement) => say(legs.find((leg) => leg.id === engagement.leg).city);
      const line = page.getByRole('list', { name: 'The route, city by city' });
      await page.goto(`/today?day=${day_of(sorted[at])}`);
      await line.getByText(city(sorted[at - 1]), { exact: true }).waitFor();
      await line.getByText(city(sorted[at]), { exact: true }).waitFor();
      await line.getByText(`from ${sorted[at].starts_at.slice(11, 16)}`).waitFor();
      assert.deepEqual(await violations(page), []);
      await page.goto(`/today?day=${day_of(sorted[0])}`);
      await page.getByText('My code').waitFor();
      assert.equal(await line.count(), 0);
    },
  },
  {
    name: 'a delegate begins with the next thing: what, where, when to leave, and the code',
    viewport: phone,
    async run(page) {
      await sign_in(page, 'delegate');
      await page.waitForURL('**/today');
      const { agenda, row } = await own(page);
      await page.getByRole('heading', { name: row.name.split(' ')[0] }).waitFor();
      const first = [...agenda].sort((a, b) => (a.starts_at < b.starts_at ? -1 : 1))[0];
      assert.equal((await page.locator('.first .time').innerText()).trim(), first.starts_at.slice(11, 16));
      await page.getByText('My code').click();
      await page.locator('details svg[role=img]').waitFor();
      const days = page.getByRole('navigation', { name: 'Days of the mission' }).getByRole('link');
      await days.last().click();
      await page.waitForURL(/day=/);
    },
  },
  {
    name: 'a meeting card says who and why, marks the table, and takes lateness, outcome and note',
    viewport: phone,
    async run(page, { browser }) {
      await sign_in(page, 'delegate');
      const { meeting, row } = await own(page);
      const subject = `meeting/${row.organisation.id}/${meeting.with_organisation.id}`;
      await page.goto(`/today?day=${meeting.starts_at.slice(0, 10)}`);
      await page.locator(`a[href="/card/${encodeURIComponent(`meeting~${meeting.with_organisation.id}`)}"]`).first().click();
      await page.getByRole('heading', { level: 1, name: say(meeting.with_organisation.name) }).waitFor();
      await page.getByRole('img', { name: new RegExp(`^Table ${meeting.table} of`) }).waitFor();
      await page.getByRole('button', { name: '15 min late' }).click();
      await page.getByText('The office knows.').waitFor();
      assert.equal(await kept(page, subject, 'presence'), 'late_15');
      await page.getByRole('button', { name: 'A lead' }).click();
      await page.getByLabel('My note').fill('Ask for the data sheet');
      await page.getByLabel('My note').blur();
      await until(() => kept(page, subject, 'note'), 'Ask for the data sheet');
      await until(() => kept(page, subject, 'outcome'), 'lead');
      const office = await open_window(browser);
      await sign_in(office.page, 'coordinator');
      const rows = await ask(office.page, '/api/remarks');
      assert.ok(rows.some((each) => each.subject === subject && each.value === 'late_15'));
      assert.ok(rows.every((each) => each.topic !== 'note'), 'notes are nobody else’s');
      await office.context.close();
      await page.getByRole('button', { name: 'Take back' }).click();
      await until(() => kept(page, subject, 'presence'), '');
    },
  },
  {
    name: 'partners are found with reasons, and must, want and never are one tap, taken back by another',
    viewport: phone,
    async run(page) {
      await sign_in(page, 'delegate');
      await page.goto('/partners');
      const line = page.locator('main li').first();
      await line.waitFor();
      const link = await line.locator('h2 a').getAttribute('href');
      const subject = `organisation/${decodeURIComponent(link.split('/')[2])}`;
      await line.getByText('Reasons').click();
      await line.locator('details p').first().waitFor();
      await line.getByRole('button', { name: 'never' }).click();
      await until(() => kept(page, subject, 'wish'), 'never');
      await line.getByRole('button', { name: 'never', pressed: true }).click();
      await until(() => kept(page, subject, 'wish'), '');
    },
  },
  {
    name: 'the programme says clash and way before anything is chosen',
    viewport: phone,
    async run(page) {
      await sign_in(page, 'delegate');
      const { agenda } = await own(page);
      await page.goto('/programme');
      await page.locator('main li').first().waitFor();
      const mine = agenda.filter((each) => each.kind === 'activity').length;
      assert.equal(await page.locator('main li.own').count(), mine);
      const clash = page.locator('main li.clash').first();
      await clash.getByText(/Clashes with .+, \d\d:\d\d–\d\d:\d\d/).waitFor();
      await page.getByLabel('Only what fits my agenda').check();
      await page.waitForFunction(() => document.querySelector('main li.clash') === null);
      assert.equal(await page.locator('main li.too_far, main li.own').count(), 0);
    },
  },
  {
    name: 'in flight mode the phone opens, shows its state, takes edits, and sends them on return',
    viewport: phone,
    expected_faults: /ERR_INTERNET_DISCONNECTED|Failed to fetch|ERR_FAILED/,
    async run(page) {
      await sign_in(page, 'delegate');
      const { meeting, row } = await own(page);
      const subject = `meeting/${row.organisation.id}/${meeting.with_organisation.id}`;
      await say_elsewhere(page, subject, 'outcome', '');
      await page.goto('/partners');
      await page.locator('main li').first().waitFor();
      await ready_offline(page);
      await page.context().setOffline(true);
      for (const path of ['/today', '/days', '/partners', '/programme']) {
        await page.goto(path);
        await page.locator('main h1').first().waitFor();
        await page.getByText(/You see the state of .*\d\d:\d\d/).waitFor();
      }
      await page.goto(`/card/${encodeURIComponent(`meeting~${meeting.with_organisation.id}`)}`);
      await page.getByRole('button', { name: 'A contact' }).click();
      await page.getByText('1 change waits to be sent.').waitFor();
      await page.reload();
      await page.getByText('1 change waits to be sent.').waitFor();
      assert.equal(await kept(page, subject, 'outcome').catch(() => ''), '');
      await page.context().setOffline(false);
      await until(() => kept(page, subject, 'outcome'), 'contact');
      await page.getByText('waits to be sent').waitFor({ state: 'detached' });
    },
  },
  {
    name: 'what changed on both sides is shown with both versions, and nothing is lost',
    viewport: phone,
    expected_faults: /ERR_INTERNET_DISCONNECTED|Failed to fetch|ERR_FAILED|412/,
    async run(page, { browser }) {
      await sign_in(page, 'delegate');
      const elsewhere = await open_window(browser);
      await sign_in(elsewhere.page, 'delegate');
      const { meeting, row } = await own(page);
      const subject = `meeting/${row.organisation.id}/${meeting.with_organisation.id}`;
      await say_elsewhere(elsewhere.page, subject, 'note', '');
      await say_elsewhere(elsewhere.page, subject, 'outcome', '');
      await page.goto(`/card/${encodeURIComponent(`meeting~${meeting.with_organisation.id}`)}`);
      await page.getByLabel('My note').waitFor();
      await page.context().setOffline(true);
      await page.getByLabel('My note').fill('Mine');
      await page.getByLabel('My note').blur();
      await page.getByRole('button', { name: 'An offer' }).click();
      await page.getByText('2 changes wait to be sent.').waitFor();
      await say_elsewhere(elsewhere.page, subject, 'note', 'Theirs');
      await page.context().setOffline(false);
      const conflict = page.getByRole('region', { name: 'Changed in two places' });
      await conflict.waitFor({ timeout: 30_000 });
      assert.match(await conflict.innerText(), /Mine[\s\S]*Theirs/);
      // What nobody else touched has merged meanwhile.
      await until(() => kept(elsewhere.page, subject, 'outcome'), 'offer');
      assert.equal(await kept(elsewhere.page, subject, 'note'), 'Theirs');
      await conflict.getByRole('button', { name: 'Keep mine' }).click();
      await until(() => kept(elsewhere.page, subject, 'note'), 'Mine');
      await conflict.waitFor({ state: 'detached' });
      await elsewhere.context.close();
    },
  },
  {
    name: 'signing out erases what the device keeps',
    viewport: phone,
    expected_faults: /ERR_INTERNET_DISCONNECTED|Failed to fetch|ERR_FAILED|40[134]/,
    async run(page) {
      await sign_in(page, 'delegate');
      await page.goto('/days');
      await shown(page);
      const names = () => page.evaluate(async () => (await indexedDB.databases()).map((each) => each.name));
      assert.deepEqual(await names(), ['kontor']);
      await page.locator('button[popovertarget]').click();
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.waitForURL((url) => url.pathname === '/');
      await page.locator('button[popovertarget]', { hasText: 'Public' }).waitFor();
      await page.evaluate(() => navigator.serviceWorker.ready);
      const pages = await page.evaluate(
        () =>
          new Promise((resolve) => {
            const opening = indexedDB.open('kontor');
            opening.onsuccess = () => {
              const shelves = [...opening.result.objectStoreNames];
              if (shelves.length === 0) return resolve(0);
              const count = opening.result.transaction('pages').objectStore('pages').count();
              count.onsuccess = () => resolve(count.result);
            };
          }),
      );
      assert.equal(pages, 0);
    },
  },
];
