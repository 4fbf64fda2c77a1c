#include "actions/provider_sign_in.h"
#include "server/account_messages.h"
#include "server/answers.h"
#include "server/application.h"

// Signing in through identity providers, and which there are.

namespace kontor::server {

namespace {

constexpr std::string_view provider_cookie = "kontor_provider";
constexpr std::string_view provider_path = "/api/sign-in";

wire::ProviderRow provider_row(const store::IdentityProvider& one) {
  return {one.id, one.name, one.issuer, one.client, one.strong, one.made_at, one.made_by};
}

}  // namespace

Application::Handlers Application::provider_handlers() {
  return {{"begin_provider_sign_in", &Application::begin_provider_sign_in},
          {"sign_in_by_provider", &Application::sign_in_by_provider},
          {"provider_links", &Application::provider_links},
          {"begin_provider_link", &Application::begin_provider_link},
          {"remove_provider_link", &Application::remove_provider_link},
          {"providers", &Application::providers},
          {"add_provider", &Application::add_provider},
          {"remove_provider", &Application::remove_provider}};
}

actions::ProviderPlace Application::provider_place(const Request& request,
                                                   const Reader& reader) const {
  return {address_of(request) + "/sign-in/provider",
          network_of(request.peer),
          std::string(request.cookie(provider_cookie)),
          {std::string(request.header("user-agent")), reader.token}};
}

Response Application::sent_to(const Request& request, const Reader& reader,
                              const actions::Outcome<actions::BegunAtProvider>& begun) {
  if (!begun) return refused(request, reader, begun.error());
  Response response = answered(wire::ProviderPage{begun->address});
  const auto seconds = std::chrono::seconds(actions::ProviderLimits::good_for).count();
  response.headers.emplace_back(
      "Set-Cookie", cookie(provider_cookie, provider_path, begun->browser_token, seconds));
  return response;
}

Response Application::begin_provider_sign_in(const Request& request, const Reader& reader) {
  return sent_to(
      request, reader,
      provider_sign_in_.begin(request.parameters.at("id"), provider_place(request, reader)));
}

Response Application::begin_provider_link(const Request& request, const Reader& reader) {
  return sent_to(request, reader,
                 provider_sign_in_.begin_link(request.parameters.at("id"), reader.session,
                                              provider_place(request, reader)));
}

Response Application::sign_in_by_provider(const Request& request, const Reader& reader) {
  if (auto refusal = refused_unless_json(request)) return *refusal;
  const auto message = wire::read_provider_answer(request.body);
  if (!message) return refused(request, reader, message.error());
  const auto token =
      provider_sign_in_.finish({message->state, message->code, message->issuer.value_or("")},
                               reader.session, provider_place(request, reader));
  Response response =
      !token || !token->empty() ? signed_in(request, reader, token) : answered(session_of(reader));
  response.headers.emplace_back("Set-Cookie", cookie(provider_cookie, provider_path, "", 0));
  return response;
}

Response Application::provider_links(const Request& request, const Reader& reader) {
  const auto links = actions::own_provider_links(context_, reader.session);
  std::vector<wire::ProviderLink> rows;
  for (const auto& one : actions::offered_providers(context_)) {
    wire::ProviderLink& row = rows.emplace_back(wire::ProviderLink{one.id, one.name, {}});
    for (const store::ProviderLink& link : links)
      if (link.provider == one.id) row.linked_at = link.made_at;
  }
  return respond(request, page_of(wire::to_json(rows)), "application/json");
}

Response Application::remove_provider_link(const Request& request, const Reader& reader) {
  const auto removed =
      actions::remove_provider_link(context_, reader.session, request.parameters.at("id"));
  if (!removed) return refused(request, reader, removed.error());
  return provider_links(request, reader);
}

Response Application::providers(const Request& request, const Reader& reader) {
  const auto providers = actions::list_providers(context_, reader.acting);
  if (!providers) return refused(request, reader, providers.error());
  std::vector<wire::ProviderRow> rows;
  for (const auto& one : *providers) rows.push_back(provider_row(one));
  return respond(request, page_of(wire::to_json(rows)), "application/json");
}

Response Application::add_provider(const Request& request, const Reader& reader) {
  if (!actions::may(reader.acting, actions::Verb::ManageAccounts))
    return refused(request, reader, actions::Denied{actions::Verb::ManageAccounts});
  if (auto refusal = refused_unless_json(request)) return *refusal;
  const auto message = wire::read_new_provider(request.body);
  if (!message) return refused(request, reader, message.error());
  const auto added = actions::add_provider(
      context_, reader.acting,
      {message->name, message->issuer, message->client, message->secret, message->strong},
      options_.fetch);
  if (!added) return refused(request, reader, added.error());
  return providers(request, reader);
}

Response Application::remove_provider(const Request& request, const Reader& reader) {
  const auto removed =
      actions::remove_provider(context_, reader.acting, request.parameters.at("id"));
  if (!removed) return refused(request, reader, removed.error());
  return providers(request, reader);
}

}  // namespace kontor::server
