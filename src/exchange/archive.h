#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "exchange/workbook.h"

namespace kontor::exchange {

// The parts of a ZIP archive in memory, unpacked one at a time and never onto a disk. Suspicious
// archives are refused as a whole, before anything is unpacked.
class Archive {
 public:
  // `bytes` must outlive it. Issues: bad_workbook; unsafe_path for names that lead out of a folder
  // or stand twice; bomb for too many parts, too many bytes or a ratio above the limits.
  static base::Checked<Archive> open(std::string_view bytes, const std::string& file,
                                     const WorkbookLimits& limits);
  Archive(Archive&&) noexcept;
  Archive& operator=(Archive&&) noexcept;
  ~Archive();

  // Nothing: there is no such part, or its bytes are damaged or more than its head says.
  std::optional<std::string> part(const std::string& name) const;

 private:
  struct Opened;
  explicit Archive(std::unique_ptr<Opened> opened);
  std::unique_ptr<Opened> opened_;
};

}  // namespace kontor::exchange
