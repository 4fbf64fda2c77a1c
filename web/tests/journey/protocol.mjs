import assert from 'node:assert/strict';
import { violations } from './accessibility.mjs';
import { ask, desktop, phone, sign_in } from './browser.mjs';
import { shown } from './screens.mjs';

/** A principal and a day with a step that the engine can move by five minutes. */
async function open_day(page) {
  await page.goto('/protocol?view=day');
  await shown(page);
  await page.locator('li.begins').first().waitFor();
}

const looks = [
  ['phone', phone, 'light'],
  ['phone', phone, 'dark'],
  ['desktop', desktop, 'light'],
  ['desktop', desktop, 'dark'],
].map(([device, viewport, theme]) => ({
  name: `protocol has no violation in day, pocket and party: ${device}, ${theme}`,
  viewport,
  theme,
  async run(page) {
    await sign_in(page, 'coordinator');
    for (const view of ['day', 'pocket', 'party']) {
      await page.goto(`/protocol?view=${view}`);
      await page.locator(view === 'party' ? 'tbody tr' : 'li.begins').first().waitFor();
      if (view === 'day') {
        await page.getByRole('button', { name: 'Change', exact: true }).first().click();
        await page.locator('output').waitFor();
      }
      assert.deepEqual(await violations(page), [], view);
      const wide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      assert.ok(wide <= 0, `${view} is ${wide} px wider than the window`);
    }
  },
}));

export const protocol = [
  ...looks,
  {
    name: 'scenario 14: a step is inserted before the minister, what follows is shown, published, taken back',
    async run(page) {
      await sign_in(page, 'coordinator');
      await open_day(page);
      const before = await ask(page, '/api/plan');
      const count = await page.getByRole('button', { name: 'Change', exact: true }).count();
      for (let at = 0; at < count; at += 1) {
        await page.getByRole('button', { name: 'Change', exact: true }).nth(at).click();
        await page.getByRole('button', { name: 'Insert a step before' }).click();
        await page.getByRole('button', { name: 'Show what follows' }).click();
        const apply = page.getByRole('button', { name: 'Publish this' }).first();
        await apply.or(page.getByText('This cannot be done.')).or(page.getByRole('alert')).first().waitFor();
        if ((await apply.count()) === 0) {
          await page.getByRole('button', { name: 'Change', exact: true }).nth(at).click();
          continue;
        }
        assert.match(await page.locator('main section').first().textContent(), /(person changes|people change)\./);
        assert.equal((await ask(page, '/api/plan')).version, before.version);
        await apply.click();
        await apply.waitFor({ state: 'detached', timeout: 60_000 });
        assert.equal((await ask(page, '/api/plan')).version, before.version + 1);
        const [change] = (await ask(page, '/api/changes')).changes;
        assert.match(change.detail, /Insert a step before/);
        const undone = await page.context().request.post('/api/changes/undo', {
          headers: { origin: new URL(page.url()).origin },
        });
        assert.equal(undone.status(), 200);
        return;
      }
      assert.fail('no step of the first day can be inserted');
    },
  },
  {
    name: 'an approved step is frozen, with who approved it and when, until it is released',
    async run(page) {
      await sign_in(page, 'coordinator');
      await open_day(page);
      const step = page.locator('li.begins').first();
      await step.getByRole('button', { name: 'Approve and freeze' }).click();
      await step.getByText(/Approved by Coordinator, .*: frozen/).waitFor();
      assert.equal(await step.getByRole('button', { name: 'Change', exact: true }).count(), 0);
      await step.getByRole('button', { name: 'Release' }).click();
      await step.getByRole('button', { name: 'Approve and freeze' }).waitFor();
    },
  },
  {
    name: 'scenario 14: a rule is made of a sentence with blanks, and what it costs is counted first',
    async run(page) {
      await sign_in(page, 'coordinator');
      await page.goto('/protocol?view=party');
      await page.getByText('Fill the blanks to see').waitFor();
      await page.getByLabel('Who …').selectOption('federal-minister-smes');
      await page.getByLabel('whom …').selectOption('head-of-mission');
      await page
        .getByText(/(person changes|people change)\.|No timetable keeps this rule/)
        .first()
        .waitFor({ timeout: 60_000 });
      assert.deepEqual(await violations(page), []);
    },
  },
  {
    name: 'protocol reads the day of a principal and changes nothing; a director does not read it',
    async run(page) {
      await sign_in(page, 'protocol');
      await open_day(page);
      assert.equal(await page.getByRole('button', { name: 'Change', exact: true }).count(), 0);
      await sign_in(page, 'director');
      await page.goto('/protocol');
      await page.getByText('Protocol officers and coordinators read').waitFor();
      assert.equal(await page.locator('li.begins').count(), 0);
    },
  },
];
