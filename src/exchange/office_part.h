#pragma once
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "exchange/archive.h"

namespace kontor::exchange {

// Why a file of Office Open XML is refused; thrown to its reader.
struct Unreadable {
  base::Issue issue;
};

// What a part is read for.
struct OfficeFile {
  const std::string& name;
  const char* damaged;  // the code of the issue where the file is damaged
  std::size_t tags;     // most tags of a part
};

// The name without its prefix.
std::string_view local_name(pugi::xml_node node);

// The first child of that name, whatever its prefix.
pugi::xml_node first(pugi::xml_node parent, std::string_view name);

// All of them.
template <class Use>
void each(pugi::xml_node parent, std::string_view name, Use use) {
  for (const pugi::xml_node child : parent.children())
    if (local_name(child) == name) use(child);
}

// Reads a part; false where there is none. Throws Unreadable for damaged XML, for a type
// declaration, which entities need (xml_declaration), and for too many tags (bomb).
bool load_part(pugi::xml_document& document, const Archive& archive, const std::string& name,
               const OfficeFile& file);

}  // namespace kontor::exchange
