import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { write_small_mission } from './cluster.mjs';
import { cookie_of, freePort, kontor, scratch, serve } from './kontor.mjs';

const program = join(dirname(fileURLToPath(import.meta.url)), 'oidc_provider.mjs');

async function start_provider(t, port, redirect, environment = {}) {
  const child = spawn(process.execPath, [program, String(port), redirect], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, ...environment },
  });
  t.after(() => child.kill('SIGKILL'));
  await new Promise((resolve, reject) => {
    child.stdout.on('data', (chunk) => String(chunk).includes('ready') && resolve());
    child.on('exit', () => reject(new Error('the provider ended')));
  });
  return child;
}

// One request of a browser with these cookies, which it keeps up to date.
function ask(cookies, address, form) {
  const url = new URL(address);
  const headers = { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
  if (form) headers['content-type'] = 'application/x-www-form-urlencoded';
  return new Promise((resolve, reject) => {
    const asking = request(url, { method: form ? 'POST' : 'GET', headers }, (answer) => {
      let body = '';
      answer.on('data', (chunk) => (body += chunk));
      answer.on('end', () => {
        for (const line of answer.headers['set-cookie'] ?? []) {
          const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
          if (value) cookies.set(name, value);
          else cookies.delete(name);
        }
        const to = answer.headers.location;
        resolve({ status: answer.statusCode, body, to: to && new URL(to, url).href });
      });
    });
    asking.on('error', reject);
    asking.end(form && new URLSearchParams(form).toString());
  });
}

// Signs in at the provider and agrees, as its pages ask; the address to which it sends the browser.
async function sign_in_there(page, mail, home) {
  const cookies = new Map();
  let at = page;
  for (let step = 0; step < 20; step += 1) {
    const answer = await ask(cookies, at);
    if (answer.to?.startsWith(home)) return new URL(answer.to);
    if (answer.to) {
      at = answer.to;
      continue;
    }
    const action = /action="([^"]+)"/.exec(answer.body);
    const prompt = /name="prompt" value="([^"]+)"/.exec(answer.body);
    assert.ok(action && prompt, `${answer.status}: ${answer.body.slice(0, 300)}`);
    const sent = await ask(cookies, new URL(action[1], at).href, { prompt: prompt[1], login: mail, password: 'any' });
    assert.ok(sent.to, sent.body.slice(0, 300));
    if (sent.to.startsWith(home)) return new URL(sent.to);
    at = sent.to;
  }
  return assert.fail('it never came back');
}

async function place(t, ...options) {
  const folder = scratch(t);
  const data = join(folder, 'data');
  write_small_mission(join(folder, 'mission'));
  const { address, child } = await serve(t, data, '--mission', join(folder, 'mission'), ...options);
  for (const mail of ['ann@example.org', 'unverified@example.org']) {
    const added = kontor('account', 'add', mail, '--role', 'director', '--data', data);
    assert.equal(added.code, 0, added.err);
  }
  const port = await freePort();
  const add = (client = 'kontor') => {
    const secret = join(folder, 'secret');
    writeFileSync(secret, `secret of ${client}\n`);
    const added = kontor('account', 'provider', 'add', `At ${client}`, '--issuer', `http://127.0.0.1:${port}`, '--client', client, '--secret-file', secret, '--data', data);
    assert.equal(added.code, 0, added.err);
    return added.out.split(' ')[0];
  };
  const post = (path, body, cookie) =>
    fetch(address + path, { method: 'POST', headers: { 'content-type': 'application/json', ...(cookie && { cookie }) }, ...(body && { body: JSON.stringify(body) }) });
  const begin = async (id) => {
    const begun = await post(`/api/sign-in/provider/${id}`);
    return { status: begun.status, cookie: begun.status === 200 && cookie_of(begun), body: await begun.json() };
  };
  const finish = async ({ cookie }, back) => {
    const said = Object.fromEntries(['state', 'code'].map((name) => [name, back.searchParams.get(name)]));
    const answer = await post('/api/sign-in/provider', { ...said, issuer: back.searchParams.get('iss') }, cookie);
    return { status: answer.status, body: await answer.json(), cookie: cookie_of(answer) };
  };
  const walk = async (id, mail) => {
    const begun = await begin(id);
    return finish(begun, await sign_in_there(begun.body.address, mail, `${address}/`));
  };
  return { address, data, port, add, begin, finish, walk, child };
}

test('a real provider signs the holder of an account in, by either algorithm, and nobody else', async (t) => {
  const { address, data, port, add, begin, finish, walk } = await place(t, '--providers-at-private-addresses');
  const first = await start_provider(t, port, `${address}/sign-in/provider`);
  const id = add();
  const { providers } = await (await fetch(`${address}/api/session`)).json();
  assert.deepEqual(providers, [{ id, name: 'At kontor' }]);
  const signed = await walk(id, 'ann@example.org');
  assert.equal(signed.status, 200, JSON.stringify(signed.body));
  assert.equal(signed.body.role, 'director');
  assert.equal(signed.body.way, 'provider');
  const again = await (await fetch(`${address}/api/session`, { headers: { cookie: signed.cookie } })).json();
  assert.equal(again.role, 'director');

  for (const mail of ['eve@example.org', 'unverified@example.org']) {
    const refused = await walk(id, mail);
    assert.equal(refused.status, 403);
    assert.match(refused.body.type, /not_invited/);
  }
  assert.match(kontor('account', 'list', '--data', data).out, /^2 accounts$/m);

  // A code is good once, at the provider too; an answer only in the browser that began.
  const begun = await begin(id);
  const back = await sign_in_there(begun.body.address, 'ann@example.org', `${address}/`);
  const other = await begin(id);
  assert.equal((await finish(other, back)).status, 403);
  assert.equal((await finish(begun, back)).status, 200);
  assert.equal((await finish(begun, back)).status, 403);
  const used = new URL(back);
  const third = await begin(id);
  used.searchParams.set('state', new URL(third.body.address).searchParams.get('state'));
  assert.equal((await finish(third, used)).status, 403);

  // Its keys changed while Kontor knew the old ones.
  first.kill('SIGKILL');
  await new Promise((resolve) => first.on('exit', resolve));
  const second = await start_provider(t, port, `${address}/sign-in/provider`);
  assert.equal((await walk(id, 'ann@example.org')).status, 200);

  // Another algorithm, and the secret in the form.
  second.kill('SIGKILL');
  await new Promise((resolve) => second.on('exit', resolve));
  await start_provider(t, port, `${address}/sign-in/provider`, { SECRET_IN_FORM: '1' });
  assert.equal((await walk(add('kontor-es256'), 'ann@example.org')).status, 200);
});

test('a provider at a private address is asked only where the server may', async (t) => {
  const { address, port, add, begin } = await place(t);
  await start_provider(t, port, `${address}/sign-in/provider`);
  const begun = await begin(add());
  assert.match(begun.body.type, /provider_unreachable/);
});
