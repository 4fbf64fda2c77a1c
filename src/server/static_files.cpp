#include "server/static_files.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iterator>

#include "base/hash.h"
#include "server/compress.h"
#include "server/conditional.h"

namespace kontor::server {

namespace {

constexpr std::string_view not_built = R"(<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Kontor</title>
<h1>Kontor</h1>
<p>The web application was not built into this program. The API is at
<a href="/api/session">/api/session</a>. To build all of it, use <code>./run</code>.</p>
</html>
)";

struct MediaType {
  std::string_view extension;
  std::string_view type;
};
constexpr std::array media_types{
    MediaType{".html", "text/html; charset=utf-8"},
    MediaType{".js", "text/javascript; charset=utf-8"},
    MediaType{".css", "text/css; charset=utf-8"},
    MediaType{".svg", "image/svg+xml"},
    MediaType{".png", "image/png"},
    MediaType{".ico", "image/x-icon"},
    MediaType{".webp", "image/webp"},
    MediaType{".jpg", "image/jpeg"},
    MediaType{".woff2", "font/woff2"},
    MediaType{".json", "application/json"},
    MediaType{".map", "application/json"},
    MediaType{".webmanifest", "application/manifest+json"},
    MediaType{".txt", "text/plain; charset=utf-8"},
};

// "" where the path names no file but a page of the application.
std::string_view type_of(std::string_view path) {
  const auto found = std::ranges::find_if(
      media_types, [&](const auto& one) { return path.ends_with(one.extension); });
  return found == media_types.end() ? std::string_view() : found->type;
}

bool is_asset(std::string_view path) {
  return path.starts_with("/assets/");
}

// Files in /assets carry a hash of their content in their name.
std::string caching(std::string_view path) {
  return is_asset(path) ? "public, max-age=31536000, immutable" : "no-cache";
}

Response response_of(const Request& request, const StaticFile& file) {
  Response response;
  const std::string_view accepted = request.header("accept-encoding");
  std::string_view suffix;
  response.lasting_body = file.raw;
  if (!file.brotli.empty() && accepts(accepted, "br")) {
    response.lasting_body = file.brotli;
    response.headers.emplace_back("Content-Encoding", "br");
    suffix = "-br";
  } else if (!file.gzip.empty() && accepts(accepted, "gzip")) {
    response.lasting_body = file.gzip;
    response.headers.emplace_back("Content-Encoding", "gzip");
    suffix = "-gz";
  }
  response.type = type_of(file.path);
  response.headers.emplace_back("Cache-Control", caching(file.path));
  response.headers.emplace_back("Vary", "Accept-Encoding");
  return with_etag(request, std::move(response), fmt::format("\"{}{}\"", file.etag, suffix));
}

const StaticFile* embedded(std::string_view path) {
  const auto files = embedded_files();
  const auto found = std::ranges::lower_bound(files, path, {}, &StaticFile::path);
  return found != files.end() && found->path == path ? &*found : nullptr;
}

}  // namespace

std::optional<Response> StaticFiles::answer(const Request& request) const {
  const bool is_page = type_of(request.path).empty() && !is_asset(request.path);
  const std::string path = is_page ? "/index.html" : request.path;
  if (!folder_.empty()) return from_disk(request, path);
  if (const StaticFile* file = embedded(path)) return response_of(request, *file);
  if (!is_page || !embedded_files().empty()) return std::nullopt;
  return response_of(request, {"/index.html", "not-built", not_built, {}, {}});
}

std::optional<Response> StaticFiles::from_disk(const Request& request,
                                               const std::string& path) const {
  namespace fs = std::filesystem;
  std::error_code error;
  const fs::path root = fs::canonical(folder_, error);
  const fs::path file = error ? fs::path() : fs::canonical(root / path.substr(1), error);
  const fs::path below = file.lexically_relative(root);
  if (error || below.empty() || *below.begin() == ".." || !fs::is_regular_file(file))
    return std::nullopt;
  std::ifstream in(file, std::ios::binary);
  Response response;
  response.body.assign(std::istreambuf_iterator<char>(in), {});
  response.type = type_of(path);
  response.headers.emplace_back("Cache-Control", "no-cache");
  const std::string etag = fmt::format("\"{}\"", base::sha256(response.body).substr(0, 32));
  return with_etag(request, std::move(response), etag);
}

}  // namespace kontor::server
