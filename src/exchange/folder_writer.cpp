#include "exchange/folder_writer.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace kontor::exchange {

std::string toml_value(const std::string& text) {
  return toml_string(text);
}

std::string toml_value(const base::Text& text) {
  if (text.is_same_everywhere()) return toml_string(text.in(base::Language::En));
  std::string out;
  for (const base::Language language : base::all_languages)
    if (const std::string& wording = text.in(language); !wording.empty())
      out += fmt::format("{}{} = {}", out.empty() ? "{ " : ", ", base::code(language),
                         toml_string(wording));
  return out + " }";
}

std::string toml_value(int number) {
  return fmt::format("{}", number);
}

std::string toml_value(bool flag) {
  return flag ? "true" : "false";
}

std::string toml_value(base::LocalDate date) {
  return toml_string(base::format(date));
}

std::string toml_value(base::LocalDateTime time) {
  return toml_string(base::format(time));
}

std::string toml_value(base::Decimal number) {
  return toml_string(base::format(number));
}

std::string toml_value(base::Language language) {
  return toml_string(base::code(language));
}

std::string toml_lines(std::string_view name, const base::Text& text) {
  const std::string line = fmt::format("{} = {}\n", name, toml_value(text));
  if (line.size() <= widest_line || text.is_same_everywhere()) return line;
  std::string out;
  for (const base::Language language : base::all_languages)
    if (const std::string& wording = text.in(language); !wording.empty())
      out += fmt::format("{}.{} = {}\n", name, base::code(language), toml_string(wording));
  return out;
}

std::string toml_lines(std::string_view name, const std::vector<std::string>& items, bool broken) {
  const std::string line = fmt::format("{} = [{}]\n", name, fmt::join(items, ", "));
  if (!broken && line.size() <= widest_line) return line;
  return fmt::format("{} = [\n  {},\n]\n", name, fmt::join(items, ",\n  "));
}

}  // namespace kontor::exchange
