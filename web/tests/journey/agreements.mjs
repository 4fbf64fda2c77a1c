import assert from 'node:assert/strict';
import { address, ask, phone, say, sign_in } from './browser.mjs';
import { shown } from './screens.mjs';

/** The first agreement of the register in a status, by its key where one is given. */
async function agreement(page, status, of = () => true) {
  const rows = await ask(page, '/api/register');
  const found = rows.find((each) => each.row.status === status && of(each));
  assert.ok(found, `an agreement that is ${status}`);
  return found;
}

const take = async (page, status, reason) => {
  await page.getByRole('button', { name: `Make it “${status}”` }).click();
  if (reason) await page.getByLabel('Reason').fill(reason);
  await page.getByRole('button', { name: `Confirm: ${status}` }).click();
  await page.locator('article p b').getByText(status, { exact: true }).waitFor();
};

async function public_titles(page) {
  const answer = await page.context().request.get(`${address}/api/agreements`, {
    headers: { cookie: '' },
  });
  return (await answer.json()).map((each) => each.id);
}

export const agreements = [
  {
    name: 'an agreement goes from ready to signed and published, and only then the public sees it',
    async run(page, { browser }) {
      await sign_in(page, 'coordinator');
      const { row } = await agreement(page, 'ready', (each) => each.confidentiality === 'open');
      await page.goto('/agreements?status=ready');
      await shown(page);
      await page.getByRole('link', { name: say(row.title) }).first().waitFor();
      await page.goto(`/agreements/${row.id}`);
      const context = await browser.newContext();
      const stranger = await context.newPage();
      assert.ok(!(await public_titles(stranger)).includes(row.id));
      await take(page, 'signed');
      assert.ok(!(await public_titles(stranger)).includes(row.id));
      await take(page, 'published');
      assert.ok((await public_titles(stranger)).includes(row.id));
      await page.getByText('There is no further step.').waitFor();
      await context.close();
    },
  },
  {
    name: 'a step back says why, and the register keeps both',
    viewport: phone,
    async run(page) {
      await sign_in(page, 'coordinator');
      const { row } = await agreement(page, 'agreed');
      await page.goto(`/agreements/${row.id}`);
      await take(page, 'with the lawyers', 'a clause on liability');
      await page.getByText('a clause on liability').waitFor();
      const after = (await ask(page, '/api/register')).find((each) => each.row.id === row.id);
      assert.equal(after.row.status, 'legal');
      assert.equal(after.steps.at(-1).reason, 'a clause on liability');
    },
  },
  {
    name: 'the cue sheet of a ceremony has its agreements in the order of signing',
    async run(page) {
      await sign_in(page, 'coordinator');
      const rows = await ask(page, '/api/register');
      const { ceremony } = rows.find((each) => each.ceremony);
      const there = rows
        .filter((each) => each.ceremony?.id === ceremony.id && each.row.status !== 'withdrawn')
        .sort((a, b) => a.ceremony_order - b.ceremony_order);
      await page.goto(`/agreements?ceremony=${ceremony.id}`);
      await page.getByRole('heading', { name: 'Cue sheet' }).waitFor();
      const turns = await page.locator('section ol .turn').allTextContents();
      assert.deepEqual(turns, there.map((each) => String(each.ceremony_order)));
    },
  },
  {
    name: 'whoever keeps no agreements is told so in plain words',
    expected_faults: /403/,
    async run(page) {
      await sign_in(page, 'press');
      await page.goto('/agreements');
      await page.getByText('The register is not open to you').waitFor();
    },
  },
];
