#include <algorithm>

#include "actions/read_view.h"
#include "actions/releases.h"
#include "server/answers.h"
#include "server/application.h"
#include "server/newsroom_feed.h"
#include "server/problems.h"
#include "server/words.h"

// Releases for the press, and the newsroom where they appear.

namespace kontor::server {

namespace {

// The text in pieces, cut where links begin and end; of links that overlap the first one counts.
std::vector<wire::ReleasePiece> pieces_of(const actions::KeptRelease& kept, std::size_t version) {
  struct Mark {
    briefing::Span span;
    int link = 0;
  };
  std::vector<Mark> marks;
  for (std::size_t i = 0; i < kept.links.size(); ++i)
    if (const auto& span = kept.links[i].spans[version])
      marks.push_back({*span, static_cast<int>(i)});
  std::ranges::stable_sort(marks, {}, [](const Mark& mark) { return mark.span.begin; });
  const std::string& text = kept.texts[version];
  std::vector<wire::ReleasePiece> pieces;
  std::size_t at = 0;
  for (const Mark& mark : marks) {
    if (mark.span.begin < at || mark.span.end > text.size()) continue;
    if (mark.span.begin > at) pieces.push_back({text.substr(at, mark.span.begin - at), -1});
    pieces.push_back({text.substr(mark.span.begin, mark.span.end - mark.span.begin), mark.link});
    at = mark.span.end;
  }
  if (at < text.size()) pieces.push_back({text.substr(at), -1});
  return pieces;
}

wire::ReleaseRow release_row(const actions::KeptRelease& kept, base::Language language) {
  const store::PressRelease& release = kept.release;
  wire::ReleaseRow row;
  row.id = release.id;
  row.subject = release.subject;
  row.state = release.state;
  row.out = kept.out;
  row.unlock_at = release.unlock_at;
  row.zone = release.zone;
  row.unlocks_at = kept.unlocks_at;
  row.title = release.title;
  row.body = release.body;
  for (const base::Language each : base::all_languages)
    row.versions.push_back({std::string(base::code(each)), pieces_of(kept, base::index_of(each))});
  for (const auto& link : kept.links)
    row.links.push_back({std::string(briefing::word(link.kind)), std::string(link.differs)});
  for (const auto& issue : kept.faults)
    row.faults.push_back({issue.code, issue.path, issue.value, sentence(issue, language)});
  row.made_at = release.made_at;
  row.made_by = release.made_by;
  return row;
}

}  // namespace

Application::Handlers Application::release_handlers() {
  return {
      {"releases", &Application::releases},
      {"keep_release", &Application::keep_release},
      {"clear_release", &Application::clear_release},
      {"withdraw_release", &Application::withdraw_release},
      {"newsroom", &Application::newsroom},
  };
}

Response Application::releases(const Request& request, const Reader& reader) {
  const auto kept = actions::read_kept_releases(context_, reader.acting);
  if (!kept) return refused(request, reader, kept.error());
  const base::Language language = preferred_language(request.header("accept-language"));
  std::vector<wire::ReleaseRow> rows;
  for (const auto& one : *kept) rows.push_back(release_row(one, language));
  return respond(request, page_of(wire::to_json(rows)), "application/json");
}

Response Application::keep_release(const Request& request, const Reader& reader) {
  // Whoever may not keep any is told before what they sent is read.
  if (!actions::may(reader.acting, actions::Verb::KeepReleases))
    return refused(request, reader, actions::Denied{actions::Verb::KeepReleases});
  if (auto refusal = refused_unless_json(request)) return *refusal;
  const auto message = wire::read_wanted_release(request.body);
  if (!message) return refused(request, reader, message.error());
  store::PressRelease release;
  release.id = message->id.value_or("");
  release.subject = message->subject;
  release.unlock_at = message->unlock_at;
  release.zone = message->zone;
  release.title = message->title;
  release.body = message->body;
  const auto kept = actions::keep_release(context_, reader.acting, std::move(release));
  if (!kept) return refused(request, reader, kept.error());
  return releases(request, reader);
}

Response Application::clear_release(const Request& request, const Reader& reader) {
  const auto cleared = actions::clear_release(context_, reader.acting, request.parameters.at("id"));
  if (!cleared) return refused(request, reader, cleared.error());
  return releases(request, reader);
}

Response Application::withdraw_release(const Request& request, const Reader& reader) {
  const auto withdrawn =
      actions::withdraw_release(context_, reader.acting, request.parameters.at("id"));
  if (!withdrawn) return refused(request, reader, withdrawn.error());
  return releases(request, reader);
}

Response Application::newsroom(const Request& request, const Reader& reader) {
  const auto news = actions::read_newsroom(context_, reader.acting);
  if (!news) return refused(request, reader, news.error());
  std::vector<wire::NewsItem> items;
  for (const auto& one : *news) items.push_back({one.id, one.title, one.body, one.published_at});
  return respond(request, page_of(wire::to_json(items)), "application/json");
}

Response Application::newsroom_feed(const Request& request, const Reader& reader) {
  const auto news = actions::read_newsroom(context_, reader.acting);
  if (!news) return refused(request, reader, news.error());
  const auto view = actions::read_view(context_, reader.acting);
  if (!view) return refused(request, reader, view.error());
  const auto asked = request.query.find("lang");
  const auto named = asked == request.query.end() ? std::nullopt : base::language_of(asked->second);
  const base::Language language =
      named.value_or(preferred_language(request.header("accept-language")));
  return respond(request,
                 page_of(newsroom_feed_text(*news, (*view)->mission->short_name,
                                            address_of(request), language)),
                 "application/atom+xml; charset=utf-8");
}

}  // namespace kontor::server
