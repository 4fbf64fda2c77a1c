#pragma once
#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "actions/events.h"
#include "mission/acting.h"
#include "server/event_stream.h"

namespace kontor::server {

// Hands the events of `actions::Events` to any number of event streams. Readers with the same
// rights share a channel, numbered on its own, so that numbers tell nobody of events that they must
// not know of. Thread safe; must not outlive the `Events`.
class Hub {
 public:
  // What is so now and would be told by an event if it began now.
  using Snapshot = std::function<std::vector<actions::Event>()>;

  explicit Hub(actions::Events& events);

  // A stream for `acting`. Behind a `last_event_id` that is still kept it goes on without a gap;
  // else it begins with the latest event of each kind, which is `snapshot()` where none came yet.
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
    std::mutex mutex;
    std::uint64_t last_number = 0;
    std::deque<EventStream::Message> recent;             // the last one has `last_number`
    std::map<std::size_t, EventStream::Message> latest;  // by kind of event
    std::vector<Reader> readers;
    actions::Events::Subscription subscription;
  };

  void end_where(const std::function<bool(const SignIn&)>& ends);
  Channel& channel_of(const mission::Acting& acting, const Snapshot& snapshot);
  enum class Condition { Always, NoneOfItsKind };
  void record(Channel& channel, const actions::Event& event, Condition condition);
  void resume(Channel& channel, EventStream& stream, std::string_view last_event_id) const;

  actions::Events& events_;
  std::string start_;  // tells the numbers of this process from those of others
  std::mutex mutex_;
  std::map<std::string, std::shared_ptr<Channel>> channels_;
};

}  // namespace kontor::server
