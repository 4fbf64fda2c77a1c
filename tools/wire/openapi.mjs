// The model as an OpenAPI 3.1 document.
import { readFileSync } from 'node:fs';

const plain = {
  string: { type: 'string' },
  int: { type: 'integer', minimum: -(2 ** 53) + 1, maximum: 2 ** 53 - 1 },
  bool: { type: 'boolean' },
  text: { $ref: '#/components/schemas/Text' },
  date: { type: 'string', format: 'date', examples: ['2025-10-05'] },
  local: { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}$', examples: ['2025-10-05T09:30'] },
  instant: { type: 'string', format: 'date-time', examples: ['2025-10-05T16:30:00Z'] },
};

const text_schema = {
  description: 'One wording for all languages, or only the languages in which it exists.',
  oneOf: [
    { type: 'string' },
    {
      type: 'object',
      properties: Object.fromEntries(['fr', 'nl', 'de', 'en'].map((code) => [code, { type: 'string' }])),
      additionalProperties: false,
    },
  ],
};

const reference = (name) => ({ $ref: `#/components/schemas/${name}` });

function schema_of({ base, kind, list, nullable }) {
  const one = kind === 'plain' ? plain[base] : reference(base);
  const many = list ? { type: 'array', items: one } : one;
  return nullable ? { oneOf: [many, { type: 'null' }] } : many;
}

function message_schema({ about, fields }) {
  return {
    type: 'object', description: about,
    properties: Object.fromEntries(fields.map((field) => [field.name, schema_of(field.type)])),
    required: fields.filter((field) => !field.type.nullable).map((field) => field.name),
    additionalProperties: false,
  };
}

const parameter = (name) => ({ $ref: `#/components/parameters/${name}` });

function parameters_of(route) {
  const path = route.parameters.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' }, example: example_text[name] }));
  const query = route.query.map((field) => ({ name: field.name, in: 'query', schema: schema_of({ ...field.type, nullable: false }) }));
  const headers = route.method === 'GET' ? ['IfNoneMatch'] : ['IdempotencyKey', ...(route.guards ? ['IfMatch'] : [])];
  return [...path, ...query, ...[...headers, 'AcceptLanguage'].map(parameter)];
}

const etag = { ETag: { description: 'Changes when the answer does.', schema: { type: 'string' } } };
const link = { Link: { description: 'The address of the next page, with rel="next"; absent on the last one.', schema: { type: 'string' } } };
const problem = { $ref: '#/components/responses/Problem' };

// What may be refused, by status: those of the route's own nature first, then those of every route.
function refusals_of(route) {
  const list = [];
  if (route.request) list.push(400, 413, 415);
  list.push(401, 403, 404);
  if (route.method !== 'GET') list.push(409);
  if (route.guards) list.push(412);
  if (route.method !== 'GET' || route.query.length > 0) list.push(422);
  return Object.fromEntries([...list, 421, 429, 503].map((status) => [status, { $ref: `#/components/responses/Refused${status}` }]));
}

function responses_of(route, model) {
  const content = { [route.content]: { schema: schema_of(route.answer), example: example_of(route.answer, model) } };
  const refusals = { ...refusals_of(route), default: problem };
  const status = route.status ?? 200;
  if (route.method !== 'GET') return { [status]: { description: 'Done.', content }, ...refusals };
  return {
    200: { description: 'The answer.', headers: route.pages ? { ...etag, ...link } : etag, content },
    304: { description: 'Unchanged since the ETag given in If-None-Match.' },
    ...refusals,
  };
}

// What no token reaches: actions::may_by_token.
const for_people = ['manage_accounts', 'view_as', 'keep_sensitive', 'keep_own_sign_in'];

function operation_of(route, model) {
  const operation = { operationId: route.name, tags: [route.tag], summary: route.about, 'x-kontor-right': route.verb };
  if (route.verb !== 'read_mission') operation.security = for_people.includes(route.verb) ? [{ session: [] }] : [{ session: [] }, { token: [] }];
  operation.parameters = parameters_of(route);
  if (route.request)
    operation.requestBody = {
      required: true,
      content: { 'application/json': { schema: schema_of(route.request), example: example_of(route.request, model) } },
    };
  return { ...operation, responses: responses_of(route, model) };
}

// What fields of these names look like; others are shown by their type.
const example_text = {
  id: 'A12', token: '9f2c4e', name: 'Example', activity: 'A12', organisation: 'O7', counterpart: 'C3', person: 'P17', leg: 'SF', zone: 'America/Los_Angeles',
  country: 'BE', currency: 'EUR', value: '120', kind: 'activity_cancelled', lock: 'activity/A12', reason: 'The host asked for it.', seed: '1', state: 'running',
  address: 'https://kontor.example', url: 'https://example.org', type: 'urn:kontor:problem:invalid', instance: 'urn:kontor:request:4bf92f3577b34da6', digest: '5d41402a',
};
const example_plain = { string: '', int: 1, bool: true, text: { en: 'Example', fr: 'Exemple' }, date: '2025-10-05', local: '2025-10-05T09:30', instant: '2025-10-05T16:30:00Z' };

// A value of the type; a message within itself, or deeper than three, is left to its schema.
function example_of({ base, kind, list, nullable }, model, name = '', depth = 0) {
  if (nullable && (depth > 0 && kind !== 'plain')) return null;
  if (list && depth > 2) return [];
  const one =
    kind === 'enum' ? model.enums.find((each) => each.name === base).words[0]
    : kind === 'plain' ? (base === 'string' ? example_text[name] ?? example_plain.string : example_plain[base])
    : Object.fromEntries(model.messages.find((each) => each.name === base).fields.map((field) => [field.name, example_of(field.type, model, field.name, depth + 1)]));
  return list ? [one] : one;
}

const refusal_words = {
  400: 'The request cannot be read.', 401: 'Nobody is signed in.', 403: 'The reader has no right to this, or the request comes from another site.',
  404: 'There is nothing, or nothing that the reader may know of.', 409: 'What is stored does not allow it now.',
  412: 'The page of If-Match has changed: `given` is its ETag as sent, `current` that of now.', 413: 'The body is too large.',
  415: 'The body is not JSON.', 421: 'The Host is not one that this server answers for.', 422: 'The content has faults: all of them stand in `issues`.',
  429: 'Too many requests; Retry-After says when to come again.', 503: 'The storage does not answer; nothing was changed.',
};

const problem_content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
const problem_responses = Object.fromEntries(
  Object.entries(refusal_words).map(([status, description]) => [`Refused${status}`, { description, content: problem_content }]),
);

const shared_parameters = {
  IfNoneMatch: { name: 'If-None-Match', in: 'header', schema: { type: 'string' }, description: 'The ETag of the answer that is there already.' },
  IfMatch: {
    name: 'If-Match', in: 'header', schema: { type: 'string' },
    description: 'The ETag of the page that the request is based on; refused with 412 where that page has changed.',
  },
  IdempotencyKey: {
    name: 'Idempotency-Key', in: 'header', schema: { type: 'string', minLength: 1, maxLength: 255 },
    description: 'Names the request for 24 hours: sent again with the same key it is not done twice, and gets the same answer.',
  },
  AcceptLanguage: { name: 'Accept-Language', in: 'header', schema: { type: 'string' }, example: 'fr', description: 'The language of refusals.' },
};

function stream_of(model) {
  const events = model.events.map(({ name, type }) => `${name}: data is one ${type.base}`).join('; ');
  const last = { name: 'Last-Event-ID', in: 'header', schema: { type: 'string' }, description: 'Resume behind this event.' };
  return {
    get: {
      operationId: 'events', tags: ['events'], summary: `Server-sent events. ${events}. An event with an id is kept: whoever comes again with the last id misses none and hears none twice.`, parameters: [last],
      responses: { 200: { description: 'A stream of events.', content: { 'text/event-stream': { schema: { type: 'string' } } } }, default: problem },
    },
  };
}

function feed_of() {
  const parameters = [
    { name: 'token', in: 'path', required: true, schema: { type: 'string' } },
    { name: 'lang', in: 'query', schema: { type: 'string', enum: ['fr', 'nl', 'de', 'en'] } },
  ];
  return {
    get: {
      operationId: 'feed', tags: ['people'], summary: "A person's agenda as iCalendar; the address is the right.", parameters, security: [],
      responses: {
        200: { description: 'The calendar.', headers: etag, content: { 'text/calendar': { schema: { type: 'string' } } } },
        304: { description: 'Unchanged since the ETag given in If-None-Match.' },
        default: problem,
      },
    },
  };
}

function paths_of(model) {
  const paths = {};
  for (const route of model.routes)
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation_of(route, model) };
  paths[model.event_stream] = stream_of(model);
  paths[model.feed] = feed_of();
  return paths;
}

function version_of(root) {
  return readFileSync(root + '/CMakeLists.txt', 'utf8').match(/project\(kontor VERSION (\S+)/)[1];
}

export function openapi(model) {
  const schemas = { Text: text_schema };
  for (const { name, words } of model.enums) schemas[name] = { type: 'string', enum: words };
  for (const message of model.messages) schemas[message.name] = message_schema(message);
  const document = {
    openapi: '3.1.0',
    info: {
      title: 'Kontor', version: version_of(model.root),
      description: 'Plans and runs state economic missions. Answers hold what the reader may know, nothing else.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: '/' }],
    security: [{}, { session: [] }, { token: [] }],
    paths: paths_of(model),
    tags: [...new Set([...model.routes.map(({ tag }) => tag), 'events'])].sort().map((name) => ({ name })),
    components: {
      schemas,
      parameters: shared_parameters,
      responses: {
        ...problem_responses,
        Problem: {
          description: 'The request was refused; all faults at once, in the language of the reader.',
          content: { 'application/problem+json': { schema: reference('Problem') } },
        },
      },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'kontor_session' },
        token: { type: 'http', scheme: 'bearer', description: 'A token of an account, for programs.' },
      },
    },
  };
  return JSON.stringify(document, null, 1) + '\n';
}
