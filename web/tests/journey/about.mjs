import assert from 'node:assert/strict';
import { violations } from './accessibility.mjs';
import { address, ask, desktop, phone, say, sign_in } from './browser.mjs';
import { shown } from './screens.mjs';

const looks = [
  ['phone', phone, 'light'],
  ['phone', phone, 'dark'],
  ['desktop', desktop, 'light'],
  ['desktop', desktop, 'dark'],
].map(([device, viewport, theme]) => ({
  name: `the public page of the mission has no violation: ${device}, ${theme}`,
  viewport,
  theme,
  async run(page) {
    await page.goto('/about');
    await page.getByRole('heading', { name: 'The public programme' }).waitFor();
    await shown(page);
    assert.deepEqual(await violations(page), []);
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    assert.ok(wide <= 0, `the page is ${wide} px wider than the window`);
  },
}));

/** All words of the page, with what it tells search engines. */
async function everything_of(page) {
  await page.goto('/about');
  await page.getByRole('heading', { name: 'The public programme' }).waitFor();
  await page.locator('script[type="application/ld+json"]').waitFor({ state: 'attached' });
  const block = await page.locator('script[type="application/ld+json"]').textContent();
  return { words: await page.locator('main').innerText(), block };
}

export const about = [
  ...looks,
  {
    name: 'readers who are not signed in find the mission, its numbers and its programme, and check the plan',
    async run(page) {
      const mission = await ask(page, '/api/mission');
      const { entries } = await ask(page, '/api/programme');
      await page.goto('/plan');
      await page.getByRole('navigation').getByText('Mission', { exact: true }).first().click();
      const { words, block } = await everything_of(page);
      for (const leg of mission.legs) assert.ok(words.includes(say(leg.city)) && words.includes(leg.zone));
      for (const count of mission.counts) assert.ok(words.includes(count.value), count.metric);
      for (const each of mission.discrepancies)
        for (const value of each.values) assert.ok(words.includes(value), value);
      for (const entry of entries) assert.ok(words.includes(say(entry.title)), entry.id);
      const event = JSON.parse(block);
      assert.equal(event['@type'], 'Event');
      assert.equal(event.startDate, mission.first_day);
      assert.equal(event.url, `${address}/about`);
      const invented = entries.filter((entry) => entry.mark.invented).map((entry) => entry.id);
      for (const each of event.subEvent)
        assert.ok(!invented.includes(each.url.split('/').at(-1)), `${each.url} is invented`);
      await page.getByRole('link', { name: 'Check the plan' }).click();
      await page.getByRole('button', { name: 'Check the plan' }).waitFor();
    },
  },
  {
    name: 'the public page tells nothing of principals’ movements, even to those who may know them',
    async run(page, { browser }) {
      const of_public = await everything_of(page);
      const context = await browser.newContext({ baseURL: address, locale: 'en-GB' });
      const office = await context.newPage();
      await sign_in(office, 'protocol');
      const { entries } = await ask(office, '/api/programme');
      const people = await ask(office, '/api/people');
      const of_office = await everything_of(office);
      const titles = entries.filter((entry) => entry.mark.visibility === 'public').map((entry) => say(entry.title));
      const hidden = entries.filter((entry) => entry.mark.visibility !== 'public').map((entry) => say(entry.title));
      const names = people.filter((person) => person.role === 'principal').map((person) => person.name);
      assert.ok(names.length > 0, 'protocol knows the principals');
      assert.ok(entries.some((entry) => entry.offices.length > 0), 'and where they are');
      // What sources themselves print in titles is no movement of the plan.
      const printed = titles.join('\n');
      for (const { words, block } of [of_public, of_office])
        for (const secret of [...hidden, ...names].filter((each) => !printed.includes(each)))
          assert.ok(!words.includes(secret) && !block.includes(secret), secret);
      assert.equal(of_office.words, of_public.words, 'the page is the same to all');
      assert.equal(of_office.block, of_public.block);
      await context.close();
    },
  },
];
