// Pictures of every screen × language × phone and desktop × light and dark, into /screenshots:
//   KONTOR_ADDRESS=… npm run screenshots [word of a name]
// Those that README.md shows are written to docs/pictures too.
import { copyFileSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { desktop, launch, open_window, phone, sign_in } from './browser.mjs';
import { phone_screens, screens, shown } from './screens.mjs';

const folder = fileURLToPath(new URL('../../../screenshots/', import.meta.url));
const wanted = process.argv[2] ?? '';
const shown_folder = fileURLToPath(new URL('../../../docs/pictures/', import.meta.url));
const in_readme = {
  'plan-en-desktop-light.png': 'board.png',
  'quality-en-desktop-dark.png': 'quality.png',
  'today-fr-phone-light.png': 'today.png',
  'card-nl-phone-dark.png': 'card.png',
};
for (const each of [folder, shown_folder]) mkdirSync(each, { recursive: true });
const browser = await launch();
let count = 0;

for (const [device, viewport] of Object.entries({ phone, desktop }))
  for (const [theme, role, list_of] of ['light', 'dark'].flatMap((theme) => [
    [theme, 'coordinator', screens],
    [theme, 'delegate', phone_screens],
  ])) {
    const { context, page } = await open_window(browser, { viewport, theme });
    await sign_in(page, role);
    for (const { name, path } of await list_of(page))
      for (const language of ['fr', 'nl', 'de', 'en']) {
        const file = `${name}-${language}-${device}-${theme}.png`;
        if (!file.includes(wanted)) continue;
        await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
        await shown(page);
        await page.screenshot({ path: folder + file });
        if (file in in_readme) copyFileSync(folder + file, shown_folder + in_readme[file]);
        count += 1;
      }
    await context.close();
  }

await browser.close();
console.log(`${count} pictures in ${folder}`);
