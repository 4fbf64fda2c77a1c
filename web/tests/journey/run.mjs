// Journeys through the whole application in a real Chromium against a real server:
//   KONTOR_ADDRESS=http://127.0.0.1:8080 npm run journey [word of a journey's name]
// KONTOR_SHARE=1/2 walks the second half of them, for two browsers side by side.
// Each journey has a window of its own and fails on any fault that the browser reports.
import { launch, open_window } from './browser.mjs';
import { accessibility } from './accessibility.mjs';
import { about } from './about.mjs';
import { agreements } from './agreements.mjs';
import { board } from './board.mjs';
import { imports } from './imports.mjs';
import { office } from './office.mjs';
import { on_the_phone } from './phone.mjs';
import { protocol } from './protocol.mjs';
import { reading } from './reading.mjs';
import { releases } from './releases.mjs';
import { signing_in } from './sign_in.mjs';
import { states } from './states.mjs';

const wanted = process.argv[2] ?? '';
const [share, shares] = (process.env.KONTOR_SHARE ?? '0/1').split('/').map(Number);
const journeys = [...reading, ...states, ...accessibility, ...office, ...board, ...signing_in, ...on_the_phone, ...protocol, ...about, ...imports, ...agreements, ...releases]
  .filter((journey) => journey.name.includes(wanted))
  .filter((_, number) => number % shares === share);
const browser = await launch();
const counts = { passed: 0, failed: 0 };

for (const journey of journeys) {
  const { context, page, faults } = await open_window(browser, journey);
  // Patient with a busy machine: it costs nothing where all is well.
  page.setDefaultTimeout(60_000);
  const begin = Date.now();
  try {
    await journey.run(page, { browser });
    const unexpected = faults.filter((fault) => !journey.expected_faults?.test(fault));
    if (unexpected.length > 0) throw new Error(`the browser reports: ${unexpected.join(' · ')}`);
    counts.passed += 1;
    console.log(`ok    ${journey.name} (${((Date.now() - begin) / 1000).toFixed(1)} s)`);
  } catch (error) {
    counts.failed += 1;
    console.log(
      `FAIL  ${journey.name} (at ${page.url()})\n      ${error.message.split('\n').slice(0, 12).join('\n      ')}`,
    );
  }
  await context.close();
}

await browser.close();
console.log(`${counts.passed} passed, ${counts.failed} failed`);
process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;
