// Three nodes over one PostgreSQL behind HAProxy, all on loopback and from Debian packages. Needs no
// running service and leaves none.
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { binary, freePort } from './kontor.mjs';

const versions = '/usr/lib/postgresql';
export const installed = existsSync('/usr/sbin/haproxy') && existsSync(versions) && existsSync(join(versions, readdirSync(versions)[0] ?? '', 'bin/initdb'));

const agent = new Agent({ keepAlive: true });
export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

// A mission of a few records, planned in an instant.
export function write_small_mission(folder, activities = 12) {
  mkdirSync(folder, { recursive: true });
  const write = (name, text) => writeFileSync(join(folder, name), text);
  write('mission.toml', `id = "small"
name = "A small mission"
first_day = "2025-10-05"
last_day = "2025-10-10"
travel_first_day = "2025-10-04"
travel_last_day = "2025-10-12"
home_zone = "Europe/Brussels"

[[leg]]
id = "sf"
city = "San Francisco"
zone = "America/Los_Angeles"
first_day = "2025-10-05"
last_day = "2025-10-10"
`);
  write('people.toml', '');
  write('organisations.toml', `[[organisation]]
id = "O1"
name = "An organisation"
kind = "company"
side = "delegation"
region = "flanders"
invented = true
`);
  const one = (n) => `[[activity]]
id = "A${n}"
title = "Activity ${n}"
kind = "seminar"
leg = "sf"
timing = { precision = "fixed", earliest = "2025-10-0${6 + (n % 3)}T${String(8 + (n % 10)).padStart(2, '0')}:00" }
duration_minutes = 60
invented = true
`;
  write('activities.toml', Array.from({ length: activities }, (_, n) => one(n + 1)).join('\n'));
}

export class Postgres {
  constructor(folder) {
    this.folder = folder;
    this.programs = join(versions, readdirSync(versions).sort().at(-1), 'bin');
    this.as = process.getuid() === 0 ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups'] : [];
    mkdirSync(folder, { recursive: true });
    if (this.as.length) execFileSync('chown', ['-R', 'postgres', folder]);
    this.run('initdb', '-D', join(folder, 'data'), '-U', 'kontor', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync');
    this.start();
    this.uri = `postgresql:///postgres?user=kontor&host=${folder}`;
  }

  run(program, ...args) {
    const words = [...this.as, join(this.programs, program), ...args];
    return spawnSync(words[0], words.slice(1), { cwd: '/', stdio: 'ignore' });
  }

  start() {
    this.run('pg_ctl', '-D', join(this.folder, 'data'), '-w', '-o', `-k ${this.folder} -c listen_addresses=''`, 'start');
  }

  stop(mode = 'immediate') {
    this.run('pg_ctl', '-D', join(this.folder, 'data'), '-m', mode, 'stop');
  }
}

export class Node {
  constructor(port, data) {
    this.port = port;
    this.data = data;
    this.words = '';
  }

  start() {
    this.child = spawn(binary, ['start', '--data', this.data, '--port', String(this.port), '--requests-per-second', '0'], { stdio: ['ignore', 'ignore', 'pipe'] });
    this.child.stderr.on('data', (chunk) => (this.words = (this.words + chunk).slice(-4000)));
  }

  kill() {
    this.child?.kill('SIGKILL');
  }

  // Cut off: it neither reads nor writes, as behind a broken cable.
  freeze() {
    this.child?.kill('SIGSTOP');
  }

  thaw() {
    this.child?.kill('SIGCONT');
  }
}

// haproxy in the foreground; asks each node whether it is ready twice a second.
export async function balance(folder, nodes) {
  const port = await freePort();
  const servers = nodes.map((node, n) => `  server node${n} 127.0.0.1:${node.port} check`).join('\n');
  const file = join(folder, 'haproxy.cfg');
  writeFileSync(file, `global
  maxconn 4000
defaults
  mode http
  timeout connect 1s
  timeout client 30s
  timeout server 5s
  timeout tunnel 60s
  option redispatch
  retries 2
frontend web
  bind 127.0.0.1:${port}
  default_backend nodes
backend nodes
  balance roundrobin
  option httpchk GET /readyz
  default-server inter 500ms fall 1 rise 1 on-marked-down shutdown-sessions
${servers}
`);
  const child = spawn('/usr/sbin/haproxy', ['-f', file, '-db'], { stdio: 'ignore' });
  return { child, address: `http://127.0.0.1:${port}` };
}

// One request over node:http, destroyed when it is not answered whole in time: fetch of Node.js 18 can
// wait for ever for a connection that was cut.
function ask(address, path, { method = 'GET', headers = {}, body } = {}, milliseconds = 6000) {
  return new Promise((resolve, reject) => {
    const asked = request(address + path, { method, headers, agent }, (answer) => {
      const parts = [];
      answer.on('data', (part) => parts.push(part));
      answer.on('error', reject);
      answer.on('close', () => {
        clearTimeout(timer);
        if (!answer.complete) return reject(new Error('cut off'));
        const text = Buffer.concat(parts).toString();
        resolve({ status: answer.statusCode, headers: answer.headers, text, json: () => JSON.parse(text) });
      });
    });
    const timer = setTimeout(() => asked.destroy(new Error('no answer in time')), milliseconds);
    asked.on('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    asked.end(body);
  });
}

// Asks until there is an answer that is not of a failing node, with the same key each time.
export async function insist(address, path, init, tries = 60) {
  for (let n = 0; n < tries; n += 1) {
    try {
      const answer = await ask(address, path, init);
      const under_way = answer.status === 409 && answer.text.includes(':under_way');
      if (answer.status < 500 && answer.status !== 408 && !under_way) return answer;
    } catch {
      // cut off: again
    }
    await pause(250);
  }
  throw new Error(`no answer to ${path}`);
}

// Reads one event stream until it is cut; gives each block to `take` and the request to `opened`.
function read_stream(address, headers, take, opened) {
  return new Promise((resolve) => {
    const asked = request(`${address}/api/events`, { headers, agent: false }, (answer) => {
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (chunk) => {
        text += chunk;
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
          take(text.slice(0, end));
          text = text.slice(end + 2);
        }
      });
      answer.on('error', () => {}); // comes again
      answer.on('close', resolve);
    });
    asked.on('error', resolve);
    asked.end();
    opened(asked);
  });
}

// Follows the events of kind published until stop() and keeps the id across connections.
export function follow(address, cookie) {
  const heard = [];
  let last = '';
  let over = false;
  let connections = 0;
  const take = (block) => {
    const field = (name) => block.split('\n').find((line) => line.startsWith(name + ': '))?.slice(name.length + 2);
    const id = field('id');
    if (field('event') === 'published' && id) heard.push(JSON.parse(field('data')).version);
    if (id) last = id;
  };
  let current;
  const run = async () => {
    while (!over) {
      connections += 1;
      await read_stream(address, { cookie, ...(last ? { 'last-event-id': last } : {}) }, take, (asked) => (current = asked));
      if (!over) await pause(100);
    }
  };
  const running = run();
  return {
    heard,
    connections: () => connections,
    reconnect: () => current.destroy(),
    stop: async () => {
      over = true;
      current.destroy();
      await running;
    },
  };
}
