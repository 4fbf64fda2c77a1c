#include "server/post_room.h"

#include "actions/host_links.h"
#include "actions/sensitive.h"

namespace kontor::server {

namespace {

constexpr std::size_t most_waiting = 1000;
constexpr std::chrono::seconds pause{2};  // a publication or an order of another node is seen then

}  // namespace

PostRoom::PostRoom(actions::Context& context, LetterHead head, SendMail send)
    : context_(context), head_(std::move(head)), send_(std::move(send)) {}

void PostRoom::start(const std::string& address) {
  if (head_.address.empty()) head_.address = address;
  thread_ = std::jthread([this](const std::stop_token& stop) { run(stop); });
}

void PostRoom::send_soon(exchange::Mail mail) {
  const std::lock_guard lock(mutex_);
  if (waiting_.size() >= most_waiting) return;
  waiting_.push_back(std::move(mail));
  changed_.notify_all();
}

void PostRoom::look_now() {
  const std::lock_guard lock(mutex_);
  look_ = true;
  changed_.notify_all();
}

void PostRoom::run(const std::stop_token& stop) {
  while (!stop.stop_requested()) {
    try {
      work(stop);
    } catch (const std::exception& failure) {
      context_.log.write(base::Log::Level::Error, "post_room_failed", {{"reason", failure.what()}});
    }
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, stop, pause, [this] { return look_ || !waiting_.empty(); });
    look_ = false;
  }
}

void PostRoom::work(const std::stop_token& stop) {
  const std::lock_guard lock(working_);
  actions::purge_due(context_);
  send_waiting();
  draft();
  if (!send_) return;
  actions::send_letters(
      context_,
      [this](const store::Letter& letter,
             const mission::MissionId& mission) -> std::optional<actions::PostFailure> {
        send_waiting();
        if (letter.kind != store::LetterKind::HostLink)
          return send_(mail_of(letter, mission, head_));
        const auto token = actions::draw_host_token(context_, letter.account);
        if (!token) return actions::PostFailure{"the link has ended", true};
        return send_(mail_of(letter, mission, head_, *token));
      },
      [&stop] { return stop.stop_requested(); });
}

// A code that the post does not take is not sent again: its reader asks for another.
void PostRoom::send_waiting() {
  while (true) {
    exchange::Mail mail;
    {
      const std::lock_guard lock(mutex_);
      if (waiting_.empty()) return;
      mail = std::move(waiting_.front());
      waiting_.pop_front();
    }
    if (!send_) continue;
    if (const auto failure = send_(mail))
      context_.log.write(base::Log::Level::Warning, "code_not_sent", {{"reason", failure->reason}});
  }
}

void PostRoom::draft() {
  if (const auto due = actions::due_letters(context_))
    actions::draft_letters(context_, *due, compose_letters(context_, *due, head_));
}

}  // namespace kontor::server
