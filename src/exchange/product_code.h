#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace kontor::exchange {

struct ProductCode {
  std::string_view classification;  // TOTAL, SECTION, HS2, HS4, HS6 or CN8
  std::string code;                 // sections as two digits: IV is "04"
};

// The product that a code of Eurostat, NBB, UN or Census means: TOTAL, TOT or "-" for all goods, a
// Roman section, two to eight digits; also the masked "39XXXXXX". Nothing for any other text.
std::optional<ProductCode> product_code(std::string_view text);

}  // namespace kontor::exchange
