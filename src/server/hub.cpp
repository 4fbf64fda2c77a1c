#include "server/hub.h"

#include <algorithm>
#include <charconv>
#include <fmt/format.h>

#include "actions/event_log.h"
#include "wire/messages.h"

namespace kontor::server {

namespace {

constexpr std::size_t most_waiting = 512;

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

Hub::Hub(actions::Context& context) : context_(context), start_(actions::begin_events(context)) {}

std::shared_ptr<EventStream> Hub::open(const mission::Acting& acting, const SignIn& sign_in,
                                       std::string_view last_event_id, const Snapshot& snapshot) {
  Channel& channel = channel_of(acting);
  const auto heard = numbers_of(acting, last_event_id);
  // Whoever comes from another process may have heard more than this one has.
  if (heard) actions::deliver_events(context_);
  auto stream = std::make_shared<EventStream>(3 * most_waiting);
  const std::lock_guard lock(channel.mutex);
  if (!heard || !resume(channel, *stream, *heard)) begin(channel, *stream, snapshot);
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

Hub::Channel& Hub::channel_of(const mission::Acting& acting) {
  const std::lock_guard lock(mutex_);
  auto& found = channels_[key_of(acting)];
  if (found) return *found;
  found = std::make_shared<Channel>();
  found->acting = acting;
  found->subscription = context_.events->subscribe(
      acting, [this, one = found.get()](const actions::Event& event) { record(*one, event); },
      &found->told);
  return *found;
}

void Hub::record(Channel& channel, const actions::Event& event) {
  const std::lock_guard lock(channel.mutex);
  if (const auto number = actions::number_of(event); number > 0) {
    auto& told = channel.told.at(static_cast<std::size_t>(actions::audience_of(event)));
    if (number <= told) return;
    told = number;
  }
  const auto words = message(channel, event, channel.told);
  std::erase_if(channel.readers, [&](const Reader& reader) {
    const auto stream = reader.stream.lock();
    return !stream || !stream->push(words);
  });
}

// Pushes what was logged since; false where that is not kept, or the numbers are of the future.
bool Hub::resume(const Channel& channel, EventStream& stream, const actions::EventNumbers& heard) {
  std::vector<actions::Event> missed;
  for (const actions::Audience audience : actions::all_audiences) {
    const auto index = static_cast<std::size_t>(audience);
    if (!actions::may_hear(channel.acting, audience) || heard[index] == channel.told[index])
      continue;
    if (heard[index] > channel.told[index] ||
        channel.told[index] - heard[index] > static_cast<std::int64_t>(most_waiting))
      return false;
    const auto events =
        actions::events_between(context_, audience, heard[index], channel.told[index]);
    if (!events) return false;
    missed.insert(missed.end(), events->begin(), events->end());
  }
  actions::EventNumbers told = heard;
  for (const actions::Event& event : missed) {
    told.at(static_cast<std::size_t>(actions::audience_of(event))) = actions::number_of(event);
    stream.push(message(channel, event, told));
  }
  return true;
}

// What is so now; then the id from which to go on, for whoever leaves before the first event.
void Hub::begin(const Channel& channel, EventStream& stream, const Snapshot& snapshot) {
  for (const actions::Event& event : snapshot()) stream.push(message(channel, event, {}));
  stream.push(std::make_shared<const std::string>(
      fmt::format("id: {}\n\n", id_of(channel.acting, channel.told))));
}

EventStream::Message Hub::message(const Channel& channel, const actions::Event& event,
                                  const actions::EventNumbers& told) const {
  const Words words = std::visit([](const auto& one) { return words_of(one); }, event);
  const std::string id =
      actions::number_of(event) > 0 ? fmt::format("id: {}\n", id_of(channel.acting, told)) : "";
  return std::make_shared<const std::string>(
      fmt::format("{}event: {}\ndata: {}\n\n", id, words.name, words.data));
}

// "9c41d3a0b2f7-12" or, for who hears planners' events too, "9c41d3a0b2f7-12.5".
std::string Hub::id_of(const mission::Acting& acting, const actions::EventNumbers& told) const {
  std::string id = start_ + "-";
  for (const actions::Audience audience : actions::all_audiences)
    if (actions::may_hear(acting, audience))
      id += fmt::format("{}{}", id.ends_with('-') ? "" : ".",
                        told.at(static_cast<std::size_t>(audience)));
  return id;
}

std::optional<actions::EventNumbers> Hub::numbers_of(const mission::Acting& acting,
                                                     std::string_view id) const {
  if (!id.starts_with(start_ + "-")) return std::nullopt;
  actions::EventNumbers numbers{};
  std::string_view rest = id.substr(start_.size() + 1);
  for (const actions::Audience audience : actions::all_audiences) {
    if (!actions::may_hear(acting, audience)) continue;
    auto& number = numbers.at(static_cast<std::size_t>(audience));
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), number);
    if (error != std::errc() || number < 0) return std::nullopt;
    rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
    if (rest.starts_with('.')) rest.remove_prefix(1);
  }
  return rest.empty() && id_of(acting, numbers) == id ? std::optional(numbers) : std::nullopt;
}

}  // namespace kontor::server
