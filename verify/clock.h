#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace kontor_verify {

// Minutes since 1970-01-01T00:00, of UTC or of a clock on the wall.
using Minute = std::int64_t;

// "2025-10-05T09:30" as minutes of the clock on the wall; nothing for any other spelling and for
// days that no calendar has.
std::optional<Minute> read_local(std::string_view text);

// A time zone by its IANA name, from the system's time zone data.
class Zone {
 public:
  explicit Zone(std::string name) : name_(std::move(name)) {}
  bool exists() const;  // whether the system knows it; else it is taken for UTC

  // What its clocks show at a minute of UTC, and back. A time that they skip in spring means the
  // moment of the change; one that they show twice in autumn means the first.
  Minute local(Minute utc) const { return utc + offset(utc); }
  Minute utc(Minute local) const;

 private:
  Minute offset(Minute utc) const;
  std::string name_;
  mutable std::map<Minute, Minute> known_;  // offsets that were asked for
};

}  // namespace kontor_verify
