#include "actions/sensitive.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "actions/accounts.h"
#include "actions/feed_link.h"
#include "actions/own_data.h"
#include "actions/read_view.h"
#include "actions/world.h"
#include "store/changes.h"
#include "store/imports.h"

namespace kontor::actions {

namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::Pair;
using testing::SizeIs;

class Sensitive : public testing::Test {
 protected:
  Sensitive() {
    world.put(small_mission());
    world.put(small_plan());
  }
  SensitiveValue passport(const std::string& number = "EH123456") {
    return {"passport_number", number, "entry to the laboratory",
            base::parse_date("2025-10-14").value()};
  }
  std::string log() {
    std::string all;
    for (const auto& change : world.store.read([&](sql::Connection& connection) {
           return store::read_changes(connection, {"small"}, 1000, 100);
         }))
      all = change.author + ": " + change.detail + "\n" + all;
    return all;
  }
  World world;
  const mission::PersonId P1{"P1"};
};

TEST_F(Sensitive, FieldsAreReadByTheirOwnerProtocolAndTheOfficeAlone) {
  ASSERT_TRUE(keep_sensitive(world.context, reader("P1"), P1, passport()));
  const std::set<std::string> who{"P1", "protocol", "coordinator"};
  for (const auto& [name, acting] : readers()) {
    const auto values = read_sensitive(world.context, acting, P1);
    EXPECT_EQ(values.has_value(), who.contains(name)) << name;
    if (values) {
      EXPECT_THAT(*values, ElementsAre(passport()));
    }
  }
}

TEST_F(Sensitive, EveryReadingAndWritingIsLoggedWithoutTheValue) {
  ASSERT_TRUE(keep_sensitive(world.context, reader("P1"), P1, passport()));
  ASSERT_TRUE(read_sensitive(world.context, reader("protocol"), P1));
  EXPECT_EQ(log(), "Delegate P1: kept passport_number\nProtocol: read passport_number\n");
}

TEST_F(Sensitive, TheDatabaseNeverHoldsTheValue) {
  ASSERT_TRUE(keep_sensitive(world.context, reader("P1"), P1, passport()));
  std::string all;
  world.store.read([&](sql::Connection& connection) {
    for (const std::string table : {"sensitive_field", "change", "sealing_key"}) {
      sql::Query query = connection.query("SELECT * FROM " + table);
      while (query.step())
        for (int i = 0; i < query.columns(); ++i) all += query.optional_text(i).value_or("") + "|";
    }
  });
  EXPECT_THAT(all, HasSubstr("passport_number"));
  EXPECT_THAT(all, Not(HasSubstr("EH123456")));
  EXPECT_THAT(all, Not(HasSubstr(world.key.hex())));
}

TEST_F(Sensitive, ASealedValueDoesNotOpenInAnotherPlace) {
  ASSERT_TRUE(keep_sensitive(world.context, reader("P1"), P1, passport()));
  world.store.write([&](sql::Connection& connection) {
    connection.run("UPDATE sensitive_field SET person = 'P2'");
  });
  const auto moved = read_sensitive(world.context, reader("coordinator"), {"P2"});
  ASSERT_FALSE(moved);
  EXPECT_EQ(std::get<Conflict>(moved.error()).code, "key_lost");
}

TEST_F(Sensitive, AnotherKeyNeitherReadsNorWrites) {
  ASSERT_TRUE(key_fits(world.context));
  ASSERT_TRUE(keep_sensitive(world.context, reader("P1"), P1, passport()));
  const base::SealingKey other = base::SealingKey::make();
  for (const base::SealingKey* key : {&other, static_cast<const base::SealingKey*>(nullptr)}) {
    world.context.sealing_key = key;
    EXPECT_FALSE(key_fits(world.context));
    EXPECT_FALSE(read_sensitive(world.context, reader("P1"), P1));
    EXPECT_FALSE(keep_sensitive(world.context, reader("P1"), P1, passport("X")));
  }
  world.context.sealing_key = &world.key;
  EXPECT_THAT(*read_sensitive(world.context, reader("P1"), P1), ElementsAre(passport()));
}

TEST_F(Sensitive, FieldsAreDeletedOnTheirDayAndTheRecordStays) {
  ASSERT_TRUE(keep_sensitive(world.context, reader("P1"), P1, passport()));
  world.now = base::parse_instant("2025-10-13T23:59:59Z").value();
  EXPECT_THAT(purge_due(world.context), IsEmpty());
  world.now += std::chrono::seconds(1);
  EXPECT_THAT(purge_due(world.context), SizeIs(1));
  EXPECT_THAT(*read_sensitive(world.context, reader("P1"), P1), IsEmpty());
  const auto records = read_purges(world.context, reader("protocol"));
  ASSERT_THAT(*records, SizeIs(1));
  EXPECT_EQ(records->front().field, "passport_number");
  EXPECT_EQ(records->front().purpose, "entry to the laboratory");
  EXPECT_EQ(records->front().cause, "due");
  EXPECT_FALSE(read_purges(world.context, reader("AW")));
}

TEST_F(Sensitive, NeedAPurposeAndADayToCome) {
  SensitiveValue value{"shoe_size", "", "", base::parse_date("2025-09-01").value()};
  const auto refused = keep_sensitive(world.context, reader("P1"), P1, value);
  ASSERT_FALSE(refused);
  EXPECT_THAT(std::get<base::Issues>(refused.error()), SizeIs(4));
}

TEST_F(Sensitive, WhoeverMayNotCannotTellAPersonFromNobody) {
  const auto foreign = read_sensitive(world.context, reader("P1"), {"P2"});
  const auto nobody = read_sensitive(world.context, reader("P1"), {"P9"});
  EXPECT_EQ(std::get<Missing>(foreign.error()).noun, std::get<Missing>(nobody.error()).noun);
}

TEST_F(Sensitive, TwoWorldsThatDifferInAFieldLookAlike) {
  const auto etag = [&](const std::string& name) {
    return read_view(world.context, reader(name)).value()->etag;
  };
  std::map<std::string, std::string> before;
  for (const auto& [name, acting] : readers()) before[name] = etag(name);
  ASSERT_TRUE(keep_sensitive(world.context, reader("P1"), P1, passport()));
  for (const auto& [name, acting] : readers()) EXPECT_EQ(etag(name), before[name]) << name;
}

TEST_F(Sensitive, OwnDataAreTakenAlongAndErasedWhole) {
  NewAccount wanted;
  wanted.mail = "p1@example.org";
  wanted.acting.role = mission::Role::Delegate;
  wanted.acting.person = P1;
  ASSERT_TRUE(add_account(world.context, reader("coordinator"), wanted));
  ASSERT_TRUE(feed_link(world.context, reader("P1"), P1));
  ASSERT_TRUE(keep_sensitive(world.context, reader("P1"), P1, passport()));
  world.store.write([](sql::Connection& connection) {
    store::write_contacts(connection, {"small"}, {},
                          {{"person/P1", {{"mail", "p1@example.org"}, {"phone", "+32475123456"}}},
                           {"person/P2", {{"mail", "p2@example.org"}}}});
  });
  const auto data = read_own_data(world.context, reader("P1"), P1);
  ASSERT_TRUE(data);
  EXPECT_EQ(data->account->mail, "p1@example.org");
  EXPECT_THAT(data->contacts,
              ElementsAre(Pair("mail", "p1@example.org"), Pair("phone", "+32475123456")));
  EXPECT_THAT(data->sensitive, ElementsAre(passport()));
  EXPECT_FALSE(erase_own_data(world.context, reader("Q1"), P1));
  EXPECT_FALSE(erase_own_data(world.context, reader("protocol"), P1));
  const auto erased = erase_own_data(world.context, reader("P1"), P1);
  ASSERT_TRUE(erased);
  EXPECT_EQ(erased->sensitive, 1);
  EXPECT_EQ(erased->calendar_links, 1);
  EXPECT_EQ(erased->accounts, 1);
  EXPECT_EQ(erased->contacts, 2);
  const auto after = read_own_data(world.context, reader("coordinator"), P1);
  EXPECT_FALSE(after->account);
  EXPECT_THAT(after->contacts, IsEmpty());
  EXPECT_THAT(read_own_data(world.context, reader("coordinator"), {"P2"})->contacts, SizeIs(1));
  EXPECT_THAT(after->sensitive, IsEmpty());
  EXPECT_THAT(*read_purges(world.context, reader("coordinator")), SizeIs(1));
}

TEST(SealingKey, OpensOnlyWhatItSealedForThatPlace) {
  const base::SealingKey key = base::SealingKey::make();
  const std::string sealed = key.seal("secret", "here");
  EXPECT_EQ(key.open(sealed, "here"), "secret");
  EXPECT_NE(sealed, key.seal("secret", "here")) << "equal texts cannot be told to be equal";
  EXPECT_FALSE(key.open(sealed, "there"));
  EXPECT_FALSE(base::SealingKey::make().open(sealed, "here"));
  EXPECT_EQ(base::SealingKey::parse(key.hex())->open(sealed, "here"), "secret");
  for (std::size_t i = 0; i < sealed.size(); ++i) {
    std::string changed = sealed;
    changed[i] = changed[i] == '0' ? '1' : '0';
    EXPECT_FALSE(key.open(changed, "here")) << i;
  }
  EXPECT_FALSE(key.open("", "here"));
  EXPECT_FALSE(base::SealingKey::parse("00"));
}

}  // namespace

}  // namespace kontor::actions
