#pragma once
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "exchange/json_text.h"

namespace kontor::briefing::testing {

// The folder of measured material beside the repository.
inline std::filesystem::path shared() {
  if (const char* folder = std::getenv("KONTOR_SHARED")) return folder;
  return std::filesystem::path(KONTOR_SOURCE_DIR) / "../shared";
}

inline std::string text_of(const std::filesystem::path& file) {
  std::stringstream text;
  text << std::ifstream(file, std::ios::binary).rdbuf();
  return text.str();
}

// The values of a file with one JSON object a line.
inline std::vector<exchange::JsonValue> json_lines(const std::filesystem::path& file) {
  std::vector<exchange::JsonValue> values;
  std::istringstream lines(text_of(file));
  for (std::string line; std::getline(lines, line);)
    if (!line.empty()) values.push_back(exchange::JsonText(line).value());
  return values;
}

}  // namespace kontor::briefing::testing
