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

function parameters_of(route) {
  const path = route.parameters.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
  const query = route.query.map((field) => ({ name: field.name, in: 'query', schema: schema_of({ ...field.type, nullable: false }) }));
  return [...path, ...query];
}

const etag = { ETag: { description: 'Changes when the answer does.', schema: { type: 'string' } } };
const problem = { $ref: '#/components/responses/Problem' };

function responses_of(route) {
  const content = { [route.content]: { schema: schema_of(route.answer) } };
  const status = route.status ?? 200;
  if (route.method !== 'GET') return { [status]: { description: 'Done.', content }, default: problem };
  return {
    200: { description: 'The answer.', headers: etag, content },
    304: { description: 'Unchanged since the ETag given in If-None-Match.' },
    default: problem,
  };
}

function operation_of(route) {
  const operation = { operationId: route.name, summary: route.about };
  const parameters = parameters_of(route);
  if (parameters.length > 0) operation.parameters = parameters;
  if (route.request)
    operation.requestBody = { required: true, content: { 'application/json': { schema: schema_of(route.request) } } };
  return { ...operation, responses: responses_of(route) };
}

function stream_of(model) {
  const events = model.events.map(({ name, type }) => `${name}: data is one ${type.base}`).join('; ');
  const last = { name: 'Last-Event-ID', in: 'header', schema: { type: 'string' }, description: 'Resume behind this event.' };
  return {
    get: {
      operationId: 'events', summary: `Server-sent events. ${events}.`, parameters: [last],
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
      operationId: 'feed', summary: "A person's agenda as iCalendar; the address is the right.", parameters, security: [],
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
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operation_of(route) };
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
    security: [{}, { session: [] }],
    paths: paths_of(model),
    components: {
      schemas,
      responses: {
        Problem: {
          description: 'The request was refused; all faults at once, in the language of the reader.',
          content: { 'application/problem+json': { schema: reference('Problem') } },
        },
      },
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'kontor_session' } },
    },
  };
  return JSON.stringify(document, null, 1) + '\n';
}
