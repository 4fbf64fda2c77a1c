// The model as C++: plain structs, a writer and a reader for each, and the table of routes.

const plain = {
  string: 'std::string', int: 'std::int64_t', bool: 'bool', text: 'base::Text',
  date: 'base::LocalDate', local: 'base::LocalDateTime', instant: 'base::Instant',
};
const initial = { int: ' = 0', bool: ' = false', date: '{}', instant: '{}' };
const note = '// Made by tools/wire.mjs from src/wire/messages.json; not to be edited.\n';

const snake = (name) => name.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => '_' + letter).toLowerCase();

function type_of({ base, kind, list, nullable }, model) {
  const one = kind === 'plain' ? plain[base] : kind === 'enum' ? model.enums.find(({ name }) => name === base).type : base;
  const many = list ? `std::vector<${one}>` : one;
  return nullable ? `std::optional<${many}>` : many;
}

function initial_of({ base, kind, list, nullable }) {
  if (list || nullable) return '';
  return kind === 'enum' ? '{}' : (kind === 'plain' && initial[base]) || '';
}

function struct_of({ name, about, fields }, model) {
  const lines = fields.map((field) => `  ${type_of(field.type, model)} ${field.name}${initial_of(field.type)};`);
  return `// ${about}\nstruct ${name} {\n${lines.join('\n')}\n\n  bool operator==(const ${name}&) const = default;\n};
void write(Writer& out, const ${name}& value);
base::Checked<${name}> read_${snake(name)}(std::string_view json);\n`;
}

function header(model) {
  const routes = model.routes.map(({ method, path, name, verb, guards, about }) => `    Route{"${method}", "${path}", "${name}", "${verb}", "${guards}"},  // ${about}`);
  return `#pragma once
${note}
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/issue.h"
#include "base/text.h"
#include "base/time.h"
#include "mission/acting.h"
#include "mission/words.h"
#include "wire/writer.h"

namespace kontor::wire {

${model.messages.map((message) => struct_of(message, model)).join('\n')}
// A request that the API answers; parameters of the path stand in braces. verb is the right that
// it needs, as actions::word has it; If-Match names the ETag of the page guards, where it is one.
struct Route {
  std::string_view method;
  std::string_view path;
  std::string_view name;
  std::string_view verb;
  std::string_view guards;
};
inline constexpr std::array routes{
${routes.join('\n')}
};
inline constexpr std::string_view event_stream = "${model.event_stream}";
inline constexpr std::string_view feed = "${model.feed}";
${model.events.map(({ name }) => `inline constexpr std::string_view ${name}_event = "${name}";`).join('\n')}

}  // namespace kontor::wire
`;
}

function writer_of({ name, fields }) {
  const lines = fields.map((field) => `  put(out, "${field.name}", value.${field.name});`);
  return `void write(Writer& out, const ${name}& value) {\n  out.begin_object();\n${lines.join('\n')}\n  out.end_object();\n}\n`;
}

function writers(model) {
  return `${note}
#include "wire/messages.h"

namespace kontor::wire {

${model.messages.map(writer_of).join('\n')}
}  // namespace kontor::wire
`;
}

function enum_reader_of({ type, words }) {
  const parse = type === 'mission::Role' ? 'mission::parse_role(word)' : `mission::parse_word<${type}>(word)`;
  return `void read(const Node& node, ${type}& value) {
  read_word(node, "${words.join(', ')}", [&](std::string_view word) {
    const auto found = ${parse};
    if (found) value = *found;
    return found.has_value();
  });
}\n`;
}

function reader_of({ name, fields }) {
  const names = fields.map((field) => `"${field.name}"`).join(', ');
  const lines = fields.map((field) => `  get(node, "${field.name}", value.${field.name});`);
  return `void read(const Node& node, ${name}& value) {
  static constexpr std::array<std::string_view, ${fields.length}> known{${names}};
  if (!is_object(node, known)) return;
${lines.join('\n')}
}\n`;
}

function readers(model) {
  const doors = model.messages.map(({ name }) => `base::Checked<${name}> read_${snake(name)}(std::string_view json) {\n  return read_whole<${name}>(json);\n}`);
  return `${note}
#include "wire/messages.h"
#include "wire/reader.h"

namespace kontor::wire {

${model.enums.map(enum_reader_of).join('\n')}
${model.messages.map(reader_of).join('\n')}
${doors.join('\n')}

}  // namespace kontor::wire
`;
}

// What tests need to fill and read messages of any type.
function fields_of({ name, fields }) {
  const lines = fields.map((field) => `  visit("${field.name}", value.${field.name});`);
  return `template <class Visit>\nvoid each_field(${name}& value, Visit&& visit) {\n${lines.join('\n')}\n}
inline base::Checked<${name}> read_as(std::string_view json, const ${name}*) {\n  return read_${snake(name)}(json);\n}
inline std::string_view name_of(const ${name}*) {\n  return "${name}";\n}\n`;
}

function fields(model) {
  return `#pragma once
${note}
#include "wire/messages.h"

namespace kontor::wire {

${model.messages.map(fields_of).join('\n')}
// Calls visit(name, any word's value, the words as the other generated languages have them).
template <class Visit>
void each_vocabulary(Visit&& visit) {
${model.enums.map(({ name, type, words }) => `  visit("${name}", ${type}{}, std::vector<std::string_view>{${words.map((word) => `"${word}"`).join(', ')}});`).join('\n')}
}

template <template <class...> class List>
using AllMessages = List<${model.messages.map(({ name }) => name).join(', ')}>;

}  // namespace kontor::wire
`;
}

export function cpp(model) {
  return { 'messages.h': header(model), 'messages_fields.h': fields(model), 'messages_write.cpp': writers(model), 'messages_read.cpp': readers(model) };
}
