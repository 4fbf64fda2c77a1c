#include "actions/remarks.h"

#include <algorithm>
#include <array>

#include "actions/change_log.h"
#include "actions/read_view.h"
#include "store/missions.h"
#include "store/store.h"

namespace kontor::actions {

namespace {

constexpr std::size_t note_bytes = 2000;

// Which values a topic has, and about which nouns it is said.
struct Topic {
  std::string_view word;
  std::string_view nouns;
  std::string_view values;  // empty: any text
};
constexpr std::array topics{
    Topic{"wish", "organisation activity", "must want never"},
    Topic{"presence", "activity meeting", "late_5 late_15 late_30 not_here"},
    Topic{"outcome", "meeting", "none contact lead offer memorandum contract order"},
    Topic{"note", "organisation activity meeting", ""},
};

bool has_word(std::string_view words, std::string_view word) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    if (words.substr(0, end) == word) return true;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return false;
}

// What stands before the first '/', which is taken off `path`.
std::string noun_of(std::string& path) {
  const std::size_t end = std::min(path.find('/'), path.size());
  const std::string noun = path.substr(0, end);
  path.erase(0, end + 1);
  return noun;
}

base::Issues faults_of(const Saying& saying) {
  const auto topic = std::ranges::find(topics, saying.topic, &Topic::word);
  if (topic == topics.end())
    return {{"unknown_word",
             "/topic",
             saying.topic,
             {{"known", "wish, presence, outcome, note"}, {"hint", ""}},
             {}}};
  base::Issues issues;
  std::string rest = saying.subject;
  if (!has_word(topic->nouns, noun_of(rest)))
    issues.push_back({"unknown_word",
                      "/subject",
                      saying.subject,
                      {{"known", std::string(topic->nouns)}, {"hint", ""}},
                      {}});
  const bool known = topic->values.empty() ? saying.value.size() <= note_bytes
                                           : has_word(topic->values, saying.value);
  if (!saying.value.empty() && !known)
    issues.push_back({"out_of_range",
                      "/value",
                      "",
                      {{"expected", topic->values.empty() ? std::string("up to 2000 bytes")
                                                          : std::string(topic->values)}},
                      {}});
  return issues;
}

// Whether the reader of `view` knows what is spoken of.
bool knows(const View& view, std::string subject) {
  const std::string noun = noun_of(subject);
  const mission::Mission& mission = *view.mission;
  const auto has_key = [&](const auto& record) { return record.id.value == subject; };
  if (noun == "organisation") return std::ranges::any_of(mission.organisations, has_key);
  if (noun == "activity") return std::ranges::any_of(mission.activities, has_key);
  const std::string first = noun_of(subject);
  return std::ranges::any_of(view.plan->meetings, [&](const mission::Meeting& meeting) {
    return meeting.first.value == first && meeting.second.value == subject;
  });
}

// The mission, if the reader is somebody of it who may speak.
Outcome<mission::MissionId> speaking(Context& context, const mission::Acting& acting) {
  if (acting.person.empty() || !may(acting, Verb::KeepRemarks, Ownership::Own))
    return std::unexpected(Denied{Verb::KeepRemarks});
  return context.store.read([](sql::Connection& connection) -> Outcome<mission::MissionId> {
    const auto state = store::read_served_state(connection);
    if (!state) return std::unexpected(Conflict{"no_mission", ""});
    return state->id;
  });
}

}  // namespace

Outcome<std::vector<store::Remark>> read_remarks(Context& context, const mission::Acting& acting) {
  const auto mission = speaking(context, acting);
  if (!mission) return std::unexpected(mission.error());
  return context.store.read([&](sql::Connection& connection) {
    return store::read_remarks(connection, *mission, acting.person);
  });
}

Outcome<void> keep_remark(Context& context, const mission::Acting& acting, const Saying& saying) {
  const auto mission = speaking(context, acting);
  if (!mission) return std::unexpected(mission.error());
  const base::Issues issues = faults_of(saying);
  if (!issues.empty()) return std::unexpected(issues);
  const auto view = read_view(context, acting);
  if (!view) return std::unexpected(view.error());
  if (!knows(**view, saying.subject)) return std::unexpected(Missing{"subject", saying.subject});
  context.store.write([&](sql::Connection& connection) {
    store::write_remark(connection, *mission,
                        {acting.person, saying.subject, saying.topic, saying.value, context.now()});
    log_change(context, connection, *mission, acting, Verb::KeepRemarks,
               "person/" + acting.person.value,
               (saying.value.empty() ? "took back " : "said ") + saying.topic);
  });
  return {};
}

Outcome<std::vector<store::Remark>> read_all_remarks(Context& context,
                                                     const mission::Acting& acting) {
  if (!may(acting, Verb::ReadRemarks)) return std::unexpected(Denied{Verb::ReadRemarks});
  return context.store.read([](sql::Connection& connection) -> Outcome<std::vector<store::Remark>> {
    const auto state = store::read_served_state(connection);
    if (!state) return std::unexpected(Conflict{"no_mission", ""});
    auto remarks = store::read_all_remarks(connection, state->id);
    std::erase_if(remarks, [](const store::Remark& remark) { return remark.topic == "note"; });
    return remarks;
  });
}

}  // namespace kontor::actions
