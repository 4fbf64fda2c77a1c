#include "server/http.h"

#include <array>
#include <atomic>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/bind_executor.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <fmt/format.h>
#include <mutex>
#include <optional>
#include <set>
#include <thread>

#include "server/head.h"
#include "server/http_parser.h"
#include "server/large_body.h"
#include "server/listen.h"

// A false alarm of GCC 12 where it inlines the frame's own operator new but not its delete.
#pragma GCC diagnostic ignored "-Wmismatched-new-delete"

// The only file with coroutines. GCC 12 miscompiles some of them, so: no braced list, aggregate or
// lambda temporary inside a co_await expression, and no co_await in a catch.

namespace kontor::server {

namespace asio = boost::asio;
namespace http = boost::beast::http;
using asio::ip::tcp;
using Error = boost::system::error_code;
using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

namespace {

constexpr std::size_t piece_bytes = 64 * 1024;

}  // namespace

class Connection;

class HttpServer::Listener {
 public:
  Listener(const HttpOptions& options, Handler handler, Refuse refuse, AtOnce at_once);

  int port() const { return acceptor_.local_endpoint().port(); }
  std::size_t connections() {
    const std::lock_guard lock(mutex_);
    return connections_.size();
  }
  void run();
  void stop();

  Response answer(Request request) const;
  std::optional<Response> answer_at_once(Request& request) const {
    return at_once_ ? at_once_(request) : std::nullopt;
  }
  Response refusal(int status) const { return refuse_(status); }
  const HttpOptions& options() const { return options_; }
  asio::thread_pool& pool() { return pool_; }
  void leave(Connection* connection);
  // How many large bodies are being read or answered.
  std::atomic<int>& large_bodies() { return large_bodies_; }

 private:
  asio::awaitable<void> accept();
  void admit(tcp::socket socket);
  void stop_here();

  HttpOptions options_;
  Handler handler_;
  Refuse refuse_;
  AtOnce at_once_;
  // Each is run by one thread, which has its own connections; the first one also accepts.
  std::vector<std::unique_ptr<asio::io_context>> contexts_;
  std::vector<asio::executor_work_guard<asio::io_context::executor_type>> open_;
  asio::io_context& io_;  // the first
  std::size_t next_ = 0;  // whose turn it is to take a connection
  asio::thread_pool pool_;
  tcp::acceptor acceptor_{io_};
  asio::steady_timer pause_{io_};
  asio::steady_timer drain_{io_};
  std::mutex mutex_;
  bool stopping_ = false;
  std::atomic<int> large_bodies_ = 0;
  std::set<std::shared_ptr<Connection>> connections_;
};

// One client. Everything but the handler runs on one thread of the network.
class Connection : public std::enable_shared_from_this<Connection> {
 public:
  Connection(HttpServer::Listener& listener, tcp::socket socket)
      : listener_(listener),
        options_(listener.options()),
        socket_(std::move(socket)),
        deadline_(socket_.get_executor()),
        wake_(socket_.get_executor()) {
    Error unknown;
    const auto peer = socket_.remote_endpoint(unknown);
    if (!unknown) peer_ = peer.address().to_string();
  }

  void start();
  void stop();

 private:
  asio::awaitable<void> serve();
  asio::awaitable<bool> serve_one();
  asio::awaitable<int> read(Parser& parser);
  bool admit_large(Parser& parser);
  asio::awaitable<bool> fill();
  asio::awaitable<Response> ask(Request request);
  asio::awaitable<bool> write(std::string head, std::string_view body);
  asio::awaitable<bool> send(const Response& response, bool with_body, bool keep_alive);
  asio::awaitable<void> send_events(const Response& response);
  asio::awaitable<bool> wait_for_event();
  void watch_for_end();
  void wake();
  void allow(milliseconds time);
  void watch_deadline();
  void close();

  HttpServer::Listener& listener_;
  const HttpOptions& options_;
  tcp::socket socket_;
  asio::steady_timer deadline_;
  Clock::time_point ends_at_ = Clock::time_point::max();    // unless moved on before
  Clock::time_point looked_at_ = Clock::time_point::max();  // when deadline_ looks at that
  asio::steady_timer wake_;
  std::string peer_;
  std::string buffer_;
  std::array<char, 2048> chunk_{};
  std::shared_ptr<EventStream> stream_;
  std::optional<LargeBody> large_;  // while such a request is read and answered
  bool stopping_ = false;
  bool idle_ = false;   // between two requests
  bool woken_ = false;  // an event came since the last look
  bool gone_ = false;   // the reader of the stream has left
};

void Connection::start() {
  auto self = shared_from_this();
  auto finish = [self](const std::exception_ptr&) {
    self->close();
    self->listener_.leave(self.get());
  };
  asio::co_spawn(socket_.get_executor(), serve(), finish);
}

void Connection::stop() {
  auto end = [self = shared_from_this()] {
    self->stopping_ = true;
    if (self->idle_) self->close();
    if (self->stream_) self->stream_->close();
  };
  asio::post(socket_.get_executor(), end);
}

void Connection::close() {
  Error ignored;
  deadline_.cancel();
  wake_.cancel();
  socket_.shutdown(tcp::socket::shutdown_both, ignored);
  socket_.close(ignored);
}

// The connection is closed unless this is called again within `time`; 0: no deadline. The timer is
// touched for a nearer deadline only: one that was moved on is seen when the timer fires.
void Connection::allow(milliseconds time) {
  ends_at_ = time.count() == 0 ? Clock::time_point::max() : Clock::now() + time;
  if (ends_at_ < looked_at_) watch_deadline();
}

void Connection::watch_deadline() {
  looked_at_ = ends_at_;
  deadline_.expires_at(looked_at_);
  deadline_.async_wait([self = shared_from_this()](const Error& error) {
    if (error) return;
    self->looked_at_ = Clock::time_point::max();
    if (self->ends_at_ <= Clock::now())
      self->close();
    else if (self->ends_at_ != Clock::time_point::max())
      self->watch_deadline();
  });
}

asio::awaitable<void> Connection::serve() {
  bool more = true;
  while (more) more = co_await serve_one();
}

// Whether the connection stays open for another request.
asio::awaitable<bool> Connection::serve_one() {
  Parser parser;
  large_.reset();
  const int status = co_await read(parser);
  if (status == 0) co_return false;
  std::optional<Request> request;
  if (status == 200) request = request_of(parser);
  if (!request) {
    const Response refusal = listener_.refusal(status == 200 ? 400 : status);
    co_await send(refusal, true, false);
    co_return false;
  }
  request->peer = peer_;
  const bool with_body = request->method != "HEAD";
  const bool keep_alive = parser.keep_alive();
  const Response response = co_await ask(std::move(*request));
  if (response.stream && with_body) {
    co_await send_events(response);
    co_return false;
  }
  co_return co_await send(response, with_body, keep_alive && !stopping_);
}

// Grants the body of a request that begins so its larger limits; false: too few bytes came to tell.
bool Connection::admit_large(Parser& parser) {
  if (parser.got_some() || large_) return true;
  const std::string_view begin = options_.large_begin;
  if (buffer_.size() < begin.size()) return !begin.starts_with(buffer_);
  if (!buffer_.starts_with(begin)) return true;
  large_.emplace(listener_.large_bodies(), options_.large_bodies);
  if (!large_->granted()) return true;
  parser.body_limit(options_.large_body_bytes);
  return true;
}

// Reads one request: 200, or the status to refuse it with, or 0 where the client has left.
asio::awaitable<int> Connection::read(Parser& parser) {
  parser.eager(true);
  parser.header_limit(static_cast<std::uint32_t>(options_.header_bytes));
  parser.body_limit(options_.body_bytes);
  bool continued = false;
  idle_ = buffer_.empty();
  bool begun = !idle_;  // and its deadline runs
  allow(idle_ ? options_.idle : options_.request);
  while (!parser.is_done()) {
    if (!buffer_.empty() && admit_large(parser)) {
      Error error;
      const std::size_t used = parser.put(asio::buffer(buffer_), error);
      buffer_.erase(0, used);
      if (error && error != http::error::need_more) co_return status_of(error);
      if (parser.is_done() || (!error && used > 0 && !buffer_.empty())) continue;
    }
    if (!continued && wants_continue(parser)) {
      continued = true;
      std::string head = "HTTP/1.1 100 Continue\r\n\r\n";
      if (!co_await write(std::move(head), {})) co_return 0;
      begun = false;
    }
    if (!idle_ && !begun) {
      allow(large_ && large_->granted() ? options_.large_request : options_.request);
      begun = true;
    }
    if (!co_await fill()) co_return 0;
  }
  allow(milliseconds(0));
  co_return 200;
}

// Appends what the client sends next; false where it has left.
asio::awaitable<bool> Connection::fill() {
  Error error;
  const auto space = asio::buffer(chunk_);
  const std::size_t size =
      co_await socket_.async_read_some(space, asio::redirect_error(asio::use_awaitable, error));
  if (error) co_return false;
  idle_ = false;
  buffer_.append(chunk_.data(), size);
  co_return true;
}

// What is not answered at once is the handler's: runs it on the pool and comes back.
asio::awaitable<Response> Connection::ask(Request request) {
  std::optional<Response> known = listener_.answer_at_once(request);
  if (known) co_return *std::move(known);
  const auto home = socket_.get_executor();
  co_await asio::post(asio::bind_executor(listener_.pool(), asio::use_awaitable));
  Response response = listener_.answer(std::move(request));
  co_await asio::post(asio::bind_executor(home, asio::use_awaitable));
  co_return response;
}

// Each piece of the answer must leave in the time allowed for one, so that slow readers are cut off
// and large answers still arrive.
asio::awaitable<bool> Connection::write(std::string head, std::string_view body) {
  Error error;
  std::string_view first = head;
  const std::array<asio::const_buffer, 2> whole{asio::buffer(first), asio::buffer(body)};
  std::size_t sent = socket_.write_some(whole, error);  // mostly all of it, without waiting
  if (error && error != asio::error::would_block) co_return false;
  if (sent == head.size() + body.size()) co_return true;
  first.remove_prefix(std::min(sent, head.size()));
  body.remove_prefix(sent - std::min(sent, head.size()));
  do {
    const std::string_view piece = body.substr(0, piece_bytes);
    const std::array<asio::const_buffer, 2> parts{asio::buffer(first), asio::buffer(piece)};
    allow(options_.write);
    co_await asio::async_write(socket_, parts, asio::redirect_error(asio::use_awaitable, error));
    first = {};
    body.remove_prefix(piece.size());
  } while (!error && !body.empty());
  allow(milliseconds(0));
  co_return !error;
}

asio::awaitable<bool> Connection::send(const Response& response, bool with_body, bool keep_alive) {
  std::string head = head_of(response, keep_alive);
  const bool empty = !with_body || response.status == 304 || response.status == 204;
  const bool sent = co_await write(std::move(head), empty ? std::string_view() : response.bytes());
  co_return sent&& keep_alive;
}

asio::awaitable<void> Connection::send_events(const Response& response) {
  stream_ = response.stream;
  if (stopping_) stream_->close();
  std::string head = head_of(response, false);
  bool open = co_await write(std::move(head), {});
  stream_->on_change([weak = weak_from_this()] {
    if (const auto self = weak.lock()) self->wake();
  });
  watch_for_end();
  const auto end = Clock::now() + options_.stream;
  while (open && !gone_ && Clock::now() < end) {
    woken_ = false;
    const EventStream::Batch batch = stream_->take();
    std::string text;
    for (const auto& message : batch.messages) text += *message;
    if (!text.empty()) open = co_await write(std::move(text), {});
    if (!open || batch.closed) break;
    open = co_await wait_for_event();
  }
  stream_->on_change({});
  stream_->close();
}

// Until an event comes; a sign of life is sent where none does for long.
asio::awaitable<bool> Connection::wait_for_event() {
  if (woken_) co_return true;
  Error ignored;
  wake_.expires_after(options_.heartbeat);
  co_await wake_.async_wait(asio::redirect_error(asio::use_awaitable, ignored));
  if (woken_) co_return true;
  std::string sign = ":\n\n";
  co_return co_await write(std::move(sign), {});
}

// A reader of events sends nothing more: whatever arrives is its end.
void Connection::watch_for_end() {
  auto end = [self = shared_from_this()](const Error&, std::size_t) {
    self->gone_ = true;
    self->woken_ = true;
    self->wake_.cancel();
  };
  socket_.async_read_some(asio::buffer(chunk_), end);
}

void Connection::wake() {
  auto look = [self = shared_from_this()] {
    self->woken_ = true;
    self->wake_.cancel();
  };
  asio::post(socket_.get_executor(), look);
}

std::vector<std::unique_ptr<asio::io_context>> contexts_for(int threads) {
  std::vector<std::unique_ptr<asio::io_context>> contexts;
  for (int n = 0; n < std::max(threads, 1); ++n)
    contexts.push_back(std::make_unique<asio::io_context>(1));
  return contexts;
}

HttpServer::Listener::Listener(const HttpOptions& options, Handler handler, Refuse refuse,
                               AtOnce at_once)
    : options_(options),
      handler_(std::move(handler)),
      refuse_(std::move(refuse)),
      at_once_(std::move(at_once)),
      contexts_(contexts_for(options.network_threads)),
      io_(*contexts_.front()),
      pool_(static_cast<std::size_t>(options.handler_threads)) {
  listen(acceptor_, options_);
  for (const auto& context : contexts_) open_.emplace_back(context->get_executor());
}

Response HttpServer::Listener::answer(Request request) const {
  try {
    return handler_(std::move(request));
  } catch (...) {
    return refuse_(500);
  }
}

asio::awaitable<void> HttpServer::Listener::accept() {
  while (acceptor_.is_open()) {
    Error error;
    asio::io_context& home = *contexts_[next_++ % contexts_.size()];
    tcp::socket socket =
        co_await acceptor_.async_accept(home, asio::redirect_error(asio::use_awaitable, error));
    if (!error) {
      admit(std::move(socket));
    } else if (acceptor_.is_open()) {  // out of file handles: others may be freed
      pause_.expires_after(milliseconds(100));
      co_await pause_.async_wait(asio::redirect_error(asio::use_awaitable, error));
    }
  }
}

void HttpServer::Listener::admit(tcp::socket socket) {
  Error ignored;
  socket.set_option(tcp::no_delay(true), ignored);
  socket.non_blocking(true, ignored);
  auto connection = std::make_shared<Connection>(*this, std::move(socket));
  {
    const std::lock_guard lock(mutex_);
    if (stopping_ || connections_.size() >= options_.connections) return;
    connections_.insert(connection);
  }
  connection->start();
}

void HttpServer::Listener::leave(Connection* connection) {
  const std::lock_guard lock(mutex_);
  connections_.erase(connection->shared_from_this());
  if (stopping_ && connections_.empty()) asio::post(io_, [this] { drain_.cancel(); });
}

void HttpServer::Listener::stop_here() {
  acceptor_.close();
  pause_.cancel();
  open_.clear();
  const std::lock_guard lock(mutex_);
  stopping_ = true;
  for (const auto& connection : connections_) connection->stop();
  if (connections_.empty()) return;
  drain_.expires_after(options_.drain);
  drain_.async_wait([this](const Error& error) {
    if (error) return;
    for (const auto& context : contexts_) context->stop();
  });
}

void HttpServer::Listener::stop() {
  asio::post(io_, [this] { stop_here(); });
}

void HttpServer::Listener::run() {
  asio::co_spawn(io_, accept(), asio::detached);
  std::vector<std::jthread> threads;
  for (std::size_t n = 1; n < contexts_.size(); ++n)
    threads.emplace_back([this, n] { contexts_[n]->run(); });
  io_.run();
  threads.clear();
  pool_.join();
}

HttpServer::HttpServer(const HttpOptions& options, Handler handler, Refuse refuse, AtOnce at_once)
    : listener_(std::make_unique<Listener>(options, std::move(handler), std::move(refuse),
                                           std::move(at_once))) {}

HttpServer::~HttpServer() = default;

int HttpServer::port() const {
  return listener_->port();
}

std::size_t HttpServer::connections() const {
  return listener_->connections();
}

void HttpServer::run() {
  listener_->run();
}

void HttpServer::stop() {
  listener_->stop();
}

}  // namespace kontor::server
