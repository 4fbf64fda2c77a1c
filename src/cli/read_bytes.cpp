#include "cli/read_bytes.h"

#include <fstream>
#include <ostream>

#include "cli/workplace.h"

namespace kontor::cli {

namespace {

std::unexpected<base::Issues> fault(const std::string& file, std::string code, std::string value,
                                    std::map<std::string, std::string> parameters) {
  return std::unexpected(base::Issues{
      {std::move(code), "the file", std::move(value), std::move(parameters), {file, 0, 0}}});
}

}  // namespace

base::Checked<std::string> read_bytes(const std::string& name, std::size_t most_bytes) {
  std::ifstream file(name, std::ios::binary);
  if (!file) return fault(name, "missing_event_file", name, {});
  constexpr std::size_t chunk = 1 << 16;
  std::string bytes;
  while (file && bytes.size() <= most_bytes) {
    const std::size_t before = bytes.size();
    bytes.resize(before + chunk);
    file.read(bytes.data() + before, chunk);
    bytes.resize(before + static_cast<std::size_t>(file.gcount()));
  }
  if (file.bad()) return fault(name, "unreadable_file", name, {{"reason", "it is no plain file"}});
  if (bytes.size() > most_bytes)
    return fault(name, "too_large", "more than " + std::to_string(most_bytes),
                 {{"limit", std::to_string(most_bytes)}});
  return bytes;
}

int refuse(const base::Issues& issues, std::ostream& errors) {
  for (const base::Issue& issue : issues) errors << base::sentence(issue) << '\n';
  return exit_bad_input;
}

}  // namespace kontor::cli
