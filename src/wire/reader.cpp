#include "wire/reader.h"

#include <algorithm>
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <fmt/ranges.h>

namespace kontor::wire {

namespace {

namespace json = boost::json;

constexpr std::size_t longest_quotation = 60;

// What stands at the node, short enough to be quoted in a sentence.
std::string quoted(const json::value& value) {
  if (value.is_object()) return "an object";
  if (value.is_array()) return "a list";
  std::string text = value.is_string() ? std::string(value.get_string()) : json::serialize(value);
  if (text.size() <= longest_quotation) return text;
  std::size_t end = longest_quotation;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end) + "…";
}

void note(const Node& node, std::string code, std::map<std::string, std::string> parameters = {}) {
  node.issues->push_back(
      {std::move(code), node.path, quoted(*node.value), std::move(parameters), {}});
}

void note_wrong_type(const Node& node, std::string expected) {
  note(node, "wrong_type", {{"expected", std::move(expected)}});
}

// "/" and "~" are written "~1" and "~0" in a JSON pointer.
std::string pointer(const std::string& parent, std::string_view name) {
  std::string out = parent + '/';
  for (const char c : name) out += c == '~' ? "~0" : c == '/' ? "~1" : std::string(1, c);
  return out;
}

std::optional<std::string_view> string_at(const Node& node, std::string expected) {
  if (const auto* text = node.value->if_string()) return std::string_view(*text);
  note_wrong_type(node, std::move(expected));
  return std::nullopt;
}

template <class T, class Parse>
void read_parsed(const Node& node, T& value, Parse parse, std::string code, std::string expected) {
  const auto text = string_at(node, std::move(expected));
  if (!text) return;
  if (const auto parsed = parse(*text))
    value = *parsed;
  else
    note(node, std::move(code));
}

}  // namespace

base::Checked<json::value> parse(std::string_view text) {
  json::error_code error;
  json::parse_options options;
  options.max_depth = 64;
  json::value value = json::parse(text, error, {}, options);
  if (!error) return value;
  return std::unexpected(base::Issues{
      {"bad_syntax", "", "", {{"reason", "The JSON is wrong: " + error.message()}}, {}}});
}

bool is_object(const Node& node, std::span<const std::string_view> known) {
  const auto* object = node.value->if_object();
  if (object == nullptr) {
    note_wrong_type(node, "an object");
    return false;
  }
  for (const auto& entry : *object) {
    if (std::ranges::find(known, std::string_view(entry.key())) != known.end()) continue;
    node.issues->push_back({"unknown_field",
                            node.path.empty() ? "/" : node.path,
                            entry.key(),
                            {{"known", fmt::format("{}", fmt::join(known, ", "))}},
                            {}});
  }
  return true;
}

std::optional<Node> member(const Node& node, std::string_view name, bool required) {
  const json::value* found = node.value->get_object().if_contains(name);
  if (found != nullptr && !(found->is_null() && !required))
    return Node{found, pointer(node.path, name), node.issues};
  if (required)
    node.issues->push_back({"missing_field",
                            node.path.empty() ? "/" : node.path,
                            "",
                            {{"field", std::string(name)}},
                            {}});
  return std::nullopt;
}

std::vector<Node> elements(const Node& node) {
  std::vector<Node> nodes;
  if (const auto* list = node.value->if_array())
    for (const json::value& value : *list)
      nodes.push_back({&value, pointer(node.path, std::to_string(nodes.size())), node.issues});
  else
    note_wrong_type(node, "a list");
  return nodes;
}

void read_word(const Node& node, std::string known,
               const std::function<bool(std::string_view)>& parse) {
  const auto text = string_at(node, "a word");
  if (text && !parse(*text)) note(node, "unknown_word", {{"known", std::move(known)}});
}

void read(const Node& node, std::string& value) {
  if (const auto text = string_at(node, "a text")) value = *text;
}

void read(const Node& node, std::int64_t& value) {
  constexpr std::int64_t limit = std::int64_t{1} << 53;
  const auto* number = node.value->if_int64();
  if (number == nullptr) return note_wrong_type(node, "a whole number");
  if (*number >= limit || *number <= -limit)
    return note(node, "out_of_range", {{"expected", "nearer to zero than 2^53"}});
  value = *number;
}

void read(const Node& node, bool& value) {
  if (const auto* truth = node.value->if_bool())
    value = *truth;
  else
    note_wrong_type(node, "true or false");
}

void read(const Node& node, base::Text& value) {
  if (const auto* same = node.value->if_string()) {
    value = base::Text::same(std::string_view(*same));
    return;
  }
  static constexpr std::array<std::string_view, 4> known{"fr", "nl", "de", "en"};
  if (!node.value->is_object()) return note_wrong_type(node, "a text or an object of texts");
  is_object(node, known);
  for (const base::Language language : base::all_languages)
    if (const auto found = member(node, base::code(language), false)) {
      std::string wording;
      read(*found, wording);
      value.set(language, std::move(wording));
    }
}

void read(const Node& node, base::LocalDate& value) {
  read_parsed(node, value, base::parse_date, "impossible_date", "a date");
}

void read(const Node& node, base::LocalDateTime& value) {
  read_parsed(node, value, base::parse_local, "impossible_time", "a time");
}

void read(const Node& node, base::Instant& value) {
  read_parsed(node, value, base::parse_instant, "impossible_instant", "an instant");
}

}  // namespace kontor::wire
