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
  std::set<std::string> activities, organisations, people, wishes, agreements;
  std::set<std::string> others{"1", "2", "none"};

  void add(const mission::Mission& mission) {
    for (const auto& one : mission.activities) activities.insert(one.id.value);
    for (const auto& one : mission.organisations) organisations.insert(one.id.value);
    for (const auto& one : mission.people) people.insert(one.id.value);
    for (const auto& one : mission.wishes) wishes.insert(one.id.value);
    for (const auto& one : mission.agreements) agreements.insert(one.id.value);
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
  if (path.starts_with("/api/people")) return keys.people;
  if (path.starts_with("/api/register")) return keys.agreements;
  return keys.others;
}

// What is sent to each route that is no GET; an empty body where none is asked for. A route that is
// not here fails the test: add it, with a body that gets as far as it can.
struct Sent {
  std::string_view path;
  std::string body;
  bool drawn = false;  // the answer has what is drawn at random: its status is compared
};
// clang-format off
const std::vector<Sent> sent{
    {"/api/sign-in/mail", R"({"mail":"p1@example.org"})", true},
    {"/api/sign-in/code", R"({"code":"123456"})"},
    {"/api/sign-in/link", R"({"link":"none"})"},
    {"/api/sign-in/passkey/begin", "", true},
    {"/api/sign-in/passkey",
     R"({"credential":"","client_data":"","authenticator_data":"","signature":""})"},
    {"/api/sign-in/provider/{id}", ""},
    {"/api/sign-in/provider", R"({"state":"s","code":"c","issuer":null})"},
    {"/api/sign-in/links/{id}", ""},
    {"/api/sign-in/links/{id}/remove", ""},
    {"/api/sign-in/password", R"({"mail":"p1@example.org","password":"a long password here"})"},
    {"/api/password", R"({"current":"","password":"a long password here"})"},
    {"/api/password/remove", ""},
    {"/api/passwords", R"({"used":false})"},
    {"/api/host-links",
     R"({"activity":"A1","mail":"h@example.org","name":"n","language":"en","days":9})", true},
    {"/api/host-links/{id}/end", ""},
    {"/api/host/page", R"({"token":"none"})"},
    {"/api/host/answer", R"({"token":"none","answer":"accepted","capacity":1,)"
                         R"("languages":[],"times":"","conditions":""})"},
    {"/api/providers",
     R"({"name":"n","issuer":"https://i.example","client":"c","secret":"","strong":[]})"},
    {"/api/providers/{id}/remove", ""},
    {"/api/passkeys/begin", "", true},
    {"/api/passkeys", R"({"name":"n","client_data":"","authenticator_data":""})"},
    {"/api/passkeys/{id}/remove", ""},
    {"/api/tokens", R"({"name":"n","scope":"read","days":9})", true},
    {"/api/tokens/{id}/remove", ""},
    {"/api/accounts/{id}/reset", ""},
    {"/api/people/{id}/feed/end", ""},
    {"/api/sessions/{id}/end", ""},
    {"/api/view-as", R"({"role":"press"})", true},
    {"/api/view-as/end", "", true},
    {"/api/accounts", R"({"mail":"x@example.org","role":"delegate","person":"P1"})"},
    {"/api/accounts/{id}/end", ""},
    {"/api/letters/send", R"({"numbers":[1,2,3]})"},
    {"/api/letters/withdraw", R"({"numbers":[1,2,3]})"},
    {"/api/people/{id}/feed", "", true},
    {"/api/people/{id}/sensitive/read", ""},
    {"/api/people/{id}/sensitive",
     R"({"field":"diet","value":"none","purpose":"dinner","purge_on":"2026-01-01"})"},
    {"/api/people/{id}/sensitive/erase", R"({"field":"health"})"},
    {"/api/people/{id}/own-data", ""},
    {"/api/me/remarks", R"({"subject":"organisation/C1","topic":"wish","value":"want"})"},
    {"/api/plan/runs", R"({"seed":"1"})"},
    {"/api/plan/runs/{id}/stop", ""},
    {"/api/plan/versions/{id}/restore", ""},
    {"/api/plan/publish", ""},
    {"/api/wishes/{id}/grant", R"({"token":"","reason":"r","publish":false})"},
    {"/api/changes/preview", R"({"kind":"activity_cancelled","activity":"A1"})"},
    {"/api/changes/try",
     R"({"kind":"activity_moved","activity":"A1","starts_at":"2025-10-06T10:00"})"},
    {"/api/changes/apply", R"({"change":{"kind":"activity_cancelled","activity":"A1"},)"
                           R"("proposal":0,"version":2,"digest":"","reason":"r"})"},
    {"/api/changes/undo", ""},
    {"/api/changes/{id}/undo", ""},
    {"/api/webhooks", R"({"address":"https://example.org/hook"})"},
    {"/api/webhooks/{id}/rotate", ""},
    {"/api/webhooks/{id}/remove", ""},
    {"/api/deliveries/{id}/replay", ""},
    {"/api/locks", R"({"lock":"activity/A1"})"},
    {"/api/locks/remove", R"({"lock":"activity/A1"})"},
    {"/api/people/{id}/own-data/erase", ""},
    {"/api/imports/try", R"({"files":[{"name":"t.csv",)"
                         R"("content":"TmFhbTtNYWlsCk5ldzttQGV4YW1wbGUub3JnCg=="}],)"
                         R"("agency":"AW","choices":[]})"},
    {"/api/imports/apply", R"({"files":[{"name":"t.csv",)"
                           R"("content":"TmFhbTtNYWlsCk5ldzttQGV4YW1wbGUub3JnCg=="}],)"
                           R"("agency":"AW","choices":[]})"},
    {"/api/imports/undo", ""},
    {"/api/register/{id}/steps",
     R"({"from":"ready","to":"withdrawn","happened_on":null,"reason":"r"})"},
    {"/api/releases", R"({"id":null,"subject":"agreement/G2","unlock_at":null,"zone":"",)"
                      R"("title":"t","body":"b"})"},
    {"/api/releases/{id}/clear", ""},
    {"/api/releases/{id}/withdraw", ""},
    {"/api/sign-out", ""},
};
// clang-format on

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

// Sends everything once, to every key where the address has one.
Answers send_all(Scene& scene, const Keys& keys, const std::string& token) {
  Answers answers;
  for (const Sent& one : sent) {
    const std::string path(one.path);
    const std::size_t at = path.find("{id}");
    const auto send = [&](const std::string& target) {
      const Response response = scene.post(target, token, one.body);
      answers[target] = one.drawn ? std::to_string(response.status) : shown(response);
    };
    if (at == std::string::npos)
      send(path);
    else
      for (const std::string& key : keys_for(keys, path))
        send(path.substr(0, at) + key + path.substr(at + 4));
  }
  return answers;
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

Answers answers_to_writes(const Secret* secret, const Keys& keys, const std::string& name) {
  Scene scene;
  mission::Mission mission = actions::small_mission();
  store::StoredPlan plan = actions::small_plan();
  if (secret != nullptr) secret->change(mission, plan);
  plan.plan.version = 2;
  scene.world.put(mission);
  scene.world.put(plan);
  return send_all(scene, keys, scene.sign_in(name));
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

TEST_P(ServedSecret, IsToldByNoRefusalAndNoAnswerToAWrite) {
  const Secret& secret = GetParam();
  static std::map<std::string, Answers> without;
  for (const auto& [name, acting] : actions::readers()) {
    if (secret.who.contains(name)) continue;
    if (!without.contains(name)) without[name] = answers_to_writes(nullptr, all_keys(), name);
    const Answers with = answers_to_writes(&secret, all_keys(), name);
    for (const auto& [request, answer] : without[name])
      EXPECT_EQ(answer, with.at(request)) << name << " sends " << request;
  }
}

TEST(ServedSecrets, AreSoughtInEveryRoute) {
  for (const wire::Route& route : wire::routes)
    if (route.method != "GET") {
      EXPECT_EQ(std::ranges::count(sent, route.path, &Sent::path), 1) << route.path;
    }
  for (const Sent& one : sent)
    EXPECT_TRUE(std::ranges::any_of(wire::routes, [&](const wire::Route& route) {
      return route.method != "GET" && route.path == one.path;
    })) << one.path;
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
