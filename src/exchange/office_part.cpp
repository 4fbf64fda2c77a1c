#include "exchange/office_part.h"

#include <algorithm>

namespace kontor::exchange {

std::string_view local_name(pugi::xml_node node) {
  const std::string_view name = node.name();
  return name.substr(name.find(':') + 1);
}

pugi::xml_node first(pugi::xml_node parent, std::string_view name) {
  for (const pugi::xml_node child : parent.children())
    if (local_name(child) == name) return child;
  return {};
}

bool load_part(pugi::xml_document& document, const Archive& archive, const std::string& name,
               const OfficeFile& file) {
  const auto refuse = [&](const char* code, std::string reason) {
    throw Unreadable{{code, file.name, "0", {{"reason", std::move(reason)}}, {file.name, 0, 0}}};
  };
  const auto bytes = archive.part(name);
  if (!bytes) return false;
  if (static_cast<std::size_t>(std::ranges::count(*bytes, '<')) > file.tags)
    refuse("bomb", name + " has too many tags");
  constexpr unsigned options =
      (pugi::parse_default | pugi::parse_doctype | pugi::parse_ws_pcdata_single);
  const auto result = document.load_buffer(bytes->data(), bytes->size(), options);
  if (!result) refuse(file.damaged, name + ": " + result.description());
  for (const pugi::xml_node child : document.children())
    if (child.type() == pugi::node_doctype) refuse("xml_declaration", name);
  return true;
}

}  // namespace kontor::exchange
