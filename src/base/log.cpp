#include "base/log.h"

#include <array>
#include <chrono>
#include <fmt/format.h>
#include <string>

#include "base/time.h"

namespace kontor::base {

std::string json_string(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out += fmt::format("\\u{:04x}", static_cast<int>(c));
    } else {
      out += c;
    }
  }
  return out + '"';
}

void Log::write(Level level, std::string_view event, std::initializer_list<Field> fields) {
  static constexpr std::array names{"info", "warning", "error"};
  const auto now = std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now());
  std::string line = fmt::format(R"({{"at":"{}","level":"{}","event":{})", format(now),
                                 names[static_cast<std::size_t>(level)], json_string(event));
  for (const auto& [name, value] : fields)
    line += fmt::format(",{}:{}", json_string(name), json_string(value));
  line += "}\n";
  const std::lock_guard lock(mutex_);
  std::fwrite(line.data(), 1, line.size(), out_);
  std::fflush(out_);
}

}  // namespace kontor::base
