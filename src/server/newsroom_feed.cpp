#include "server/newsroom_feed.h"

#include <fmt/format.h>

#include "exchange/markup_text.h"

namespace kontor::server {

std::string newsroom_feed_text(const std::vector<actions::NewsItem>& news,
                               const base::Text& mission, const std::string& address,
                               base::Language language) {
  using exchange::escaped;
  const std::string_view code = base::code(language);
  std::string out = fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{0}\">\n"
      "  <id>{1}/newsroom.atom?lang={0}</id>\n  <title>{2}</title>\n"
      "  <link rel=\"self\" href=\"{1}/newsroom.atom?lang={0}\"/>\n"
      "  <link href=\"{1}/newsroom?lang={0}\"/>\n  <updated>{3}</updated>\n"
      "  <author><name>{2}</name></author>\n",
      code, escaped(address), escaped(mission.best(language)),
      news.empty() ? "1970-01-01T00:00:00Z" : base::format(news.front().published_at));
  for (const actions::NewsItem& item : news)
    out += fmt::format(
        "  <entry>\n    <id>{1}/newsroom/{2}?lang={0}</id>\n    <title>{3}</title>\n"
        "    <link href=\"{1}/newsroom?lang={0}#{2}\"/>\n    <published>{4}</published>\n"
        "    <updated>{4}</updated>\n    <content type=\"text\">{5}</content>\n  </entry>\n",
        code, escaped(address), escaped(item.id), escaped(item.title.best(language)),
        base::format(item.published_at), escaped(item.body.best(language)));
  return out + "</feed>\n";
}

}  // namespace kontor::server
