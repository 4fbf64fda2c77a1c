#include "exchange/jsonstat.h"

#include <charconv>
#include <map>
#include <optional>

#include "exchange/json_text.h"
#include "exchange/sdmx_row.h"

namespace kontor::exchange {

namespace {

using JsonValueKind = JsonValue::Kind;

struct Dimension {
  Role role = Role::Ignored;
  std::vector<std::string> codes;
};

std::optional<std::size_t> position_of(std::string_view text) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// Codes in the order of their positions; empty where the index is none.
std::vector<std::string> codes_of(const JsonValue& category, std::size_t size) {
  const JsonValue& index = category["index"];
  std::vector<std::string> codes(size);
  if (index.is(JsonValueKind::Array) && index.items.size() == size) {
    for (std::size_t i = 0; i < size; ++i) codes[i] = index.items[i].text;
  } else if (index.is(JsonValueKind::Object)) {
    for (std::size_t i = 0; i < index.names.size(); ++i) {
      const auto position = position_of(index.items[i].text);
      if (!position || *position >= size) return {};
      codes[*position] = index.names[i];
    }
  } else if (size == 1 && category["label"].names.size() == 1) {
    codes[0] = category["label"].names[0];
  } else {
    return {};
  }
  return codes;
}

// The cells of `value` or `status` by position.
std::map<std::size_t, std::string> cells_of(const JsonValue& list) {
  std::map<std::size_t, std::string> cells;
  for (std::size_t i = 0; i < list.items.size(); ++i) {
    if (list.items[i].is(JsonValueKind::Null)) continue;
    const auto position = list.is(JsonValueKind::Object) ? position_of(list.names[i]) : i;
    if (position) cells[*position] = list.items[i].text;
  }
  return cells;
}

base::Issues fault(const FigureSink& sink, std::string path) {
  return file_fault("missing_column", sink.report.file, std::move(path));
}

base::Issues read_dimensions(const JsonValue& root, FigureSink& sink,
                             std::vector<Dimension>& dimensions) {
  const JsonValue& sizes = root["size"];
  if (root["id"].items.empty() || root["id"].items.size() != sizes.items.size())
    return fault(sink, "id and size");
  for (std::size_t i = 0; i < sizes.items.size(); ++i) {
    const std::string& name = root["id"].items[i].text;
    const auto size = position_of(sizes.items[i].text);
    if (!size || *size > 100'000'000) return fault(sink, "size");
    Dimension dimension{.codes = codes_of(root["dimension"][name]["category"], *size)};
    if (dimension.codes.size() != *size) return fault(sink, "dimension/" + name + "/category");
    const auto role = role_of(name);
    if (!role) sink.warn("unknown_column", name, name, 0);
    dimension.role = role.value_or(Role::Ignored);
    dimensions.push_back(std::move(dimension));
  }
  return {};
}

void take_cell(SdmxRow row, const std::vector<Dimension>& dimensions, std::size_t position,
               FigureSink& sink) {
  for (std::size_t d = dimensions.size(); d-- > 0;) {
    const Dimension& dimension = dimensions[d];
    if (dimension.codes.empty()) return;
    if (dimension.role != Role::Ignored)
      row[dimension.role] = dimension.codes[position % dimension.codes.size()];
    position /= dimension.codes.size();
  }
  if (position != 0) return sink.quarantine("out_of_range", "value", "position", 0);
  auto observation = to_observation(row);
  if (observation) return sink.take(*std::move(observation), 0);
  const UnknownCode& unknown = observation.error();
  sink.quarantine(unknown.code, std::string(unknown.what), unknown.value, 0);
}

}  // namespace

base::Issues read_jsonstat(std::string_view text, FigureSink& sink) {
  JsonText json(text);
  const JsonValue root = json.value();
  if (json.failed()) return {json.fault(sink.report.file)};
  std::vector<Dimension> dimensions;
  if (auto issues = read_dimensions(root, sink, dimensions); !issues.empty()) return issues;
  SdmxRow row;
  const JsonValue& id = root["extension"]["id"];
  const std::string dataset = id.text.empty() ? root["label"].text : id.text;
  row[Role::Dataset] = dataset;
  row[Role::Updated] = root["updated"].text;
  const auto values = cells_of(root["value"]);
  auto statuses = cells_of(root["status"]);
  for (const auto& [position, value] : values) {
    row[Role::Value] = value;
    const auto status = statuses.extract(position);
    row[Role::Flags] = status ? std::string_view(status.mapped()) : std::string_view();
    take_cell(row, dimensions, position, sink);
  }
  for (const auto& [position, status] : statuses) {
    row[Role::Value] = {};
    row[Role::Flags] = status;
    take_cell(row, dimensions, position, sink);
  }
  return {};
}

}  // namespace kontor::exchange
