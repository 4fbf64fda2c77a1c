import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { violations } from './accessibility.mjs';
import { ask, desktop, phone, sign_in } from './browser.mjs';
import { shown } from './screens.mjs';
import { with_texts } from './workbook.mjs';

/** An enterprise number made of eight digits, with the two that check them. */
const numbered = (digits) => `${digits}${String(97 - (Number(digits) % 97)).padStart(2, '0')}`;

const lines = [
  'Mission économique: participants wallons;;;',
  ';;;',
  'Dénomination sociale;N° TVA;Type;GSM',
  `Brasserie du Quai;BE ${numbered('07999001')};PME;0470 12 34 56`,
  `Van der Straeten-Waillet;${numbered('07999002').slice(0, 8)}00;PME;0470 12 34 57`,
  'Atelier Ô;;manège;12',
];
const ugly = { name: 'awex.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n'), 'latin1') };

const choose = (page, file) => page.locator('input[type=file]').setInputFiles(file);
const count = (page, name) =>
  page.locator('dl div').filter({ hasText: name }).locator('dd').innerText();

const looks = [
  ['phone', phone, 'light'],
  ['phone', phone, 'dark'],
  ['desktop', desktop, 'light'],
  ['desktop', desktop, 'dark'],
].map(([device, viewport, theme]) => ({
  name: `the page of imports has no violation, with faults on it: ${device}, ${theme}`,
  viewport,
  theme,
  async run(page) {
    await sign_in(page, 'coordinator');
    await page.goto('/import');
    await shown(page);
    await choose(page, ugly);
    await page.getByText('B5').first().waitFor();
    assert.deepEqual(await violations(page), []);
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    assert.ok(wide <= 0, `the page is ${wide} px wider than the window`);
  },
}));

export const imports = [
  ...looks,
  {
    name: 'an ugly table is imported, corrected in its own workbook, imported again and taken back',
    async run(page) {
      await sign_in(page, 'coordinator');
      const before = await ask(page, '/api/organisations');
      await page.goto('/import');
      await shown(page);
      await choose(page, ugly);
      for (const cell of ['B5', 'C6', 'D6']) await page.locator('.faults').getByText(cell).waitFor();
      assert.deepEqual([await count(page, 'new'), await count(page, 'refused')], ['1', '2']);
      assert.deepEqual(await ask(page, '/api/organisations'), before, 'nothing is written yet');
      await page.getByRole('button', { name: 'Import 1 row' }).click();
      await page.getByText('1 row is imported.').waitFor();
      const downloading = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Download the corrections workbook' }).click();
      const workbook = await readFile(await (await downloading).path());
      const corrected = with_texts(workbook, [
        [`${numbered('07999002').slice(0, 8)}00`, numbered('07999002')],
        ['manège', 'asbl'],
        ['>12<', '>+32 470 12 34 58<'],
      ]);
      await choose(page, { name: 'corrections.xlsx', mimeType: '', buffer: corrected });
      await page.getByRole('button', { name: 'Import 2 rows' }).click();
      await page.getByText('2 rows are imported.').waitFor();
      assert.equal(await count(page, 'the same'), '1');
      const names = (await ask(page, '/api/organisations')).map((each) => each.name);
      for (const name of ['Brasserie du Quai', 'Van der Straeten-Waillet', 'Atelier Ô'])
        assert.ok(names.includes(name), name);
      for (const left of [1, 0]) {
        await page.getByRole('button', { name: 'Take it back' }).click();
        await page.getByText('The import is taken back.').waitFor();
        const now = await ask(page, '/api/organisations');
        assert.equal(now.length, before.length + left);
        await page.reload();
        await shown(page);
      }
      assert.deepEqual(await ask(page, '/api/organisations'), before, 'all is as it was');
    },
  },
];
