// Tables of agencies through the API.
#include <gtest/gtest.h>

#include "base/hmac.h"
#include "server/scene.h"

namespace kontor::server {
namespace {

using test::Scene;
using testing::Test;

std::string order(const std::string& table) {
  return R"({"files":[{"name":"awex.csv","content":")" + base::base64(table) +
         R"("}],"agency":"AW","choices":[]})";
}

const std::string ugly = "Naam;Btw;GSM\nBakkerij Ooms;0403.199.702;0470 12 34 56\nZaak;12;x\n";

TEST(Imports, AreTriedAppliedAndTakenBack) {
  Scene scene;
  const std::string token = scene.sign_in("coordinator");
  const auto tried = scene.post("/api/imports/try", token, order(ugly));
  ASSERT_EQ(tried.status, 200) << tried.bytes();
  EXPECT_NE(tried.bytes().find(R"("cell":"B3")"), std::string::npos) << tried.bytes();
  EXPECT_NE(tried.bytes().find(R"("written":false)"), std::string::npos);
  EXPECT_EQ(scene.get("/api/organisations/bakkerij-ooms", token).status, 404);
  const auto applied = scene.post("/api/imports/apply", token, order(ugly));
  EXPECT_NE(applied.bytes().find(R"("written":true)"), std::string::npos) << applied.bytes();
  const auto page = scene.get("/api/organisations/bakkerij-ooms", token);
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page.bytes().find("0403"), std::string::npos) << "contacts are on no page";
  EXPECT_NE(scene.get("/api/imports", token).bytes().find(R"("can_undo":true)"), std::string::npos);
  EXPECT_EQ(scene.post("/api/imports/undo", token).status, 200);
  EXPECT_EQ(scene.get("/api/organisations/bakkerij-ooms", token).status, 404);
  EXPECT_EQ(scene.post("/api/imports/undo", token).status, 409);
}

TEST(Imports, RefuseRubbishInAllFilesAtOnce) {
  Scene scene;
  const std::string body =
      R"({"files":[{"name":"a.xlsx","content":"UEsDBA=="},{"name":"b.csv","content":"AAAAAA=="}],)"
      R"("agency":null,"choices":[{"file":"a.xlsx","sheet":"","left_out":false,"noun":"cars",)"
      R"("headings":[{"heading":"x","field":"colour"}],"decisions":[]}]})";
  const auto refused = scene.post("/api/imports/try", scene.sign_in("coordinator"), body);
  EXPECT_EQ(refused.status, 422);
  for (const std::string part : {"a.xlsx", "b.csv", "cars", "colour"})
    EXPECT_NE(refused.bytes().find(part), std::string::npos) << part << refused.bytes();
}

}  // namespace
}  // namespace kontor::server
