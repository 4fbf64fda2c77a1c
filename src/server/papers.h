#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "server/directory.h"

// What is printed, as PDF. Each is made from a view and holds nothing else.

namespace kontor::server {

struct PaperWish {
  base::Language language = base::Language::En;
  std::string address = {};  // of the server; empty: no code leads there
};

using TokenOf = std::function<std::string(const mission::PersonId&)>;
enum class BadgePaper { Sheets, Single };
// A badge of 105 × 74 mm for each person, eight on a page of A4 with marks to cut along, or each on
// a page of its own. Its QR code holds the person's token and nothing of the person.
std::string badges_pdf(const Directory& directory, const std::vector<mission::PersonId>& people,
                       const TokenOf& token_of, BadgePaper paper, const PaperWish& wish);

// For each table of each session at which somebody meets: its number, and who meets there when.
std::string table_signs_pdf(const Directory& directory, const PaperWish& wish);

// For the doors: what is in each room on each day, as far as the whole delegation may know it.
std::string room_lists_pdf(const Directory& directory, const PaperWish& wish);

// For each ride: who sits in the coach, with boxes for there and back.
std::string manifests_pdf(const Directory& directory, const PaperWish& wish);

// The days of each person, on at most two pages of A4 each.
std::string agendas_pdf(const Directory& directory, const std::vector<mission::PersonId>& people,
                        const PaperWish& wish);

// A5: a profile of each organisation that the delegation may know, and indexes by sector and
// region with the numbers of pages.
std::string brochure_pdf(const Directory& directory, const PaperWish& wish);

struct BookCopy {
  int number = 1;  // on every page
  const Directory* earlier =
      nullptr;  // the version that was approved: only what differs is printed
};
// A5, for protocol: the order of precedence and, step by step, what principals do. Pages are
// numbered by day, so that a change moves no page of another day.
std::string programme_book_pdf(const Directory& directory, const BookCopy& copy,
                               const PaperWish& wish);

}  // namespace kontor::server
