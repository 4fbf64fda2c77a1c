#include <charconv>
#include <fmt/format.h>
#include <limits>

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
  const auto number = [&](const char* name, int fallback, int least, int most) {
    int read = fallback;
    const std::string text = asked(name);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), read);
    const bool good = error == std::errc() && end == text.data() + text.size();
    return text.empty() || (good && read >= least && read <= most) ? read : -1;
  };
  ExportWish wish;
  wish.language = base::language_of(asked("lang"))
                      .value_or(preferred_language(request.header("accept-language")));
  wish.of = asked("of");
  wish.address = address_of(request);
  wish.copy = number("copy", 1, 1, most_copies);
  wish.since = number("since", 0, 1, std::numeric_limits<int>::max());
  for (const auto& [name, value] : {std::pair("copy", wish.copy), std::pair("since", wish.since)})
    if (value < 0)
      return problem(request, 422, "invalid",
                     {{"out_of_range",
                       std::string("/") + name,
                       asked(name),
                       {{"expected", fmt::format("a whole number from 1 to {}", most_copies)}},
                       {}}});
  const auto text = export_text(context_, reader.acting, *file, wish);
  if (!text) return refused(request, reader, text.error());
  Response response = respond(request, page_of(*text), std::string(file->media));
  response.headers.emplace_back("Content-Disposition",
                                "inline; filename=\"" + std::string(file->name) + "\"");
  response.headers.emplace_back("Vary", "Accept-Language");
  return response;
}

}  // namespace kontor::server
