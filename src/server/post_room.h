#pragma once
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "actions/context.h"
#include "actions/outbox.h"
#include "exchange/mail_write.h"
#include "server/letters.h"

namespace kontor::server {

// Hands a mail to the post; nothing, or why it was not taken. May block for a minute.
using SendMail = std::function<std::optional<actions::PostFailure>(const exchange::Mail&)>;

// Drafts letters that are due, sends those that the office approved, and deletes sealed fields
// whose day has come. Mails with codes go first and are never stored. Without `send` drafts are
// made and wait.
class PostRoom {
 public:
  PostRoom(actions::Context& context, LetterHead head, SendMail send);
  PostRoom(const PostRoom&) = delete;
  PostRoom& operator=(const PostRoom&) = delete;

  // Works on a thread of its own from now until it is destroyed. Letters lead to `address` where
  // their head names none.
  void start(const std::string& address);

  bool can_send() const { return static_cast<bool>(send_); }
  const LetterHead& head() const { return head_; }
  // Sends `mail` soon; forgets it where 1,000 wait already. Returns at once.
  void send_soon(exchange::Mail mail);
  // Does not wait for its next round: the office has given an order.
  void look_now();
  // One round of drafting and sending, by whoever calls.
  void work(const std::stop_token& stop = {});

 private:
  void run(const std::stop_token& stop);
  void send_waiting();
  void draft();

  actions::Context& context_;
  LetterHead head_;
  SendMail send_;
  std::mutex working_;
  std::mutex mutex_;
  std::condition_variable_any changed_;
  std::deque<exchange::Mail> waiting_;
  bool look_ = false;
  std::jthread thread_;  // last: ends before what it uses
};

}  // namespace kontor::server
