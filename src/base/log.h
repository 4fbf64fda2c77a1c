#pragma once
#include <cstdio>
#include <initializer_list>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

namespace kontor::base {

// Writes one JSON object a line: time, level, event and fields. Never give it a secret.
class Log {
 public:
  enum class Level { Info, Warning, Error };
  using Field = std::pair<std::string_view, std::string_view>;

  explicit Log(std::FILE* out) : out_(out) {}
  void write(Level level, std::string_view event, std::initializer_list<Field> fields = {});

 private:
  std::FILE* out_;
  std::mutex mutex_;
};

// `text` as a JSON string with its quotes.
std::string json_string(std::string_view text);

}  // namespace kontor::base
