import assert from 'node:assert/strict';
import { violations } from './accessibility.mjs';
import { ask, phone, say } from './browser.mjs';
import { shown } from './screens.mjs';

const focused = (page) => page.evaluate(() => document.activeElement?.id ?? '');

async function tab_to(page, prefix) {
  for (let presses = 0; presses < 80; ++presses) {
    if ((await focused(page)).startsWith(prefix)) return focused(page);
    await page.keyboard.press('Tab');
  }
  throw new Error(`eighty presses of Tab reach nothing named ${prefix}…`);
}

async function open_plan(page) {
  const programme = await ask(page, '/api/programme');
  const timed = programme.entries.filter((entry) => entry.starts_at);
  const days = timed.map((entry) => entry.starts_at.slice(0, 10));
  // The day with most activities.
  const count = (day) => days.filter((each) => each === day).length;
  const day = [...new Set(days)].sort((a, b) => count(b) - count(a))[0];
  await page.goto(`/plan?day=${day}`);
  await shown(page);
  const sessions = programme.sessions.filter((session) => session.starts_at.startsWith(day));
  return { programme, day, blocks: count(day) + sessions.length };
}

/** The blocks of the timetable of the day: it draws what is in view, so it is scrolled through. */
async function blocks_of_board(page) {
  await page.locator('.lanes a[id^=block-]').first().waitFor();
  const found = new Set();
  const scroller = page.locator('.scroller');
  const begin = await scroller.evaluate((node) => node.scrollLeft);
  const day = await page.locator('.tools h2').innerText();
  for (let x = begin; ; x += 150) {
    for (let y = 0; ; y += 250) {
      await scroller.evaluate((node, [left, top]) => node.scrollTo(left, top), [x, y]);
      await page.waitForTimeout(60);
      const ids = await page
        .locator('.lanes a[id^=block-]')
        .evaluateAll((links) => links.map((link) => link.id));
      for (const id of ids) found.add(id);
      const is_last = (node) => node.scrollTop + node.clientHeight + 2 > node.scrollHeight;
      if (await scroller.evaluate(is_last)) break;
    }
    if (x > begin + 2500 || (await page.locator('.tools h2').innerText()) !== day) break;
  }
  return found;
}

export const reading = [
  {
    name: 'the plan shows every activity and session of the day, and the days of the mission',
    async run(page) {
      const { programme, day, blocks } = await open_plan(page);
      const mission = await ask(page, '/api/mission');
      assert.equal(await page.locator('.strip nav a').count(), mission.days.length);
      const drawn = await blocks_of_board(page);
      const of_day = [...programme.entries, ...programme.sessions].filter((each) =>
        each.starts_at?.startsWith(day),
      );
      assert.equal(of_day.length, blocks);
      for (const each of of_day) assert.ok(drawn.has(`block-${each.id}`), `${each.id} is missing`);
      await page.goto(`/plan?day=${day}`);
      const current = page.locator('.strip nav a[aria-current=date]');
      assert.equal(await current.getAttribute('data-day'), day);
    },
  },
  {
    name: 'the list has the same activities as the timetable, and is what a phone shows first',
    viewport: phone,
    async run(page) {
      const { blocks } = await open_plan(page);
      assert.equal(await page.locator('ol a[id^=block-]').count(), blocks);
      await page.getByRole('button', { name: 'Timetable' }).click();
      await page.locator('.lanes a[id^=block-]').first().waitFor();
    },
  },
  {
    name: 'the language switch changes every word and is remembered; ?lang= comes first',
    async run(page) {
      await open_plan(page);
      await page.getByRole('button', { name: 'NL' }).click();
      await page.getByRole('navigation').getByText('Organisaties').first().waitFor();
      assert.equal(await page.evaluate(() => document.documentElement.lang), 'nl');
      await page.goto('/organisations');
      await page.getByPlaceholder('Zoeken op naam').waitFor();
      await page.goto('/organisations?lang=de');
      await page.getByPlaceholder('Nach Namen suchen').waitFor();
      await page.goto('/people?lang=fr');
      await page.getByPlaceholder('Chercher par nom').waitFor();
    },
  },
  {
    name: 'an activity is reached, opened and closed by keyboard alone',
    async run(page) {
      await open_plan(page);
      await page.locator('.lanes a[id^=block-]').first().waitFor();
      const first = await tab_to(page, 'block-');
      const before = new URL(page.url()).pathname;
      await page.keyboard.press('ArrowDown');
      const second = await focused(page);
      assert.notEqual(second, first, 'the arrow moved to another block');
      await page.keyboard.press('Enter');
      await page.locator('main aside h2').waitFor();
      const opened = new URL(page.url()).pathname;
      assert.match(opened, /^\/(activities|sessions)\//);
      assert.ok(opened.endsWith(second.replace('block-', '')));
      await page.keyboard.press('Escape');
      await page.locator('main aside').waitFor({ state: 'detached' });
      assert.equal(new URL(page.url()).pathname, before);
      assert.equal(await focused(page), second, 'the focus is where it was');
    },
  },
  {
    name: 'an activity has an address that shows its day, and back leads back',
    async run(page) {
      const { programme } = await open_plan(page);
      const entry = programme.entries.findLast((each) => each.starts_at);
      await page.goto(`/activities/${entry.id}`);
      await page.locator('main aside h2').waitFor();
      assert.equal((await page.locator('main aside h2').innerText()).trim(), say(entry.title));
      const current = page.locator('.strip nav a[aria-current=date]');
      assert.equal(await current.getAttribute('data-day'), entry.starts_at.slice(0, 10));
      await page.locator('.strip nav a').first().click();
      await page.locator('main aside').waitFor({ state: 'detached' });
      await page.goBack();
      await page.locator('main aside h2').waitFor();
    },
  },
  {
    name: 'local times are those of the city, whatever zone the reader’s device is in',
    async run(page) {
      const { programme } = await open_plan(page);
      const entry = programme.entries.find((each) => each.starts_at && each.zone);
      await page.goto(`/activities/${entry.id}`);
      await page.locator('main aside .when').waitFor();
      const words = await page.locator('main aside').innerText();
      assert.ok(words.includes(entry.starts_at.slice(11, 16)), words.slice(0, 200));
      assert.ok(words.includes(entry.zone), 'the zone is told: the mission’s home has another');
    },
  },
  {
    name: 'what has no time lies in the tray with what the sources print',
    async run(page) {
      const { programme } = await open_plan(page);
      const untimed = programme.entries.filter((entry) => !entry.starts_at);
      if (untimed.length === 0) return;
      await page.getByText(`Time unknown: ${untimed.length} activit`).waitFor();
      assert.equal((await page.locator('section a[id^=block-]').count()) >= untimed.length, true);
      assert.ok((await page.getByText('announced only').count()) > 0);
    },
  },
  {
    name: 'Control K finds an organisation and opens its page',
    async run(page) {
      await open_plan(page);
      const organisations = await ask(page, '/api/organisations');
      const names = organisations.map((each) => say(each.name));
      const unique = organisations.find(
        (each) => names.filter((name) => name.includes(say(each.name))).length === 1,
      );
      // Typed at once: nothing is lost while the palette is fetched.
      await page.keyboard.press('Control+k');
      await page.keyboard.type(say(unique.name));
      await page.locator('#found [role=option]').first().getByText(say(unique.name)).waitFor();
      await page.keyboard.press('Enter');
      await page.locator('article h1').waitFor();
      assert.equal(new URL(page.url()).pathname, `/organisations/${unique.id}`);
      assert.equal((await page.locator('article h1').innerText()).trim(), say(unique.name));
    },
  },
  {
    name: 'the list of organisations is searched and filtered, and the address says how',
    async run(page) {
      const organisations = await ask(page, '/api/organisations');
      await page.goto('/organisations');
      await page.getByText(`${organisations.length} organisations`).waitFor();
      const of_flanders = organisations.filter((each) => each.region === 'flanders').length;
      await page.getByLabel('Region').selectOption('flanders');
      await page.getByText(`${of_flanders} organisation`).waitFor();
      assert.equal(new URL(page.url()).searchParams.get('region'), 'flanders');
      await page.getByPlaceholder('Search by name').fill('zzzz');
      await page.getByText('No organisation is like that').waitFor();
      await page.getByRole('button', { name: 'Show all' }).click();
      await page.getByText(`${organisations.length} organisations`).waitFor();
    },
  },
  {
    name: 'the quality page tells value, bound, gap and fairness as the server has them',
    async run(page) {
      const plan = await ask(page, '/api/plan');
      await page.goto('/quality');
      const number = (value) => new Intl.NumberFormat('en-GB').format(value);
      const { score } = plan;
      const met = number(score.musts_placed + score.wants_placed);
      const asked = number(score.musts_asked + score.wants_asked);
      await page.getByText(`${met} of ${asked} wishes are met`).waitFor();
      await page
        .getByText(`${number(score.value)} of at most ${number(score.bound)} points`)
        .first()
        .waitFor();
      await page.getByText('Verified independently').waitFor();
      for (const share of plan.fairness.slice(0, 12))
        await page
          .getByText(`${number(share.granted)} of ${number(share.asked)} wishes`)
          .first()
          .waitFor();
      if (plan.input_hash) await page.getByText(plan.input_hash).waitFor();
    },
  },
  {
    name: 'the curve of value and bound is told in words, point by point in a table, and on paper',
    async run(page) {
      const { curve, score } = await ask(page, '/api/plan');
      const number = (value) => new Intl.NumberFormat('en-GB').format(value);
      await page.goto('/quality');
      const [first, last] = [curve[0], curve.at(-1)];
      await page
        .getByRole('img', { name: `The value goes from ${number(first.value)} to ${number(last.value)}` })
        .waitFor();
      await page.getByText(/^The [\d,]+ points? as a table$/).click();
      const rows = page.getByRole('region', { name: 'Value and bound' }).locator('tbody tr');
      assert.equal(await rows.count(), curve.length);
      const words = await rows.allInnerTexts();
      for (const [index, point] of curve.entries())
        for (const value of [point.value, point.bound])
          assert.ok(words[index].includes(number(value)), words[index]);
      assert.equal(last.value, score.value, 'the curve ends at the value of the plan');
      assert.deepEqual(await violations(page), []);
      await page.emulateMedia({ media: 'print' });
      assert.ok(await rows.last().isVisible(), 'an opened table is printed');
    },
  },
  {
    name: 'the facts keep what sources contradict, each count with its publisher',
    async run(page) {
      const mission = await ask(page, '/api/mission');
      await page.goto('/facts');
      for (const each of mission.discrepancies)
        for (const value of each.values) await page.getByText(value).first().waitFor();
      const links = page.locator('main a[target=_blank]');
      assert.ok((await links.count()) >= mission.counts.length);
      for (const link of await links.all())
        assert.match(await link.getAttribute('rel'), /noreferrer/);
    },
  },
  {
    name: 'the question mark shows all keys, and 3 goes to the people',
    async run(page) {
      await open_plan(page);
      await page.keyboard.press('?');
      await page.getByRole('dialog', { name: 'Keys' }).waitFor();
      await page.keyboard.press('Escape');
      await page.keyboard.press('3');
      await page.getByPlaceholder('Search by name').waitFor();
      assert.equal(new URL(page.url()).pathname, '/people');
    },
  },
  {
    name: 'light and dark are chosen in the menu and remembered',
    async run(page) {
      await open_plan(page);
      const paper = () =>
        page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
      const light = await paper();
      await page.getByRole('button', { name: 'Public' }).click();
      await page.getByRole('button', { name: 'Dark' }).click();
      const dark = await paper();
      assert.notEqual(dark, light);
      await page.reload();
      await shown(page);
      assert.equal(await paper(), dark);
    },
  },
];
