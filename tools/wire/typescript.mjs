// The model as TypeScript: types of all messages and a client with one method per route.

const plain = {
  string: 'string', int: 'number', bool: 'boolean', text: 'Text',
  date: 'LocalDate', local: 'LocalDateTime', instant: 'Instant',
};

const head = `// Made by tools/wire.mjs from src/wire/messages.json; not to be edited.

export type LanguageCode = 'fr' | 'nl' | 'de' | 'en';
/** One wording for all languages, or only the languages in which it exists. */
export type Text = string | Partial<Record<LanguageCode, string>>;
/** 2025-10-05 */
export type LocalDate = string;
/** 2025-10-05T09:30, as the clocks of the named zone show it. */
export type LocalDateTime = string;
/** 2025-10-05T16:30:00Z */
export type Instant = string;
`;

const client_head = `
/** A request that the server refused, with every fault that it found. */
export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail || problem.title);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

export interface CallOptions {
  signal?: AbortSignal;
  /** The language in which faults are worded; the browser's where it is not given. */
  language?: LanguageCode;
  /** The ETag of the page that a write is based on; refused with 412 where that page has changed. */
  if_match?: string;
  /** Names a write, so that it is never done twice; made where it is not given. */
  idempotency_key?: string;
}

interface Call extends CallOptions {
  method: string;
  path: string;
  query?: Record<string, string | number | null | undefined>;
  body?: unknown;
  text?: boolean;
}

/** How often a write is sent whose answer did not arrive. */
const most_tries = 3;

function new_key(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

function init_of(call: Call, known_etag: string | undefined): RequestInit {
  const headers: Record<string, string> = { accept: call.text ? 'text/plain' : 'application/json' };
  if (call.language) headers['accept-language'] = call.language;
  if (known_etag) headers['if-none-match'] = known_etag;
  if (call.if_match) headers['if-match'] = call.if_match;
  if (call.method !== 'GET') headers['idempotency-key'] = call.idempotency_key ?? new_key();
  const init: RequestInit = { method: call.method, headers, credentials: 'same-origin' };
  if (call.signal) init.signal = call.signal;
  if (call.body !== undefined) {
    headers['content-type'] = 'application/json';
    init.body = JSON.stringify(call.body);
  }
  return init;
}

function address_of(base: string, call: Call): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(call.query ?? {})) if (value != null) query.set(name, String(value));
  const text = query.toString();
  return base + call.path + (text ? \`?\${text}\` : '');
}

async function problem_of(answer: Response): Promise<Problem> {
  if (answer.headers.get('content-type')?.startsWith('application/problem+json'))
    return (await answer.json()) as Problem;
  return {
    type: 'about:blank', title: answer.statusText, status: answer.status, detail: '', instance: '', issues: [], given: null, current: null,
  };
}

/**
 * Calls the API. Answers of GET are kept with their ETag: an unchanged one is the same object as
 * before and costs the server an empty answer.
 */
export class Client {
  private readonly kept = new Map<string, { etag: string; value: unknown }>();

  private readonly base: string;
  private readonly fetcher: typeof fetch;

  constructor(base = '', fetcher: typeof fetch = (input, init) => fetch(input, init)) {
    this.base = base;
    this.fetcher = fetcher;
  }

  /** The ETag of the latest answer to a GET of this path, for if_match. */
  etag_of(path: string): string | undefined {
    return this.kept.get(this.base + path)?.etag.replace(/-gz"$/, '"');
  }

  /** Forgets all kept answers, for instance when somebody else signs in. */
  forget(): void {
    this.kept.clear();
  }
`;

const client_tail = `
  /** Writes are named by a key, so that one whose answer was lost can be sent again. */
  private async send(address: string, call: Call, etag: string | undefined): Promise<Response> {
    const init = init_of(call, etag);
    for (let tries = 1; ; tries += 1)
      try {
        return await this.fetcher(address, init);
      } catch (error) {
        if (call.method === 'GET' || tries >= most_tries || call.signal?.aborted) throw error;
        await new Promise((resolve) => setTimeout(resolve, 500 * tries));
      }
  }

  private async call<T>(call: Call): Promise<T> {
    const address = address_of(this.base, call);
    const known = call.method === 'GET' ? this.kept.get(address) : undefined;
    const answer = await this.send(address, call, known?.etag);
    if (answer.status === 304 && known) return known.value as T;
    if (!answer.ok) throw new ProblemError(await problem_of(answer));
    const value: unknown = call.text ? await answer.text() : await answer.json();
    const etag = answer.headers.get('etag');
    if (call.method === 'GET' && etag) this.kept.set(address, { etag, value });
    return value as T;
  }
}
`;

const events_tail = `
/** Follows the server's events until the returned function is called; reconnects by itself. */
export function follow_events(
  handlers: { [Name in keyof Events]?: (event: Events[Name]) => void },
  base = '',
): () => void {
  const source = new EventSource(base + event_stream);
  for (const name of Object.keys(handlers) as (keyof Events)[]) {
    const handler = handlers[name] as ((event: unknown) => void) | undefined;
    source.addEventListener(name, (message) => handler?.(JSON.parse((message as MessageEvent<string>).data)));
  }
  return () => source.close();
}
`;

function type_of({ base, kind, list, nullable }) {
  const one = kind === 'plain' ? plain[base] : base;
  return one + (list ? '[]' : '') + (nullable ? ' | null' : '');
}

function enum_of({ name, words }) {
  const list = words.map((word) => `'${word}'`).join(', ');
  const constant = name.replace(/(?<=[a-z])[A-Z]/g, (letter) => '_' + letter).toLowerCase() + '_words';
  return `export const ${constant} = [${list}] as const;\nexport type ${name} = (typeof ${constant})[number];\n`;
}

function message_of({ name, about, fields }) {
  const lines = fields.map((field) => `  ${field.name}: ${type_of(field.type)};`);
  return `/** ${about} */\nexport interface ${name} {\n${lines.join('\n')}\n}\n`;
}

function method_of(route) {
  const name = route.name;
  const path = '`' + route.path.replace(/\{(\w+)\}/g, '${encodeURIComponent($1)}') + '`';
  const parameters = route.parameters.map((parameter) => `${parameter}: string`);
  const parts = [`method: '${route.method}'`, `path: ${path}`];
  if (route.request) {
    parameters.push(`body: ${type_of(route.request)}`);
    parts.push('body');
  }
  if (route.query.length > 0) {
    const members = route.query.map((field) => `${field.name}?: ${type_of(field.type)}`).join('; ');
    parameters.push(`query: { ${members} } = {}`);
    parts.push('query');
  }
  if (route.content !== 'application/json') parts.push('text: true');
  parameters.push('options: CallOptions = {}');
  const signature = `  ${name}(${parameters.join(', ')}): Promise<${type_of(route.answer)}> {`;
  return `\n  /** ${route.about} */\n${signature}\n    return this.call({ ${parts.join(', ')}, ...options });\n  }\n`;
}

export function typescript(model) {
  const events = model.events.map(({ name, type }) => `  ${name}: ${type_of(type)};`).join('\n');
  return [
    head, ...model.enums.map(enum_of), ...model.messages.map(message_of),
    `export const event_stream = '${model.event_stream}';\n`,
    `/** The events of the stream by name. */\nexport interface Events {\n${events}\n}`,
  ].join('\n') + '\n' + client_head + model.routes.map(method_of).join('') + client_tail + events_tail;
}
