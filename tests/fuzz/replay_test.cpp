#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>

#include "base/rng.h"
#include "fuzz/targets.h"

// Every reader takes the kept corpus and, for a while, mutations of it. With clang-19 the preset
// `fuzz` builds coverage-guided fuzzers of the same targets: tests/fuzz/run.

namespace kontor::fuzz {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> corpus_of(std::string_view target) {
  std::vector<std::string> files;
  const fs::path folder = fs::path(KONTOR_SOURCE_DIR) / "tests/fuzz/corpus" / target;
  for (const auto& entry : fs::directory_iterator(folder)) {
    std::ifstream in(entry.path(), std::ios::binary);
    files.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  std::ranges::sort(files);
  return files;
}

std::string mutated(base::Rng& rng, const std::vector<std::string>& corpus) {
  std::string text = corpus.at(rng.below(corpus.size()));
  for (std::uint64_t n = 1 + rng.below(4); n > 0; --n) {
    const std::size_t at = rng.below(text.size() + 1), size = rng.below(16);
    const std::string& other = corpus.at(rng.below(corpus.size()));
    switch (rng.below(5)) {
      case 0:
        if (at < text.size()) text[at] = static_cast<char>(rng.next());
        break;
      case 1:
        text.erase(at, size);
        break;
      case 2:
        text.insert(at, text.substr(text.size() / 2, size));
        break;
      case 3:
        text.insert(at, other.substr(rng.below(other.size() + 1), 4 * size));
        break;
      default:
        text.insert(at, size, "0\"-\n,;{[%\\"[rng.below(10)]);
    }
  }
  return text;
}

class Readers : public testing::TestWithParam<Target> {};
INSTANTIATE_TEST_SUITE_P(Of, Readers, testing::ValuesIn(targets().begin(), targets().end()),
                         [](const auto& one) { return std::string(one.param.name); });

TEST_P(Readers, TakeTheCorpusAndItsMutationsAndKeepTheirPromises) {
  const auto corpus = corpus_of(GetParam().name);
  ASSERT_FALSE(corpus.empty());
  for (const std::string& text : corpus) GetParam().run(text);
  const char* asked = std::getenv("KONTOR_FUZZ_SECONDS");
  const auto end = std::chrono::steady_clock::now() +
                   std::chrono::seconds(asked == nullptr ? 3 : std::stoi(asked));
  base::Rng rng(7);
  std::size_t runs = 0;
  for (; std::chrono::steady_clock::now() < end; ++runs) GetParam().run(mutated(rng, corpus));
  RecordProperty("runs", std::to_string(runs));
}

}  // namespace
}  // namespace kontor::fuzz
