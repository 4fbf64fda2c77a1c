#pragma once
#include <filesystem>
#include <string>
#include <unistd.h>

#include "base/hash.h"

namespace kontor::store {

// A folder of its own that is gone with the test.
class Scratch {
 public:
  Scratch()
      : folder_(std::filesystem::temp_directory_path() / ("kontor-test-" + base::random_hex(8))) {
    std::filesystem::create_directories(folder_);
  }
  Scratch(const Scratch&) = delete;
  Scratch& operator=(const Scratch&) = delete;
  ~Scratch() { std::filesystem::remove_all(folder_); }

  std::string file(const std::string& name = "kontor.db") const { return folder_ / name; }
  std::string folder() const { return folder_; }

 private:
  std::filesystem::path folder_;
};

}  // namespace kontor::store
