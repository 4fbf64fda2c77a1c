#include <charconv>

#include "actions/demo_sign_in.h"
#include "actions/feed_link.h"
#include "actions/grant_wish.h"
#include "actions/passwords.h"
#include "actions/publish_plan.h"
#include "actions/read_view.h"
#include "actions/rights.h"
#include "actions/sessions.h"
#include "planning/plan.h"
#include "server/answers.h"
#include "server/application.h"
#include "server/problems.h"

// What changes something, and who is signed in.

namespace kontor::server {

namespace {

// The seed that a request asks for; nothing where it is no number of 64 bits.
std::optional<std::uint64_t> parse_seed(const std::string& text) {
  std::uint64_t seed = 0;
  const char* end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data(), end, seed);
  if (error != std::errc() || at != end) return std::nullopt;
  return seed;
}

}  // namespace

wire::Session Application::session_of(const Reader& reader) {
  wire::Session session;
  session.role = reader.acting.role;
  session.name = reader.acting.name;
  session.agency = unless_empty(reader.acting.agency.value);
  session.organisation = unless_empty(reader.acting.organisation.value);
  session.person = unless_empty(reader.acting.person.value);
  for (const auto& one : actions::demo_readers(context_))
    session.demo_sign_ins.push_back({one.acting.role, one.acting.name, "/demo/" + one.key});
  session.demo = !session.demo_sign_ins.empty();
  session.may_plan = actions::may(reader.acting, actions::Verb::PlanMission);
  session.may_publish = actions::may(reader.acting, actions::Verb::PublishPlan);
  session.may_invite = actions::may(reader.acting, actions::Verb::ManageAccounts);
  session.own_role = reader.session.own.role;
  session.viewing = reader.session.viewing;
  session.way = reader.session.way;
  if (!reader.session.waiting.empty())
    session.passkey = reader.session.first_passkey ? "make" : "show";
  session.mail = post_room_.can_send();
  session.passwords = actions::has_passwords(context_);
  for (const auto& one : actions::offered_providers(context_))
    session.providers.push_back({one.id, one.name});
  return session;
}

Response Application::session(const Request& request, const Reader& reader) {
  return respond(request, page_of(wire::to_json(session_of(reader))), "application/json");
}

Response Application::sign_out(const Request&, const Reader& reader) {
  if (reader.signed_in()) {
    actions::end_session(context_, reader.token);
    hub_.end(reader.token);
  }
  Response response = answered(session_of({}));
  response.headers.emplace_back("Set-Cookie", cookie("", 0));
  return response;
}

Response Application::demo_sign_in(const Request& request, const Reader& reader) {
  const auto token = actions::demo_sign_in(context_, request.parameters.at("key"));
  if (!token) return refused(request, reader, token.error());
  if (reader.signed_in()) {
    actions::end_session(context_, reader.token);
    hub_.end(reader.token);
  }
  Response response;
  response.status = 303;
  response.headers.emplace_back("Location", "/");
  response.headers.emplace_back("Cache-Control", "no-store");
  const auto session = actions::find_session(context_, *token);
  const mission::Role role = session ? session->own.role : mission::Role::Public;
  response.headers.emplace_back("Set-Cookie",
                                cookie(*token, actions::lifetime_of(role).absolute.count()));
  return response;
}

Response Application::feed_link(const Request& request, const Reader& reader) {
  const auto token = actions::feed_link(context_, reader.acting, {request.parameters.at("id")});
  if (!token) return refused(request, reader, token.error());
  const std::string address = address_of(request) + "/feeds/" + *token + ".ics";
  return answered(wire::FeedLink{address, "webcal" + address.substr(address.find(':'))});
}

Response Application::end_feed_links(const Request& request, const Reader& reader) {
  const auto ended =
      actions::revoke_feed_links(context_, reader.acting, {request.parameters.at("id")});
  if (!ended) return refused(request, reader, ended.error());
  return answered(wire::EndedLinks{*ended});
}

Response Application::start_plan(const Request& request, const Reader& reader) {
  if (!actions::may(reader.acting, actions::Verb::PlanMission))
    return refused(request, reader, actions::Denied{actions::Verb::PlanMission});
  if (auto refusal = refused_unless_json(request)) return *refusal;
  const auto message = wire::read_plan_request(request.body);
  if (!message) return refused(request, reader, message.error());
  planning::Options options;
  if (message->seed) {
    const auto seed = parse_seed(*message->seed);
    if (!seed)
      return refused(request, reader,
                     base::Issues{{"out_of_range",
                                   "/seed",
                                   *message->seed,
                                   {{"expected", "a whole number from 0 to 18446744073709551615"}},
                                   {}}});
    options.seed = *seed;
  }
  if (const auto minimum = message->minimum_share_percent) {
    if (*minimum < 1 || *minimum > 100)
      return refused(request, reader,
                     base::Issues{{"out_of_range",
                                   "/minimum_share_percent",
                                   std::to_string(*minimum),
                                   {{"expected", "a whole number from 1 to 100"}},
                                   {}}});
    options.minimum_share_percent = static_cast<int>(*minimum);
  }
  const auto job = jobs_.start(reader.acting, options);
  if (!job) return refused(request, reader, job.error());
  return answered(wire::Job{*job, std::string(word(actions::JobState::Running))});
}

Response Application::stop_plan(const Request& request, const Reader& reader) {
  const auto progress = jobs_.stop(reader.acting, request.parameters.at("id"));
  if (!progress) return refused(request, reader, progress.error());
  return answered(wire::Job{progress->job, std::string(word(progress->state))});
}

Response Application::publish_plan(const Request& request, const Reader& reader) {
  const auto version = actions::publish_plan(context_, reader.acting);
  if (!version) return refused(request, reader, version.error());
  const auto view = actions::read_view(context_, reader.acting);
  if (!view) return refused(request, reader, view.error());
  return answered(server::plan_page(Directory(**view)));
}

Response Application::grant_wish(const Request& request, const Reader& reader) {
  if (!actions::may(reader.acting, actions::Verb::GrantWish))
    return refused(request, reader, actions::Denied{actions::Verb::GrantWish});
  if (auto refusal = refused_unless_json(request)) return *refusal;
  const auto message = wire::read_grant_request(request.body);
  if (!message) return refused(request, reader, message.error());
  const auto granted = actions::grant_wish(
      context_, reader.acting,
      {{request.parameters.at("id")},
       message->token,
       message->reason,
       message->publish ? actions::Publication::Publish : actions::Publication::Draft});
  if (!granted) return refused(request, reader, granted.error());
  return answered(wire::Granted{granted->version});
}

}  // namespace kontor::server
