import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import { desktop, phone, sign_in } from './browser.mjs';
import { phone_screens, screens, shown } from './screens.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds on the page, as lines: rule, where, and why. */
export async function violations(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(
    (runOnly) => globalThis.axe.run(document, { runOnly, resultTypes: ['violations'] }),
    tags,
  );
  return found.violations.flatMap((rule) =>
    rule.nodes.slice(0, 3).map((node) => {
      const why = node.failureSummary?.split('\n')[1]?.trim() ?? '';
      return `${rule.id}: ${node.target.join(' ')} (${why})`;
    }),
  );
}

async function check_screens(page, list) {
  const found = [];
  for (const { name, path } of list) {
    await page.goto(path);
    await shown(page);
    found.push(...(await violations(page)).map((line) => `${name}: ${line}`));
  }
  return found;
}

async function check_all(page) {
  const found = await check_screens(page, await screens(page));
  await page.goto('/plan');
  await shown(page);
  await page.keyboard.press('Control+k');
  await page.locator('#found [role=option]').first().waitFor();
  found.push(...(await violations(page)).map((line) => `find: ${line}`));
  await page.keyboard.press('Escape');
  await page.locator('button[popovertarget]').click();
  found.push(...(await violations(page)).map((line) => `menu: ${line}`));
  assert.deepEqual(found, []);
}

const of_delegates = ['light', 'dark'].map((theme) => ({
  name: `axe finds no violation on a delegate's screens: ${theme}`,
  viewport: phone,
  theme,
  async run(page) {
    await sign_in(page, 'delegate');
    assert.deepEqual(await check_screens(page, await phone_screens(page)), []);
  },
}));

const of_all = ['light', 'dark'].flatMap((theme) =>
  [
    ['phone', phone],
    ['desktop', desktop],
  ].map(([device, viewport]) => ({
    name: `axe finds no violation on any screen: ${theme}, ${device}`,
    viewport,
    theme,
    expected_faults: /404/,
    async run(page) {
      await sign_in(page, 'coordinator');
      await check_all(page);
    },
  })),
);

export const accessibility = [...of_all, ...of_delegates];
