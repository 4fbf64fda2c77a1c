#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include "server/compress.h"
#include "server/scene.h"

namespace kontor::server {
namespace {

using test::header;
using test::Scene;
using testing::HasSubstr;
using testing::StartsWith;

std::string body_of(const Response& response) {
  return std::string(response.bytes());
}

TEST(Answers, CarryWhatKeepsBrowsersSafe) {
  Scene scene;
  for (const std::string target : {"/", "/api/mission", "/nothing.js", "/api/nothing"}) {
    const Response response = scene.get(target);
    EXPECT_THAT(header(response, "content-security-policy"), HasSubstr("script-src 'self';"));
    EXPECT_THAT(header(response, "content-security-policy"), Not(HasSubstr("unsafe")));
    EXPECT_EQ(header(response, "x-content-type-options"), "nosniff");
    EXPECT_EQ(header(response, "x-frame-options"), "DENY");
  }
}

TEST(Answers, OfGetAreNotSentAgainWhereTheyAreKnown) {
  Scene scene;
  const std::string coordinator = scene.sign_in("coordinator");
  const std::string delegate = scene.sign_in("P1");
  scene.post("/api/locks", coordinator, R"({"lock":"activity/A1"})");
  scene.post("/api/plan/versions/1/restore", coordinator);
  for (const wire::Route& route : wire::routes) {
    std::string target(route.path);
    const std::string key = target.starts_with("/api/activities")      ? "A1"
                            : target.starts_with("/api/organisations") ? "O1"
                            : target.starts_with("/api/wishes")        ? "W3"
                            : target.starts_with("/api/changes")       ? "1"
                                                                       : "P1";
    if (const auto at = target.find("{id}"); at != std::string::npos) target.replace(at, 4, key);
    if (route.method != "GET" || target.starts_with("/api/webhooks/")) continue;
    const std::string& token = target.starts_with("/api/me/") ? delegate : coordinator;
    const Response first = scene.get(target, token);
    ASSERT_EQ(first.status, 200) << target;
    const std::string etag = header(first, "etag");
    ASSERT_FALSE(etag.empty()) << target;
    const Response second = scene.get(target, token, {{"if-none-match", etag}});
    EXPECT_EQ(second.status, 304) << target;
    EXPECT_EQ(second.bytes(), "") << target;
  }
}

TEST(Answers, AreCompressedForThoseWhoTakeIt) {
  Scene scene;
  const Response plain = scene.get("/api/programme");
  const Response small = scene.get("/api/programme", "", {{"accept-encoding", "gzip, br"}});
  EXPECT_EQ(header(small, "content-encoding"), "gzip");
  EXPECT_EQ(small.bytes(), gzip(plain.bytes()));
  EXPECT_NE(header(small, "etag"), header(plain, "etag"));
}

TEST(Answers, OfTwoReadersAreTheirOwn) {
  Scene scene;
  const std::string delegate = scene.sign_in("P1"), host = scene.sign_in("Q1");
  EXPECT_THAT(body_of(scene.get("/api/people/P1", delegate)), HasSubstr("\"may_subscribe\":true"));
  EXPECT_THAT(body_of(scene.get("/api/people/P1", host)), HasSubstr("\"may_subscribe\":false"));
  EXPECT_EQ(scene.get("/api/people/P1").status, 404);
  EXPECT_THAT(body_of(scene.get("/api/people/P1", delegate)), HasSubstr("Organisation C1"));
}

TEST(Problems, NameEveryFaultInTheReadersLanguage) {
  Scene scene;
  const std::string token = scene.sign_in("coordinator");
  const Response response = scene.post("/api/plan/runs", token, R"({"seed":7,"sed":"1"})",
                                       {{"accept-language", "nl-BE,fr;q=0.5"}});
  EXPECT_EQ(response.status, 422);
  EXPECT_EQ(response.type, "application/problem+json");
  EXPECT_EQ(header(response, "content-language"), "nl");
  EXPECT_EQ(
      body_of(response),
      R"({"type":"urn:kontor:problem:invalid","title":"Onjuiste gegevens","status":422,)"
      R"("detail":"Verbeter de vermelde punten.","instance":"","issues":[)"
      R"({"code":"unknown_field","path":"/","value":"sed",)"
      R"("sentence":"/ heeft geen veld “sed”. Bekende velden: seed, minimum_share_percent."},)"
      R"({"code":"wrong_type","path":"/seed","value":"7",)"
      R"("sentence":"/seed: “7”; het moet een tekst zijn."}],"given":null,"current":null})");
}

TEST(Problems, TellTheKindsOfRefusalApart) {
  Scene scene;
  const std::string token = scene.sign_in("coordinator");
  EXPECT_EQ(scene.post("/api/plan/runs", token, "{").status, 400);
  EXPECT_EQ(scene.post("/api/plan/runs", token).status, 415);
  EXPECT_EQ(scene.post("/api/plan/publish", token).status, 409);
  EXPECT_THAT(body_of(scene.post("/api/plan/publish", token)), HasSubstr(":no_draft"));
  EXPECT_EQ(scene.get("/api/nothing", token).status, 404);
  EXPECT_EQ(scene.get("/api/changes?after=x", token).status, 422);
  const Response wrong_method = scene.send("DELETE", "/api/plan");
  EXPECT_EQ(wrong_method.status, 405);
  EXPECT_EQ(header(wrong_method, "allow"), "GET");
  EXPECT_EQ(header(scene.get("/api/changes"), "www-authenticate"), "Cookie realm=\"Kontor\"");
}

TEST(Problems, AServerWithoutAMissionSaysSo) {
  actions::World world;
  Application application(world.context, {});
  Request request;
  request.method = "GET";
  request.path = "/api/mission";
  const Response response = application.answer(request);
  EXPECT_EQ(response.status, 404);
  EXPECT_THAT(body_of(response), HasSubstr(":no_mission"));
  request.path = "/api/session";
  EXPECT_EQ(application.answer(request).status, 200);
}

TEST(SignIn, ByDemoLinkLastsUntilSignOut) {
  Scene scene;
  const Response link = scene.get("/demo/adviser-AW");
  EXPECT_EQ(link.status, 303);
  EXPECT_EQ(header(link, "location"), "/");
  const std::string cookie = header(link, "set-cookie");
  EXPECT_THAT(cookie, HasSubstr("; HttpOnly; SameSite=Lax; Max-Age=43200"));
  EXPECT_THAT(cookie, Not(HasSubstr("Secure")));
  const std::string token = cookie.substr(15, cookie.find(';') - 15);
  EXPECT_THAT(body_of(scene.get("/api/session", token)),
              HasSubstr(R"("role":"adviser","name":"Adviser, Organisation AW","agency":"AW")"));
  const Response out = scene.post("/api/sign-out", token);
  EXPECT_THAT(header(out, "set-cookie"), HasSubstr("kontor_session=; Path=/"));
  EXPECT_THAT(body_of(scene.get("/api/session", token)), StartsWith(R"({"role":"public")"));
}

TEST(SignIn, OffersEachRoleOfADemoAndNoneOfARealMission) {
  Scene scene;
  const std::string offered = body_of(scene.get("/api/session"));
  for (const std::string key : {"coordinator", "adviser-AW", "adviser-FI", "delegate", "host",
                                "press", "protocol", "director"}) {
    EXPECT_THAT(offered, HasSubstr("\"/demo/" + key + "\""));
    EXPECT_EQ(scene.get("/demo/" + key).status, 303) << key;
  }
  mission::Mission real = actions::small_mission();
  for (auto& person : real.people) person.record.invented = false;
  for (auto& organisation : real.organisations) organisation.record.invented = false;
  scene.world.put(real, "other");
  EXPECT_THAT(body_of(scene.get("/api/session")), HasSubstr(R"("demo":false,"demo_sign_ins":[])"));
  EXPECT_EQ(scene.get("/demo/coordinator").status, 409);
}

TEST(SignIn, CookiesAreSecureBehindHttps) {
  Scene scene({.public_address = "https://kontor.example", .cache_bytes = 1000});
  EXPECT_THAT(header(scene.get("/demo/press"), "set-cookie"), HasSubstr("; Secure"));
}

TEST(OtherSites, MayNotChangeAnything) {
  Scene scene;
  const std::string token = scene.sign_in("coordinator");
  EXPECT_EQ(scene.post("/api/sign-out", token, "", {{"sec-fetch-site", "cross-site"}}).status, 403);
  EXPECT_EQ(scene.post("/api/sign-out", token, "", {{"origin", "https://evil.example"}}).status,
            403);
  EXPECT_EQ(scene.get("/api/changes", token).status, 200) << "still signed in";
  EXPECT_EQ(scene.post("/api/sign-out", token, "", {{"origin", "http://kontor.test:8080"}}).status,
            200);
}

class WebApplication : public testing::Test {
 protected:
  WebApplication() {
    std::filesystem::create_directories(folder / "assets");
    std::ofstream(folder / "index.html") << "<!doctype html>the application";
    std::ofstream(folder / "assets/app-1.js") << "start()";
    std::ofstream(folder.parent_path() / "secret.js") << "outside";
  }
  ~WebApplication() override { std::filesystem::remove_all(folder.parent_path()); }

  std::filesystem::path folder =
      std::filesystem::path(testing::TempDir()) / ("web-" + std::to_string(::getpid())) / "dist";
};

TEST_F(WebApplication, AnswersEveryAddressThatIsAPage) {
  Scene scene({.web_folder = folder.string(), .cache_bytes = 1000});
  for (const std::string target : {"/", "/people/P1", "/organisations/a.b?x=1"}) {
    const Response response = scene.get(target);
    EXPECT_EQ(body_of(response), "<!doctype html>the application") << target;
    EXPECT_EQ(response.type, "text/html; charset=utf-8");
    EXPECT_EQ(header(response, "cache-control"), "no-cache");
  }
  EXPECT_EQ(body_of(scene.get("/assets/app-1.js")), "start()");
  EXPECT_EQ(scene.get("/assets/app-2.js").status, 404);
  EXPECT_EQ(scene.get("/missing.css").status, 404);
  EXPECT_EQ(scene.post("/people/P1").status, 404);
}

TEST_F(WebApplication, FilesOutsideItsFolderAreNotServed) {
  Scene scene({.web_folder = folder.string(), .cache_bytes = 1000});
  std::filesystem::create_symlink(folder.parent_path() / "secret.js", folder / "assets/link.js");
  for (const std::string target : {"/../secret.js", "/assets/../../secret.js", "/%2e%2e/secret.js",
                                   "/..%2fsecret.js", "/assets/link.js", "//secret.js"})
    EXPECT_EQ(scene.get(target).status, 404) << target;
}

TEST(Embedded, FilesAreSortedAndTheirCompressedFormsAreSmaller) {
  const auto files = embedded_files();
  for (std::size_t i = 0; i < files.size(); ++i) {
    EXPECT_TRUE(i == 0 || files[i - 1].path < files[i].path);
    EXPECT_TRUE(files[i].gzip.size() < files[i].raw.size() || files[i].raw.empty());
    EXPECT_LE(files[i].brotli.size(), files[i].raw.size());
  }
  Scene scene;
  EXPECT_EQ(scene.get("/").status, 200);
}

}  // namespace
}  // namespace kontor::server
