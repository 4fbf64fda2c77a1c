#include "exchange/table_rows.h"

#include <algorithm>
#include <cstring>

namespace kontor::exchange {

namespace {
constexpr std::size_t chunk = 1U << 20U;
constexpr std::size_t longest_row = 16U << 20U;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
}  // namespace

bool TableRows::fill() {
  if (ended_) return false;
  buffer_.erase(0, at_);
  at_ = 0;
  const std::size_t held = buffer_.size();
  buffer_.resize(held + chunk);
  const std::size_t got = bytes_(std::span(buffer_).subspan(held));
  buffer_.resize(held + got);
  ended_ = got == 0;
  if (!started_ && buffer_.starts_with(byte_order_mark)) at_ = byte_order_mark.size();
  started_ = true;
  return !ended_;
}

bool TableRows::find_end(std::size_t& end) {
  bool in_quotes = false;
  std::size_t i = at_;
  for (;;) {
    const auto* line_end = static_cast<const char*>(
        i < buffer_.size() ? std::memchr(buffer_.data() + i, '\n', buffer_.size() - i) : nullptr);
    const std::size_t stop =
        line_end ? static_cast<std::size_t>(line_end - buffer_.data()) : buffer_.size();
    in_quotes ^= std::count(buffer_.begin() + static_cast<std::ptrdiff_t>(i),
                            buffer_.begin() + static_cast<std::ptrdiff_t>(stop), '"') %
                     2 !=
                 0;
    if (line_end && !in_quotes) {
      end = stop;
      return true;
    }
    i = stop + (line_end ? 1 : 0);
    if (line_end) continue;
    const std::size_t behind = i - at_;
    broken_ = behind > longest_row;
    if (broken_) return false;
    if (!fill()) {
      end = buffer_.size();
      return end > at_;
    }
    i = at_ + behind;
  }
}

std::string_view TableRows::quoted(std::string_view row, std::size_t& at) {
  if (unquoted_used_ == unquoted_.size()) unquoted_.emplace_back();
  std::string& text = unquoted_[unquoted_used_++];
  text.clear();
  for (++at; at < row.size(); ++at) {
    if (row[at] == '"' && (at + 1 >= row.size() || row[at + 1] != '"')) break;
    if (row[at] == '"') ++at;
    text += row[at];
  }
  ++at;
  while (at < row.size() && row[at] != separator_) text += row[at++];
  return text;
}

void TableRows::cut(std::string_view row, std::vector<std::string_view>& cells) {
  cells.clear();
  unquoted_used_ = 0;
  std::size_t at = 0;
  for (;;) {
    if (at < row.size() && row[at] == '"') {
      cells.push_back(quoted(row, at));
    } else {
      const auto* found = static_cast<const char*>(
          at < row.size() ? std::memchr(row.data() + at, separator_, row.size() - at) : nullptr);
      const std::size_t end = found ? static_cast<std::size_t>(found - row.data()) : row.size();
      cells.push_back(row.substr(at, end - at));
      at = end;
    }
    if (at >= row.size()) return;
    ++at;
  }
}

bool TableRows::next(std::vector<std::string_view>& cells) {
  std::size_t end = 0;
  for (;;) {
    if (!started_ && !fill()) return false;
    if (!find_end(end)) return false;
    std::string_view row(buffer_.data() + at_, end - at_);
    line_ = next_line_;
    next_line_ += 1 + std::count(row.begin(), row.end(), '\n');
    at_ = std::min(end + 1, buffer_.size());
    if (row.ends_with('\r')) row.remove_suffix(1);
    if (row.empty()) continue;
    cut(row, cells);
    return true;
  }
}

std::string_view TableRows::peek() {
  if (!started_) fill();
  std::size_t end = 0;
  if (!find_end(end)) return {};
  std::string_view row(buffer_.data() + at_, end - at_);
  if (row.ends_with('\r')) row.remove_suffix(1);
  return row;
}

}  // namespace kontor::exchange
