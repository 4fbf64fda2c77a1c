#include <charconv>

#include "actions/attention.h"
#include "actions/draft.h"
#include "actions/read_view.h"
#include "server/answers.h"
#include "server/application.h"
#include "server/change_messages.h"
#include "server/problems.h"

// What the office looks at: what waits for it, and the draft beside the published plan.

namespace kontor::server {

namespace {

wire::Attention attention_of(const Directory& directory, const actions::Attention& attention) {
  wire::Attention out;
  out.letters_to_approve = attention.letters_to_approve;
  out.letters_failed = attention.letters_failed;
  out.draft_waits = attention.draft_waits;
  out.facts_changed = attention.facts_changed;
  for (const auto& one : attention.webhooks)
    out.webhooks.push_back({one.id, one.address, one.active, one.failed});
  for (const auto& one : attention.expiring)
    if (const auto person = directory.named(one.person))
      out.expiring.push_back({*person, one.field, one.purge_on, one.days_left});
  for (const auto& one : attention.clearances)
    if (const auto activity = directory.named(one.activity))
      out.clearances.push_back({*activity, one.to_collect, one.filed, one.refused, one.late,
                                one.deadline, one.days_left});
  return out;
}

}  // namespace

Application::Handlers Application::office_handlers() {
  return {
      {"attention", &Application::attention},
      {"draft_page", &Application::draft_page},
      {"restore_version", &Application::restore_version},
  };
}

Response Application::attention(const Request& request, const Reader& reader) {
  const auto found = actions::read_attention(context_, reader.acting);
  if (!found) return refused(request, reader, found.error());
  const auto view = actions::read_view(context_, reader.acting);
  if (!view) return refused(request, reader, view.error());
  return respond(request, page_of(wire::to_json(attention_of(Directory(**view), *found))),
                 "application/json");
}

Response Application::draft_page(const Request& request, const Reader& reader) {
  const auto draft = actions::compare_draft(context_, reader.acting);
  if (!draft) {
    const auto* conflict = std::get_if<actions::Conflict>(&draft.error());
    if (conflict != nullptr && conflict->code == "no_draft")
      return problem(request, 404, "not_found");
    return refused(request, reader, draft.error());
  }
  const auto view = actions::read_view(context_, reader.acting);
  if (!view) return refused(request, reader, view.error());
  return respond(request, page_of(wire::to_json(server::draft_page(Directory(**view), *draft))),
                 "application/json");
}

Response Application::restore_version(const Request& request, const Reader& reader) {
  int version = 0;
  const std::string& text = request.parameters.at("id");
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), version);
  if (error != std::errc() || end != text.data() + text.size()) version = 0;
  const auto draft = actions::restore_version(context_, reader.acting, version);
  if (!draft) return refused(request, reader, draft.error());
  const auto view = actions::read_view(context_, reader.acting);
  if (!view) return refused(request, reader, view.error());
  return answered(server::draft_page(Directory(**view), *draft));
}

}  // namespace kontor::server
