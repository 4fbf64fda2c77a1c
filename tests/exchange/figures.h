#pragma once
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>

#include "exchange/figures_import.h"

namespace kontor::exchange::testing {

// A file's text as a source of bytes, handed out in pieces of `piece` bytes.
inline ByteSource bytes_of(std::string text, std::size_t piece = 1U << 20U) {
  auto held = std::make_shared<std::string>(std::move(text));
  auto at = std::make_shared<std::size_t>(0);
  return [held, at, piece](std::span<char> out) {
    const std::size_t count = std::min({piece, out.size(), held->size() - *at});
    std::copy_n(held->data() + *at, count, out.data());
    *at += count;
    return count;
  };
}

inline base::Checked<ImportReport> import_text(const std::string& text, briefing::Ledger& ledger,
                                               const Selection& selection = {},
                                               const std::string& name = "a file",
                                               std::size_t piece = 1U << 20U) {
  return import_figures(bytes_of(text, piece), name, selection, ledger);
}

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

}  // namespace kontor::exchange::testing
