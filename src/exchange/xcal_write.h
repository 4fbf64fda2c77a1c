#pragma once
#include <string>
#include <string_view>

#include "exchange/calendar_write.h"

namespace kontor::exchange {

// The calendar as xCal, iCalendar in XML (RFC 6321): every property of write_calendar.
std::string write_xcal(const Calendar& calendar);

}  // namespace kontor::exchange
