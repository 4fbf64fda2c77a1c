#include "exchange/folder_write.h"

#include <fmt/format.h>
#include <fstream>

#include "exchange/folder_writer.h"

namespace kontor::exchange {

namespace {

namespace fs = std::filesystem;

std::string wishes_text(const std::vector<mission::Wish>& wishes) {
  if (wishes.empty()) return "";
  RowWriter names(RowWriter::What::Names);
  describe(names, wishes.front());
  std::string out = names.line();
  for (const mission::Wish& wish : wishes) {
    RowWriter row(RowWriter::What::Cells);
    describe(row, wish);
    out += row.line();
  }
  return out;
}

// Writes beside the file and renames, so that no reader and no crash sees half a file.
void write_file(const fs::path& path, const std::string& text) {
  fs::path beside = path;
  beside += ".part";
  {
    std::ofstream out(beside, std::ios::binary | std::ios::trunc);
    out << text;
    out.close();
    if (!out)
      throw fs::filesystem_error("cannot write", beside,
                                 std::error_code(errno, std::generic_category()));
  }
  fs::rename(beside, path);
}

}  // namespace

std::map<std::string, std::string> write_files(const mission::Mission& mission) {
  std::map<std::string, std::string> files;
  for (const std::string_view file : folder_files) {
    FieldWriter fields;
    describe_file(file, fields, mission);
    if (std::string text = fields.text(); !text.empty()) files.emplace(file, std::move(text));
  }
  if (std::string text = wishes_text(mission.wishes); !text.empty())
    files.emplace(wishes_file, std::move(text));
  return files;
}

void write_folder(const mission::Mission& mission, const fs::path& folder) {
  const auto files = write_files(mission);
  fs::create_directories(folder);
  for (const auto& [name, text] : files) write_file(folder / name, text);
  for (const std::string_view name : folder_files)
    if (!files.contains(std::string(name))) fs::remove(folder / name);
  if (!files.contains(std::string(wishes_file))) fs::remove(folder / wishes_file);
}

std::string canonical_text(const mission::Mission& mission) {
  std::string out;
  for (const auto& [name, text] : write_files(mission))
    out += fmt::format("# {}, {} bytes\n{}", name, text.size(), text);
  return out;
}

}  // namespace kontor::exchange
