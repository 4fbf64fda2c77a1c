// See bench/load/run.
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installed, Postgres } from '../../tests/process/cluster.mjs';

const [binary, seconds, streams] = [process.argv[2], Number(process.argv[3]), Number(process.argv[4])];
const folder = mkdtempSync(join(tmpdir(), 'kontor-load-'));
const ended = [];
const rounds = 3;

const free_port = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function start(program, args) {
  const child = spawn(program, args, { stdio: 'ignore' });
  ended.push(() => child.kill('SIGKILL'));
  return child;
}

async function until_answered(address) {
  for (let tries = 0; tries < 1200; tries += 1) {
    try {
      return await fetch(address);
    } catch {
      await pause(100);
    }
  }
  throw new Error(`no answer at ${address}`);
}

// Requests per second of wrk, with its own count of answers that are not 2xx or 3xx.
function wrk(address, headers, script = '') {
  const words = ['-t1', '-c32', `-d${seconds}s`, ...headers.flatMap((header) => ['-H', header])];
  if (script) words.push('-s', script);
  const out = execFileSync('wrk', [...words, address], { encoding: 'utf8' });
  if (/Non-2xx/.test(out)) throw new Error(out);
  return Number(out.match(/Requests\/sec:\s+([\d.]+)/)[1]);
}

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];
const row = (...cells) => console.log(cells.map((cell, n) => (n === 0 ? String(cell).padEnd(44) : String(cell).padStart(12))).join(''));

// The two in turns; the medians and their ratio.
function side_by_side(name, ours, theirs) {
  const rates = { ours: [], theirs: [] };
  for (let n = 0; n < rounds; n += 1) {
    rates.ours.push(ours());
    rates.theirs.push(theirs());
  }
  const [a, b] = [median(rates.ours), median(rates.theirs)];
  row(name, a.toFixed(0), b.toFixed(0), (a / b).toFixed(2));
}

async function serve_kontor(data = join(folder, 'data')) {
  const port = await free_port();
  const child = start(binary, ['start', '--facts', 'missions/california-2025', '--data', data, '--port', String(port), '--requests-per-second', '0']);
  const address = `http://127.0.0.1:${port}`;
  await until_answered(`${address}/healthz`);
  const answer = await fetch(`${address}/demo/coordinator`, { redirect: 'manual' });
  return { child, address, port, cookie: answer.headers.get('set-cookie').split(';')[0] };
}

async function serve_nginx(body, etag) {
  const port = await free_port();
  mkdirSync(join(folder, 'www'));
  writeFileSync(join(folder, 'www/agenda.json'), body);
  writeFileSync(join(folder, 'nginx.conf'), `worker_processes 2; daemon off; pid ${folder}/pid; error_log ${folder}/error.log;
events { worker_connections 1024; }
http { access_log off; sendfile on; keepalive_requests 1000000; types { application/json json; }
  client_body_temp_path ${folder}; proxy_temp_path ${folder}; fastcgi_temp_path ${folder}; uwsgi_temp_path ${folder}; scgi_temp_path ${folder};
  server { listen 127.0.0.1:${port}; root ${folder}/www; } }
`);
  start('/usr/sbin/nginx', ['-c', join(folder, 'nginx.conf')]);
  const address = `http://127.0.0.1:${port}/agenda.json`;
  const answer = await until_answered(address);
  return { address, etag: answer.headers.get('etag') ?? etag };
}

async function reads(kontor) {
  const people = await (await fetch(`${kontor.address}/api/people`, { headers: { cookie: kontor.cookie } })).json();
  const busiest = people.filter((person) => person.counts_known).sort((a, b) => b.meetings + b.activities - a.meetings - a.activities)[0];
  const address = `${kontor.address}/api/people/${busiest.id}`;
  const answer = await fetch(address, { headers: { cookie: kontor.cookie, 'accept-encoding': 'identity' } });
  const body = Buffer.from(await answer.arrayBuffer());
  const nginx = await serve_nginx(body);
  console.log(`A personal agenda of ${body.length} bytes, ${seconds} s a turn, median of ${rounds} turns\n`);
  row('requests per second', 'kontor', 'nginx', 'ratio');
  const cookie = `Cookie: ${kontor.cookie}`;
  side_by_side('whole', () => wrk(address, [cookie]), () => wrk(nginx.address, []));
  const etag = answer.headers.get('etag');
  side_by_side('unchanged: ETag, 304', () => wrk(address, [cookie, `If-None-Match: ${etag}`]), () => wrk(nginx.address, [`If-None-Match: ${nginx.etag}`]));
}

async function writes(kontor, database) {
  const activities = (await (await fetch(`${kontor.address}/api/programme`, { headers: { cookie: kontor.cookie } })).json()).entries.filter((entry) => entry.starts_at).slice(0, 20).map((entry) => entry.id);
  const script = join(folder, 'write.lua');
  writeFileSync(script, `local ids = { ${activities.map((id) => `"${id}"`).join(', ')} }
local n = 0
request = function()
  n = n + 1
  local id = ids[n % #ids + 1]
  local path = (math.floor(n / #ids) % 2 == 0) and "/api/locks" or "/api/locks/remove"
  return wrk.format("POST", path, { ["Content-Type"] = "application/json", ["Cookie"] = "${kontor.cookie}" }, '{"lock":"activity/' .. id .. '"}')
end
`);
  const rate = wrk(kontor.address, [], script);
  console.log(`\nDurable writes to ${database}, each a transaction flushed to the disk with its entry in the change log: ${rate.toFixed(0)} a second`);
}

// The same over a PostgreSQL of its own, which flushes as it does by default.
async function writes_to_postgres() {
  if (!installed) return console.log('PostgreSQL is not installed here: not measured.');
  chmodSync(folder, 0o755);
  const postgres = new Postgres(join(folder, 'postgres'));
  ended.unshift(() => postgres.stop());
  process.env.KONTOR_KEY_FILE = join(folder, 'kontor.key');
  const kontor = await serve_kontor(postgres.uri);
  await writes(kontor, 'PostgreSQL');
  kontor.child.kill('SIGKILL');
  return undefined;
}

const memory_kib = (pid) => Number(readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmRSS:\s+(\d+)/)[1]);

function open_stream(kontor, on_published) {
  return new Promise((resolve, reject) => {
    const socket = connect(kontor.port, '127.0.0.1', () => socket.write(`GET /api/events HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: ${kontor.cookie}\r\n\r\n`));
    let ready = false;
    socket.on('error', reject);
    socket.on('data', (chunk) => {
      const text = String(chunk);
      // The first answer ends with the id from which to go on; what comes behind it is news.
      if (!ready && /id: \S+\n\n/.test(text)) {
        ready = true;
        resolve(socket);
      } else if (ready && text.includes('event: published')) {
        on_published();
      }
    });
  });
}

async function many_streams(kontor) {
  const before = memory_kib(kontor.child.pid);
  let told = 0;
  let all_told = () => {};
  const everybody = new Promise((resolve) => (all_told = resolve));
  let last = 0;
  const sockets = [];
  for (let n = 0; n < streams; n += 250) {
    const batch = Array.from({ length: Math.min(250, streams - n) }, () =>
      open_stream(kontor, () => {
        told += 1;
        last = performance.now();
        if (told === streams) all_told();
      }),
    );
    sockets.push(...(await Promise.all(batch)));
  }
  await pause(1000);
  const after = memory_kib(kontor.child.pid);
  const headers = { cookie: kontor.cookie, 'content-type': 'application/json' };
  const asked = await fetch(`${kontor.address}/api/plan/runs`, { method: 'POST', headers, body: '{"seed":"2"}' });
  const { id } = await asked.json();
  await fetch(`${kontor.address}/api/plan/runs/${id}/stop`, { method: 'POST', headers });
  let begin = 0;
  for (let tries = 0; tries < 300; tries += 1) {
    begin = performance.now();
    const answer = await fetch(`${kontor.address}/api/plan/publish`, { method: 'POST', headers });
    if (answer.status === 200) {
      const answered = performance.now();
      await Promise.race([everybody, pause(20_000)]);
      const words = told === streams ? `the last after ${(last - answered).toFixed(0)} ms behind the answer` : `only ${told}`;
      console.log(`\n${streams} event streams: told of a publication, ${words} (publishing took ${(answered - begin).toFixed(0)} ms)`);
      break;
    }
    await pause(200);
  }
  console.log(`Memory of a stream: ${(((after - before) * 1024) / streams).toFixed(0)} bytes`);
  for (const socket of sockets) socket.destroy();
}

try {
  const kontor = await serve_kontor();
  await reads(kontor);
  await writes(kontor, 'SQLite');
  await many_streams(kontor);
  kontor.child.kill('SIGKILL');
  await writes_to_postgres();
} finally {
  ended.forEach((end) => end());
  await pause(200);
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);
