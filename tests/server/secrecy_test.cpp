// Two servers whose missions differ in one secret answer everybody without the right to it byte for
// byte alike: pages, lists, counts, errors, ETags, feeds and events.
#include <algorithm>
#include <gtest/gtest.h>

#include "actions/feed_link.h"
#include "actions/secrets.h"
#include "server/scene.h"

namespace kontor::server {
namespace {

using actions::Secret;
using test::Scene;

using Answers = std::map<std::string, std::string>;  // by request

// Every key of either mission.
struct Keys {
  std::set<std::string> activities, organisations, people, wishes;

  void add(const mission::Mission& mission) {
    for (const auto& one : mission.activities) activities.insert(one.id.value);
    for (const auto& one : mission.organisations) organisations.insert(one.id.value);
    for (const auto& one : mission.people) people.insert(one.id.value);
    for (const auto& one : mission.wishes) wishes.insert(one.id.value);
  }
};

std::string shown(const Response& response) {
  std::string text = std::to_string(response.status) + " " + response.type + "\n";
  for (const auto& [name, value] : response.headers) text += name + ": " + value + "\n";
  return text + std::string(response.bytes());
}

// The events so far without their numbers, which begin anew with each server.
std::string events_of(Scene& scene, const std::string& token) {
  const Response response = scene.get("/api/events", token);
  std::string text;
  if (!response.stream) return shown(response);
  for (const auto& message : response.stream->take().messages)
    text += message->substr(message->find('\n'));
  return text;
}

const std::set<std::string>& keys_for(const Keys& keys, std::string_view path) {
  if (path.starts_with("/api/activities")) return keys.activities;
  if (path.starts_with("/api/organisations")) return keys.organisations;
  if (path.starts_with("/api/wishes")) return keys.wishes;
  return keys.people;
}

void ask_all(Scene& scene, const Keys& keys, const std::string& token, Answers& answers) {
  for (const wire::Route& route : wire::routes) {
    if (route.method != "GET" || route.path == "/api/session") continue;
    const std::string path(route.path);
    const std::size_t at = path.find("{id}");
    if (at == std::string::npos) {
      answers[path] = shown(scene.get(path, token));
      continue;
    }
    for (const std::string& key : keys_for(keys, path)) {
      const std::string target = path.substr(0, at) + key + path.substr(at + 4);
      answers[target] = shown(scene.get(target, token));
    }
  }
  answers["fairness"] = shown(scene.get("/api/plan/fairness?minimum=90", token));
  for (const std::string& activity : keys.activities)
    answers["cancel " + activity] =
        shown(scene.post("/api/changes/preview", token,
                         R"({"kind":"activity_cancelled","activity":")" + activity + "\"}"));
  for (const std::string& person : keys.people)
    answers["sensitive " + person] =
        shown(scene.post("/api/people/" + person + "/sensitive/read", token));
  answers["events"] = events_of(scene, token);
}

// The feed of the reader's own person, whose address differs with each link.
std::string feed_of(Scene& scene, const mission::Acting& acting) {
  if (acting.person.empty()) return "";
  const auto link =
      actions::feed_link(scene.world.context, actions::reader("coordinator"), acting.person);
  return link ? shown(scene.get("/feeds/" + *link + ".ics")) : "none";
}

std::map<std::string, Answers> answers_in(const Secret* secret, const Keys& keys) {
  Scene scene;
  mission::Mission mission = actions::small_mission();
  store::StoredPlan plan = actions::small_plan();
  if (secret != nullptr) secret->change(mission, plan);
  plan.plan.version = 2;
  scene.world.put(mission);
  scene.world.put(plan);
  std::map<std::string, Answers> out;
  for (const auto& [name, acting] : actions::readers()) {
    ask_all(scene, keys, scene.sign_in(name), out[name]);
    out[name]["feed"] = feed_of(scene, acting);
  }
  return out;
}

const Keys& all_keys() {
  static const Keys keys = [] {
    Keys all;
    all.add(actions::small_mission());
    for (const Secret& secret : actions::secrets()) {
      mission::Mission mission = actions::small_mission();
      store::StoredPlan plan = actions::small_plan();
      secret.change(mission, plan);
      all.add(mission);
    }
    return all;
  }();
  return keys;
}

const std::map<std::string, Answers>& answers_without_secrets() {
  static const auto answers = answers_in(nullptr, all_keys());
  return answers;
}

class ServedSecret : public testing::TestWithParam<Secret> {};

TEST_P(ServedSecret, IsToldToNobodyWithoutTheRight) {
  const Secret& secret = GetParam();
  const auto& without = answers_without_secrets();
  auto with = answers_in(&secret, all_keys());
  for (const auto& [name, answers] : without)
    for (const auto& [request, answer] : answers)
      if (!secret.who.contains(name)) {
        EXPECT_EQ(answer, with[name][request]) << name << " asks " << request;
      }
}

TEST(ServedSecrets, AreToldToThoseWithTheRight) {
  for (const Secret& secret : actions::secrets()) {
    if (secret.name != "sealed_agreement" && secret.name != "protocol_activity") continue;
    const auto with = answers_in(&secret, all_keys());
    for (const std::string& name : secret.who)
      EXPECT_NE(answers_without_secrets().at(name), with.at(name)) << name << " " << secret.name;
  }
}

INSTANTIATE_TEST_SUITE_P(Each, ServedSecret, testing::ValuesIn(actions::secrets()),
                         [](const auto& secret) { return secret.param.name; });

}  // namespace
}  // namespace kontor::server
