#include "server/compress.h"

#include <zlib.h>

#include "base/check.h"
#include "server/web.h"

namespace kontor::server {

std::string gzip(std::string_view bytes) {
  z_stream stream{};
  constexpr int gzip_window = 15 + 16, memory = 8, level = 6;
  CHECK(deflateInit2(&stream, level, Z_DEFLATED, gzip_window, memory, Z_DEFAULT_STRATEGY) == Z_OK);
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  std::string in(bytes);
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int result = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  CHECK(result == Z_STREAM_END);
  return out;
}

bool accepts(std::string_view accept_encoding, std::string_view coding) {
  const std::string text = lower(accept_encoding);
  std::string_view rest = text;
  while (!rest.empty()) {
    std::string_view one = rest.substr(0, rest.find(','));
    rest.remove_prefix(std::min(one.size() + 1, rest.size()));
    while (one.starts_with(' ')) one.remove_prefix(1);
    const std::string_view name = one.substr(0, one.find_first_of("; "));
    const bool refused = one.ends_with("q=0") || one.ends_with("q=0.0");
    if (name == coding) return !refused;
  }
  return false;
}

}  // namespace kontor::server
