#pragma once

namespace kontor::sql {

// What a connection is for.
enum class Access { Read, ReadAndWrite };

}  // namespace kontor::sql
