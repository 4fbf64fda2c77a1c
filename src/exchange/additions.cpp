#include "exchange/additions.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "exchange/folder_read.h"
#include "exchange/folder_write.h"

namespace kontor::exchange {

namespace {

constexpr std::array<std::string_view, 4> growing_files{"organisations.toml", "people.toml",
                                                        "wishes.csv", "rules.toml"};

// What stands behind the first `known` items.
template <class Noun>
std::vector<Noun> behind(const std::vector<Noun>& nouns, std::size_t known) {
  return {nouns.begin() + static_cast<std::ptrdiff_t>(std::min(known, nouns.size())), nouns.end()};
}

// `more` below the text of a file; of tables without the line of heads.
void append_text(std::string& whole, const std::string& more, bool table) {
  if (table && !whole.empty())
    whole += more.substr(std::min(more.size(), more.find('\n') + 1));
  else
    whole += "\n" + more;
}

// Semicolons outside of quotes as ends of lines.
std::string in_lines(std::string fields) {
  bool quoted = false;
  for (char& c : fields) {
    if (c == '"') quoted = !quoted;
    if (c == ';' && !quoted) c = '\n';
  }
  return fields;
}

bool names_id(const std::string& lines) {
  for (std::size_t from = 0; from < lines.size();) {
    const std::size_t end = std::min(lines.find('\n', from), lines.size());
    const std::size_t word = lines.find_first_not_of(" \t", from);
    if (word != std::string::npos && lines.compare(word, 2, "id") == 0 && word + 2 < end &&
        std::string_view(" \t=").find(lines[word + 2]) != std::string_view::npos)
      return true;
    from = end + 1;
  }
  return false;
}

}  // namespace

base::Checked<Additions> read_additions(const mission::Mission& mission,
                                        const std::map<std::string, std::string>& files) {
  auto whole = write_files(mission);
  for (const auto& [name, text] : files) {
    if (std::ranges::find(growing_files, name) == growing_files.end())
      return std::unexpected(base::Issues{{"unknown_file", name, name, {{"hint", ""}}, {}}});
    append_text(whole[name], text, name.ends_with(".csv"));
  }
  const auto changed = read_files(whole);
  if (!changed) return std::unexpected(changed.error());
  Additions out{behind(changed->organisations, mission.organisations.size()),
                behind(changed->people, mission.people.size()),
                behind(changed->wishes, mission.wishes.size()),
                behind(changed->rules, mission.rules.size())};
  if (out.empty()) return std::unexpected(base::Issues{{"nothing_added", "change", "", {}, {}}});
  return out;
}

std::string rules_text(const mission::Mission& mission, const std::string& fields) {
  if (fields.find("[[") != std::string::npos) return fields;
  const std::string lines = in_lines(fields);
  if (names_id(lines)) return "[[rule]]\n" + lines + "\n";
  std::size_t number = mission.rules.size() + 1;
  const auto taken = [&](const mission::Rule& rule) {
    return rule.id.value == fmt::format("R{}", number);
  };
  while (std::ranges::any_of(mission.rules, taken)) ++number;
  return fmt::format("[[rule]]\nid = \"R{}\"\n{}\n", number, lines);
}

}  // namespace kontor::exchange
