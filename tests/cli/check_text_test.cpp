#include "cli/check_text.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>
#include <unistd.h>

#include "cli/workplace.h"

namespace kontor::cli {
namespace {

// Checks a file of those bytes; gives what was said of errors.
std::string refusal_of(const std::string& bytes) {
  const auto file =
      std::filesystem::temp_directory_path() / ("kontor-check-text-" + std::to_string(getpid()));
  std::ofstream(file, std::ios::binary) << bytes;
  CheckTextOptions options;
  options.file = file.string();
  options.language = "fr";
  std::ostringstream out;
  std::ostringstream errors;
  const int code = run_check_text(options, out, errors);
  std::filesystem::remove(file);
  EXPECT_EQ(code == exit_bad_input, !errors.str().empty());
  return errors.str();
}

TEST(CheckText, RefusesWhatIsNoText) {
  EXPECT_NE(refusal_of("31,4 milliards d'\xe9"
                       "change")
                .find("no text in UTF-8"),
            std::string::npos);
  EXPECT_NE(refusal_of(std::string("31,4\0milliards", 14)).find("no text in UTF-8"),
            std::string::npos);
  EXPECT_NE(refusal_of("PK\x03\x04 31,4 milliards").find("cannot be read as a document"),
            std::string::npos);
}

TEST(CheckText, ReadsTextInUtf8) {
  EXPECT_EQ(refusal_of("31,4 milliards d’échange"), "");
}

}  // namespace
}  // namespace kontor::cli
