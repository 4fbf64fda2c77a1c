#pragma once
#include <string_view>

#include "exchange/byte_source.h"
#include "exchange/figure_sink.h"

namespace kontor::exchange {

// Read UN Comtrade's answers, {"data":[{…}]} or its CSV download. Of a flow only the row with all
// second partners, customs procedures and transport modes together is taken, the others are parts
// of it and counted as breakdowns; so are re-exports. Values are US dollars, CIF for imports.
// Source: comtradeapi.un.org, TradeDataItems.
base::Issues read_comtrade_json(std::string_view text, FigureSink& sink);
base::Issues read_comtrade_csv(ByteSource bytes, FigureSink& sink);

}  // namespace kontor::exchange
