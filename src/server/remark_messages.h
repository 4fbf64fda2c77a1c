#pragma once
#include <vector>

#include "actions/remarks.h"
#include "server/directory.h"
#include "wire/messages.h"

// What people said, as messages.

namespace kontor::server {

std::vector<wire::Remark> remark_messages(const std::vector<store::Remark>& remarks);
// Those about what `directory` holds.
std::vector<wire::RemarkRow> remark_rows(const Directory& directory,
                                         const std::vector<store::Remark>& remarks);

}  // namespace kontor::server
