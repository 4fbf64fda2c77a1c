// Reads src/wire/messages.json and the vocabularies that it names into one checked model.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const plain_types = ['string', 'int', 'bool', 'text', 'date', 'local', 'instant'];

// "[X]?" as { list, nullable, base, kind }; kind is plain, enum or message.
function parse_type(text, description) {
  const nullable = text.endsWith('?');
  const inner = nullable ? text.slice(0, -1) : text;
  const list = inner.startsWith('[') && inner.endsWith(']');
  const base = list ? inner.slice(1, -1) : inner;
  if (plain_types.includes(base)) return { list, nullable, base, kind: 'plain' };
  if (base in description.enums) return { list, nullable, base, kind: 'enum' };
  if (base in description.messages) return { list, nullable, base, kind: 'message' };
  throw new Error(`messages.json: unknown type "${text}"`);
}

function fields_of(fields, description) {
  return Object.entries(fields ?? {}).map(([name, type]) => ({ name, type: parse_type(type, description) }));
}

// B2b → b2b, StartUp → start_up: the spelling that mission::word gives.
function snake(name) {
  return name.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => '_' + letter).toLowerCase();
}

// The words of `enum class NAME` in the headers of the room mission.
function words_of(name, headers) {
  const found = headers.match(new RegExp(`enum class ${name} \\{([^}]*)\\}`));
  if (!found) throw new Error(`messages.json: no enum class ${name} in src/mission`);
  const body = found[1].replace(/\/\/.*$/gm, '');
  return body.split(',').map((word) => word.trim()).filter(Boolean).map(snake);
}

// Messages so that each stands behind those that it contains.
function in_order(messages) {
  const done = new Map();
  const visit = (message) => {
    if (done.has(message.name)) return;
    for (const { type } of message.fields)
      if (type.kind === 'message') visit(messages.find(({ name }) => name === type.base));
    done.set(message.name, message);
  };
  messages.forEach(visit);
  return [...done.values()];
}

// What a page of a list is asked with.
const paging = { limit: 'int?', cursor: 'string?' };

// `verb` is the right that a route needs, `guards` the page whose ETag If-Match names; the tag is
// the first word of the path; a list that `pages` is given in pages where it is asked to be.
function route_of(route, description) {
  if (route.guards && !description.routes.some(({ method, path }) => method === 'GET' && path === route.guards))
    throw new Error(`messages.json: ${route.name} guards ${route.guards}, which is no page`);
  return {
    ...route,
    verb: route.verb ?? 'read_mission',
    tag: route.path.split('/')[2],
    guards: route.guards ?? '',
    pages: route.pages ?? false,
    request: route.request ? parse_type(route.request, description) : undefined,
    answer: parse_type(route.answer, description),
    content: route.content ?? 'application/json',
    query: fields_of(route.pages ? { ...route.query, ...paging } : route.query, description),
    parameters: [...route.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]),
  };
}

export function load(root) {
  const description = JSON.parse(readFileSync(join(root, 'src/wire/messages.json'), 'utf8'));
  const headers = ['words.h', 'acting.h'].map((name) => readFileSync(join(root, 'src/mission', name), 'utf8')).join('\n');
  const messages = Object.entries(description.messages).map(([name, { about, fields }]) => ({
    name, about, fields: fields_of(fields, description),
  }));
  return {
    root,
    enums: Object.entries(description.enums).map(([name, type]) => ({ name, type, words: words_of(name, headers) })),
    messages: in_order(messages),
    routes: description.routes.map((route) => route_of(route, description)),
    events: Object.entries(description.events).map(([name, type]) => ({ name, type: parse_type(type, description) })),
    event_stream: description.event_stream,
    feed: description.feed,
  };
}
