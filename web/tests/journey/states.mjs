import assert from 'node:assert/strict';
import { address, sign_in } from './browser.mjs';
import { phone_screens, screens, shown } from './screens.mjs';

export const states = [
  {
    name: 'an address that nothing has says so and leads on',
    expected_faults: /404/,
    async run(page) {
      await page.goto('/nowhere/at/all');
      await page.getByText('Nothing has this address').first().waitFor();
      await page.goto('/activities/none-of-this-name');
      await page.locator('main aside').getByText('Nothing has this address').waitFor();
      await page.goto('/organisations/none-of-this-name');
      await page.locator('article').getByText('Nothing has this address').waitFor();
    },
  },
  {
    name: 'the change log is closed to the public, and the page says to whom it is open',
    expected_faults: /40[13]/,
    async run(page) {
      await page.goto('/changes');
      await page.getByText('The log of changes is not open to you').waitFor();
    },
  },
  {
    name: 'without a connection the page says so, keeps what it has, and recovers',
    expected_faults: /ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch/,
    async run(page) {
      await page.goto('/people');
      await shown(page);
      await page.goto('/organisations');
      await shown(page);
      await page.locator('table a').first().waitFor();
      await page.context().setOffline(true);
      await page.locator('table a').first().click();
      await page.locator('article').getByText('The server cannot be reached').waitFor();
      await page
        .getByText('You see the state of')
        .or(page.getByText('cannot be reached'))
        .first()
        .waitFor();
      assert.ok((await page.locator('.list a').count()) > 0, 'the list is still there');
      await page.context().setOffline(false);
      // It recovers by itself; the button is for those who do not want to wait.
      await page.locator('article h1').waitFor();
    },
  },
  {
    name: 'nothing is wider than the page or without words, in no language, at 320 pixels and at 1440',
    expected_faults: /40[134]/,
    async run(page) {
      const wide = [];
      const of_public = await screens(page);
      await sign_in(page, 'delegate');
      for (const { name, path } of [...of_public, ...(await phone_screens(page))])
        for (const language of ['de', 'nl', 'fr', 'en']) {
          await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
          await shown(page);
          for (const width of [320, 390, 800, 1440]) {
            await page.setViewportSize({ width, height: 800 });
            const taken = await page.evaluate(() => document.scrollingElement.scrollWidth);
            if (taken > width) wide.push(`${name} ${language}: ${taken} of ${width}`);
          }
          const text = await page.locator('body').innerText();
          const unsaid = text.match(/^(?!hub\.brussels$)[a-z_]+\.[a-z_0-9]+$/m); // that one is a name
          if (unsaid) wide.push(`${name} ${language}: ${unsaid[0]} has no words`);
        }
      assert.deepEqual(wide, []);
    },
  },
  {
    name: 'the server’s policy lets in no foreign script or style, and the page needs none',
    async run(page) {
      const foreign = [];
      page.on('request', (request) => {
        if (!request.url().startsWith(`${address}/`)) foreign.push(request.url());
      });
      const answer = await page.goto('/plan');
      await shown(page);
      const policy = answer.headers()['content-security-policy'] ?? '';
      assert.match(policy, /script-src 'self'/);
      assert.doesNotMatch(policy, /unsafe/);
      assert.deepEqual(foreign, []);
    },
  },
];
