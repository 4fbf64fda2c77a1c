import assert from 'node:assert/strict';
import { address, ask, phone, say, sign_in } from './browser.mjs';
import { shown } from './screens.mjs';

const start_of = async (page, id) =>
  (await ask(page, '/api/programme')).entries.find((entry) => entry.id === id).starts_at;

/** The first day on which activities are held in rooms of the mission, and those activities. */
async function in_rooms(page) {
  const { entries, places } = await ask(page, '/api/programme');
  const rooms = new Set(places.map((place) => place.id).filter((id) => !id.startsWith('host-')));
  const placed = entries.filter(
    (entry) => entry.starts_at && rooms.has(entry.place_id) && entry.status !== 'cancelled',
  );
  const { locks } = await ask(page, '/api/locks');
  return placed.filter((entry) => !locks.includes(`activity/${entry.id}`));
}

async function open_board(page, entry) {
  await page.goto(`/plan?day=${entry.starts_at.slice(0, 10)}`);
  await page.locator(`#block-${entry.id}`).waitFor();
}

/** Presses M and arrows until the engine says that it fits, and gives the words of the tip. */
async function carry_to_a_fit(page, entry) {
  await page.locator(`#block-${entry.id}`).focus();
  await page.keyboard.press('m');
  for (const key of [...Array(24).fill('ArrowRight'), ...Array(60).fill('ArrowLeft')]) {
    await page.keyboard.press(key);
    const tip = page.locator('.tip');
    if ((await tip.count()) === 0) continue; // back where it came from
    await page.waitForFunction(() =>
      /Can move here|Not as it is/.test(document.querySelector('.tip')?.textContent ?? ''),
    );
    if (/Can move here/.test(await tip.textContent())) return tip.textContent();
  }
  await page.keyboard.press('Escape');
  return '';
}

export const board = [
  {
    name: 'an activity moves by keys: what it does is shown first, Enter drops it, Z takes it back',
    async run(page) {
      await sign_in(page, 'coordinator');
      for (const entry of (await in_rooms(page)).slice(0, 12)) {
        await open_board(page, entry);
        const words = await carry_to_a_fit(page, entry);
        if (!words) continue;
        assert.match(words, /(person changes|people change)\./);
        const still = await start_of(page, entry.id);
        assert.equal(still, entry.starts_at, 'nothing is done before Enter');
        assert.equal(await page.locator('a.ghost').count(), 1);
        await page.keyboard.press('Enter');
        await page.getByText('is published; Z takes it back').waitFor({ timeout: 60_000 });
        assert.notEqual(await start_of(page, entry.id), entry.starts_at);
        await page.keyboard.press('z');
        await page.getByText('Taken back.').waitFor({ timeout: 60_000 });
        assert.equal(await start_of(page, entry.id), entry.starts_at);
        return;
      }
      assert.fail('no activity of the first twelve can be moved along its day');
    },
  },
  {
    name: 'Escape brings back what was carried, and nothing has changed',
    async run(page) {
      await sign_in(page, 'coordinator');
      const [entry] = await in_rooms(page);
      const before = await ask(page, '/api/plan');
      await open_board(page, entry);
      await page.locator(`#block-${entry.id}`).focus();
      await page.keyboard.press('m');
      await page.keyboard.press('ArrowDown');
      await page.locator('.target').waitFor();
      await page.keyboard.press('Escape');
      assert.equal(await page.locator('.target').count(), 0);
      assert.equal(await page.evaluate(() => document.activeElement?.id), `block-${entry.id}`);
      assert.equal((await ask(page, '/api/plan')).version, before.version);
    },
  },
  {
    name: 'the pointer carries an activity too, and the engine answers before it is dropped',
    async run(page) {
      await sign_in(page, 'coordinator');
      const [entry] = await in_rooms(page);
      await open_board(page, entry);
      const box = await page.locator(`#block-${entry.id}`).boundingBox();
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + 60, y + 4, { steps: 6 });
      await page.getByText(/Can move here|Not as it is/).waitFor();
      await page.mouse.up();
      assert.equal(new URL(page.url()).pathname, '/plan', 'a drag opens nothing');
      await page.keyboard.press('Escape');
      assert.equal(await start_of(page, entry.id), entry.starts_at);
    },
  },
  {
    name: 'a finger that rests lifts an activity and carries it; one that moves at once scrolls',
    async run(_, { browser }) {
      const context = await browser.newContext({
        baseURL: address,
        viewport: { width: 1024, height: 768 },
        locale: 'en-GB',
        hasTouch: true,
        reducedMotion: 'reduce',
      });
      const page = await context.newPage();
      await sign_in(page, 'coordinator');
      const [entry] = await in_rooms(page);
      await open_board(page, entry);
      const finger = await context.newCDPSession(page);
      const touch = (type, x, y) =>
        finger.send('Input.dispatchTouchEvent', {
          type,
          touchPoints: type === 'touchEnd' ? [] : [{ x, y }],
        });
      const block = page.locator(`#block-${entry.id}`);
      await block.scrollIntoViewIfNeeded();
      const box = await block.boundingBox();
      const [x, y] = [box.x + Math.min(40, box.width / 2), box.y + box.height / 2];
      await touch('touchStart', x, y);
      await page.locator('.moving').waitFor();
      for (const by of [20, 40, 60]) await touch('touchMove', x + by, y);
      await page.getByText(/Can move here|Not as it is/).waitFor();
      await touch('touchEnd');
      assert.equal(new URL(page.url()).pathname, '/plan', 'a lift opens nothing');
      assert.equal(await page.locator('.target').count(), 1, 'it waits to be dropped');
      await page.keyboard.press('Escape');
      assert.equal(await start_of(page, entry.id), entry.starts_at);
      await touch('touchStart', x, y);
      for (const by of [20, 40, 60]) await touch('touchMove', x, y - by);
      await touch('touchEnd');
      assert.equal(await page.locator('.moving').count(), 0, 'that was scrolling');
      await context.close();
    },
  },
  {
    name: 'a lock is set and taken away by L, and is told in words',
    async run(page) {
      await sign_in(page, 'coordinator');
      const [entry] = await in_rooms(page);
      await open_board(page, entry);
      await page.locator(`#block-${entry.id}`).focus();
      await page.keyboard.press('l');
      await page.getByText('no change touches it').waitFor();
      const is_locked = async () =>
        (await ask(page, '/api/locks')).locks.some(({ lock }) => lock === `activity/${entry.id}`);
      assert.ok(await is_locked());
      await page.locator(`#block-${entry.id}.locked`).waitFor();
      await page.keyboard.press('l');
      await page.getByText('is no longer locked').waitFor();
      assert.ok(!(await is_locked()));
    },
  },
  {
    name: 'hundreds of lanes of organisations are there, and few of them drawn; a meeting opens',
    async run(page) {
      await sign_in(page, 'coordinator');
      const placements = await ask(page, '/api/placements');
      assert.equal(placements.meetings.length, (await ask(page, '/api/plan')).meetings);
      const { sessions } = await ask(page, '/api/programme');
      const day = sessions.find((each) => each.meetings > 0).starts_at.slice(0, 10);
      await page.goto(`/plan?day=${day}`);
      await page.getByLabel('Lanes').selectOption('organisations');
      await page.locator('.lanes ul').first().waitFor();
      assert.ok((await page.locator('.lanes ul').count()) < 60);
      const meeting = page.locator('.lanes a[href^="/meetings/"]').first();
      await meeting.click();
      await page.getByText('At the table').waitFor();
      await page.getByRole('img', { name: /^Table \d+ of \d+/ }).waitFor();
      const id = decodeURIComponent(new URL(page.url()).pathname.split('/')[2]);
      const [first, second] = id.split('~');
      assert.ok(placements.meetings.some((m) => m.first === first && m.second === second));
      await page.keyboard.press('Escape');
      await page.getByText('At the table').waitFor({ state: 'detached' });
    },
  },
  {
    name: 'the board is zoomed from all days to five minutes by keys',
    async run(page) {
      await sign_in(page, 'coordinator');
      const [entry] = await in_rooms(page);
      await open_board(page, entry);
      await page.keyboard.press('a');
      const { days } = await ask(page, '/api/mission');
      await page.waitForFunction(
        (count) => document.querySelectorAll('.hours b').length === count,
        days.length,
      );
      for (let times = 0; times < 14; ++times) await page.keyboard.press('+');
      await page.waitForFunction(() => {
        const times = [...document.querySelectorAll('.hours span')].map((each) => each.textContent);
        return times.some((time) => /:[0-5]5$/.test(time.trim()));
      });
      await page.keyboard.press('d');
      await page.waitForFunction(() => document.querySelectorAll('.hours b').length === 1);
    },
  },
  {
    name: 'the public sees the timetable of places, and may move nothing',
    async run(page) {
      await page.goto('/plan');
      await shown(page);
      assert.equal(await page.getByLabel('Lanes').count(), 0);
      assert.equal(await page.locator('a.movable').count(), 0);
      const placements = await ask(page, '/api/placements');
      assert.deepEqual([placements.meetings, placements.attendances], [[], []]);
    },
  },
  {
    name: 'a room is found by its name and its lane comes into view',
    async run(page) {
      await sign_in(page, 'coordinator');
      const { places } = await ask(page, '/api/programme');
      const room = places.filter((place) => !place.id.startsWith('host-')).at(-1);
      await page.goto('/control');
      await shown(page);
      await page.keyboard.press('Control+k');
      await page.keyboard.type(say(room.name));
      await page.locator('dialog').getByText('Room', { exact: true }).first().waitFor();
      await page.locator('dialog [role=option]', { hasText: 'Room' }).first().click();
      await page.locator(`[id="lane-${room.id}"]`).waitFor();
      assert.equal(new URL(page.url()).searchParams.get('room'), room.id);
    },
  },
  {
    name: 'why a wish is not met, the change that places it, and the way back',
    async run(page) {
      await sign_in(page, 'coordinator');
      const before = await ask(page, '/api/plan');
      for (const wish of before.unplaced.slice(0, 25)) {
        const why = await ask(page, `/api/wishes/${wish.id}/why`);
        if (!why.change) continue;
        await page.goto(`/wishes/${wish.id}`);
        await page.getByText('The change that disturbs the fewest').waitFor();
        await page.getByRole('button', { name: 'Apply and publish' }).click();
        await page.getByText('In the plan').waitFor({ timeout: 60_000 });
        assert.equal((await ask(page, '/api/plan')).version, before.version + 1);
        await page.goto('/draft');
        const version = page.locator('section[aria-labelledby=earlier-title] li', {
          hasText: `Version ${before.version}`,
        });
        await version.getByRole('button', { name: 'Take it again' }).click();
        await page.getByText(`Version ${before.version} is the draft now.`).waitFor();
        const draft = await ask(page, '/api/plan/draft');
        assert.equal(draft.score.value, before.score.value);
        assert.ok(draft.people.length >= why.change.disturbed);
        await page.getByRole('button', { name: 'Publish the draft' }).click();
        await page.waitForURL('**/changes');
        const after = await ask(page, '/api/plan');
        assert.deepEqual([after.version, after.score], [before.version + 2, before.score]);
        return;
      }
      assert.fail('no wish of the first 25 has a change that places it');
    },
  },
  {
    name: 'the office begins with what needs it, each line with its remedy',
    async run(page) {
      await sign_in(page, 'coordinator');
      await page.goto('/');
      await page.getByRole('heading', { name: 'What needs you today' }).waitFor();
      await shown(page);
      const plan = await ask(page, '/api/plan');
      const musts = plan.unplaced.filter((wish) => wish.level === 'must').length;
      const lines = page.locator('main li');
      if (musts > 0) await lines.getByText('A must is not placed').first().waitFor();
      for (const line of await lines.all())
        assert.equal(await line.getByRole('link').count(), 1, 'a line without a remedy');
    },
  },
  {
    name: 'on a phone the office sees what waits, and the plan as a list',
    viewport: phone,
    async run(page) {
      await sign_in(page, 'coordinator');
      await page.goto('/control');
      await shown(page);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(wide <= phone.width, `the page is ${wide} pixels wide`);
      await page.getByRole('navigation', { name: 'Main screens' }).getByText('Plan').click();
      await page.locator('main h1').first().waitFor({ state: 'attached' });
      await page.getByRole('button', { name: 'List', pressed: true }).waitFor();
    },
  },
];
