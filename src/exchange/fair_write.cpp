#include "exchange/fair_write.h"

#include <fmt/format.h>
#include <iterator>

namespace kontor::exchange {

namespace {

using mission::Fair;

using Out = std::back_insert_iterator<std::string>;

void write_frame(const Fair& fair, Out out) {
  for (const auto& it : fair.sessions)
    fmt::format_to(out, "session {} {} {}\n", it.name, it.slots, it.tables);
  for (const auto& it : fair.tables)
    fmt::format_to(out, "tables {} {}-{}\n", it.tables, it.first_slot + 1, it.last_slot + 1);
  if (fair.breaks_contiguous) fmt::format_to(out, "breaks contiguous\n");
  for (const auto& it : fair.sides)
    fmt::format_to(out, "side {}{}\n", it.name, it.own_tables ? " own-tables" : "");
  for (const auto& it : fair.groups) fmt::format_to(out, "group {}\n", it);
}

void write_participants(const Fair& fair, Out out) {
  for (const auto& it : fair.participants) {
    fmt::format_to(out, "participant {} {} {}", it.key,
                   it.side < 0 ? "-" : fair.sides[it.side].name,
                   it.group < 0 ? "-" : fair.groups[it.group]);
    if (it.seats != 1) fmt::format_to(out, " seats={}", it.seats);
    if (it.least != 0) fmt::format_to(out, " least={}", it.least);
    if (it.most >= 0) fmt::format_to(out, " most={}", it.most);
    fmt::format_to(out, "\n");
  }
}

}  // namespace

std::string write_fair(const Fair& fair, const std::string& remark) {
  std::string text = fmt::format("kontor fair 1\n# {}\n", remark);
  const Out out = std::back_inserter(text);
  const auto key = [&](int p) -> const std::string& { return fair.participants[p].key; };
  write_frame(fair, out);
  write_participants(fair, out);
  for (const auto& it : fair.absences)
    fmt::format_to(out, "absent {} {}-{}\n", key(it.participant), it.first_slot + 1,
                   it.last_slot + 1);
  for (const auto& it : fair.wishes)
    fmt::format_to(out, "wish {} {} {}\n", key(it.wisher), key(it.other),
                   it.points == 0 ? "must" : std::to_string(it.points));
  for (const auto& it : fair.nevers)
    fmt::format_to(out, "never {} {}\n", key(it.first), key(it.second));
  for (const auto& it : fair.fixed)
    fmt::format_to(out, "fixed {} {} {}\n", key(it.pair.first), key(it.pair.second), it.slot + 1);
  for (const auto& it : fair.orders)
    fmt::format_to(out, "before {} {} {} {}\n", key(it.earlier.first), key(it.earlier.second),
                   key(it.later.first), key(it.later.second));
  return text;
}

}  // namespace kontor::exchange
