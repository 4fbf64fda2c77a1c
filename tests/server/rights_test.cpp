#include <algorithm>
#include <gtest/gtest.h>

#include "server/documented.h"
#include "server/scene.h"

// What routes answer to each reader; rights_table_test.cpp asks all of them.

namespace kontor::server {
namespace {

using test::Scene;

struct Row {
  std::string_view method;
  std::string target;
  std::string route;  // its path in messages.json
  std::string body;
  std::array<int, 9> status;  // in the order of names
};

constexpr std::array<std::string_view, 9> names{
    "public", "P1", "Q1", "AW", "FI", "press", "protocol", "coordinator", "director"};

using Statuses = std::array<int, 9>;

// Of anybody: the same.
constexpr Statuses all(int status) {
  Statuses statuses{};
  statuses.fill(status);
  return statuses;
}

// For coordinators alone; others are refused.
constexpr Statuses coordinators(int status) {
  return {401, 403, 403, 403, 403, 403, 403, status, 403};
}

// clang-format off
const std::vector<Row> rows{
    {"GET", "/api/session", "/api/session", "", all(200)},
    {"POST", "/api/sign-out", "/api/sign-out", "", all(200)},
    {"POST", "/api/sign-in/mail", "/api/sign-in/mail", R"({"mail":"x"})", all(422)},
    {"POST", "/api/sign-in/code", "/api/sign-in/code", R"({"code":"x"})", all(403)},
    {"POST", "/api/sign-in/link", "/api/sign-in/link", R"({"link":"x"})", all(403)},
    {"POST", "/api/sign-in/passkey/begin", "/api/sign-in/passkey/begin", "", all(200)},
    {"POST", "/api/sign-in/passkey", "/api/sign-in/passkey",
     R"({"credential":"","client_data":"","authenticator_data":"","signature":""})", all(403)},
    {"GET", "/api/passkeys", "/api/passkeys", "", all(200)},
    {"POST", "/api/passkeys/begin", "/api/passkeys/begin", "",
                             {401, 403, 403, 403, 403, 403, 403, 403, 403}},
    {"POST", "/api/passkeys", "/api/passkeys", R"({"name":"","client_data":""})",
                             {401, 403, 403, 403, 403, 403, 403, 403, 403}},
    {"POST", "/api/passkeys/none/remove", "/api/passkeys/{id}/remove", "", all(404)},
    {"POST", "/api/accounts/none/reset", "/api/accounts/{id}/reset", "", coordinators(404)},
    {"GET", "/api/tokens", "/api/tokens", "", all(200)},
    {"POST", "/api/tokens", "/api/tokens", R"({"name":"n","scope":"read","days":9})",
                             {401, 403, 403, 403, 403, 403, 403, 403, 403}},
    {"POST", "/api/tokens/none/remove", "/api/tokens/{id}/remove", "", all(404)},
    {"GET", "/api/sessions", "/api/sessions", "", all(200)},
    {"POST", "/api/sessions/none/end", "/api/sessions/{id}/end", "", all(404)},
    {"POST", "/api/view-as", "/api/view-as", R"({"role":"press"})", coordinators(200)},
    {"POST", "/api/view-as/end", "/api/view-as/end", "", coordinators(200)},
    {"GET", "/api/accounts", "/api/accounts", "", coordinators(200)},
    {"POST", "/api/accounts", "/api/accounts", R"({"mail":"x","role":"press"})",
                             coordinators(422)},
    {"POST", "/api/accounts/none/end", "/api/accounts/{id}/end", "", coordinators(404)},
    {"GET", "/api/letters", "/api/letters", "", coordinators(200)},
    {"POST", "/api/letters/send", "/api/letters/send", R"({"numbers":[]})", coordinators(200)},
    {"POST", "/api/letters/withdraw", "/api/letters/withdraw", R"({"numbers":[]})",
                             coordinators(200)},
    {"GET", "/api/mission", "/api/mission", "", all(200)},
    {"GET", "/api/programme", "/api/programme", "", all(200)},
    {"GET", "/api/activities/A1", "/api/activities/{id}", "", all(200)},
    {"GET", "/api/placements", "/api/placements", "", all(200)},
    {"GET", "/api/activities/none", "/api/activities/{id}", "", all(404)},
    {"GET", "/api/organisations", "/api/organisations", "", all(200)},
    {"GET", "/api/organisations/O1", "/api/organisations/{id}", "", all(200)},
    {"GET", "/api/organisations/none", "/api/organisations/{id}", "", all(404)},
    {"GET", "/api/people", "/api/people", "", all(200)},
    {"GET", "/api/people/none", "/api/people/{id}", "", all(404)},
    {"GET", "/api/agreements", "/api/agreements", "", all(200)},
    {"GET", "/api/figures", "/api/figures", "", all(200)},
    {"GET", "/api/plan", "/api/plan", "", all(200)},
    {"GET", "/api/plan/fairness?minimum=90", "/api/plan/fairness", "", all(200)},
    {"GET", "/api/plan/fairness?minimum=101", "/api/plan/fairness", "", all(422)},
    {"POST", "/api/wishes/W3/grant", "/api/wishes/{id}/grant",
                             R"({"token":"","reason":"r","publish":false})", coordinators(409)},
    {"GET", "/api/wishes/none/why", "/api/wishes/{id}/why", "", all(404)},
    {"POST", "/api/plan/runs", "/api/plan/runs", R"({"seed":"x"})", coordinators(422)},
    {"POST", "/api/plan/runs/none/stop", "/api/plan/runs/{id}/stop", "", coordinators(404)},
    {"GET", "/api/plan/draft", "/api/plan/draft", "", coordinators(404)},
    {"POST", "/api/plan/versions/9/restore", "/api/plan/versions/{id}/restore", "",
                             coordinators(404)},
    {"GET", "/api/attention", "/api/attention", "", coordinators(200)},
    {"POST", "/api/plan/publish", "/api/plan/publish", "", coordinators(409)},
    {"GET", "/api/events", std::string(wire::event_stream), "", all(200)},
    {"GET", "/feeds/none.ics", std::string(wire::feed), "", all(404)},
    {"GET", "/api/exports", "/api/exports", "", all(200)},
    {"GET", "/demo/coordinator", "/demo/{key}", "", all(303)},
    {"GET", "/demo/king", "/demo/{key}", "", all(404)},
    //                      public P1   Q1   AW   FI   press protocol coordinator director
    {"GET", "/api/activities/A9", "/api/activities/{id}", "",
                             {404, 404, 404, 404, 404, 404, 200, 200, 404}},
    {"GET", "/api/people/P1", "/api/people/{id}", "",
                             {404, 200, 200, 200, 200, 200, 200, 200, 200}},
    {"GET", "/api/wishes/W3/why", "/api/wishes/{id}/why", "",
                             {404, 404, 404, 200, 404, 404, 404, 200, 200}},
    {"GET", "/api/plan/certificate", "/api/plan/certificate", "",
                             {401, 403, 403, 403, 403, 403, 403, 200, 200}},
    {"POST", "/api/people/P1/feed", "/api/people/{id}/feed", "",
                             {401, 200, 403, 200, 404, 403, 403, 200, 403}},
    {"POST", "/api/people/P1/feed/end", "/api/people/{id}/feed/end", "",
                             {401, 200, 403, 200, 404, 403, 403, 200, 403}},
    {"POST", "/api/people/none/feed", "/api/people/{id}/feed", "",
                             {401, 404, 403, 404, 404, 403, 403, 404, 403}},
    {"POST", "/api/changes/preview", "/api/changes/preview", R"({"kind":"x"})",
                             coordinators(422)},
    {"POST", "/api/changes/preview", "/api/changes/preview",
     R"({"kind":"activity_cancelled","activity":"A9"})", coordinators(200)},
    {"POST", "/api/changes/try", "/api/changes/try", R"({"kind":"activity_cancelled"})",
                             coordinators(422)},
    {"POST", "/api/changes/try", "/api/changes/try",
     R"({"kind":"activity_moved","activity":"A1","starts_at":"2025-10-06T10:00"})",
                             coordinators(200)},
    {"POST", "/api/changes/preview", "/api/changes/preview",
     R"({"kind":"rule_added","rule":"kind = \"rest\""})", coordinators(422)},
    {"POST", "/api/changes/preview", "/api/changes/preview",
     R"({"kind":"arrival","people":"[[person]]\nid = \"L\"\n)"
     R"(family_name = \"L\"\norganisation = \"O1\""})",
                             coordinators(200)},
    {"POST", "/api/changes/apply", "/api/changes/apply",
     R"({"change":{"kind":"x"},"proposal":0,"version":1,"digest":"","reason":""})",
                             coordinators(422)},
    {"POST", "/api/changes/1/undo", "/api/changes/{id}/undo", "", coordinators(409)},
    {"POST", "/api/changes/undo", "/api/changes/undo", "", coordinators(409)},
    {"GET", "/api/locks", "/api/locks", "", coordinators(200)},
    {"POST", "/api/locks", "/api/locks", R"({"lock":"x"})", coordinators(422)},
    {"POST", "/api/locks/remove", "/api/locks/remove", R"({"lock":"x"})", coordinators(422)},
    {"GET", "/api/webhooks", "/api/webhooks", "", coordinators(200)},
    {"POST", "/api/webhooks", "/api/webhooks", R"({"address":"x"})", coordinators(422)},
    {"POST", "/api/webhooks/none/rotate", "/api/webhooks/{id}/rotate", "", coordinators(404)},
    {"POST", "/api/webhooks/none/remove", "/api/webhooks/{id}/remove", "", coordinators(404)},
    {"GET", "/api/webhooks/none/deliveries", "/api/webhooks/{id}/deliveries", "",
                             coordinators(404)},
    {"POST", "/api/deliveries/none/replay", "/api/deliveries/{id}/replay", "", coordinators(404)},
    {"GET", "/api/changes/99", "/api/changes/{id}", "",
                             {401, 403, 403, 403, 403, 403, 403, 404, 404}},
    {"GET", "/api/changes", "/api/changes", "",
                             {401, 403, 403, 403, 403, 403, 403, 200, 200}},
};
// clang-format on

TEST(Rights, EveryRouteAnswersEveryReaderAsTheTableSays) {
  Scene scene;
  for (const Row& row : rows)
    for (std::size_t i = 0; i < names.size(); ++i) {
      const std::string token = scene.sign_in(std::string(names[i]));
      const Response response = scene.send(std::string(row.method), row.target, token, row.body);
      EXPECT_EQ(response.status, row.status[i])
          << row.method << " " << row.target << " as " << names[i] << ": " << response.bytes();
      if (row.route != "/demo/{key}") {
        EXPECT_TRUE(test::is_documented(row.method, row.route, response.status))
            << row.method << " " << row.route << " " << response.status;
      }
      const bool refused = response.status >= 400;
      EXPECT_EQ(response.type == "application/problem+json", refused) << row.target;
    }
}

TEST(Rights, WhatIsHiddenAndWhatIsNotThereLookAlike) {
  Scene scene;
  const Response hidden = scene.get("/api/activities/A9");
  const Response absent = scene.get("/api/activities/none");
  EXPECT_EQ(hidden.bytes(), absent.bytes());
  EXPECT_EQ(hidden.headers, absent.headers);
}

TEST(Rights, NoPageOfOthersTellsOfANever) {
  Scene scene;
  for (const std::string reader : {"public", "P1", "FI", "press", "protocol", "AW", "director"}) {
    const std::string token = scene.sign_in(reader);
    for (const std::string target :
         {"/api/organisations/C1", "/api/organisations/O2", "/api/plan", "/api/people/Q1"}) {
      const std::string body(scene.get(target, token).bytes());
      EXPECT_EQ(body.find("\"never\""), std::string::npos) << reader << " " << target;
      EXPECT_EQ(body.find("forbidden_by_never"), std::string::npos) << reader << " " << target;
    }
  }
  const std::string coordinator = scene.sign_in("coordinator");
  EXPECT_NE(scene.get("/api/plan", coordinator).bytes().find("forbidden_by_never"),
            std::string::npos);
}

}  // namespace
}  // namespace kontor::server
