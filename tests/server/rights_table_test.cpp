// Every route, called by every role upon own and foreign records, against the one table of
// actions/rights.h.
#include <algorithm>
#include <gtest/gtest.h>

#include "actions/rights.h"
#include "server/scene.h"

namespace kontor::server {
namespace {

using actions::Matter;
using actions::Ownership;
using actions::Verb;
using test::Scene;

// What a route asks of the table.
struct Asks {
  enum class Of { Nothing, TheVerb, TheMatter, TheRecord, Oneself } of = Of::Nothing;
  Verb verb = Verb::ReadMission;
  Matter matter = Matter::PublicRecord;
};

constexpr Asks nothing{};
constexpr Asks record{Asks::Of::TheRecord};
constexpr Asks oneself{Asks::Of::Oneself};  // works for whoever is signed in with an account

constexpr Asks verb(Verb verb) {
  return {Asks::Of::TheVerb, verb};
}
constexpr Asks matter(Matter matter) {
  return {Asks::Of::TheMatter, Verb::ReadMission, matter};
}

// Pages without a right of their own show what the view of the reader holds (secrecy_test.cpp).
const std::map<std::string_view, Asks> table{
    {"session", nothing},
    {"sign_out", nothing},
    {"begin_sign_in", nothing},
    {"sign_in_by_code", oneself},
    {"sign_in_by_link", oneself},
    {"begin_passkey_sign_in", nothing},
    {"sign_in_by_passkey", oneself},
    {"begin_provider_sign_in", nothing},
    {"sign_in_by_provider", oneself},
    {"provider_links", nothing},
    {"begin_provider_link", oneself},
    {"remove_provider_link", oneself},
    {"sign_in_by_password", oneself},
    {"password_state", nothing},
    {"set_password", oneself},
    {"remove_password", oneself},
    {"set_password_use", verb(Verb::ManageAccounts)},
    {"host_links", verb(Verb::InviteHosts)},
    {"add_host_link", verb(Verb::InviteHosts)},
    {"end_host_link", verb(Verb::InviteHosts)},
    {"host_page", nothing},
    {"answer_as_host", nothing},
    {"providers", verb(Verb::ManageAccounts)},
    {"add_provider", verb(Verb::ManageAccounts)},
    {"remove_provider", verb(Verb::ManageAccounts)},
    {"passkeys", nothing},
    {"begin_passkey", oneself},
    {"add_passkey", oneself},
    {"remove_passkey", oneself},
    {"reset_passkeys", verb(Verb::ManageAccounts)},
    {"tokens", nothing},
    {"add_token", oneself},
    {"remove_token", oneself},
    {"sessions", nothing},
    {"end_session", oneself},
    {"view_as", verb(Verb::ViewAs)},
    {"end_view_as", verb(Verb::ViewAs)},
    {"accounts", verb(Verb::ManageAccounts)},
    {"add_account", verb(Verb::ManageAccounts)},
    {"end_account", verb(Verb::ManageAccounts)},
    {"outbox", verb(Verb::SendLetters)},
    {"send_letters", verb(Verb::SendLetters)},
    {"withdraw_letters", verb(Verb::SendLetters)},
    {"mission_page", nothing},
    {"programme", nothing},
    {"placements", nothing},
    {"activity_page", record},
    {"organisations", nothing},
    {"organisation_page", record},
    {"people", nothing},
    {"person_page", record},
    {"feed_link", verb(Verb::LinkFeed)},
    {"end_feed_links", verb(Verb::LinkFeed)},
    {"read_sensitive", verb(Verb::KeepSensitive)},
    {"keep_sensitive", verb(Verb::KeepSensitive)},
    {"erase_sensitive", verb(Verb::KeepSensitive)},
    {"own_data", verb(Verb::KeepSensitive)},
    {"erase_own_data", oneself},
    {"purges", verb(Verb::Purge)},
    {"remarks", oneself},
    {"keep_remark", oneself},
    {"all_remarks", verb(Verb::ReadRemarks)},
    {"agreements", nothing},
    {"register_page", verb(Verb::KeepAgreements)},
    {"step_agreement", verb(Verb::KeepAgreements)},
    {"releases", verb(Verb::KeepReleases)},
    {"keep_release", verb(Verb::KeepReleases)},
    {"clear_release", verb(Verb::KeepReleases)},
    {"withdraw_release", verb(Verb::KeepReleases)},
    {"newsroom", nothing},
    {"figures", nothing},
    {"exports", nothing},
    {"plan_page", nothing},
    {"draft_page", verb(Verb::PlanMission)},
    {"restore_version", verb(Verb::PlanMission)},
    {"attention", verb(Verb::PlanMission)},
    {"certificate", matter(Matter::Proof)},
    {"fairness_page", nothing},
    {"start_plan", verb(Verb::PlanMission)},
    {"stop_plan", verb(Verb::PlanMission)},
    {"publish_plan", verb(Verb::PublishPlan)},
    {"why_page", record},
    {"grant_wish", verb(Verb::GrantWish)},
    {"changes", verb(Verb::ReadChanges)},
    {"change_detail", verb(Verb::ReadChanges)},
    {"webhooks", verb(Verb::ManageWebhooks)},
    {"add_webhook", verb(Verb::ManageWebhooks)},
    {"rotate_webhook", verb(Verb::ManageWebhooks)},
    {"remove_webhook", verb(Verb::ManageWebhooks)},
    {"deliveries", verb(Verb::ManageWebhooks)},
    {"replay_delivery", verb(Verb::ManageWebhooks)},
    {"preview_change", verb(Verb::PreviewChange)},
    {"try_change", verb(Verb::PreviewChange)},
    {"apply_change", verb(Verb::ApplyChange)},
    {"undo_change", verb(Verb::ApplyChange)},
    {"undo_change_of_number", verb(Verb::ApplyChange)},
    {"locks", verb(Verb::PreviewChange)},
    {"lock", verb(Verb::ApplyChange)},
    {"unlock", verb(Verb::ApplyChange)},
    {"imports", verb(Verb::LoadMission)},
    {"try_import", verb(Verb::LoadMission)},
    {"apply_import", verb(Verb::LoadMission)},
    {"undo_import", verb(Verb::LoadMission)},
};

// Whether `person` of the small mission is the reader's own, as the verb takes it.
bool owns(const mission::Acting& acting, const std::string& person, Verb verb) {
  if (acting.person.value == person) return true;
  if (acting.role != mission::Role::Adviser || verb != Verb::LinkFeed) return false;
  return acting.agency.value == (person == "P3" ? "FI" : "AW");
}

bool is_refused(const Response& response) {
  return response.status == 401 || response.status == 403 || response.status == 404;
}

std::string filled(std::string_view path, const std::string& key) {
  std::string target(path);
  if (const auto at = target.find("{id}"); at != std::string::npos) target.replace(at, 4, key);
  return target;
}

TEST(RightsTable, KnowsEveryRouteAndNoOther) {
  std::set<std::string_view> routes;
  for (const wire::Route& route : wire::routes) {
    routes.insert(route.name);
    EXPECT_TRUE(table.contains(route.name)) << route.name << ": say here what it asks";
  }
  for (const auto& [name, asks] : table) EXPECT_TRUE(routes.contains(name)) << name;
}

TEST(RightsTable, IsWhatTheDocumentedRightsSay) {
  for (const wire::Route& route : wire::routes) {
    const Asks asks = table.at(route.name);
    if (asks.of == Asks::Of::TheVerb) {
      EXPECT_EQ(route.verb, actions::word(asks.verb)) << route.name;
    } else if (asks.of != Asks::Of::Oneself) {
      EXPECT_EQ(route.verb, "read_mission") << route.name;
    }
  }
}

TEST(RightsTable, VerbsAreForThoseWhoMayAndForNobodyElse) {
  Scene scene;
  for (const wire::Route& route : wire::routes) {
    const Asks asks = table.at(route.name);
    if (asks.of != Asks::Of::TheVerb && asks.of != Asks::Of::TheMatter) continue;
    const bool of_person = route.path.starts_with("/api/people/{id}");
    for (const auto& [name, acting] : actions::readers())
      for (const std::string person : {"P1", "P3"}) {
        // Of lists and keys that nobody has, what the reader's own agency keeps counts.
        const bool own =
            of_person ? owns(acting, person, asks.verb) : asks.verb == Verb::KeepAgreements;
        const auto ownership = own ? Ownership::Own : Ownership::Foreign;
        const bool allowed = asks.of == Asks::Of::TheVerb
                                 ? actions::may(acting, asks.verb, ownership)
                                 : actions::may_see(acting, asks.matter, ownership);
        const std::string target = filled(route.path, of_person ? person : "none");
        const Response response = scene.send(std::string(route.method), target, scene.sign_in(name),
                                             route.method == "POST" ? "{}" : "");
        // What is allowed may fail for another reason, but is never refused; of a key that nobody
        // has, only 401 and 403 are refusals.
        const bool refused = of_person || asks.of == Asks::Of::TheMatter
                                 ? is_refused(response)
                                 : response.status == 401 || response.status == 403;
        const bool missing =
            response.status == 404 && response.bytes().contains("not_found") && allowed;
        EXPECT_EQ(refused && !missing, !allowed)
            << route.method << " " << target << " as " << name << ": " << response.bytes();
      }
  }
}

TEST(RightsTable, RecordsAreForThoseWhoMaySeeTheirClassAndForNobodyElse) {
  using mission::Visibility;
  mission::Mission mission = actions::small_mission();
  std::map<std::string, Visibility> classes;
  for (const Visibility visibility :
       {Visibility::Public, Visibility::Delegation, Visibility::Agency, Visibility::Protocol,
        Visibility::Sealed}) {
    const std::string key = "X-" + std::string(mission::word(visibility));
    classes[key] = visibility;
    mission::Activity activity = mission.activities[1];
    activity.id.value = key;
    mission::Organisation organisation = mission.organisations[2];
    organisation.id.value = key;
    activity.record.visibility = organisation.record.visibility = visibility;
    activity.record.owner.value = organisation.record.owner.value = "AW";
    activity.host = {};
    mission.activities.push_back(activity);
    mission.organisations.push_back(organisation);
  }
  Scene scene;
  scene.world.put(mission);
  for (const auto& [name, acting] : actions::readers())
    for (const auto& [key, visibility] : classes)
      for (const std::string noun : {"activities", "organisations"}) {
        const auto ownership = name == "AW" ? Ownership::Own : Ownership::Foreign;
        const bool allowed = actions::may_see(acting, actions::matter_of(visibility), ownership);
        const Response response = scene.get("/api/" + noun + "/" + key, scene.sign_in(name));
        EXPECT_EQ(response.status, allowed ? 200 : 404) << noun << " " << key << " as " << name;
      }
}

TEST(RightsTable, WhyAWishIsNotGrantedIsForThoseWhoMaySeeIt) {
  Scene scene;
  for (const auto& [name, acting] : actions::readers()) {
    const auto ownership = name == "AW" ? Ownership::Own : Ownership::Foreign;
    EXPECT_EQ(scene.get("/api/wishes/W3/why", scene.sign_in(name)).status,
              actions::may_see(acting, Matter::Wish, ownership) ? 200 : 404)
        << name;
  }
}

TEST(RightsTable, PeopleOnTheirOwnCanDoNothingForOthers) {
  Scene scene;
  for (const auto& [name, acting] : actions::readers()) {
    const std::string token = scene.sign_in(name);
    for (const std::string target :
         {"/api/sessions/none/end", "/api/passkeys/begin", "/api/passkeys",
          "/api/passkeys/none/remove", "/api/tokens", "/api/tokens/none/remove"})
      EXPECT_TRUE(is_refused(scene.post(target, token, "{}"))) << target << " as " << name;
    const int status = scene.post("/api/people/P2/own-data/erase", token).status;
    EXPECT_EQ(status == 200, name == "coordinator") << name;
  }
}

TEST(RightsTable, WhoeverLooksAsAnotherChangesNothing) {
  Scene scene;
  const std::string token = scene.sign_in("coordinator");
  for (const std::string role : {"press", "protocol", "director", "coordinator"}) {
    ASSERT_EQ(scene.post("/api/view-as", token, R"({"role":")" + role + "\"}").status, 200);
    for (const wire::Route& route : wire::routes) {
      if (route.method == "GET" || route.name == "end_view_as" || route.name == "sign_out")
        continue;
      const Response response =
          scene.send(std::string(route.method), filled(route.path, "P1"), token, "{}");
      EXPECT_EQ(response.status, 403) << route.name;
      EXPECT_TRUE(response.bytes().contains(":viewing")) << route.name;
    }
    EXPECT_EQ(scene.get("/api/accounts", token).status, role == "coordinator" ? 200 : 403);
    ASSERT_EQ(scene.post("/api/view-as/end", token).status, 200);
  }
}

TEST(RightsTable, EveryAnswerCarriesWhatKeepsBrowsersSafe) {
  Scene scene;
  const std::string token = scene.sign_in("coordinator");
  const auto look = [&](const std::string& method, const std::string& target) {
    const Response response = scene.send(method, target, token, method == "POST" ? "{}" : "");
    const std::string policy = test::header(response, "content-security-policy");
    EXPECT_TRUE(policy.starts_with("default-src 'none'")) << target;
    EXPECT_FALSE(policy.contains("unsafe")) << target;
    EXPECT_EQ(test::header(response, "x-content-type-options"), "nosniff") << target;
    EXPECT_EQ(test::header(response, "referrer-policy"), "same-origin") << target;
    EXPECT_EQ(test::header(response, "cross-origin-opener-policy"), "same-origin") << target;
  };
  for (const wire::Route& route : wire::routes)
    if (route.name != "sign_out") look(std::string(route.method), filled(route.path, "P1"));
  for (const std::string target :
       {"/", "/sign-in", "/demo/press", "/feeds/x.ics", "/api/events", "/api/none", "/none.js"})
    look("GET", target);
}

TEST(RightsTable, NoRouteIsChangedFromAnotherSite) {
  Scene scene;
  const std::string token = scene.sign_in("coordinator");
  for (const wire::Route& route : wire::routes) {
    if (route.method == "GET") continue;
    for (const Headers& headers :
         {Headers{{"sec-fetch-site", "cross-site"}}, Headers{{"sec-fetch-site", "same-site"}},
          Headers{{"origin", "https://evil.example"}}, Headers{{"origin", "null"}}}) {
      const Response response =
          scene.send(std::string(route.method), filled(route.path, "P1"), token, "{}", headers);
      EXPECT_EQ(response.status, 403) << route.name;
      EXPECT_TRUE(response.bytes().contains("foreign_origin")) << route.name;
    }
  }
}

}  // namespace
}  // namespace kontor::server
