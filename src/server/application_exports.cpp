#include <algorithm>

#include "server/application.h"
#include "server/exports.h"
#include "server/problems.h"
#include "server/words.h"

// Files for other programs, printers and phones.

namespace kontor::server {

Application::Handlers Application::export_handlers() {
  return {{"exports", &Application::exports}};
}

// Those that the reader may take out.
Response Application::exports(const Request& request, const Reader& reader) {
  std::vector<wire::ExportFile> rows;
  for (const ExportFile& file : export_files())
    if (may_export(reader.acting, file))
      rows.push_back({std::string(file.name), std::string(file.media), std::string(file.of),
                      file.of_one_only});
  return respond(request, page_of(wire::to_json(rows)), "application/json");
}

Response Application::export_of(const Request& request, const Reader& reader) {
  const auto asked = [&](const char* name) {
    const auto found = request.query.find(name);
    return found == request.query.end() ? std::string() : found->second;
  };
  const ExportFile* file = export_file(request.parameters.at("name"));
  if (file == nullptr) return problem(request, 404, "not_found");
  const base::Language language =
      base::language_of(asked("lang"))
          .value_or(preferred_language(request.header("accept-language")));
  const ExportWish wish{language, asked("of"), address_of(request)};
  const auto text = export_text(context_, reader.acting, *file, wish);
  if (!text) return refused(request, reader, text.error());
  Response response = respond(request, page_of(*text), std::string(file->media));
  response.headers.emplace_back("Content-Disposition",
                                "inline; filename=\"" + std::string(file->name) + "\"");
  response.headers.emplace_back("Vary", "Accept-Language");
  return response;
}

}  // namespace kontor::server
