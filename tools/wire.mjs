// Makes code from src/wire/messages.json, the one description of the API's messages and routes.
//
//   node tools/wire.mjs --cpp FOLDER         the C++ structs, writers and readers
//   node tools/wire.mjs --typescript FILE    the TypeScript types and client
//   node tools/wire.mjs --openapi FILE       the OpenAPI 3.1 document
//   node tools/wire.mjs --openapi FILE --check   whether FILE is what it would write
//
// Files that would not change are left alone, so that nothing is rebuilt without need.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from './wire/model.mjs';
import { cpp } from './wire/cpp.mjs';
import { typescript } from './wire/typescript.mjs';
import { openapi } from './wire/openapi.mjs';

function read_or_nothing(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function write_if_changed(file, text) {
  if (read_or_nothing(file) === text) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

function files_of(options, model) {
  const files = {};
  if (options.cpp)
    for (const [name, text] of Object.entries(cpp(model))) files[join(options.cpp, name)] = text;
  if (options.typescript) files[options.typescript] = typescript(model);
  if (options.openapi) files[options.openapi] = openapi(model);
  return files;
}

function parse_arguments(words) {
  const options = { check: false };
  for (let i = 0; i < words.length; ++i) {
    const name = words[i].replace(/^--/, '');
    if (name === 'check') options.check = true;
    else if (['cpp', 'typescript', 'openapi'].includes(name) && words[i + 1]) options[name] = words[++i];
    else throw new Error(`wire: unknown argument ${words[i]}`);
  }
  return options;
}

try {
  const options = parse_arguments(process.argv.slice(2));
  const files = files_of(options, load(join(dirname(fileURLToPath(import.meta.url)), '..')));
  for (const [file, text] of Object.entries(files)) {
    if (!options.check) write_if_changed(file, text);
    else if (read_or_nothing(file) !== text) throw new Error(`wire: ${file} is not what messages.json says; run tools/wire.mjs`);
  }
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
