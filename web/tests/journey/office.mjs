import assert from 'node:assert/strict';
import { address, ask, phone, say, sign_in } from './browser.mjs';
import { shown } from './screens.mjs';

const busiest = (rows) => [...rows].sort((a, b) => b.meetings - a.meetings)[0];

function clock_before(local, minutes) {
  const of_day = Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16)) - minutes;
  const two = (value) => String(value).padStart(2, '0');
  return `${two(Math.floor(of_day / 60))}:${two(of_day % 60)}`;
}

export const office = [
  {
    name: 'a demo link of the menu signs in as a coordinator, who signs out again',
    async run(page) {
      await page.goto('/plan');
      await shown(page);
      await page.getByRole('button', { name: 'Public' }).click();
      await page.locator('#session-menu').getByRole('link', { name: 'Coordinator' }).click();
      await page.getByRole('button', { name: 'Coordinator' }).waitFor();
      const session = await ask(page, '/api/session');
      assert.equal(session.role, 'coordinator');
      await page.getByRole('navigation').getByText('Changes').first().waitFor();
      await page.getByRole('button', { name: 'Coordinator' }).click();
      await page.locator('#session-menu').getByText(session.name).first().waitFor();
      await page.getByRole('button', { name: 'Sign out' }).click();
      await page.getByRole('button', { name: 'Public' }).waitFor();
      assert.equal((await ask(page, '/api/session')).role, 'public');
    },
  },
  {
    name: 'an organisation’s page has its whole agenda by day and its wishes',
    async run(page) {
      await sign_in(page, 'coordinator');
      const row = busiest(await ask(page, '/api/organisations'));
      const organisation = await ask(page, `/api/organisations/${row.id}`);
      await page.goto(`/organisations/${row.id}`);
      await page.locator('article ol .row').first().waitFor();
      assert.equal(await page.locator('article ol .row').count(), organisation.agenda.length);
      const days = new Set(organisation.agenda.map((line) => line.starts_at.slice(0, 10)));
      assert.equal(await page.locator('article h3.day').count(), days.size);
      assert.equal(await page.locator('article .ends').count(), organisation.wishes.length);
    },
  },
  {
    name: 'a person’s day begins with its first thing, and tells when to leave',
    viewport: phone,
    async run(page) {
      await sign_in(page, 'coordinator');
      const people = await ask(page, '/api/people');
      const row = busiest(people.filter((each) => each.role === 'delegate'));
      const person = await ask(page, `/api/people/${row.id}`);
      const days = [...new Set(person.agenda.map((line) => line.starts_at.slice(0, 10)))].sort();
      for (const day of days) {
        await page.goto(`/people/${row.id}?day=${day}`);
        const lines = person.agenda
          .filter((line) => line.starts_at.startsWith(day))
          .sort((a, b) => (a.starts_at < b.starts_at ? -1 : 1));
        await page.locator('.first .time').getByText(lines[0].starts_at.slice(11, 16)).waitFor();
        assert.equal(await page.locator('article ol .row').count(), lines.length - 1);
        const travelling = lines.find((line) => line.travel_minutes > 0);
        if (!travelling) continue;
        const leave = clock_before(travelling.starts_at, travelling.travel_minutes);
        await page.getByText(`Leave at ${leave}.`).first().waitFor();
      }
    },
  },
  {
    name: 'the calendar address is made on request, and a calendar can read it',
    async run(page) {
      await sign_in(page, 'coordinator');
      const row = busiest(await ask(page, '/api/people'));
      await page.goto(`/people/${row.id}`);
      await page.getByRole('button', { name: 'Make the calendar address' }).click();
      const field = page.getByLabel('Secret calendar address');
      await field.waitFor();
      const feed = await page.context().request.get(await field.inputValue());
      assert.equal(feed.status(), 200);
      assert.match(await feed.text(), /^BEGIN:VCALENDAR/);
    },
  },
  {
    name: 'the coordinator plans anew, watches value and bound, stops, and publishes',
    async run(page) {
      await sign_in(page, 'coordinator');
      const before = await ask(page, '/api/plan');
      await page.goto('/quality');
      await shown(page);
      await page.getByRole('button', { name: 'Plan anew' }).click();
      await page.locator('section[aria-labelledby=run-title] figure path').first().waitFor({
        state: 'attached',
        timeout: 60_000,
      });
      const stop = page.getByRole('button', { name: 'Stop; it is good enough' });
      if (await stop.isVisible()) await stop.click({ timeout: 2_000 }).catch(() => {});
      const publish = page.getByRole('button', { name: 'Publish the draft' });
      await publish.waitFor({ timeout: 60_000 });
      await publish.click();
      await page
        .getByText(`Version ${before.version + 1}`)
        .first()
        .waitFor({ timeout: 30_000 });
      assert.equal((await ask(page, '/api/plan')).version, before.version + 1);
      await page.goto('/changes');
      await page.getByText('Plan published').first().waitFor();
    },
  },
  {
    name: 'a page that is open elsewhere hears of the new version and shows it',
    async run(page, { browser }) {
      const other = await browser.newPage();
      await other.goto(`${address}/quality?lang=en`);
      await other.locator('main h1').first().waitFor();
      await sign_in(page, 'coordinator');
      const before = await ask(page, '/api/plan');
      await page.goto('/quality');
      await page.getByRole('button', { name: 'Plan anew' }).click();
      const stop = page.getByRole('button', { name: 'Stop; it is good enough' });
      await stop.click({ timeout: 20_000 }).catch(() => {});
      await page.getByRole('button', { name: 'Publish the draft' }).click({ timeout: 60_000 });
      await other
        .getByText(`Version ${before.version + 1} of the plan has`)
        .waitFor({ timeout: 30_000 });
      await other.close();
    },
  },
  {
    name: 'the public learns nothing of anybody’s agenda',
    async run(page) {
      const people = await ask(page, '/api/people');
      const hidden = people.find((each) => !each.counts_known);
      if (!hidden) return;
      await page.goto(`/people/${hidden.id}`);
      await page.getByText('This agenda is shown to its owner').waitFor();
      assert.equal(await page.locator('article ol .row').count(), 0);
      assert.ok(say(hidden.name).length > 0);
    },
  },
];
