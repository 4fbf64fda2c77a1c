#include "actions/host_links.h"
#include "actions/read_view.h"
#include "server/account_messages.h"
#include "server/answers.h"
#include "server/application.h"
#include "server/pages.h"

// Secret links for hosts: the office gives and ends them; whoever holds one answers without an
// account. The secret stands in the body of each request, never in an address.

namespace kontor::server {

namespace {

std::optional<wire::HostAnswer> host_answer(const std::optional<store::HostAnswer>& answer) {
  if (!answer) return std::nullopt;
  return wire::HostAnswer{answer->word,  answer->capacity,   answer->languages,
                          answer->times, answer->conditions, answer->made_at};
}

wire::HostLinkRow host_link_row(const Directory& directory, const actions::HostLinkState& one,
                                base::Instant now) {
  const auto* activity = directory.activity(one.link.activity);
  wire::HostLinkRow row;
  row.id = one.link.id;
  row.activity.id = one.link.activity.value;
  if (activity != nullptr)
    row.activity.name = activity->title;
  else
    row.activity.name.set(base::Language::En, one.link.activity.value);
  row.mail = one.link.mail;
  row.name = one.link.name;
  row.language = base::code(one.link.language);
  row.made_at = one.link.made_at;
  row.ends_at = one.link.ends_at;
  row.ended = one.link.ends_at <= now;
  row.answer = host_answer(one.answer);
  return row;
}

base::Checked<actions::NewHostLink> host_link_of(const wire::NewHostLink& message) {
  actions::NewHostLink wanted{message.activity, message.mail, message.name, base::Language::En,
                              static_cast<int>(std::clamp<std::int64_t>(message.days, 0, 1000))};
  const auto language = base::language_of(message.language);
  if (language) {
    wanted.language = *language;
    return wanted;
  }
  return std::unexpected(base::Issues{{"unknown_word",
                                       "/language",
                                       message.language,
                                       {{"known", "fr, nl, de, en"}, {"hint", ""}},
                                       {}}});
}

}  // namespace

Application::Handlers Application::host_handlers() {
  return {{"host_links", &Application::host_links},
          {"add_host_link", &Application::add_host_link},
          {"end_host_link", &Application::end_host_link},
          {"host_page", &Application::host_page},
          {"answer_as_host", &Application::answer_as_host}};
}

Response Application::host_links(const Request& request, const Reader& reader) {
  const auto links = actions::list_host_links(context_, reader.acting);
  if (!links) return refused(request, reader, links.error());
  const auto view = actions::read_view(context_, reader.acting);
  if (!view) return refused(request, reader, view.error());
  const Directory directory(**view);
  std::vector<wire::HostLinkRow> rows;
  for (const auto& one : *links) rows.push_back(host_link_row(directory, one, context_.now()));
  return respond(request, page_of(wire::to_json(rows)), "application/json");
}

Response Application::add_host_link(const Request& request, const Reader& reader) {
  if (!actions::may(reader.acting, actions::Verb::InviteHosts))
    return refused(request, reader, actions::Denied{actions::Verb::InviteHosts});
  if (auto refusal = refused_unless_json(request)) return *refusal;
  const auto message = wire::read_new_host_link(request.body);
  if (!message) return refused(request, reader, message.error());
  const auto wanted = host_link_of(*message);
  if (!wanted) return refused(request, reader, wanted.error());
  const auto added = actions::add_host_link(context_, reader.acting, *wanted);
  if (!added) return refused(request, reader, added.error());
  post_room_.look_now();
  return host_links(request, reader);
}

Response Application::end_host_link(const Request& request, const Reader& reader) {
  const auto ended = actions::end_host_link(context_, reader.acting, request.parameters.at("id"));
  if (!ended) return refused(request, reader, ended.error());
  return host_links(request, reader);
}

// What the holder of that secret sees: the one activity, from the view of a host of its
// organisation.
Response Application::page_of_guest(const Request& request, const Reader& reader,
                                    const std::string& token) {
  const auto guest = actions::find_guest(context_, token);
  const actions::Missing none{"host_link", ""};
  if (!guest) return refused(request, reader, none);
  const auto view = actions::read_view(context_, guest->acting);
  if (!view) return refused(request, reader, view.error());
  const Directory directory(**view);
  const auto page = server::activity_page(directory, guest->link.activity);
  if (!page) return refused(request, reader, none);
  wire::HostPage shown;
  shown.mission = directory.mission().name;
  shown.name = guest->link.name;
  shown.entry = page->entry;
  for (const wire::PersonRow& person : page->attendees)
    shown.visitors.push_back({person.name, person.organisation});
  shown.ends_at = guest->link.ends_at;
  shown.answer = host_answer(guest->answer);
  return answered(shown);
}

Response Application::host_page(const Request& request, const Reader& reader) {
  if (auto refusal = refused_unless_json(request)) return *refusal;
  const auto message = wire::read_host_token(request.body);
  if (!message) return refused(request, reader, message.error());
  return page_of_guest(request, reader, message->token);
}

Response Application::answer_as_host(const Request& request, const Reader& reader) {
  if (auto refusal = refused_unless_json(request)) return *refusal;
  const auto message = wire::read_host_reply(request.body);
  if (!message) return refused(request, reader, message.error());
  const auto capacity = static_cast<int>(
      std::clamp<std::int64_t>(message->capacity, -1, actions::HostLimits::capacity + 1));
  const auto done = actions::answer_as_guest(
      context_, message->token,
      {"", message->answer, capacity, message->languages, message->times, message->conditions, {}});
  if (!done) return refused(request, reader, done.error());
  return page_of_guest(request, reader, message->token);
}

}  // namespace kontor::server
