// How fast the planning board answers in a real browser, on a running server with a mission:
//   KONTOR_ADDRESS=http://127.0.0.1:8080 node bench/web/run.mjs [moves]
// An activity is carried by keys. Measured in the page from each key press: until the next picture
// stands (the block has moved), and until the engine's words stand under it. Milliseconds.
import { ask, launch, open_window, sign_in } from '../../web/tests/journey/browser.mjs';

const moves = Number(process.argv[2] ?? 120);

/** Installed in the page: notes the time of each key and of what follows it. */
function install() {
  const times = { frame: [], answer: [] };
  let pressed;
  const answered = /Can move here|Not as it is/;
  addEventListener(
    'keydown',
    () => {
      const at = performance.now();
      pressed = at;
      requestAnimationFrame(() => setTimeout(() => times.frame.push(performance.now() - at)));
    },
    true,
  );
  new MutationObserver(() => {
    if (pressed === undefined) return;
    if (!answered.test(document.querySelector('.tip')?.textContent ?? '')) return;
    times.answer.push(performance.now() - pressed);
    pressed = undefined;
  }).observe(document.body, { subtree: true, childList: true, characterData: true });
  globalThis.bench_times = times;
}

function line(name, values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  const words = [at(0.5), at(0.95), sorted.at(-1)].map((value) => value.toFixed(1).padStart(8));
  return `${name.padEnd(28)}${String(sorted.length).padStart(6)}${words.join('')}`;
}

const browser = await launch();
const { page } = await open_window(browser);
await sign_in(page, 'coordinator');
const { entries, places } = await ask(page, '/api/programme');
const rooms = new Set(places.map((place) => place.id).filter((id) => !id.startsWith('host-')));
const movable = entries.filter((entry) => entry.starts_at && rooms.has(entry.place_id));
const plan = await ask(page, '/api/plan');
const all = { frame: [], answer: [] };
for (const entry of movable) {
  if (all.frame.length >= moves) break;
  await page.goto(`/plan?day=${entry.starts_at.slice(0, 10)}`);
  const block = page.locator(`#block-${entry.id}`);
  if (!(await block.waitFor({ timeout: 5000 }).then(() => true, () => false))) continue;
  await block.focus();
  await page.keyboard.press('m');
  await page.evaluate(install);
  for (let step = 0; step < 12; ++step) {
    await page.keyboard.press(step < 8 ? 'ArrowRight' : 'ArrowDown');
    await page.waitForTimeout(250);
  }
  const found = await page.evaluate(() => globalThis.bench_times);
  for (const name of ['frame', 'answer']) all[name].push(...found[name]);
  await page.keyboard.press('Escape');
}
console.log(`${entries.length} activities, ${plan.meetings} meetings, ${plan.attendances} attendances`);
console.log(`${'milliseconds from the key'.padEnd(28)}${'count'.padStart(6)}${['median', 'p95', 'most'].map((word) => word.padStart(8)).join('')}`);
console.log(line('the block has moved', all.frame));
console.log(line('the engine has answered', all.answer));
await browser.close();
