// Makes assembler and C++ of the built web application, so that it travels inside the program.
//
//   node tools/embed.mjs DIST FOLDER
//
// Writes FOLDER/embedded.S, FOLDER/embedded_files.cpp and the compressed files; an empty table where
// DIST has no index.html. Compression is at its strongest, once, here.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const compressible = /\.(html|js|css|svg|json|map|webmanifest|txt|ico)$/;

function files_below(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (entry.name.startsWith('.')) return [];
    const path = join(folder, entry.name);
    return entry.isDirectory() ? files_below(path) : [path];
  });
}

function brotli(raw) {
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length };
  return brotliCompressSync(raw, { params });
}

// What is stored of a file: itself, and compressed where that makes it smaller.
function forms_of(file) {
  const raw = readFileSync(file);
  const forms = { raw };
  if (!compressible.test(file)) return forms;
  const smaller = { gzip: gzipSync(raw, { level: 9 }), brotli: brotli(raw) };
  for (const [name, bytes] of Object.entries(smaller)) if (bytes.length < raw.length) forms[name] = bytes;
  return forms;
}

function assembler_of(symbol, path) {
  return `.global ${symbol}, ${symbol}_end\n.balign 16\n${symbol}:\n.incbin "${path}"\n${symbol}_end:\n.byte 0\n`;
}

function table_of(files) {
  const symbols = files.flatMap((file) => Object.values(file.symbols));
  const view = (symbol) => (symbol ? `bytes(${symbol}, ${symbol}_end)` : '{}');
  const rows = files.map(({ path, etag, symbols: { raw, gzip, brotli } }) =>
    `      {"${path}", "${etag}", ${view(raw)}, ${view(gzip)}, ${view(brotli)}},`);
  return `// Made by tools/embed.mjs from the built web application; not to be edited.
#include <array>

#include "server/static_files.h"

extern "C" {
${symbols.map((symbol) => `extern const char ${symbol}[], ${symbol}_end[];`).join('\n')}
}

namespace kontor::server {

namespace {
[[maybe_unused]] std::string_view bytes(const char* begin, const char* end) {
  return {begin, static_cast<std::size_t>(end - begin)};
}
}  // namespace

std::span<const StaticFile> embedded_files() {
  static const std::array<StaticFile, ${files.length}> files{{
${rows.join('\n')}
  }};
  return files;
}

}  // namespace kontor::server
`;
}

function embed(dist, folder) {
  mkdirSync(folder, { recursive: true });
  const found = existsSync(join(dist, 'index.html')) ? files_below(dist) : [];
  const files = found.map((file) => ({ file, path: '/' + relative(dist, file).split('\\').join('/') }));
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  let assembler = '.section .rodata\n';
  files.forEach((one, index) => {
    one.symbols = {};
    const forms = forms_of(one.file);
    one.etag = createHash('sha256').update(forms.raw).digest('hex').slice(0, 32);
    for (const [form, bytes] of Object.entries(forms)) {
      const symbol = (one.symbols[form] = `kontor_file_${index}_${form}`);
      const blob = join(folder, symbol);
      writeFileSync(blob, bytes);
      assembler += assembler_of(symbol, blob);
    }
  });
  writeFileSync(join(folder, 'embedded.S'), assembler + '.section .note.GNU-stack,"",@progbits\n');
  writeFileSync(join(folder, 'embedded_files.cpp'), table_of(files));
}

const [dist, folder] = process.argv.slice(2);
if (!folder) throw new Error('embed: give the folder of the built application and the one to write to');
embed(dist, folder);
