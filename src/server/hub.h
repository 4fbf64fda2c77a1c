#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "actions/context.h"
#include "actions/events.h"
#include "mission/acting.h"
#include "server/event_stream.h"

namespace kontor::server {

// Hands the events of `context.events` to any number of event streams. Readers with the same rights
// share a channel. A kept event has an id: the start of the log and the latest number of each
// audience that the reader is of, so that it tells nobody of events for others, and means the same
// to every process on the same database. Thread safe; must not outlive the context.
class Hub {
 public:
  // What is so now and would be told by an event if it began now.
  using Snapshot = std::function<std::vector<actions::Event>()>;

  explicit Hub(actions::Context& context);

  // A stream for `acting`. Behind a `last_event_id` of this log it goes on with the events that are
  // kept, none missing and none twice; behind another, or one too old, it begins with `snapshot()`.
  // `sign_in` names whose it is, for what ends streams.
  struct SignIn {
    std::string token;
    std::string session;  // its id
    std::string account;
  };
  std::shared_ptr<EventStream> open(const mission::Acting& acting, const SignIn& sign_in,
                                    std::string_view last_event_id, const Snapshot& snapshot);
  // Closes the streams of a session, by its token or id, and those of an account.
  void end(const std::string& token);
  void end_session(const std::string& id);
  void end_account(const std::string& id);

 private:
  struct Reader {
    SignIn sign_in;
    std::weak_ptr<EventStream> stream;
  };
  struct Channel {
    mission::Acting acting;
    std::mutex mutex;
    actions::EventNumbers told{};  // up to here every reader was told
    std::vector<Reader> readers;
    actions::Events::Subscription subscription;
  };

  void end_where(const std::function<bool(const SignIn&)>& ends);
  Channel& channel_of(const mission::Acting& acting);
  void record(Channel& channel, const actions::Event& event);
  bool resume(const Channel& channel, EventStream& stream, const actions::EventNumbers& heard);
  void begin(const Channel& channel, EventStream& stream, const Snapshot& snapshot);
  EventStream::Message message(const Channel& channel, const actions::Event& event,
                               const actions::EventNumbers& told) const;
  std::string id_of(const mission::Acting& acting, const actions::EventNumbers& told) const;
  std::optional<actions::EventNumbers> numbers_of(const mission::Acting& acting,
                                                  std::string_view id) const;

  actions::Context& context_;
  std::string start_;  // of the log
  std::mutex mutex_;
  std::map<std::string, std::shared_ptr<Channel>> channels_;
};

}  // namespace kontor::server
