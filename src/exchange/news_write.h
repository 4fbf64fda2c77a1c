#pragma once
#include <string>
#include <vector>

#include "base/text.h"
#include "base/time.h"

namespace kontor::exchange {

struct NewsEntry {
  std::string id;  // an IRI that stays: "urn:uuid:…"
  std::string title;
  std::string body;  // may have several lines
  std::string address;
  base::Instant at{};
};

// What changed, the latest first.
struct News {
  std::string id;
  std::string title;
  std::string address;      // of the page that it is about
  std::string own_address;  // of the feed; empty: unknown
  base::Language language = base::Language::En;
  base::Instant changed_at{};  // where there is no entry
  std::vector<NewsEntry> entries;
};

// As an Atom feed (RFC 4287) and as RSS 2.0.
std::string write_atom(const News& news);
std::string write_rss(const News& news);

}  // namespace kontor::exchange
