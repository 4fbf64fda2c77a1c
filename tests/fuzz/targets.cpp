#include "fuzz/targets.h"

#include <algorithm>
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
#include "exchange/import_merge.h"
#include "exchange/json_text.h"
#include "exchange/made_workbook.h"
#include "exchange/mail_write.h"
#include "exchange/table.h"
#include "exchange/table_rows.h"
#include "exchange/workbook.h"
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

// A letter of several parts made of what people wrote: ASCII in short lines, no header but ours,
// and one boundary that only ours have.
void letter(std::string_view bytes) {
  const std::string text(bytes);
  const std::string_view half = bytes.substr(bytes.size() / 2);
  exchange::Mail mail;
  mail.from = {text, "kontor@example.org"};
  mail.to = {std::string(half), "a@b.example"};
  mail.subject = mail.text = text;
  mail.message_id = "letter-7@example.org";
  mail.parts = {{"text/calendar", "a.ics", text}, {"text/plain", "b", std::string(half)}};
  const std::string out = exchange::write_mail(mail);
  const std::string_view head = std::string_view(out).substr(0, out.find("\r\n\r\n"));
  for (const std::string_view name : {"\r\nSubject:", "\r\nContent-Type:", "\r\nMessage-ID:"})
    promise(head.find(name) != head.npos && head.find(name) == head.rfind(name));
  const std::size_t quote = head.find("boundary=\"") + 10;
  const std::string line =
      "\r\n--" + std::string(head.substr(quote, head.find('"', quote) - quote));
  int boundaries = 0;
  for (std::size_t at = out.find(line); at != out.npos; at = out.find(line, at + 1)) ++boundaries;
  promise(boundaries == 4);
  promise(std::ranges::all_of(out, [](unsigned char c) { return c < 0x80; }));
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

// Whatever a workbook holds is text, and comes back from the workbooks that we write of it.
void workbook(std::string_view bytes) {
  const exchange::WorkbookLimits limits{.file_bytes = 1'000'000, .unpacked_bytes = 4'000'000};
  const auto read = exchange::read_workbook(bytes, "file", limits);
  if (!read) return promise(!read.error().empty());
  for (const auto& sheet : read->sheets) {
    exchange::Table table{"file", {"first"}, {}};
    for (const auto& row : sheet.rows) {
      for (const auto& cell : row) promise(base::is_utf8(cell));
      table.columns.resize(std::max(table.columns.size(), row.size()), "more");
      table.rows.emplace_back(row.begin(), row.end());
    }
    const auto again =
        exchange::read_workbook(exchange::write_csv(table, base::Language::En), "file");
    promise(again.has_value());
    for (std::size_t n = 0; n < sheet.rows.size(); ++n)
      for (std::size_t column = 0; column < sheet.rows[n].size(); ++column)
        promise(again->sheets.front().cell(n + 1, column) == sheet.rows[n][column]);
  }
}

// The same bytes as the rows of a sheet, so that not every input must be an archive.
void sheet(std::string_view bytes) {
  workbook(exchange::test::made_xlsx(std::string(bytes), "", {"<t>one</t>", "<t>two</t>"}));
}

// Whatever is imported, the mission stays valid, the same again changes nothing, and every refused
// row stands in the workbook of corrections.
void import(std::string_view bytes) {
  const exchange::WorkbookLimits limits{.file_bytes = 100'000, .unpacked_bytes = 400'000};
  const auto book = exchange::read_workbook(bytes, "file", limits);
  if (!book) return;
  std::vector<exchange::ImportSheet> sheets;
  for (const auto& sheet : book->sheets)
    for (const auto noun : exchange::all_import_nouns)
      if (auto read = exchange::take_sheet(sheet, "file", noun, {}); read && !read->missing())
        sheets.push_back(*std::move(read));
  const auto issue_words = [](const base::Issue& issue, base::Language) {
    return base::sentence(issue);
  };
  exchange::ImportState before;
  using std::chrono::year, std::chrono::October, std::chrono::day;
  before.mission.id.value = "m";
  before.mission.name = base::Text::same("M");
  before.mission.home_zone = "Europe/Brussels";
  before.mission.first_day = before.mission.last_day = year{2025} / October / day{5};
  before.mission.travel_first_day = before.mission.travel_last_day = before.mission.first_day;
  const auto once = exchange::merge_sheets(before, sheets, {});
  promise(mission::validate(once.state.mission).empty());
  promise((once.refused == 0) == once.faults.empty());
  const auto twice = exchange::merge_sheets(once.state, sheets, {});
  promise(twice.added + twice.changed == 0 && twice.state == once.state);
  const std::string corrections =
      exchange::write_fault_workbook(sheets, once.faults, base::Language::Nl, issue_words);
  promise(exchange::read_workbook(corrections, "file").has_value());
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
      Target{"http", http},         Target{"json", json},         Target{"folder", folder},
      Target{"tables", tables},     Target{"calendar", calendar}, Target{"dzn", dzn},
      Target{"fair", fair},         Target{"figures", figures},   Target{"dump", dump},
      Target{"workbook", workbook}, Target{"sheet", sheet},       Target{"letter", letter},
      Target{"import", import}};
  return all;
}

}  // namespace kontor::fuzz
