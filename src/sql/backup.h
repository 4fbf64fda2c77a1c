#pragma once
#include <cstdint>
#include <functional>
#include <string>

namespace kontor::sql {

// Copies the SQLite file `from`, which may be in use, page by page into the new file `to`: one
// unchanging picture, though others write meanwhile (SQLite's online backup within one reading
// transaction). `on_progress(done, all)` counts pages. `to` is flushed to the disk. Throws Error,
// also where `to` is there already; then `to` is not made, or removed.
void back_up_sqlite(const std::string& from, const std::string& to,
                    const std::function<void(std::int64_t done, std::int64_t all)>& on_progress);

// Reads every page of the SQLite file and throws Error Corrupt where one is damaged.
void check_sqlite(const std::string& file);

}  // namespace kontor::sql
