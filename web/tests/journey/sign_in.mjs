import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { address, ask, open_window, phone, sign_in } from './browser.mjs';

/** The mails that the server's post took, each a line of JSON: tests/net/smtp_server.py. */
function mails_to(mail) {
  const lines = readFileSync(process.env.KONTOR_MAILS, 'utf8').split('\n');
  return lines
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line))
    .filter((each) => each.to.includes(mail));
}

/** The latest mail to that address, of those behind the first `after`, that holds the pattern. */
async function mail_with(mail, pattern, after = 0) {
  for (let tries = 0; tries < 100; tries += 1) {
    for (const each of mails_to(mail).slice(after).reverse()) {
      const found = pattern.exec(each.parts[0].content);
      if (found) return { mail: each, found: found[1] };
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`no mail to ${mail} with ${pattern}`);
}

/** Invites the person of some delegate as the coordinator, and approves all letters. */
async function invite(page, mail, number) {
  await sign_in(page, 'coordinator');
  const people = await ask(page, '/api/people');
  const person = people.filter((each) => each.role === 'delegate' && each.meetings > 0)[number];
  await page.goto('/accounts');
  const form = page.locator('main form').first();
  await form.getByLabel('Mail address').fill(mail);
  await form.getByRole('combobox', { name: 'Person', exact: true }).fill(person.id);
  await form.getByLabel('Language').selectOption('en');
  await form.getByRole('button', { name: 'Invite' }).click();
  await page.getByText(`${mail} is invited.`).waitFor();
  await page.goto('/outbox');
  await page.locator('li').filter({ hasText: mail }).first().waitFor();
  await page.getByRole('button', { name: /^Send all/ }).click();
  await page
    .locator('li')
    .filter({ hasText: mail })
    .filter({ hasText: /^\s*sent/ })
    .first()
    .waitFor({ timeout: 30_000 });
  return person;
}

async function begin(page, mail) {
  await page.goto('/sign-in');
  await page.getByLabel('Mail address').fill(mail);
  await page.getByRole('button', { name: 'Send me a code' }).click();
  await page.getByText(`If ${mail} has an account`).waitFor();
}

/** An authenticator of Chromium's own in this window; it verifies whoever holds it. */
async function virtual_authenticator(page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    verify: (isUserVerified) =>
      devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified }),
  };
}

async function invite_office(page, mail) {
  await sign_in(page, 'coordinator');
  await page.goto('/accounts');
  const form = page.locator('main form').first();
  await form.getByLabel('Mail address').fill(mail);
  await form.getByLabel('Role').selectOption('press');
  await form.getByRole('button', { name: 'Invite' }).click();
  await page.getByText(`${mail} is invited.`).waitFor();
}

/** Browsers have passkeys for names, not for 127.0.0.1. */
const named = address.replace('127.0.0.1', 'localhost');
const role_of = async (page) => (await (await page.request.get(`${named}/api/session`)).json()).role;

async function enter_code(page, mail) {
  const before = mails_to(mail).length;
  await page.goto(`${named}/sign-in`);
  await page.getByLabel('Mail address').fill(mail);
  await page.getByRole('button', { name: 'Send me a code' }).click();
  await page.getByText(`If ${mail} has an account`).waitFor();
  const { found } = await mail_with(mail, /Your code: (\S+)/, before);
  await page.getByLabel('Code').fill(found);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** An identity provider in a process of its own (tests/process/oidc_provider.mjs). */
async function start_provider() {
  const port = await free_port();
  const program = fileURLToPath(
    new URL('../../../tests/process/oidc_provider.mjs', import.meta.url),
  );
  const child = spawn(process.execPath, [program, String(port), `${address}/sign-in/provider`], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await once(child.stdout, 'data');
  return { issuer: `http://127.0.0.1:${port}`, end: () => child.kill('SIGKILL') };
}

async function free_port() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  return port;
}

async function sign_in_at_provider(page, mail) {
  await page.locator('input[name=login]').fill(mail);
  await page.locator('input[name=password]').fill('any');
  await page.locator('button[type=submit]').click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

async function invite_director(page, mail) {
  const form = page.locator('main form').first();
  await form.getByLabel('Mail address').fill(mail);
  await form.getByLabel('Role').selectOption('director');
  await form.getByRole('button', { name: 'Invite' }).click();
  await page.getByText(`${mail} is invited.`).waitFor();
}

export const signing_in = [
  {
    name: 'a host answers with one link and no account, and the office reads it',
    expected_faults: /404/,
    async run(page, { browser }) {
      await sign_in(page, 'coordinator');
      const { entries } = await ask(page, '/api/programme');
      const hosted = entries.find((each) => Object.keys(each.host).length > 0 && each.host !== '');
      await page.goto('/accounts');
      const part = page.locator('section').filter({ hasText: 'One secret link for each host' });
      await part.getByRole('combobox', { name: 'Activity' }).fill(hosted.id);
      await part.getByLabel('Mail address').fill('host@example.org');
      await part.getByLabel('Name').fill('Hanna Host');
      await part.getByRole('button', { name: 'Write to the host' }).click();
      await part.getByText('no answer yet').waitFor();
      await page.goto('/outbox');
      await page.locator('li').filter({ hasText: 'host@example.org' }).first().waitFor();
      await page.getByRole('button', { name: /^Send all/ }).click();
      const { found } = await mail_with('host@example.org', /(http\S+\/host#[0-9a-f]{64})/);
      const own = await open_window(browser, { viewport: phone });
      await own.page.goto(found);
      await own.page.getByText('Hanna Host, the mission would like to visit you').waitFor();
      assert.equal(await own.page.getByRole('navigation').count(), 0);
      await own.page.getByText('We gladly receive you').click();
      await own.page.getByLabel('How many people can you receive?').fill('17');
      await own.page.getByLabel('English').check();
      await own.page.getByLabel(/^Conditions/).fill('Names a week before');
      await own.page.getByRole('button', { name: 'Send the answer' }).click();
      await own.page.getByText('has your answer').waitFor();
      assert.equal((await ask(own.page, '/api/session')).role, 'public');
      await page.goto('/accounts');
      await part.getByText('accepts').waitFor();
      await part.getByText('17 people').waitFor();
      await part.getByRole('button', { name: 'End the link' }).click();
      await part.getByText('ended').waitFor();
      await own.page.reload();
      await own.page.getByText('This link is not good any more').waitFor();
      await own.context.close();
    },
  },
  {
    name: 'where the office turns passwords on, a director sets one and signs in with it',
    expected_faults: /403/,
    async run(page, { browser }) {
      const mail = 'paul@example.org';
      const password = 'seven bicycles on a roof';
      await sign_in(page, 'coordinator');
      await page.goto('/accounts');
      await invite_director(page, mail);
      await page.getByRole('button', { name: 'Let people have passwords' }).click();
      await page.getByText('Passwords may be used').waitFor();
      const own = await open_window(browser);
      await begin(own.page, mail);
      const { found } = await mail_with(mail, /Your code: (\S+)/);
      await own.page.getByLabel('Code').fill(found);
      await own.page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await own.page.waitForURL(`${address}/`);
      await own.page.goto('/me');
      await own.page.getByLabel('New password').fill(password);
      await own.page.getByRole('button', { name: 'Set a password' }).click();
      await own.page.getByText('Kept. Your other sessions have ended.').waitFor();
      await own.context.close();
      const next = await open_window(browser, { viewport: phone });
      await next.page.goto('/sign-in');
      await next.page.getByLabel('Mail address').fill(mail);
      await next.page.getByLabel('Password').fill('wrong');
      await next.page.getByRole('button', { name: 'Sign in with a password' }).click();
      await next.page.getByText('The address or the password is wrong.').waitFor();
      await next.page.getByLabel('Password').fill(password);
      await next.page.getByRole('button', { name: 'Sign in with a password' }).click();
      await next.page.waitForURL(`${address}/`);
      assert.equal((await ask(next.page, '/api/session')).role, 'director');
      await next.context.close();
      await page.getByRole('button', { name: 'Turn off and delete all' }).click();
      await page.getByRole('button', { name: 'Turn off and delete all' }).click();
      await page.getByRole('button', { name: 'Let people have passwords' }).waitFor();
    },
  },
  {
    name: 'a director signs in through an identity provider that the coordinator has set up',
    expected_faults: /403/,
    async run(page, { browser }) {
      const provider = await start_provider();
      try {
        await sign_in(page, 'coordinator');
        await page.goto('/accounts');
        await invite_director(page, 'dora@example.org');
        const part = page.locator('section').filter({ hasText: 'Identity providers' });
        await part.getByLabel('Name on the button').fill('Example House');
        await part.getByLabel('Issuer').fill(provider.issuer);
        await part.getByLabel('Client ID').fill('kontor');
        await part.getByLabel(/Client secret/).fill('secret of kontor');
        await part.getByRole('button', { name: 'Add it' }).click();
        await part.getByText(provider.issuer).waitFor();
        const own = await open_window(browser, { viewport: phone });
        await own.page.goto('/sign-in');
        await own.page.getByRole('button', { name: 'Sign in with Example House' }).click();
        await sign_in_at_provider(own.page, 'dora@example.org');
        await own.page.waitForURL(`${address}/`);
        assert.equal((await ask(own.page, '/api/session')).role, 'director');
        await own.page.goto('/me');
        await own.page.getByText('linked since').waitFor();
        await own.page.getByText('through an identity provider').waitFor();
        await own.context.close();
        const other = await open_window(browser);
        await other.page.goto('/sign-in');
        await other.page.getByRole('button', { name: 'Sign in with Example House' }).click();
        await sign_in_at_provider(other.page, 'stranger@example.org');
        await other.page.getByText('No account has the address').waitFor();
        assert.equal(new URL(other.page.url()).search, '', 'the answer is gone from the address');
        await other.context.close();
        await part.getByRole('button', { name: 'Remove' }).click();
        await part.getByRole('button', { name: 'Remove it and its links' }).click();
        await part.getByText('None is set up.').waitFor();
      } finally {
        provider.end();
      }
    },
  },
  {
    name: 'a press officer makes a passkey, then mail alone opens nothing; a token reads for them',
    expected_faults: /403/,
    async run(page, { browser }) {
      const mail = 'pia@example.org';
      await invite_office(page, mail);
      const own = await open_window(browser, { viewport: phone });
      const theirs = own.page;
      const authenticator = await virtual_authenticator(theirs);
      await enter_code(theirs, mail);
      await theirs.getByText('Your role sees what must stay secret').waitFor();
      assert.equal(await role_of(theirs), 'public');
      await authenticator.verify(false);
      await theirs.getByRole('button', { name: 'Make a passkey' }).click();
      await theirs.getByText('No passkey was made.').waitFor();
      await authenticator.verify(true);
      await theirs.getByLabel('Name of the device').fill('Phone');
      await theirs.getByRole('button', { name: 'Make a passkey' }).click();
      await theirs.waitForURL(`${named}/`);
      assert.equal(await role_of(theirs), 'press');

      await theirs.request.post(`${named}/api/sign-out`);
      await theirs.goto(`${named}/sign-in`);
      await theirs.getByRole('button', { name: 'Use a passkey' }).click();
      await theirs.waitForURL(`${named}/`);
      assert.equal(await role_of(theirs), 'press');

      await theirs.goto(`${named}/me`);
      await theirs.getByText('Phone', { exact: true }).waitFor();
      const passkeys = theirs.locator('section').filter({ hasText: 'Name of the device' });
      await passkeys.getByRole('button', { name: 'Remove' }).click();
      await theirs.getByText('Your role needs a passkey').waitFor();
      await theirs.getByLabel('What it is for').fill('Report');
      await theirs.getByRole('button', { name: 'Make a token' }).click();
      const token = await theirs.locator('code').innerText();
      const asked = await fetch(`${address}/api/session`, {
        headers: { authorization: `Bearer ${token}` },
      });
      assert.equal((await asked.json()).role, 'press');

      const other = await open_window(browser);
      await enter_code(other.page, mail);
      await other.page.getByText('Now show your passkey').waitFor();
      assert.equal(await role_of(other.page), 'public');
      await other.context.close();

      await page.goto('/accounts');
      const row = page.locator('li').filter({ hasText: mail });
      await row.getByRole('button', { name: 'Reset passkeys' }).click();
      await row.getByRole('button', { name: 'Reset them now' }).click();
      await row.getByText('1 passkey').waitFor({ state: 'hidden' });
      assert.equal(await role_of(theirs), 'public');
      await own.context.close();
    },
  },
  {
    name: 'an invited delegate signs in with the code of a mail, keeps a sealed field and leaves',
    async run(page, { browser }) {
      const mail = 'ann@example.org';
      const person = await invite(page, mail, 0);
      const own = await open_window(browser, { viewport: phone });
      const theirs = own.page;
      await begin(theirs, mail);
      const { found: code } = await mail_with(mail, /Your code: (\S+)/);
      await theirs.getByLabel('Code').fill(code.toLowerCase());
      await theirs.getByRole('button', { name: 'Sign in', exact: true }).click();
      await theirs.waitForURL(`${address}/`);
      assert.equal((await ask(theirs, '/api/session')).person, person.id);
      await theirs.goto('/me');
      await theirs.getByText('this one').waitFor();
      await theirs.getByRole('button', { name: 'Show mine' }).click();
      await theirs.getByLabel('Value').fill('EH123456');
      await theirs.getByLabel('What it is needed for').fill('entry to the laboratory');
      await theirs.getByLabel('Delete on').fill('2099-10-14');
      await theirs.getByRole('button', { name: 'Keep sealed' }).click();
      await theirs.getByText('Passport number: EH123456').waitFor();
      await theirs.getByRole('button', { name: 'Delete', exact: true }).click();
      await theirs.getByText('Nothing is kept.').waitFor();
      await theirs.getByRole('button', { name: 'Delete it all' }).click();
      await theirs.getByRole('button', { name: 'Yes, delete and end my account' }).click();
      await theirs.getByText(/^Deleted: 0 sealed fields/).waitFor();
      assert.equal((await ask(theirs, '/api/session')).role, 'public');
      assert.deepEqual(own.faults, []);
      await own.context.close();
    },
  },
  {
    name: 'opening the link of a mail signs nobody in before a person confirms',
    async run(page, { browser }) {
      const mail = 'bea@example.org';
      await invite(page, mail, 1);
      const own = await open_window(browser);
      await begin(own.page, mail);
      const { found: link } = await mail_with(mail, /(http\S+\/sign-in#[0-9a-f]{64})/);
      const robot = await open_window(browser);
      await robot.page.goto(link);
      await robot.page.getByRole('button', { name: 'Yes, sign me in' }).waitFor();
      assert.equal((await ask(robot.page, '/api/session')).role, 'public');
      await robot.context.close();
      const opened = await open_window(browser);
      await opened.page.goto(link);
      await opened.page.getByRole('button', { name: 'Yes, sign me in' }).click();
      await opened.page.waitForURL((url) => !url.pathname.startsWith('/sign'));
      assert.equal((await ask(opened.page, '/api/session')).role, 'delegate');
      await opened.context.close();
      await own.context.close();
    },
  },
  {
    name: 'an unknown address is told the same, and a wrong code is refused in words',
    expected_faults: /403/,
    async run(page) {
      await begin(page, 'eve@example.org');
      await page.getByLabel('Code').fill('2222-2222');
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await page.getByText('Ask for a new one').waitFor();
      assert.equal(mails_to('eve@example.org').length, 0);
    },
  },
  {
    name: 'a coordinator looks as the press officer, sees a banner, and comes back',
    expected_faults: /403/,
    async run(page) {
      await sign_in(page, 'coordinator');
      await page.goto('/accounts');
      await page.getByRole('button', { name: 'Look', exact: true }).click();
      await page.getByText('You are looking as: Press officer').waitFor();
      assert.equal((await page.request.get(`${address}/api/accounts`)).status(), 403);
      assert.equal((await page.request.post(`${address}/api/plan/publish`)).status(), 403);
      await page.getByRole('button', { name: 'Back to my role' }).click();
      await page.getByText('You are looking as').waitFor({ state: 'hidden' });
      assert.equal((await page.request.get(`${address}/api/accounts`)).status(), 200);
    },
  },
];
