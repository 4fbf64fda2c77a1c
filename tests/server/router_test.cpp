#include "server/router.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/compress.h"
#include "server/conditional.h"
#include "server/guard.h"
#include "server/words.h"

namespace kontor::server {
namespace {

using base::Language;
using testing::ElementsAre;

Router::Handler saying(std::string word) {
  return [word = std::move(word)](const Request&) {
    Response response;
    response.body = word;
    return response;
  };
}

class Routes : public testing::Test {
 protected:
  Routes() {
    router.add("GET", "/people", saying("list"));
    router.add("GET", "/people/{id}", saying("one"));
    router.add("DELETE", "/people/{id}", saying("gone"));
    router.add("GET", "/people/new", saying("new"));
    router.add("GET", "/feeds/{token}.ics", saying("feed"));
  }
  std::string answer(std::string_view method, std::string_view path) {
    const auto match = router.find(method, path);
    return match.handler == nullptr ? "" : (*match.handler)({}).body;
  }

  Router router;
};

TEST_F(Routes, AFixedWordWinsOverAParameter) {
  EXPECT_EQ(answer("GET", "/people"), "list");
  EXPECT_EQ(answer("GET", "/people/P1"), "one");
  EXPECT_EQ(answer("GET", "/people/new"), "new");
  EXPECT_EQ(answer("HEAD", "/people/new"), "new");
}

TEST_F(Routes, ParametersAreTakenFromTheirSegments) {
  EXPECT_EQ(router.find("GET", "/people/P1").parameters.at("id"), "P1");
  EXPECT_EQ(router.find("GET", "/feeds/abc.ics").parameters.at("token"), "abc");
}

TEST_F(Routes, AnUnknownPathAndAMethodThatAPathLacksAreTwoThings) {
  EXPECT_TRUE(router.find("GET", "/nothing").allowed.empty());
  EXPECT_TRUE(router.find("GET", "/people/P1/more").allowed.empty());
  EXPECT_TRUE(router.find("GET", "/feeds/.ics").allowed.empty());
  EXPECT_TRUE(router.find("GET", "/people/").allowed.empty());
  const auto match = router.find("POST", "/people/P1");
  EXPECT_EQ(match.handler, nullptr);
  EXPECT_THAT(match.allowed, ElementsAre("GET", "DELETE"));
}

Request with(Headers headers) {
  Request request;
  request.headers = std::move(headers);
  return request;
}

TEST(Guard, OnlyRequestsOfTheSameSiteMayChangeAnything) {
  EXPECT_FALSE(is_from_another_site(with({})));
  EXPECT_FALSE(is_from_another_site(with({{"sec-fetch-site", "same-origin"}})));
  EXPECT_FALSE(is_from_another_site(with({{"origin", "https://k.be:8"}, {"host", "K.be:8"}})));
  EXPECT_TRUE(is_from_another_site(with({{"sec-fetch-site", "cross-site"}})));
  EXPECT_TRUE(is_from_another_site(with({{"sec-fetch-site", "same-site"}})));
  EXPECT_TRUE(is_from_another_site(with({{"origin", "https://evil.example"}, {"host", "k.be"}})));
  EXPECT_TRUE(is_from_another_site(with({{"origin", "null"}, {"host", "k.be"}})));
}

TEST(Cookies, AreFoundByTheirWholeName) {
  const Request request = with({{"cookie", "a=1; session=x; kontor_session=abc=="}});
  EXPECT_EQ(request.cookie("kontor_session"), "abc==");
  EXPECT_EQ(request.cookie("session"), "x");
  EXPECT_EQ(request.cookie("ontor_session"), "");
}

TEST(Conditional, AnAnswerThatTheReaderHasIsNotSentAgain) {
  Response page;
  page.type = "text/plain";
  page.body = "x";
  const auto status = [&](std::string header) {
    return with_etag(with({{"if-none-match", std::move(header)}}), page, "\"abc\"").status;
  };
  EXPECT_EQ(status("\"abc\""), 304);
  EXPECT_EQ(status("W/\"abc\""), 304);
  EXPECT_EQ(status("\"x\", \"abc\""), 304);
  EXPECT_EQ(status("*"), 304);
  EXPECT_EQ(status("\"abcd\""), 200);
  EXPECT_EQ(status("abc"), 200);
  EXPECT_EQ(with_etag(with({{"if-none-match", "\"abc\""}}), page, "\"abc\"").bytes(), "");
}

TEST(Compression, IsUsedWhereTheReaderTakesIt) {
  EXPECT_TRUE(accepts("gzip, deflate, br", "br"));
  EXPECT_TRUE(accepts("br;q=1.0,gzip;q=0.8", "gzip"));
  EXPECT_FALSE(accepts("gzip;q=0", "gzip"));
  EXPECT_FALSE(accepts("gzipped", "gzip"));
  EXPECT_FALSE(accepts("", "gzip"));
  EXPECT_EQ(gzip("hello"), gzip("hello"));
}

TEST(Words, TheReadersLanguageIsFoundAmongOurs) {
  EXPECT_EQ(preferred_language(""), Language::En);
  EXPECT_EQ(preferred_language("nl-BE,nl;q=0.9,fr;q=0.8"), Language::Nl);
  EXPECT_EQ(preferred_language("es, en;q=0.1, DE;q=0.7"), Language::De);
  EXPECT_EQ(preferred_language("fr;q=0,es"), Language::En);
}

TEST(Words, AFaultIsWordedInEveryLanguage) {
  const base::Issue issue{"wrong_type", "/seed", "a list", {{"expected", "a text"}}, {}};
  EXPECT_EQ(sentence(issue, Language::Fr), "/seed : « une liste » ; il faut un texte.");
  EXPECT_EQ(sentence(issue, Language::Nl), "/seed: “een lijst”; het moet een tekst zijn.");
  EXPECT_EQ(sentence(issue, Language::De), "/seed: „eine Liste“; nötig ist ein Text.");
  EXPECT_EQ(sentence(issue, Language::En), base::sentence(issue));
}

}  // namespace
}  // namespace kontor::server
