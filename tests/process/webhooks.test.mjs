import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { test } from 'node:test';
import { pause, write_small_mission } from './cluster.mjs';
import { cookie_of, scratch, serve } from './kontor.mjs';

// A receiver that answers with the given statuses, then 200, and keeps what came.
async function receiver(t, statuses) {
  const came = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      came.push({ headers: request.headers, body });
      response.statusCode = statuses.shift() ?? 200;
      response.end('thank you');
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  return { came, address: `http://127.0.0.1:${server.address().port}/hook` };
}

function signature(secret, { headers, body }) {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  return 'v1,' + createHmac('sha256', key).update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`).digest('base64');
}

async function until(what, tries = 150) {
  for (let n = 0; n < tries; n += 1) {
    if (await what()) return;
    await pause(100);
  }
  assert.fail('it did not come to pass');
}

async function place(t, ...options) {
  const folder = scratch(t);
  write_small_mission(join(folder, 'mission'));
  const { address } = await serve(t, join(folder, 'data'), '--mission', join(folder, 'mission'), ...options);
  const answer = await fetch(`${address}/demo/coordinator`, { redirect: 'manual' });
  const cookie = cookie_of(answer);
  const call = async (method, path, body) => {
    const init = { method, headers: { cookie, 'content-type': 'application/json' } };
    if (body) init.body = JSON.stringify(body);
    const answered = await fetch(address + path, init);
    return { status: answered.status, body: await answered.json() };
  };
  const publish = async () => {
    await call('POST', '/api/plan/runs', {});
    await until(async () => (await call('POST', '/api/plan/publish')).status === 200);
  };
  return { call, publish };
}

test('a webhook is signed, tried again with the same id, and sent once more by hand', async (t) => {
  const { came, address } = await receiver(t, [500]);
  const { call, publish } = await place(t, '--webhooks-to-private-addresses');
  const added = await call('POST', '/api/webhooks', { address });
  assert.equal(added.status, 200, JSON.stringify(added.body));
  await publish();
  await until(() => came.length === 2); // refused once, tried again after 5 s
  assert.deepEqual(JSON.parse(came[0].body).data, { version: 2 });
  assert.equal(came[0].headers['webhook-id'], came[1].headers['webhook-id']);
  for (const message of came) {
    assert.equal(message.headers['webhook-signature'], signature(added.body.secret, message));
    assert.ok(Math.abs(Date.now() / 1000 - Number(message.headers['webhook-timestamp'])) < 300);
  }
  const { body: deliveries } = await call('GET', `/api/webhooks/${added.body.webhook.id}/deliveries`);
  assert.equal(deliveries[0].state, 'done');
  assert.equal(deliveries[0].tries, 2);
  await call('POST', `/api/deliveries/${deliveries[0].number}/replay`);
  await until(() => came.length === 3);
  assert.equal(came[2].headers['webhook-id'], came[0].headers['webhook-id']);
  const rotated = await call('POST', `/api/webhooks/${added.body.webhook.id}/rotate`);
  await publish();
  await until(() => came.length === 4);
  const both = came[3].headers['webhook-signature'].split(' ');
  assert.deepEqual(both, [signature(rotated.body.secret, came[3]), signature(added.body.secret, came[3])]);
});

test('an address that is gone ends its webhook', async (t) => {
  const { came, address } = await receiver(t, [410]);
  const { call, publish } = await place(t, '--webhooks-to-private-addresses');
  await call('POST', '/api/webhooks', { address });
  await publish();
  await until(async () => (await call('GET', '/api/webhooks')).body[0].active === false);
  await publish();
  await pause(1500);
  assert.equal(came.length, 1);
});

test('private addresses are refused, whatever name leads to them', async (t) => {
  const { came, address } = await receiver(t, []);
  const { call, publish } = await place(t);
  const port = new URL(address).port;
  const names = [address, `http://localhost:${port}/`, `http://[::1]:${port}/`, `http://0x7f000001:${port}/`, 'http://169.254.169.254/latest'];
  const added = [];
  for (const name of names) added.push((await call('POST', '/api/webhooks', { address: name })).body.webhook.id);
  for (const wrong of ['file:///etc/passwd', 'https://user@example.org/', 'gopher://x', 'https://']) assert.equal((await call('POST', '/api/webhooks', { address: wrong })).status, 422, wrong);
  await publish();
  await until(async () => {
    for (const id of added) {
      const [delivery] = (await call('GET', `/api/webhooks/${id}/deliveries`)).body;
      if (delivery?.answer !== 'address_refused' && !/[Cc]ouldn't|resolve|connect/.test(delivery?.answer ?? '')) return false;
    }
    return true;
  });
  assert.equal(came.length, 0);
});
