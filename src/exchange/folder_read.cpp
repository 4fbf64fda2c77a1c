#include "exchange/folder_read.h"

#include <algorithm>
#include <cstdlib>
#include <fmt/format.h>
#include <fstream>
#include <set>
#include <sstream>

#include "exchange/folder_reader.h"
#include "mission/nearest.h"

namespace kontor::exchange {

namespace {

namespace fs = std::filesystem;
using base::Issue;
using base::Issues;

std::vector<std::string_view> known_files() {
  std::vector<std::string_view> names(folder_files.begin(), folder_files.end());
  names.push_back(wishes_file);
  return names;
}

Issue folder_fault(std::string code, const std::string& file, std::string value,
                   std::map<std::string, std::string> parameters = {}) {
  return {std::move(code), file, std::move(value), std::move(parameters), {file, 0, 0}};
}

// Whether the bytes may be parsed at all.
bool acceptable(const std::string& file, const std::string& text, Issues& issues) {
  if (text.size() > largest_file_bytes)
    issues.push_back(folder_fault("too_large", file, fmt::format("{}", text.size()),
                                  {{"limit", fmt::format("{}", largest_file_bytes)}}));
  else if (!base::is_utf8(text))
    issues.push_back(folder_fault("not_utf8", file, ""));
  else
    return true;
  return false;
}

// The path of the very field that `issue` is about: a missing one is named by its parameter.
std::string field_of(const Issue& issue) {
  const auto field = issue.parameters.find("field");
  return field == issue.parameters.end() ? issue.path : issue.path + "/" + field->second;
}

// The noun that a file's own fields belong to.
std::string root_path(std::string_view file) {
  return std::string(file.substr(0, file.find('.')));
}

// What one reading has found so far.
struct Reading {
  mission::Mission mission;
  Issues issues;
  Places places;
  bool whole = true;  // no file had to be skipped

  void read_toml(const std::string& file, const std::string& text) {
    auto tree = parse_toml(file, text);
    if (!tree) {
      issues.push_back(std::move(tree.error()));
      whole = false;
      return;
    }
    ReadLog log(file, issues, places);
    log.remember(root_path(file), 0, 0);
    FieldReader fields(*tree, root_path(file), log);
    describe_file(file, fields, mission);
    fields.end();
  }

  void read_csv(const std::string& file, const std::string& text) {
    const Node tree = parse_csv(file, text, noun_of<mission::Wish>, issues);
    ReadLog log(file, issues, places);
    FieldReader fields(tree, root_path(file), log);
    fields.list(mission.wishes);
  }

  void read(const std::string& file, const std::string& text) {
    if (!acceptable(file, text, issues))
      whole = false;
    else if (file == wishes_file)
      read_csv(file, text);
    else
      read_toml(file, text);
  }

  // The place of the longest known beginning of `path`.
  base::Place place_of(std::string path) const {
    for (;;) {
      if (const auto found = places.find(path); found != places.end()) return found->second;
      const std::size_t slash = path.rfind('/');
      if (slash == std::string::npos) return {};
      path.resize(slash);
    }
  }

  // Adds the faults of the mission as a whole, placed, but not where the reader has spoken.
  void add_invalid() {
    std::set<std::string> spoken;
    for (const Issue& issue : issues) spoken.insert({issue.path, field_of(issue)});
    for (Issue& issue : mission::validate(mission)) {
      if (spoken.contains(field_of(issue))) continue;
      issue.place = place_of(issue.path);
      if (const auto first = issue.parameters.find("first"); first != issue.parameters.end()) {
        const base::Place place = place_of(first->second);
        if (place.line > 0) first->second = fmt::format("{}:{}", place.file, place.line);
      }
      issues.push_back(std::move(issue));
    }
  }
};

std::size_t rank_of_file(const std::string& file) {
  static const auto known = known_files();
  return std::ranges::find(known, file) - known.begin();
}

// By file and line, at most `most_issues`.
void arrange(Issues& issues) {
  std::ranges::stable_sort(issues, {}, [](const Issue& issue) {
    return std::tuple(rank_of_file(issue.place.file), issue.place.line, issue.place.column);
  });
  if (issues.size() <= most_issues) return;
  const std::size_t left_out = issues.size() - most_issues + 1;
  issues.resize(most_issues - 1);
  issues.push_back({"more_issues", "", fmt::format("{}", left_out), {}, {}});
}

base::Checked<mission::Mission> finished(Reading& reading) {
  if (reading.whole) reading.add_invalid();
  if (reading.issues.empty()) return std::move(reading.mission);
  arrange(reading.issues);
  return std::unexpected(std::move(reading.issues));
}

void refuse_unknown_files(const std::map<std::string, std::string>& files, Issues& issues) {
  const auto known = known_files();
  for (const auto& [file, text] : files)
    if (std::ranges::find(known, file) == known.end())
      issues.push_back(
          folder_fault("unknown_file", file, file, {{"hint", mission::nearest_hint(file, known)}}));
}

void read_all(const std::map<std::string, std::string>& files, Reading& reading) {
  refuse_unknown_files(files, reading.issues);
  for (const std::string_view name : known_files()) {
    const auto found = files.find(std::string(name));
    if (found != files.end()) reading.read(found->first, found->second);
  }
}

void require_mission(bool there, Reading& reading) {
  if (there) return;
  reading.issues.push_back(folder_fault("missing_file", std::string(folder_files.front()), ""));
  reading.whole = false;
}

bool is_of_the_format(const fs::path& path) {
  const fs::path extension = path.extension();
  return extension == ".toml" || extension == ".csv";
}

// The bytes of a file of the format, or why it is not read.
std::expected<std::string, Issue> bytes_of(const fs::path& path) {
  const std::string name = path.filename().string();
  std::error_code error;
  const auto size = fs::file_size(path, error);
  if (!error && size > largest_file_bytes)
    return std::unexpected(folder_fault("too_large", name, fmt::format("{}", size),
                                        {{"limit", fmt::format("{}", largest_file_bytes)}}));
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  if (!error && size > 0) text << in.rdbuf();
  if (error || !in || !text)
    return std::unexpected(
        folder_fault("unreadable_file", name, "",
                     {{"reason", error ? error.message() : "it cannot be opened"}}));
  return std::move(text).str();
}

}  // namespace

base::Checked<mission::Mission> read_files(const std::map<std::string, std::string>& files) {
  Reading reading;
  require_mission(files.contains(std::string(folder_files.front())), reading);
  read_all(files, reading);
  return finished(reading);
}

base::Checked<mission::Mission> read_folder(const fs::path& folder) {
  std::error_code error;
  std::map<std::string, std::string> files;
  Reading reading;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    if (!is_of_the_format(entry->path())) continue;
    if (auto text = bytes_of(entry->path())) {
      files.emplace(entry->path().filename().string(), *std::move(text));
    } else {
      reading.issues.push_back(std::move(text.error()));
      reading.whole = false;
    }
  }
  if (error)
    return std::unexpected(Issues{{"unreadable_folder",
                                   folder.string(),
                                   "",
                                   {{"reason", error.message()}},
                                   {folder.string(), 0, 0}}});
  require_mission(fs::exists(folder / folder_files.front(), error), reading);
  read_all(files, reading);
  return finished(reading);
}

base::Checked<mission::Mission> read_canonical(const std::string& text) {
  std::map<std::string, std::string> files;
  std::size_t at = 0;
  while (at < text.size()) {  // "# NAME, N bytes" and so many bytes
    const std::size_t comma = text.find(", ", at), end = text.find(" bytes\n", at);
    if (text.compare(at, 2, "# ") != 0 || comma == std::string::npos || end == std::string::npos ||
        comma > end)
      return std::unexpected(Issues{{"bad_text", "mission", "", {}, {}}});
    const std::size_t begin = end + std::string_view(" bytes\n").size();
    const std::size_t size = std::strtoull(text.c_str() + comma + 2, nullptr, 10);
    if (size > text.size() - begin)
      return std::unexpected(Issues{{"bad_text", "mission", "", {}, {}}});
    files.emplace(text.substr(at + 2, comma - at - 2), text.substr(begin, size));
    at = begin + size;
  }
  return read_files(files);
}

}  // namespace kontor::exchange
