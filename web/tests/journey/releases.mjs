import assert from 'node:assert/strict';
import { address, ask, phone, sign_in } from './browser.mjs';

const versions = {
  French: ['Un contrat', 'Le contrat vaut 12,5 millions d’euros.'],
  Dutch: ['Een contract', 'Het contract is 12,5 miljoen euro waard.'],
  German: ['Ein Vertrag', 'Der Vertrag ist 12,5 Millionen Euro wert.'],
  English: ['A contract', 'The contract is worth EUR 12.5 million.'],
};

async function write(page, texts) {
  for (const [language, [title, body]] of Object.entries(texts)) {
    const version = page.getByRole('group', { name: language });
    await version.getByLabel('Title').fill(title);
    await version.getByLabel('Text').fill(body);
  }
}

/** Every channel through which somebody without an account reads. */
async function public_words(page) {
  const channels = ['/api/newsroom', '/newsroom.atom', '/api/agreements', '/newsroom', '/api/mission'];
  const texts = await Promise.all(
    channels.map(async (path) => (await page.context().request.get(address + path)).text()),
  );
  return texts.join('\n');
}

export const releases = [
  {
    name: 'a release is refused while one version has ten times the sum, and then out when signed',
    expected_faults: /422/,
    async run(page, { browser }) {
      await sign_in(page, 'coordinator');
      const rows = await ask(page, '/api/register');
      const { row } = rows.find((each) => each.row.status === 'ready' && !each.amount);
      await page.goto('/releases');
      await page.getByRole('button', { name: 'New release' }).click();
      await page.getByRole('combobox', { name: /^Agreement/ }).selectOption(`agreement/${row.id}`);
      await write(page, { ...versions, French: ['Un contrat', 'Il vaut 125 millions d’euros.'] });
      await page.getByRole('button', { name: 'Keep the draft' }).click();
      await page.locator('mark.differs').first().waitFor();
      assert.equal(await page.locator('mark.differs').count(), 4);
      await page.getByRole('button', { name: 'Clear' }).click();
      await page.getByRole('alert').getByText('Il vaut 125 millions d’euros.').waitFor();
      await page.getByRole('button', { name: 'Edit' }).click();
      await write(page, versions);
      await page.getByRole('button', { name: 'Keep the draft' }).click();
      await page.getByText('The versions agree.').waitFor();
      await page.getByRole('button', { name: 'Clear' }).click();
      await page.getByText('cleared', { exact: true }).waitFor();
      const context = await browser.newContext();
      const stranger = await context.newPage();
      assert.ok(!(await public_words(stranger)).includes('12.5 million'));
      await stranger.goto(`${address}/newsroom?lang=en`);
      await stranger.getByText('Nothing is out yet').waitFor();
      await page.goto(`/agreements/${row.id}`);
      await page.getByRole('button', { name: 'Make it “signed”' }).click();
      await page.getByRole('button', { name: 'Confirm: signed' }).click();
      await stranger.getByText('The contract is worth EUR 12.5 million.').waitFor({ timeout: 10_000 });
      assert.ok((await public_words(stranger)).includes('12,5 miljoen'));
      await context.close();
    },
  },
  {
    name: 'an embargo that ends in California at 17:30 ends in Brussels at 02:30 the next day',
    viewport: phone,
    async run(page) {
      await sign_in(page, 'coordinator');
      await page.goto('/releases');
      await page.getByRole('button', { name: 'New release' }).click();
      await page.getByLabel('End of the embargo').fill('2025-10-08T17:30');
      await page.getByLabel('Clock of').selectOption('America/Los_Angeles');
      const title = 'Kestrel project';
      await write(
        page,
        Object.fromEntries(Object.keys(versions).map((each) => [each, [title, title]])),
      );
      await page.getByRole('button', { name: 'Keep the draft' }).click();
      const release = page.locator('section', { hasText: title });
      await release.getByText(/8 Oct 2025, 17:30 .* = 9 Oct 2025, 02:30/).waitFor();
      await release.getByRole('button', { name: 'Clear' }).click();
      await release.getByText(/out since/).waitFor();
      for (const [language, words] of [
        ['fr', /Brussels.*9 oct. 2025.*02:30/],
        ['nl', /Brussels.*9 okt 2025.*02:30/],
        ['de', /Brussels.*9. Okt. 2025.*02:30/],
      ]) {
        await page.goto(`/newsroom?lang=${language}`);
        await page.locator('article', { hasText: title }).getByText(words).waitFor();
      }
      await page.goto('/releases?lang=en');
      await release.getByRole('button', { name: 'Withdraw' }).click();
      await release.getByText('withdrawn', { exact: true }).waitFor();
      assert.ok(!(await public_words(page)).includes(title));
    },
  },
];
