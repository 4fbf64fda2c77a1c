#include "exchange/archive.h"

#include <set>
#include <zip.h>

namespace kontor::exchange {

struct Archive::Opened {
  zip_t* archive = nullptr;
  ~Opened() {
    if (archive != nullptr) zip_discard(archive);
  }
};

Archive::Archive(std::unique_ptr<Opened> opened) : opened_(std::move(opened)) {}
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;
Archive::~Archive() = default;

namespace {

bool is_safe_name(std::string_view name) {
  if (name.empty() || name.starts_with('/') || name.find_first_of("\\:") != name.npos) return false;
  for (std::size_t at = 0; at <= name.size();) {
    const std::size_t end = std::min(name.find('/', at), name.size());
    if (name.substr(at, end - at) == "..") return false;
    at = end + 1;
  }
  return name.find('\0') == name.npos;
}

base::Issue refusal_of(const std::string& file, std::string code, std::string value,
                       std::string reason) {
  return {std::move(code), file, std::move(value), {{"reason", std::move(reason)}}, {file, 0, 0}};
}

// Why the archive is not read; nothing: it is.
std::optional<base::Issue> refusal_of_parts(zip_t* archive, const std::string& file,
                                            const WorkbookLimits& limits) {
  const auto count = static_cast<std::uint64_t>(zip_get_num_entries(archive, 0));
  if (count > limits.parts)
    return refusal_of(file, "bomb", std::to_string(count), "it has too many parts");
  std::set<std::string> names;
  std::uint64_t unpacked = 0;
  for (std::uint64_t n = 0; n < count; ++n) {
    zip_stat_t part{};
    constexpr auto needed = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
    if (zip_stat_index(archive, n, ZIP_FL_ENC_GUESS, &part) != 0 || (part.valid & needed) != needed)
      return refusal_of(file, "bad_workbook", "", "a part has no name or length");
    if (!is_safe_name(part.name) || !names.insert(part.name).second)
      return refusal_of(file, "unsafe_path", part.name, "");
    if (part.size > limits.unpacked_bytes || (unpacked += part.size) > limits.unpacked_bytes)
      return refusal_of(file, "bomb", part.name, "it would unpack to too many bytes");
    if (part.size > 1'000'000 && part.size / limits.ratio > part.comp_size)
      return refusal_of(file, "bomb", part.name, "a part is packed more than any workbook is");
  }
  return std::nullopt;
}

}  // namespace

base::Checked<Archive> Archive::open(std::string_view bytes, const std::string& file,
                                     const WorkbookLimits& limits) {
  zip_error_t error;
  zip_error_init(&error);
  const auto bad = [&](std::string reason) {
    zip_error_fini(&error);
    return std::unexpected(base::Issues{refusal_of(file, "bad_workbook", "", std::move(reason))});
  };
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  if (source == nullptr) return bad(zip_error_strerror(&error));
  auto opened = std::make_unique<Opened>();
  opened->archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
  if (opened->archive == nullptr) {
    std::string reason = zip_error_strerror(&error);
    zip_source_free(source);
    return bad(std::move(reason));
  }
  zip_error_fini(&error);
  if (auto refusal = refusal_of_parts(opened->archive, file, limits))
    return std::unexpected(base::Issues{*std::move(refusal)});
  return Archive(std::move(opened));
}

std::optional<std::string> Archive::part(const std::string& name) const {
  zip_stat_t head{};
  if (zip_stat(opened_->archive, name.c_str(), 0, &head) != 0) return std::nullopt;
  zip_file_t* file = zip_fopen_index(opened_->archive, head.index, 0);
  if (file == nullptr) return std::nullopt;
  // The head is not believed: memory is taken as bytes come, and no more than it says.
  std::string bytes;
  constexpr std::size_t piece = 256 * 1024;
  for (;;) {
    const std::size_t at = bytes.size();
    bytes.resize(at + piece);
    const zip_int64_t size = zip_fread(file, bytes.data() + at, piece);
    bytes.resize(at + static_cast<std::size_t>(std::max<zip_int64_t>(size, 0)));
    const bool damaged = size < 0 || bytes.size() > head.size;
    if (damaged || size == 0) {
      const bool whole = zip_fclose(file) == 0 && !damaged && bytes.size() == head.size;
      return whole ? std::optional(std::move(bytes)) : std::nullopt;
    }
  }
}

}  // namespace kontor::exchange
