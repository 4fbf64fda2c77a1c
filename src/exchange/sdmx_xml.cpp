#include "exchange/sdmx_xml.h"

#include <array>
#include <map>
#include <optional>

#include "exchange/sdmx_row.h"

namespace kontor::exchange {

namespace {

// One tag, its name without prefix: "/Series" closes, attributes are as written.
struct Tag {
  std::string_view name, attributes;
  bool closes = false;
  std::size_t at = 0;
};

// The next tag behind `at`; comments, declarations and texts are passed over.
std::optional<Tag> next_tag(std::string_view text, std::size_t& at) {
  for (;;) {
    const std::size_t open = text.find('<', at);
    if (open == std::string_view::npos) return std::nullopt;
    const bool comment = text.substr(open, 4) == "<!--";
    const std::size_t end = text.find(comment ? "-->" : ">", open);
    if (end == std::string_view::npos) return std::nullopt;
    at = end + (comment ? 3 : 1);
    std::string_view inside = text.substr(open + 1, end - open - 1);
    if (comment || inside.starts_with('?') || inside.starts_with('!')) continue;
    Tag tag;
    tag.at = open;
    tag.closes = inside.starts_with('/');
    if (tag.closes) inside.remove_prefix(1);
    const std::size_t name_end = std::min(inside.find_first_of(" \t\r\n/"), inside.size());
    tag.name = inside.substr(0, name_end);
    tag.attributes = inside.substr(name_end);
    if (const std::size_t colon = tag.name.find(':'); colon != std::string_view::npos)
      tag.name.remove_prefix(colon + 1);
    return tag;
  }
}

std::string_view attribute(const Tag& tag, std::string_view name) {
  for (std::size_t at = 0; (at = tag.attributes.find(name, at)) != std::string_view::npos; ++at) {
    const std::size_t quote = at + name.size() + 1;
    const bool whole = at > 0 && (tag.attributes[at - 1] == ' ' || tag.attributes[at - 1] == '\n');
    if (!whole || quote >= tag.attributes.size() || tag.attributes[quote - 1] != '=') continue;
    const char mark = tag.attributes[quote];
    const std::size_t end = tag.attributes.find(mark, quote + 1);
    if ((mark == '"' || mark == '\'') && end != std::string_view::npos)
      return tag.attributes.substr(quote + 1, end - quote - 1);
  }
  return {};
}

class SdmxReader {
 public:
  SdmxReader(std::string_view text, FigureSink& sink) : text_(text), sink_(sink) {}

  base::Issues read() {
    std::size_t at = 0;
    while (const auto tag = next_tag(text_, at)) use(*tag);
    if (sink_.report.rows == 0) return file_fault("missing_column", sink_.report.file, "Obs");
    return {};
  }

 private:
  void use(const Tag& tag) {
    if (tag.name == "DataSet" && !tag.closes) dataset_ = attribute(tag, "structureRef");
    if (tag.name == "DataSet" && !tag.closes) updated_ = attribute(tag, "validFromDate");
    if (tag.name == "Series" && !tag.closes) series_ = {};
    if (tag.name == "Obs" && !tag.closes) {
      observation_ = series_;
      within_ = true;
    }
    if (tag.name == "Value") set_value(tag);
    if (tag.name == "ObsDimension") observation_[Role::Period] = attribute(tag, "value");
    if (tag.name == "ObsValue") observation_[Role::Value] = attribute(tag, "value");
    if (tag.name == "Obs" && tag.closes) take(tag.at);
  }

  void set_value(const Tag& tag) {
    const std::string_view id = attribute(tag, "id");
    const auto role = role_of(id);
    if (!role && !warned_[id]++) sink_.warn("unknown_column", std::string(id), id, 0);
    if (role && *role != Role::Ignored && *role != Role::Unit)
      (within_ ? observation_ : series_)[*role] = attribute(tag, "value");
  }

  void take(std::size_t) {
    within_ = false;
    observation_[Role::Dataset] = dataset_;
    observation_[Role::Updated] = updated_;
    auto observation = to_observation(observation_);
    if (observation) return sink_.take(*std::move(observation), 0);
    const UnknownCode& fault = observation.error();
    sink_.quarantine(fault.code, std::string(fault.what), fault.value, 0);
  }

  std::string_view text_;
  FigureSink& sink_;
  std::string_view dataset_, updated_;
  SdmxRow series_, observation_;
  bool within_ = false;
  std::map<std::string_view, int> warned_;
};

}  // namespace

base::Issues read_sdmx_xml(std::string_view text, FigureSink& sink) {
  return SdmxReader(text, sink).read();
}

}  // namespace kontor::exchange
