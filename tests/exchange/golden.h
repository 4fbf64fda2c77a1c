#pragma once
#include <cstdlib>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>
#include <string>

namespace kontor::exchange::test {

// `text` must be what stands in tests/exchange/golden/NAME. With KONTOR_GOLDEN=write in the
// environment it is written there instead, to be read by a person before it is committed.
inline void expect_golden(const std::string& name, const std::string& text) {
  const std::string file = std::string(KONTOR_SOURCE_DIR) + "/tests/exchange/golden/" + name;
  if (const char* mode = std::getenv("KONTOR_GOLDEN"); mode && std::string(mode) == "write")
    std::ofstream(file, std::ios::binary) << text;
  std::ifstream in(file, std::ios::binary);
  std::stringstream golden;
  golden << in.rdbuf();
  EXPECT_EQ(text, golden.str()) << name;
}

}  // namespace kontor::exchange::test
