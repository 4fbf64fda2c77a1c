#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "server/web.h"

namespace kontor::server {

// A file of the web application, with what it is when compressed ("" where that is no gain).
struct StaticFile {
  std::string_view path;  // "/index.html"
  std::string_view etag;  // without quotes
  std::string_view raw;
  std::string_view gzip;
  std::string_view brotli;
};

// The files that tools/embed.mjs built into this program, sorted by path; none where the web
// application was not built.
std::span<const StaticFile> embedded_files();

// Answers GET requests for the web application: from the program itself, or from `folder` on disk
// where that is not empty. Addresses that are pages of the application get index.html.
class StaticFiles {
 public:
  explicit StaticFiles(std::string folder = {}) : folder_(std::move(folder)) {}

  // Nothing: there is no such file.
  std::optional<Response> answer(const Request& request) const;

 private:
  std::optional<Response> from_disk(const Request& request, const std::string& path) const;

  std::string folder_;
};

}  // namespace kontor::server
