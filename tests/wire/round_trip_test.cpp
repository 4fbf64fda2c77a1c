#include <gtest/gtest.h>

#include "base/rng.h"
#include "wire/messages_fields.h"

// Random values of every message of messages.json are written and read back.

namespace kontor::wire {
namespace {

using base::Rng;

template <class T>
void fill(Rng& rng, std::vector<T>& list);
template <class T>
void fill(Rng& rng, std::optional<T>& value);

void fill(Rng& rng, std::string& value) {
  static constexpr std::array<std::string_view, 12> pieces{"a",    "Ω", "é",  "\"",     "\\", "\n",
                                                           "\x01", "/", "😀", "\u2028", "{",  " "};
  value.clear();
  for (std::uint64_t i = rng.below(8); i > 0; --i) value += pieces.at(rng.below(pieces.size()));
}
void fill(Rng& rng, std::int64_t& value) {
  value = static_cast<std::int64_t>(rng.next() >> 11U) * (rng.chance(500) ? 1 : -1);
}
void fill(Rng& rng, bool& value) {
  value = rng.chance(500);
}
void fill(Rng& rng, base::Text& value) {
  std::string wording;
  fill(rng, wording);
  value = base::Text::same(wording);
  if (rng.chance(300)) return;
  for (const base::Language language : base::all_languages) {
    fill(rng, wording);
    value.set(language, wording);
  }
}
void fill(Rng& rng, base::LocalDate& value) {
  value = base::LocalDate(std::chrono::sys_days(std::chrono::days(rng.below(40'000))));
}
void fill(Rng& rng, base::LocalDateTime& value) {
  fill(rng, value.date);
  value.minute_of_day = static_cast<int>(rng.below(1440));
}
void fill(Rng& rng, base::Instant& value) {
  value = base::Instant(std::chrono::seconds(rng.below(4'000'000'000)));
}
template <class E>
  requires std::is_enum_v<E>
void fill(Rng& rng, E& value) {
  if constexpr (std::same_as<E, mission::Role>)
    value = static_cast<E>(rng.below(8));
  else
    value = static_cast<E>(rng.below(mission::words_of<E>().size()));
}
template <class T>
  requires requires(T& value) { each_field(value, [](auto, auto&) {}); }
void fill(Rng& rng, T& value) {
  each_field(value, [&](std::string_view, auto& field) { fill(rng, field); });
}
template <class T>
void fill(Rng& rng, std::vector<T>& list) {
  list.resize(rng.below(3));
  if constexpr (std::same_as<T, bool>) return;
  for (T& value : list) fill(rng, value);
}
template <class T>
void fill(Rng& rng, std::optional<T>& value) {
  value.reset();
  if (rng.chance(500)) fill(rng, value.emplace());
}

template <class T>
struct RoundTrip : testing::Test {};
TYPED_TEST_SUITE(RoundTrip, AllMessages<testing::Types>);

TYPED_TEST(RoundTrip, WhatIsWrittenIsReadBackUnchanged) {
  Rng rng(42);
  for (int i = 0; i < 50; ++i) {
    TypeParam value{};
    fill(rng, value);
    const std::string json = to_json(value);
    const auto read = read_as(json, static_cast<const TypeParam*>(nullptr));
    ASSERT_TRUE(read.has_value()) << json << "\n" << base::sentence(read.error().front());
    ASSERT_EQ(*read, value) << json;
    ASSERT_EQ(to_json(*read), json);
  }
}

TYPED_TEST(RoundTrip, EveryFieldOfAnEmptyObjectIsReportedUnlessItMayBeNull) {
  TypeParam value{};
  std::size_t required = 0;
  each_field(value, [&]<class F>(std::string_view, F&) {
    if constexpr (!requires(F f) { f.has_value(); }) ++required;
  });
  const auto read = read_as("{}", static_cast<const TypeParam*>(nullptr));
  if (required == 0)
    EXPECT_TRUE(read.has_value());
  else
    EXPECT_EQ(read.error().size(), required);
}

}  // namespace
}  // namespace kontor::wire
