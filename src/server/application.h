#pragma once
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "actions/api_tokens.h"
#include "actions/change.h"
#include "actions/context.h"
#include "actions/import_tables.h"
#include "actions/jobs.h"
#include "actions/outcome.h"
#include "actions/passkeys.h"
#include "actions/provider_sign_in.h"
#include "actions/sessions.h"
#include "actions/view.h"
#include "mission/acting.h"
#include "server/hub.h"
#include "server/kept_answers.h"
#include "server/page_cache.h"
#include "server/pages.h"
#include "server/post_room.h"
#include "server/router.h"
#include "server/static_files.h"

namespace kontor::server {

// Who sent a request.
struct Reader {
  mission::Acting acting;
  std::string token;         // of the session; empty: not signed in
  actions::Session session;  // while signed in
  // How far the token of a program reaches, and the version of the API that it was made for.
  struct ByToken {
    actions::TokenScope scope;
    std::string api_version;
  };
  std::optional<ByToken> by_token;
  bool unknown_token = false;  // a token was sent that is not good

  bool signed_in() const { return !token.empty(); }
};

// All of Kontor behind plain requests and answers, without a network: every route of messages.json,
// the event stream, demo sign-in, calendar feeds and the web application. Thread safe.
class Application {
 public:
  struct Options {
    std::string public_address = {};  // "https://kontor.example"; empty: as the request says
    std::string web_folder = {};  // serve the web application from here; empty: the embedded one
    std::size_t cache_bytes = 64 * 1024 * 1024;
    std::string mail_from = "kontor@localhost";  // the sender of letters
    SendMail send_mail = {};                     // empty: letters wait
    actions::Fetch fetch = {};                   // how identity providers are asked; empty: never
  };

  // `context` must have events.
  Application(actions::Context& context, Options options);

  // Never throws: faults become problems and are logged.
  Response answer(Request request);
  // The answer to a page that somebody signed in was given before and would be given again, within
  // microseconds and without waiting for anybody; null: answer() must find it. Never throws.
  std::shared_ptr<const KeptAnswers::Kept> kept_answer(const Request& request);
  // The pattern of the route that a request meets, which holds no secret; "other" where none does.
  std::string route_of(const Request& request) const;
  // For every Store::wait_for_news: what other processes did is told here too.
  void hear_news();
  // For what is no request: too large, malformed.
  Response refuse(int status) const;
  PostRoom& post_room() { return post_room_; }

 private:
  using ApiHandler = Response (Application::*)(const Request&, const Reader&);
  using Handlers = std::map<std::string_view, ApiHandler>;
  using Build = std::function<std::optional<std::string>(const Directory&)>;

  void bind_routes();
  static Handlers page_handlers();
  static Handlers account_handlers();
  static Handlers webhook_handlers();
  static Handlers provider_handlers();
  static Handlers host_handlers();
  static Handlers password_handlers();
  static Handlers office_handlers();
  static Handlers import_handlers();
  static Handlers register_handlers();
  static Handlers release_handlers();
  static Handlers export_handlers();
  Response dispatch(Request& request);
  Response without_route(const Request& request, const Router::Match& match) const;
  Response logged_fault(const Request& request, std::string_view what, int status,
                        std::string_view code);
  Reader reader_of(const Request& request);
  // Why a program may not call that route; nothing: it may, or nobody sent a token.
  static std::optional<Response> refused_token(const Request& request, const Reader& reader,
                                               std::string_view verb);
  Response page(const Request& request, const Reader& reader, const Build& build,
                std::string_view type = "application/json");
  template <class Row>
  Response list(const Request& request, const Reader& reader,
                std::vector<Row> (*rows)(const Directory&));
  Response refused(const Request& request, const Reader& reader,
                   const actions::Refusal& refusal) const;
  // What changes something: once for each Idempotency-Key, and only while If-Match holds.
  Response write(const wire::Route& route, const Request& request, Reader reader);
  Response write_once(const wire::Route& route, const Request& request, Reader reader,
                      const std::string& key);
  Response write_as_seen(const wire::Route& route, const Request& request, Reader reader);
  std::string cookie(std::string_view token, std::int64_t seconds) const;
  std::string cookie(std::string_view name, std::string_view path, std::string_view value,
                     std::int64_t seconds) const;
  std::string address_of(const Request& request) const;

  // The session of whoever just signed in, with their cookie.
  Response signed_in(const Request& request, const Reader& before,
                     const actions::Outcome<std::string>& token);

  // What a browser is asked to sign, with the cookie that binds it to that browser.
  Response asked(const Request& request, const Reader& reader,
                 const actions::Outcome<actions::PasskeyQuestion>& question);

  // Where the browser goes next, with the cookie that binds the answer to it.
  Response sent_to(const Request& request, const Reader& reader,
                   const actions::Outcome<actions::BegunAtProvider>& begun);
  actions::ProviderPlace provider_place(const Request& request, const Reader& reader) const;

  Response session(const Request& request, const Reader& reader);
  Response begin_sign_in(const Request& request, const Reader& reader);
  Response sign_in_by_code(const Request& request, const Reader& reader);
  Response sign_in_by_link(const Request& request, const Reader& reader);
  Response begin_passkey_sign_in(const Request& request, const Reader& reader);
  Response sign_in_by_passkey(const Request& request, const Reader& reader);
  Response begin_passkey(const Request& request, const Reader& reader);
  Response add_passkey(const Request& request, const Reader& reader);
  Response passkeys(const Request& request, const Reader& reader);
  Response remove_passkey(const Request& request, const Reader& reader);
  Response reset_passkeys(const Request& request, const Reader& reader);
  Response begin_provider_sign_in(const Request& request, const Reader& reader);
  Response sign_in_by_provider(const Request& request, const Reader& reader);
  Response provider_links(const Request& request, const Reader& reader);
  Response begin_provider_link(const Request& request, const Reader& reader);
  Response remove_provider_link(const Request& request, const Reader& reader);
  Response providers(const Request& request, const Reader& reader);
  Response add_provider(const Request& request, const Reader& reader);
  Response remove_provider(const Request& request, const Reader& reader);
  Response sign_in_by_password(const Request& request, const Reader& reader);
  Response password_state(const Request& request, const Reader& reader);
  Response set_password(const Request& request, const Reader& reader);
  Response remove_password(const Request& request, const Reader& reader);
  Response set_password_use(const Request& request, const Reader& reader);
  Response host_links(const Request& request, const Reader& reader);
  Response add_host_link(const Request& request, const Reader& reader);
  Response end_host_link(const Request& request, const Reader& reader);
  Response host_page(const Request& request, const Reader& reader);
  Response answer_as_host(const Request& request, const Reader& reader);
  Response page_of_guest(const Request& request, const Reader& reader, const std::string& token);
  Response tokens(const Request& request, const Reader& reader);
  Response add_token(const Request& request, const Reader& reader);
  Response remove_token(const Request& request, const Reader& reader);
  Response sessions(const Request& request, const Reader& reader);
  Response end_session(const Request& request, const Reader& reader);
  Response view_as(const Request& request, const Reader& reader);
  Response end_view_as(const Request& request, const Reader& reader);
  Response accounts(const Request& request, const Reader& reader);
  Response add_account(const Request& request, const Reader& reader);
  Response end_account(const Request& request, const Reader& reader);
  Response outbox(const Request& request, const Reader& reader);
  Response send_letters(const Request& request, const Reader& reader);
  Response withdraw_letters(const Request& request, const Reader& reader);
  Response read_sensitive(const Request& request, const Reader& reader);
  Response keep_sensitive(const Request& request, const Reader& reader);
  Response erase_sensitive(const Request& request, const Reader& reader);
  Response own_data(const Request& request, const Reader& reader);
  Response erase_own_data(const Request& request, const Reader& reader);
  Response purges(const Request& request, const Reader& reader);
  Response remarks(const Request& request, const Reader& reader);
  Response keep_remark(const Request& request, const Reader& reader);
  Response releases(const Request& request, const Reader& reader);
  Response keep_release(const Request& request, const Reader& reader);
  Response clear_release(const Request& request, const Reader& reader);
  Response withdraw_release(const Request& request, const Reader& reader);
  Response newsroom(const Request& request, const Reader& reader);
  Response newsroom_feed(const Request& request, const Reader& reader);
  Response exports(const Request& request, const Reader& reader);
  Response export_of(const Request& request, const Reader& reader);
  Response register_page(const Request& request, const Reader& reader);
  Response step_agreement(const Request& request, const Reader& reader);
  Response all_remarks(const Request& request, const Reader& reader);
  Response order_letters(const Request& request, const Reader& reader, actions::LetterOrder order);
  Response sign_out(const Request& request, const Reader& reader);
  Response demo_sign_in(const Request& request, const Reader& reader);
  Response mission_page(const Request& request, const Reader& reader);
  Response programme(const Request& request, const Reader& reader);
  Response placements(const Request& request, const Reader& reader);
  Response activity_page(const Request& request, const Reader& reader);
  Response organisations(const Request& request, const Reader& reader);
  Response organisation_page(const Request& request, const Reader& reader);
  Response people(const Request& request, const Reader& reader);
  Response person_page(const Request& request, const Reader& reader);
  Response feed_link(const Request& request, const Reader& reader);
  Response end_feed_links(const Request& request, const Reader& reader);
  Response feed(const Request& request, const Reader& reader);
  Response agreements(const Request& request, const Reader& reader);
  Response figures(const Request& request, const Reader& reader);
  Response plan_page(const Request& request, const Reader& reader);
  Response certificate(const Request& request, const Reader& reader);
  Response start_plan(const Request& request, const Reader& reader);
  Response stop_plan(const Request& request, const Reader& reader);
  Response publish_plan(const Request& request, const Reader& reader);
  Response webhooks(const Request& request, const Reader& reader);
  Response add_webhook(const Request& request, const Reader& reader);
  Response rotate_webhook(const Request& request, const Reader& reader);
  Response remove_webhook(const Request& request, const Reader& reader);
  Response deliveries(const Request& request, const Reader& reader);
  Response replay_delivery(const Request& request, const Reader& reader);
  Response attention(const Request& request, const Reader& reader);
  Response draft_page(const Request& request, const Reader& reader);
  Response restore_version(const Request& request, const Reader& reader);
  Response imports(const Request& request, const Reader& reader);
  Response try_import(const Request& request, const Reader& reader);
  Response apply_import(const Request& request, const Reader& reader);
  Response run_import(const Request& request, const Reader& reader, actions::ImportRun run);
  Response undo_import(const Request& request, const Reader& reader);
  Response changes(const Request& request, const Reader& reader);
  Response change_detail(const Request& request, const Reader& reader);
  Response fairness_page(const Request& request, const Reader& reader);
  Response why_page(const Request& request, const Reader& reader);
  Response grant_wish(const Request& request, const Reader& reader);
  actions::Outcome<actions::ChangeQuestion> question_of(const wire::Disruption& message,
                                                        const Reader& reader);
  Response preview_change(const Request& request, const Reader& reader);
  Response try_change(const Request& request, const Reader& reader);
  Response apply_change(const Request& request, const Reader& reader);
  Response undo_change(const Request& request, const Reader& reader);
  Response undo_change_of_number(const Request& request, const Reader& reader);
  Response locks(const Request& request, const Reader& reader);
  Response lock(const Request& request, const Reader& reader);
  Response unlock(const Request& request, const Reader& reader);
  Response set_lock(const Request& request, const Reader& reader, actions::Locking locking);
  Response events(const Request& request, const Reader& reader);

  wire::Session session_of(const Reader& reader);
  std::vector<actions::Event> events_so_far(const mission::Acting& acting);

  actions::Context& context_;
  Options options_;
  actions::Jobs jobs_;
  Hub hub_;
  PageCache cache_;
  KeptAnswers kept_;
  PostRoom post_room_;
  actions::ProviderSignIn provider_sign_in_;
  StaticFiles files_;
  Handlers handlers_;  // by the names of routes
  Router router_;
};

}  // namespace kontor::server
