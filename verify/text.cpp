#include "text.h"

#include <array>
#include <bit>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>

namespace kontor_verify {
namespace {

// Goes through a TOML text once; each function takes what it is named after, or gives false.
class TomlReader {
 public:
  explicit TomlReader(std::string_view text) : rest_(text) {}
  int line = 1;
  bool at_end() const { return rest_.empty(); }
  bool take(std::string_view expected) {
    if (!rest_.starts_with(expected)) return false;
    line += expected.ends_with('\n');
    rest_.remove_prefix(expected.size());
    return true;
  }
  bool name(std::string& out) {
    const auto letters = "abcdefghijklmnopqrstuvwxyz0123456789_.";
    out = rest_.substr(0, std::min(rest_.find_first_not_of(letters), rest_.size()));
    return take(out) && !out.empty();
  }
  bool value(Node& out, int depth) {
    out.line = line;
    if (take("\"")) return text(out.text);
    if (take("[") || take("{")) return members(out, rest_.data()[-1] == '{', depth);
    if (take("false")) return true;
    const std::string_view digits = rest_.substr(0, rest_.find_first_not_of("0123456789"));
    out.number = take("true") ? 1 : read_number(digits);
    return rest_.data() != digits.data() || (take(digits) && out.number >= 0);
  }

 private:
  bool members(Node& out, bool named, int depth) {
    const auto skip = [&] {
      while (take(" ") || take("\n")) continue;
    };
    for (skip(); !take(named ? "}" : "]"); skip()) {
      Node& member = out.members.emplace_back();
      if (depth == 8 || (named && (!name(member.name) || !take(" = ")))) return false;
      if (!value(member, depth + 1)) return false;
      take(",");
    }
    return true;
  }

  // "\u0007" is kept as it is spelled: no key has any.
  bool text(std::string& out) {
    while (!take("\"")) {
      if (rest_.size() > 1 && rest_[0] == '\\' && rest_[1] != 'u') rest_.remove_prefix(1);
      if (rest_.empty() || rest_[0] == '\n') return false;
      out += rest_[0];
      rest_.remove_prefix(1);
    }
    return true;
  }

  std::string_view rest_;
};

using Word = std::uint32_t;

// FIPS 180-4, 4.2.2: the first 32 bits of the fractional parts of the cube roots of the first 64
// primes.
constexpr std::array<Word, 64> constants{
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

// One round of 64 steps over 64 bytes (6.2.2).
void add_block(std::array<Word, 8>& state, const unsigned char* block) {
  std::array<Word, 64> w{};
  for (int t = 0; t < 16; ++t)
    w[t] = Word{block[4 * t]} << 24 | Word{block[4 * t + 1]} << 16 | Word{block[4 * t + 2]} << 8 |
           Word{block[4 * t + 3]};
  for (int t = 16; t < 64; ++t) {
    const Word a = w[t - 15], b = w[t - 2];
    w[t] = w[t - 16] + w[t - 7] + (std::rotr(a, 7) ^ std::rotr(a, 18) ^ (a >> 3)) +
           (std::rotr(b, 17) ^ std::rotr(b, 19) ^ (b >> 10));
  }
  auto [a, b, c, d, e, f, g, h] = state;
  for (int t = 0; t < 64; ++t) {
    const Word one = h + (std::rotr(e, 6) ^ std::rotr(e, 11) ^ std::rotr(e, 25)) +
                     ((e & f) ^ (~e & g)) + constants[t] + w[t];
    const Word two =
        (std::rotr(a, 2) ^ std::rotr(a, 13) ^ std::rotr(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
    h = g, g = f, f = e, e = d + one, d = c, c = b, b = a, a = one + two;
  }
  const std::array<Word, 8> step{a, b, c, d, e, f, g, h};
  for (int i = 0; i < 8; ++i) state[i] += step[i];
}
}  // namespace

std::string sha256(std::string_view bytes) {
  std::array<Word, 8> state{0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                            0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
  std::string padded = std::string(bytes) + '\x80';
  while (padded.size() % 64 != 56) padded += '\0';
  for (int shift = 56; shift >= 0; shift -= 8)
    padded += static_cast<char>(std::uint64_t{bytes.size()} * 8 >> shift);
  for (std::size_t at = 0; at < padded.size(); at += 64)
    add_block(state, reinterpret_cast<const unsigned char*>(padded.data()) + at);
  std::string out;
  for (const Word word : state)
    for (int shift = 28; shift >= 0; shift -= 4) out += "0123456789abcdef"[word >> shift & 15];
  return out;
}

std::vector<std::string_view> cut(std::string_view text, char mark) {
  std::vector<std::string_view> out;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(mark, at), text.size());
    out.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

std::int64_t read_number(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error != std::errc() || end != text.data() + text.size() || value < 0 ? -1 : value;
}

const Node& Node::operator[](std::string_view wanted) const {
  static const Node nothing;
  for (const Node& member : members)
    if (member.name == wanted) return member;
  return nothing;
}

int read_toml(std::string_view text, Node& root) {
  Node* table = &root;
  TomlReader reader(text);
  while (!reader.at_end()) {
    if (reader.take("\n")) continue;
    Node member{"", "", 0, reader.line, {}};
    const bool opens = reader.take("[[");
    if (!reader.name(member.name)) return reader.line;
    if (opens) {
      root.members.push_back(member);
      table = &root.members.back();
      if (!reader.take("]]\n")) return reader.line;
    } else {
      if ((*table)[member.name].line > 0 || !reader.take(" = ")) return reader.line;
      if (!reader.value(member, 0) || !reader.take("\n")) return reader.line;
      table->members.push_back(std::move(member));
    }
  }
  return 0;
}

std::optional<Minute> read_local(std::string_view text) {
  int year = 0, month = 0, day = 0, hour = 0, minute = 0, length = 0;
  const int parts = std::sscanf(std::string(text).c_str(), "%4d-%2d-%2dT%2d:%2d%n", &year, &month,
                                &day, &hour, &minute, &length);
  const auto date = std::chrono::year(year) / month / day;
  if (parts != 5 || length != 16 || text.size() != 16 || year < 1970 || !date.ok() || hour < 0 ||
      hour > 23 || minute < 0 || minute > 59)
    return std::nullopt;
  return (std::chrono::sys_days(date).time_since_epoch().count() * 24 + hour) * 60 + minute;
}

bool Zone::exists() const {
  const char* folder = std::getenv("TZDIR");
  std::ifstream file(std::string(folder ? folder : "/usr/share/zoneinfo") + "/" + name_);
  char magic[4]{};
  return file.read(magic, 4) && std::string_view(magic, 4) == "TZif";
}

Minute Zone::offset(Minute utc) const {
  const auto [known, fresh] = known_.try_emplace(utc);
  if (!fresh) return known->second;
  const char* set = std::getenv("TZ");
  if (!set || name_ != set) setenv("TZ", name_.c_str(), 1), tzset();
  const std::time_t seconds = utc * 60;
  std::tm shown{};
  localtime_r(&seconds, &shown);
  return known->second = shown.tm_gmtoff / 60;
}

Minute Zone::utc(Minute local) const {
  const Minute before = local - offset(local - 24 * 60), after = local - offset(local + 24 * 60);
  if (before + offset(before) == local) return before;
  if (after + offset(after) == local) return after;
  Minute change = before;  // the clocks skip `local`
  while (offset(change - 1) == offset(before)) --change;
  return change;
}
}  // namespace kontor_verify
