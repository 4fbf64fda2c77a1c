#pragma once
#include <string_view>

namespace kontor::server::test {

// Whether docs/openapi.json says that the route, by its path there, may answer with `status`.
bool is_documented(std::string_view method, std::string_view path, int status);

}  // namespace kontor::server::test
