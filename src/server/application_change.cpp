#include <charconv>

#include "actions/change.h"
#include "actions/read_state.h"
#include "actions/read_view.h"
#include "actions/rights.h"
#include "actions/whole.h"
#include "server/answers.h"
#include "server/application.h"
#include "server/change_messages.h"
#include "server/problems.h"

// Changes of the published plan, and what they may not touch.

namespace kontor::server {

namespace {

// Why a request with a body is refused before it is read; nothing: it is not.
std::optional<Response> refused_early(const Request& request, const Reader& reader,
                                      actions::Verb verb) {
  if (!actions::may(reader.acting, verb))
    return problem(request, actions::Denied{verb}, reader.signed_in());
  return refused_unless_json(request);
}

// That of the address; 0: it is none.
std::int64_t change_number(const Request& request) {
  std::int64_t number = 0;
  const std::string& text = request.parameters.at("id");
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size() ? number : 0;
}

}  // namespace

Response Application::change_detail(const Request& request, const Reader& reader) {
  const auto change = actions::read_change(context_, reader.acting, change_number(request));
  if (!change) return refused(request, reader, change.error());
  const auto view = actions::read_view(context_, reader.acting);
  if (!view) return refused(request, reader, view.error());
  return respond(request, page_of(wire::to_json(server::change_detail(Directory(**view), *change))),
                 "application/json");
}

actions::Outcome<actions::ChangeQuestion> Application::question_of(const wire::Disruption& message,
                                                                   const Reader& reader) {
  mission::Mission mission;
  if (adds_to_mission(message)) {
    const auto whole = actions::read_whole(context_, reader.acting);
    if (!whole) return std::unexpected(whole.error());
    mission = (*whole)->mission;
  }
  auto question = change_question(message, mission);
  if (!question) return std::unexpected(question.error());
  return *std::move(question);
}

Response Application::preview_change(const Request& request, const Reader& reader) {
  if (auto refusal = refused_early(request, reader, actions::Verb::PreviewChange)) return *refusal;
  const auto message = wire::read_disruption(request.body);
  if (!message) return refused(request, reader, message.error());
  const auto question = question_of(*message, reader);
  if (!question) return refused(request, reader, question.error());
  const auto preview = actions::preview_change(context_, reader.acting, *question);
  if (!preview) return refused(request, reader, preview.error());
  const auto view = actions::read_view(context_, reader.acting);
  if (!view) return refused(request, reader, view.error());
  return answered(change_preview(Directory(**view), *preview));
}

Response Application::try_change(const Request& request, const Reader& reader) {
  if (auto refusal = refused_early(request, reader, actions::Verb::PreviewChange)) return *refusal;
  const auto message = wire::read_disruption(request.body);
  if (!message) return refused(request, reader, message.error());
  const auto question = question_of(*message, reader);
  if (!question) return refused(request, reader, question.error());
  const auto effect = actions::try_move(context_, reader.acting, *question);
  if (!effect) return refused(request, reader, effect.error());
  const auto view = actions::read_view(context_, reader.acting);
  if (!view) return refused(request, reader, view.error());
  return answered(move_effect(Directory(**view), *effect));
}

Response Application::apply_change(const Request& request, const Reader& reader) {
  if (auto refusal = refused_early(request, reader, actions::Verb::ApplyChange)) return *refusal;
  const auto message = wire::read_change_order(request.body);
  if (!message) return refused(request, reader, message.error());
  auto question = question_of(message->change, reader);
  if (!question) return refused(request, reader, question.error());
  const auto version = actions::apply_change(
      context_, reader.acting,
      {*std::move(question),
       message->proposal < 0 ? ~std::size_t{0} : static_cast<std::size_t>(message->proposal),
       static_cast<int>(message->version), message->digest, message->reason});
  if (!version) return refused(request, reader, version.error());
  return answered(wire::Published{version->version});
}

Response Application::undo_change(const Request& request, const Reader& reader) {
  const auto version = actions::undo_change(context_, reader.acting);
  if (!version) return refused(request, reader, version.error());
  return answered(wire::Published{version->version});
}

Response Application::undo_change_of_number(const Request& request, const Reader& reader) {
  const auto version = actions::undo_change(context_, reader.acting, change_number(request));
  if (!version) return refused(request, reader, version.error());
  return answered(wire::Published{version->version});
}

Response Application::locks(const Request& request, const Reader& reader) {
  const auto locks = actions::read_locks(context_, reader.acting);
  if (!locks) return refused(request, reader, locks.error());
  const auto view = actions::read_view(context_, reader.acting);
  if (!view) return refused(request, reader, view.error());
  return respond(request, page_of(wire::to_json(lock_rows(Directory(**view), *locks))),
                 "application/json");
}

Response Application::set_lock(const Request& request, const Reader& reader,
                               actions::Locking locking) {
  if (auto refusal = refused_early(request, reader, actions::Verb::ApplyChange)) return *refusal;
  const auto message = wire::read_lock(request.body);
  if (!message) return refused(request, reader, message.error());
  const auto locks = actions::set_lock(context_, reader.acting, message->lock, locking);
  if (!locks) return refused(request, reader, locks.error());
  const auto view = actions::read_view(context_, reader.acting);
  if (!view) return refused(request, reader, view.error());
  return answered(lock_rows(Directory(**view), *locks));
}

Response Application::lock(const Request& request, const Reader& reader) {
  return set_lock(request, reader, actions::Locking::Lock);
}

Response Application::unlock(const Request& request, const Reader& reader) {
  return set_lock(request, reader, actions::Locking::Unlock);
}

}  // namespace kontor::server
