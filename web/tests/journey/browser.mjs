import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

export const address = (process.env.KONTOR_ADDRESS ?? 'http://127.0.0.1:8080').replace(/\/$/, '');
export const phone = { width: 390, height: 844 };
export const desktop = { width: 1440, height: 900 };

/** Debian's Chromium; CHROMIUM names another. */
export function launch() {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  if (!existsSync(executablePath)) throw new Error(`no browser at ${executablePath}`);
  const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
  args.push('--disable-background-networking', '--disable-component-update', '--disable-sync');
  return chromium.launch({ executablePath, args });
}

/** A window of its own: nobody signed in, nothing kept. Faults of the page are gathered. */
export async function open_window(browser, { viewport = desktop, theme = 'light' } = {}) {
  const context = await browser.newContext({
    baseURL: address,
    viewport,
    colorScheme: theme,
    locale: 'en-GB',
    timezoneId: 'Asia/Tokyo',
    hasTouch: viewport.width < 720,
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const faults = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
  });
  return { context, page, faults };
}

/** What the server answers to this window's reader. */
export async function ask(page, path) {
  const answer = await page.context().request.get(address + path);
  if (!answer.ok()) throw new Error(`${path} answers ${answer.status()}`);
  return answer.json();
}

export async function sign_in(page, role) {
  const session = await ask(page, '/api/session');
  const link = session.demo_sign_ins.find((each) => each.role === role);
  if (!link) throw new Error(`the server offers no demo sign-in as ${role}`);
  await page.goto(link.address);
  await page.locator('main h1').first().waitFor({ state: 'attached' });
}

export const say = (text) =>
  typeof text === 'string' ? text : (text.en ?? Object.values(text)[0]);
