#include "fuzz/targets.h"

#include <array>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include "base/text.h"
#include "base/time.h"
#include "briefing/ledger.h"
#include "exchange/calendar_line.h"
#include "exchange/dump_table.h"
#include "exchange/dzn_read.h"
#include "exchange/fair_read.h"
#include "exchange/figures_import.h"
#include "exchange/folder_read.h"
#include "exchange/folder_write.h"
#include "exchange/json_text.h"
#include "exchange/table_rows.h"
#include "fuzz/http_target.h"
#include "wire/messages_fields.h"

namespace kontor::fuzz {

namespace {

void promise(bool kept) {
  if (!kept) std::abort();
}

exchange::ByteSource source_of(std::string_view bytes) {
  return [bytes](std::span<char> out) mutable {
    const std::size_t size = std::min(out.size(), bytes.size());
    std::memcpy(out.data(), bytes.data(), size);
    bytes.remove_prefix(size);
    return size;
  };
}

// Whatever is read is written and read again as the same.
template <class Message>
void read_message(std::string_view bytes) {
  const auto read = wire::read_as(bytes, static_cast<const Message*>(nullptr));
  if (!read) return promise(!read.error().empty());
  const auto again = wire::read_as(wire::to_json(*read), static_cast<const Message*>(nullptr));
  promise(again.has_value() && *again == *read);
}

void json(std::string_view bytes) {
  read_message<wire::Disruption>(bytes);
  read_message<wire::ChangeOrder>(bytes);
  read_message<wire::PlanRequest>(bytes);
  read_message<wire::GrantRequest>(bytes);
  read_message<wire::Session>(bytes);
  exchange::JsonText text(bytes);
  text.value();
}

// A mission that is read has one canonical text, from which the same is read.
void folder(std::string_view bytes) {
  const auto read = exchange::read_canonical(std::string(bytes));
  if (!read) return promise(!read.error().empty());
  const std::string canonical = exchange::canonical_text(*read);
  const auto again = exchange::read_canonical(canonical);
  promise(again.has_value() && *again == *read && exchange::canonical_text(*again) == canonical);
}

void tables(std::string_view bytes) {
  for (const char separator : {',', ';', '\t'}) {
    exchange::TableRows rows(source_of(bytes), separator);
    std::vector<std::string_view> cells;
    std::size_t size = 0;
    while (rows.next(cells))
      for (const auto& cell : cells) size += cell.size();
    promise(size <= bytes.size());
  }
}

// Content lines have at most 75 octets and, unfolded, hold no line end of the text's own.
void calendar(std::string_view bytes) {
  std::string out;
  exchange::add_calendar_line(out, "SUMMARY", exchange::calendar_text(bytes));
  promise(out.ends_with("\r\n"));
  for (std::size_t at = 0; at < out.size();) {
    const std::size_t end = out.find("\r\n", at);
    promise(end != out.npos && end - at <= 75 && (at == 0 || out[at] == ' '));
    at = end + 2;
  }
  base::parse_instant(bytes);
  base::parse_local(bytes);
  base::parse_date(bytes);
}

void dzn(std::string_view bytes) {
  const auto read = exchange::read_dzn(bytes, "file");
  promise(read.has_value() || !read.error().empty());
}

void fair(std::string_view bytes) {
  const auto read = exchange::read_fair(bytes, "file");
  promise(read.has_value() || !read.error().empty());
}

void figures(std::string_view bytes) {
  briefing::Ledger ledger;
  const auto report = exchange::import_figures(source_of(bytes), "file", {}, ledger);
  promise(report.has_value() || !report.error().empty());
}

void dump(std::string_view bytes) {
  const auto read = exchange::read_dump_table(bytes, "file");
  if (!read) return promise(!read.error().empty());
  const auto again = exchange::read_dump_table(exchange::write_dump_table(*read), "file");
  promise(again.has_value() && *again == *read);
}

}  // namespace

std::span<const Target> targets() {
  static constexpr std::array all{
      Target{"http", http},     Target{"json", json},         Target{"folder", folder},
      Target{"tables", tables}, Target{"calendar", calendar}, Target{"dzn", dzn},
      Target{"fair", fair},     Target{"figures", figures},   Target{"dump", dump}};
  return all;
}

}  // namespace kontor::fuzz
