#include "server/hub.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

#include "base/hash.h"
#include "wire/messages.h"

namespace kontor::server {

namespace {

constexpr std::size_t kept_events = 256;

struct Words {
  std::string_view name;
  std::string data;
};

Words words_of(const actions::PlanProgress& event) {
  wire::PlanProgress message;
  message.id = event.job;
  message.state = word(event.state);
  message.done_permille = event.permille_done;
  message.value = event.value;
  message.bound = event.bound;
  message.musts_placed = event.musts_placed;
  message.musts_asked = event.musts_asked;
  message.wishes_placed = event.wishes_placed;
  message.wishes_asked = event.wishes_asked;
  message.draft = event.draft;
  return {wire::plan_progress_event, wire::to_json(message)};
}

Words words_of(const actions::Published& event) {
  return {wire::published_event, wire::to_json(wire::Published{event.version})};
}

// Readers of one key have the same rights.
std::string key_of(const mission::Acting& acting) {
  return fmt::format("{}|{}|{}|{}", word(acting.role), acting.agency.value,
                     acting.organisation.value, acting.person.value);
}

}  // namespace

Hub::Hub(actions::Events& events) : events_(events), start_(base::random_hex(6)) {}

std::shared_ptr<EventStream> Hub::open(const mission::Acting& acting, const SignIn& sign_in,
                                       std::string_view last_event_id, const Snapshot& snapshot) {
  Channel& channel = channel_of(acting, snapshot);
  auto stream = std::make_shared<EventStream>(2 * kept_events);
  const std::lock_guard lock(channel.mutex);
  resume(channel, *stream, last_event_id);
  std::erase_if(channel.readers, [](const Reader& reader) { return reader.stream.expired(); });
  channel.readers.push_back({sign_in, stream});
  return stream;
}

void Hub::end(const std::string& token) {
  end_where([&](const SignIn& one) { return one.token == token; });
}

void Hub::end_session(const std::string& id) {
  end_where([&](const SignIn& one) { return !id.empty() && one.session == id; });
}

void Hub::end_account(const std::string& id) {
  end_where([&](const SignIn& one) { return !id.empty() && one.account == id; });
}

void Hub::end_where(const std::function<bool(const SignIn&)>& ends) {
  const std::lock_guard lock(mutex_);
  for (const auto& [key, channel] : channels_) {
    const std::lock_guard channel_lock(channel->mutex);
    for (const Reader& reader : channel->readers)
      if (const auto stream = reader.stream.lock(); stream && ends(reader.sign_in)) stream->close();
  }
}

Hub::Channel& Hub::channel_of(const mission::Acting& acting, const Snapshot& snapshot) {
  std::shared_ptr<Channel> channel;
  {
    const std::lock_guard lock(mutex_);
    auto& found = channels_[key_of(acting)];
    if (found) return *found;
    found = channel = std::make_shared<Channel>();
  }
  // From here on events come; they are newer than the snapshot, which is taken without a lock
  // because it asks the database.
  channel->subscription =
      events_.subscribe(acting, [this, one = channel.get()](const actions::Event& event) {
        record(*one, event, Condition::Always);
      });
  for (const actions::Event& event : snapshot()) record(*channel, event, Condition::NoneOfItsKind);
  return *channel;
}

void Hub::record(Channel& channel, const actions::Event& event, Condition condition) {
  const Words words = std::visit([](const auto& one) { return words_of(one); }, event);
  const std::lock_guard lock(channel.mutex);
  if (condition == Condition::NoneOfItsKind && channel.latest.contains(event.index())) return;
  const auto message = std::make_shared<const std::string>(fmt::format(
      "id: {}-{}\nevent: {}\ndata: {}\n\n", start_, ++channel.last_number, words.name, words.data));
  channel.latest[event.index()] = message;
  channel.recent.push_back(message);
  if (channel.recent.size() > kept_events) channel.recent.pop_front();
  std::erase_if(channel.readers, [&](const Reader& reader) {
    const auto stream = reader.stream.lock();
    return !stream || !stream->push(message);
  });
}

void Hub::resume(Channel& channel, EventStream& stream, std::string_view last_event_id) const {
  std::uint64_t number = 0;
  const bool ours = last_event_id.starts_with(start_ + "-");
  if (ours) last_event_id.remove_prefix(start_.size() + 1);
  const char* end = last_event_id.data() + last_event_id.size();
  const bool read = ours && std::from_chars(last_event_id.data(), end, number).ptr == end;
  const std::uint64_t missed = channel.last_number - std::min(number, channel.last_number);
  if (read && number <= channel.last_number && missed <= channel.recent.size()) {
    for (auto one = channel.recent.end() - static_cast<std::ptrdiff_t>(missed);
         one != channel.recent.end(); ++one)
      stream.push(*one);
    return;
  }
  std::vector<EventStream::Message> latest;
  for (const auto& [kind, message] : channel.latest) latest.push_back(message);
  for (const auto& message : latest) stream.push(message);
}

}  // namespace kontor::server
