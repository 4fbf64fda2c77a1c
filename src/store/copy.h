#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "store/store.h"

namespace kontor::store {

// How many rows a table has.
struct TableRows {
  std::string table;
  std::int64_t rows = 0;
};

// Copies everything of `from` into `to`, of either kind of database, in one transaction, reads both
// back and compares them row by row. Throws sql::Error: Other where `to` is not empty, Corrupt
// where what was read back is not what was written; then `to` stays as it was.
// `on_progress(done, all)` counts rows.
std::vector<TableRows> copy_everything(
    Store& from, Store& to,
    const std::function<void(std::int64_t done, std::int64_t all)>& on_progress = {});

}  // namespace kontor::store
