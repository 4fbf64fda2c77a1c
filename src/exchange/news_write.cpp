#include "exchange/news_write.h"

#include <array>
#include <fmt/format.h>

#include "exchange/markup_text.h"

namespace kontor::exchange {

namespace {

base::Instant newest(const News& news) {
  return news.entries.empty() ? news.changed_at : news.entries.front().at;
}

// "Mon, 06 Oct 2025 09:00:00 GMT" (RFC 5322), as RSS demands.
std::string mail_date(base::Instant instant) {
  constexpr std::array<std::string_view, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto day = std::chrono::floor<std::chrono::days>(instant);
  const base::LocalDate date(day);
  const std::string clock = base::format(instant).substr(11, 8);
  return fmt::format("{}, {:02} {} {:04} {} GMT", days.at(std::chrono::weekday(day).c_encoding()),
                     static_cast<unsigned>(date.day()),
                     months.at(static_cast<unsigned>(date.month()) - 1),
                     static_cast<int>(date.year()), clock);
}

}  // namespace

std::string write_atom(const News& news) {
  std::string out = fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n"
      "  <id>{}</id>\n  <title>{}</title>\n",
      base::code(news.language), escaped(news.id), escaped(news.title));
  if (!news.own_address.empty())
    out += fmt::format("  <link rel=\"self\" href=\"{}\"/>\n", escaped(news.own_address));
  if (!news.address.empty()) out += fmt::format("  <link href=\"{}\"/>\n", escaped(news.address));
  out += fmt::format("  <updated>{}</updated>\n  <author><name>{}</name></author>\n",
                     base::format(newest(news)), escaped(news.title));
  for (const NewsEntry& entry : news.entries) {
    out += fmt::format("  <entry>\n    <id>{}</id>\n    <title>{}</title>\n", escaped(entry.id),
                       escaped(entry.title));
    if (!entry.address.empty())
      out += fmt::format("    <link href=\"{}\"/>\n", escaped(entry.address));
    out += fmt::format(
        "    <updated>{}</updated>\n    <content type=\"text\">{}</content>\n  </entry>\n",
        base::format(entry.at), escaped(entry.body));
  }
  return out + "</feed>\n";
}

std::string write_rss(const News& news) {
  std::string out = fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\">\n<channel>\n"
      "  <title>{0}</title>\n  <link>{1}</link>\n  <description>{0}</description>\n"
      "  <language>{2}</language>\n  <lastBuildDate>{3}</lastBuildDate>\n",
      escaped(news.title), escaped(news.address), base::code(news.language),
      mail_date(newest(news)));
  if (!news.own_address.empty())
    out += fmt::format("  <atom:link rel=\"self\" type=\"application/rss+xml\" href=\"{}\"/>\n",
                       escaped(news.own_address));
  for (const NewsEntry& entry : news.entries) {
    out += fmt::format("  <item>\n    <title>{}</title>\n", escaped(entry.title));
    if (!entry.address.empty()) out += fmt::format("    <link>{}</link>\n", escaped(entry.address));
    out += fmt::format(
        "    <guid isPermaLink=\"false\">{}</guid>\n    <pubDate>{}</pubDate>\n"
        "    <description>{}</description>\n  </item>\n",
        escaped(entry.id), mail_date(entry.at), escaped(entry.body));
  }
  return out + "</channel>\n</rss>\n";
}

}  // namespace kontor::exchange
