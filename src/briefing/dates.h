#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "briefing/reading/claims.h"

namespace kontor::briefing {

// A day or a time of day that a text names.
struct NamedTime {
  std::size_t begin = 0, end = 0;  // bytes of the text
  std::string value;               // "10-08", "2025-10-08" or "17:30": the same in all languages

  bool operator==(const NamedTime&) const = default;
};

// "8 octobre 2025", "8. Oktober", "October 8", "2025-10-08", "8/10/2025", "17:30", "17h30",
// "17.30 uur", "17 Uhr", "5:30 pm", in the order of the text. Numbers are read day first.
std::vector<NamedTime> read_dates(const ReadText& text);

}  // namespace kontor::briefing
