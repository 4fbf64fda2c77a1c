#include "actions/read_view.h"
#include "actions/remarks.h"
#include "server/answers.h"
#include "server/application.h"
#include "server/remark_messages.h"

// What people say from their phones.

namespace kontor::server {

std::vector<wire::Remark> remark_messages(const std::vector<store::Remark>& remarks) {
  std::vector<wire::Remark> messages;
  for (const auto& one : remarks)
    messages.push_back({one.subject, one.topic, one.value, one.made_at});
  return messages;
}

std::vector<wire::RemarkRow> remark_rows(const Directory& directory,
                                         const std::vector<store::Remark>& remarks) {
  std::vector<wire::RemarkRow> rows;
  for (const auto& one : remarks) {
    const std::string key = one.subject.substr(one.subject.rfind('/') + 1);
    const auto person = directory.named(one.person);
    const auto about = one.subject.starts_with("activity/")
                           ? directory.named(mission::ActivityId{key})
                           : directory.named(mission::OrganisationId{key});
    if (person && about)
      rows.push_back({*person, one.subject, *about, one.topic, one.value, one.made_at});
  }
  return rows;
}

Response Application::remarks(const Request& request, const Reader& reader) {
  const auto remarks = actions::read_remarks(context_, reader.acting);
  if (!remarks) return refused(request, reader, remarks.error());
  return respond(request, page_of(wire::to_json(remark_messages(*remarks))), "application/json");
}

Response Application::keep_remark(const Request& request, const Reader& reader) {
  // Whoever may not speak is told before what they sent is read.
  if (const auto allowed = actions::read_remarks(context_, reader.acting); !allowed)
    return refused(request, reader, allowed.error());
  if (auto refusal = refused_unless_json(request)) return *refusal;
  const auto message = wire::read_saying(request.body);
  if (!message) return refused(request, reader, message.error());
  const auto kept = actions::keep_remark(context_, reader.acting,
                                         {message->subject, message->topic, message->value});
  if (!kept) return refused(request, reader, kept.error());
  return remarks(request, reader);
}

Response Application::all_remarks(const Request& request, const Reader& reader) {
  const auto remarks = actions::read_all_remarks(context_, reader.acting);
  if (!remarks) return refused(request, reader, remarks.error());
  const auto view = actions::read_view(context_, reader.acting);
  if (!view) return refused(request, reader, view.error());
  return respond(request, page_of(wire::to_json(remark_rows(Directory(**view), *remarks))),
                 "application/json");
}

}  // namespace kontor::server
