#include <charconv>

#include "actions/webhooks.h"
#include "server/answers.h"
#include "server/application.h"
#include "server/paging.h"
#include "server/problems.h"

// Webhooks and their deliveries, for coordinators.

namespace kontor::server {

namespace {

wire::Webhook webhook_of(const store::Webhook& webhook) {
  return {webhook.id, webhook.address, webhook.active, webhook.made_at, webhook.made_by};
}

std::vector<wire::Webhook> webhooks_of(const std::vector<store::Webhook>& webhooks) {
  std::vector<wire::Webhook> rows;
  for (const auto& webhook : webhooks) rows.push_back(webhook_of(webhook));
  return rows;
}

std::vector<wire::Delivery> deliveries_of(const std::vector<store::Delivery>& deliveries) {
  std::vector<wire::Delivery> rows;
  for (const auto& delivery : deliveries)
    rows.push_back({delivery.number, delivery.message, delivery.body, delivery.state,
                    delivery.tries, delivery.made_at, delivery.due_at, delivery.answer});
  return rows;
}

}  // namespace

Application::Handlers Application::webhook_handlers() {
  return {{"webhooks", &Application::webhooks},
          {"add_webhook", &Application::add_webhook},
          {"rotate_webhook", &Application::rotate_webhook},
          {"remove_webhook", &Application::remove_webhook},
          {"deliveries", &Application::deliveries},
          {"replay_delivery", &Application::replay_delivery}};
}

Response Application::webhooks(const Request& request, const Reader& reader) {
  const auto webhooks = actions::read_webhooks(context_, reader.acting);
  if (!webhooks) return refused(request, reader, webhooks.error());
  return respond(request, page_of(wire::to_json(webhooks_of(*webhooks))), "application/json");
}

Response Application::add_webhook(const Request& request, const Reader& reader) {
  if (!actions::may(reader.acting, actions::Verb::ManageWebhooks))
    return refused(request, reader, actions::Denied{actions::Verb::ManageWebhooks});
  if (auto refusal = refused_unless_json(request)) return *refusal;
  const auto message = wire::read_webhook_request(request.body);
  if (!message) return refused(request, reader, message.error());
  const auto webhook = actions::add_webhook(context_, reader.acting, message->address);
  if (!webhook) return refused(request, reader, webhook.error());
  return answered(wire::NewWebhook{webhook_of(*webhook), webhook->secret});
}

Response Application::rotate_webhook(const Request& request, const Reader& reader) {
  const auto webhook =
      actions::rotate_webhook(context_, reader.acting, request.parameters.at("id"));
  if (!webhook) return refused(request, reader, webhook.error());
  return answered(wire::NewWebhook{webhook_of(*webhook), webhook->secret});
}

Response Application::remove_webhook(const Request& request, const Reader& reader) {
  const auto webhooks =
      actions::remove_webhook(context_, reader.acting, request.parameters.at("id"));
  if (!webhooks) return refused(request, reader, webhooks.error());
  return answered(webhooks_of(*webhooks));
}

Response Application::deliveries(const Request& request, const Reader& reader) {
  auto rows = rows_in(request, usual_rows);
  if (!rows) return refused(request, reader, rows.error());
  const int limit = rows->limit++;  // the one behind the page says whether there is another
  auto deliveries =
      actions::read_deliveries(context_, reader.acting, request.parameters.at("id"), *rows);
  if (!deliveries) return refused(request, reader, deliveries.error());
  const bool more = end_page(*deliveries, limit);
  Response response =
      respond(request, page_of(wire::to_json(deliveries_of(*deliveries))), "application/json");
  if (more) link_next(response, request, limit, std::to_string(deliveries->back().number));
  return response;
}

Response Application::replay_delivery(const Request& request, const Reader& reader) {
  std::int64_t number = 0;
  const std::string& text = request.parameters.at("id");
  std::from_chars(text.data(), text.data() + text.size(), number);
  const auto deliveries = actions::replay_delivery(context_, reader.acting, number);
  if (!deliveries) return refused(request, reader, deliveries.error());
  return answered(deliveries_of(*deliveries));
}

}  // namespace kontor::server
