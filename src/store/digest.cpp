#include "store/digest.h"

#include <fmt/format.h>

#include "base/hash.h"
#include "store/lists.h"

namespace kontor::store {

namespace {

// Columns one after the other, each with its kind and length, so that no two rows read alike.
class Transcript {
 public:
  void null() { bytes_ += "-;"; }
  void integer(std::int64_t value) { fmt::format_to(std::back_inserter(bytes_), "{};", value); }
  void text(std::string_view value) {
    fmt::format_to(std::back_inserter(bytes_), "{}:", value.size());
    bytes_ += value;
  }
  std::string hash() const { return base::sha256(bytes_); }

 private:
  std::string bytes_;
};

void write_list(Transcript& transcript, std::string_view table, const auto& nouns) {
  transcript.text(table);
  transcript.integer(static_cast<std::int64_t>(nouns.size()));
  Writer writer(transcript);
  for (const auto& noun : nouns) columns(writer, noun);
}

template <class Whole>
Transcript transcribe(const Whole& whole) {
  Transcript transcript;
  Writer writer(transcript);
  columns(writer, whole);
  lists([&](std::string_view table, const auto& nouns) { write_list(transcript, table, nouns); },
        whole);
  return transcript;
}

}  // namespace

std::string digest(const mission::Mission& mission) {
  Transcript transcript = transcribe(mission);
  for (const mission::Venue& venue : mission.venues) write_list(transcript, "room", venue.rooms);
  return transcript.hash();
}

std::string digest(const StoredPlan& plan) {
  Transcript transcript = transcribe(plan);
  transcript.text(plan.plan.mission.value);
  transcript.integer(plan.plan.version);
  return transcript.hash();
}

}  // namespace kontor::store
