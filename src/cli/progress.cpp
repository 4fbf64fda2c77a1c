#include "cli/progress.h"

#include <algorithm>
#include <fmt/format.h>
#include <unistd.h>

namespace kontor::cli {

namespace {

constexpr int bar_width = 24;

std::string bar(int permille) {
  const int full = std::clamp(permille, 0, 1000) * bar_width / 1000;
  std::string out;
  for (int i = 0; i < bar_width; ++i) out += i < full ? "█" : "·";
  return out;
}

std::string line(const planning::Progress& progress) {
  return fmt::format(
      "{} {:3} %  {} of {} wishes  value {}  bound {}  {}", bar(progress.permille_done),
      progress.permille_done / 10, grouped(progress.wishes_placed), grouped(progress.wishes_asked),
      grouped(progress.value), grouped(progress.bound), distance(progress.value, progress.bound));
}

}  // namespace

std::string grouped(std::int64_t number) {
  std::string digits = std::to_string(number);
  for (auto at = static_cast<std::int64_t>(digits.size()) - 3; at > (number < 0 ? 1 : 0); at -= 3)
    digits.insert(static_cast<std::size_t>(at), ",");
  return digits;
}

std::string distance(std::int64_t value, std::int64_t bound) {
  if (bound <= 0) return "no bound yet";
  if (value >= bound) return "proven best";
  // Rounded up, so that no plan looks better than it is proven to be.
  const std::int64_t hundredths = ((bound - value) * 10000 + bound - 1) / bound;
  return fmt::format("within {}.{:02} % of the proven best", hundredths / 100, hundredths % 100);
}

ProgressBar::ProgressBar(std::FILE* out) : out_(out), terminal_(isatty(fileno(out)) == 1) {}

void ProgressBar::show(const planning::Progress& progress) {
  if (!terminal_ && progress.permille_done < shown_permille_ + 100) return;
  shown_permille_ = progress.permille_done;
  fmt::print(out_, "{}  {}{}", terminal_ ? "\r" : "", line(progress), terminal_ ? "\x1b[K" : "\n");
  std::fflush(out_);
}

void ProgressBar::finish(double seconds) {
  fmt::print(out_, "{}  Planned in {:.1f} s\n", terminal_ ? "\n" : "", seconds);
}

}  // namespace kontor::cli
