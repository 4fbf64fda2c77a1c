#include "exchange/sdmx_json.h"

#include <charconv>
#include <optional>

#include "exchange/json_text.h"
#include "exchange/sdmx_row.h"

namespace kontor::exchange {

namespace {

using JsonValueKind = JsonValue::Kind;

// Sets the codes that the positions of `key` ("3:0:12") name; false for a position out of range.
bool set_codes(SdmxRow& row, std::string_view key, const JsonValue& dimensions) {
  for (const JsonValue& dimension : dimensions.items) {
    std::size_t position = 0;
    const auto [end, error] = std::from_chars(key.data(), key.data() + key.size(), position);
    const JsonValue& values = dimension["values"];
    if (error != std::errc{} || position >= values.items.size()) return false;
    const Role role = role_of(dimension["id"].text).value_or(Role::Ignored);
    if (role != Role::Ignored) row[role] = values.items[position]["id"].text;
    key.remove_prefix(static_cast<std::size_t>(end - key.data()));
    if (key.starts_with(':')) key.remove_prefix(1);
  }
  return key.empty();
}

// Attributes stand behind the value as positions in their lists.
void set_attributes(SdmxRow& row, const JsonValue& cell, const JsonValue& attributes) {
  for (std::size_t i = 0; i < attributes.items.size() && i + 1 < cell.items.size(); ++i) {
    const JsonValue& attribute = attributes.items[i];
    const Role role = role_of(attribute["id"].text).value_or(Role::Ignored);
    const std::string& at = cell.items[i + 1].text;
    std::size_t position = 0;
    const auto [end, error] = std::from_chars(at.data(), at.data() + at.size(), position);
    if (role != Role::Ignored && error == std::errc{} &&
        position < attribute["values"].items.size())
      row[role] = attribute["values"].items[position]["id"].text;
  }
}

void take_cell(const SdmxRow& row, FigureSink& sink) {
  auto observation = to_observation(row);
  if (observation) return sink.take(*std::move(observation), 0);
  const UnknownCode& unknown = observation.error();
  sink.quarantine(unknown.code, std::string(unknown.what), unknown.value, 0);
}

void read_observations(const SdmxRow& series, const JsonValue& observations,
                       const JsonValue& structure, FigureSink& sink) {
  for (std::size_t i = 0; i < observations.names.size(); ++i) {
    SdmxRow row = series;
    const JsonValue& cell = observations.items[i];
    if (!set_codes(row, observations.names[i], structure["dimensions"]["observation"]) ||
        cell.items.empty()) {
      sink.quarantine("out_of_range", "observation", observations.names[i], 0);
      continue;
    }
    row[Role::Value] =
        cell.items[0].is(JsonValueKind::Null) ? "" : std::string_view(cell.items[0].text);
    set_attributes(row, cell, structure["attributes"]["observation"]);
    take_cell(row, sink);
  }
}

// "urn:…DataStructure=BE2:DSD_EXR(1.0)" -> "BE2:DF_EXR(1.0)", the dataflow that it describes.
std::string dataset_of(const JsonValue& data, const JsonValue& structure) {
  std::string urn;
  for (const JsonValue* links : {&structure["links"], &data["links"]})
    for (const JsonValue& link : links->items)
      if (urn.empty() || link["rel"].text == "Dataflow" || link["rel"].text == "dataflow")
        urn = link["urn"].text;
  urn = urn.substr(urn.find('=') == std::string::npos ? 0 : urn.find('=') + 1);
  if (const std::size_t dsd = urn.find(":DSD_"); dsd != std::string::npos)
    urn.replace(dsd, 5, ":DF_");
  return urn;
}

void warn_of_unknown(const JsonValue& structure, FigureSink& sink) {
  for (const std::string_view part : {"series", "observation"})
    for (const JsonValue& dimension : structure["dimensions"][part].items)
      if (!role_of(dimension["id"].text))
        sink.warn("unknown_column", dimension["id"].text, dimension["id"].text, 0);
}

}  // namespace

base::Issues read_sdmx_json(std::string_view text, FigureSink& sink) {
  JsonText json(text);
  const JsonValue root = json.value();
  if (json.failed()) return {json.fault(sink.report.file)};
  const JsonValue& body = root["data"].is(JsonValueKind::Object) ? root["data"] : root;
  const JsonValue& structures = body["structures"];
  if (body["dataSets"].items.empty() ||
      (structures.items.empty() && body["structure"].names.empty()))
    return file_fault("missing_column", sink.report.file, "dataSets");
  const JsonValue& structure = structures.items.empty() ? body["structure"] : structures.items[0];
  warn_of_unknown(structure, sink);
  for (const JsonValue& data : body["dataSets"].items) {
    const std::string dataset = dataset_of(data, structure);
    SdmxRow row;
    row[Role::Dataset] = dataset;
    row[Role::Updated] = root["meta"]["prepared"].text;
    read_observations(row, data["observations"], structure, sink);
    const JsonValue& series = data["series"];
    for (std::size_t i = 0; i < series.names.size(); ++i) {
      SdmxRow one = row;
      if (set_codes(one, series.names[i], structure["dimensions"]["series"]))
        read_observations(one, series.items[i]["observations"], structure, sink);
      else
        sink.quarantine("out_of_range", "series", series.names[i], 0);
    }
  }
  return {};
}

}  // namespace kontor::exchange
