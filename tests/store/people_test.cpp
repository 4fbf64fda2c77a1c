// Accounts, sign-ins, letters and sealed fields on each kind of database.
#include <gtest/gtest.h>

#include "sql/error.h"
#include "store/accounts.h"
#include "store/api_tokens.h"
#include "store/databases.h"
#include "store/letters.h"
#include "store/missions.h"
#include "store/passkeys.h"
#include "store/random_mission.h"
#include "store/sensitive.h"
#include "store/sign_in_tries.h"
#include "store/store.h"
#include "store/tokens.h"

namespace kontor::store {

namespace {

const mission::MissionId id{"M"};
const base::Instant now = base::parse_instant("2025-09-01T08:00:00Z").value();

class People : public OnBoth {
 protected:
  void SetUp() override {
    OnBoth::SetUp();
    if (IsSkipped()) return;
    store = std::make_unique<Store>(where());
    base::Rng rng(3);
    store->write([&](sql::Connection& c) { write_mission(c, random_mission(rng, "M"), "hash"); });
  }
  std::unique_ptr<Store> store;
};

INSTANTIATE_TEST_SUITE_P(Databases, People, testing::Values("sqlite", "postgres"), database_name);

TEST_P(People, are_read_as_they_were_written_and_gone_with_their_account) {
  Account account{"a1", "ann@example.org", {}, base::Language::Nl, now, false, ""};
  account.acting = {mission::Role::Delegate, {}, {"O1"}, {"P1"}, "Ann d'Hondt"};
  SignedIn session{id, false, account.acting, "s1", "a1", "mail", "Firefox", now, now, now, {}};
  session.ends_at = now + std::chrono::hours(1);
  session.seen_as = mission::Acting{mission::Role::Adviser, {"AW"}, {}, {}, ""};
  SignInTry one{"b", id, "a1", "m", "10.0.0", "c", "l", 5, now, now + std::chrono::hours(1)};
  store->write([&](sql::Connection& c) {
    write_account(c, id, account);
    write_signed_in(c, "t", session, now);
    write_sign_in_try(c, one, now);
  });
  store->write([&](sql::Connection& c) {
    EXPECT_EQ(find_account(c, id, "a1"), account);
    EXPECT_EQ(find_account_of(c, id, "ann@example.org"), account);
    EXPECT_EQ(find_signed_in(c, "t", now), session);
    EXPECT_EQ(find_try_of_link(c, "l", now), one);
    EXPECT_EQ(count_tries_of_mail(c, "m", now - std::chrono::hours(1)), 1);
    count_wrong_code(c, "b");
    EXPECT_EQ(find_try_of_browser(c, "b", now)->tries_left, 4);
    end_try(c, "b");
    EXPECT_FALSE(find_try_of_browser(c, "b", now));
    EXPECT_TRUE(delete_account(c, id, "a1"));
    EXPECT_FALSE(find_signed_in(c, "t", now));
    EXPECT_FALSE(delete_account(c, id, "a1"));
  });
}

TEST_P(People, have_passkeys_and_tokens_that_go_with_their_account) {
  const Account account{"a1", "ann@example.org", {}, base::Language::Nl, now, false, ""};
  const Passkey passkey{"c1", "a1", "Laptop", -7, "key", 4'294'967'295, now, now};
  const ApiToken token{"h1", "t1", "a1", "Report", "read", "1", now, now + std::chrono::days(1),
                       {}};
  store->write([&](sql::Connection& c) {
    write_account(c, id, account);
    write_passkey(c, id, passkey);
    write_api_token(c, id, token, now);
  });
  store->write([&](sql::Connection& c) {
    EXPECT_EQ(find_passkey(c, id, "c1"), passkey);
    EXPECT_EQ(passkey_counts(c, id), (std::map<std::string, int>{{"a1", 1}}));
    EXPECT_TRUE(knows_credential(c, "c1"));
    note_passkey_used(c, "c1", 5, now + std::chrono::hours(1));
    EXPECT_EQ(read_passkeys(c, id, "a1").at(0).sign_count, 5);
    EXPECT_EQ(find_api_token(c, id, "h1", now), token);
    EXPECT_FALSE(find_api_token(c, id, "h1", token.ends_at));
    note_api_token_used(c, "h1", now);
    EXPECT_EQ(read_api_tokens(c, id, "a1").at(0).used_at, now);
    delete_account(c, id, "a1");
    EXPECT_EQ(count_passkeys(c, id, "a1"), 0);
    EXPECT_FALSE(find_api_token(c, id, "h1", now));
  });
}

TEST_P(People, are_asked_a_challenge_once) {
  const Challenge challenge{"h", id, "passkey_show", "", "10.0.0", now + std::chrono::minutes(5)};
  store->write([&](sql::Connection& c) {
    write_challenge(c, challenge, now);
    EXPECT_EQ(count_challenges(c, "passkey_show", "10.0.0", now), 1);
    EXPECT_FALSE(take_challenge(c, "h", challenge.ends_at));
    EXPECT_EQ(take_challenge(c, "h", now), challenge);
    EXPECT_FALSE(take_challenge(c, "h", now));
  });
}

TEST_P(People, have_one_account_for_an_address) {
  const Account account{"a1", "ann@example.org", {}, base::Language::Nl, now, false, ""};
  store->write([&](sql::Connection& c) { write_account(c, id, account); });
  EXPECT_THROW(store->write([&](sql::Connection& c) {
    Account other = account;
    other.id = "a2";
    write_account(c, id, other);
  }),
               sql::Error);
}

TEST_P(People, get_letters_one_post_at_a_time) {
  Letter letter;
  letter.kind = LetterKind::Agenda;
  letter.person = {"P1"};
  letter.text = "Dear \\ \n\tAnn";
  letter.calendars = {"BEGIN\r\nEND\r\n", ""};
  letter.state = LetterState::Approved;
  letter.version = 3;
  letter.made_at = letter.due_at = now;
  store->write([&](sql::Connection& c) {
    letter.number = write_letter(c, id, letter);
    EXPECT_EQ(letter.number, 1);
    EXPECT_EQ(read_letter(c, id, 1), letter);
    EXPECT_TRUE(has_due_letter(c, id, now));
    EXPECT_EQ(take_letter(c, id, now, now + std::chrono::minutes(5))->number, 1);
    EXPECT_FALSE(take_letter(c, id, now, now + std::chrono::minutes(5)));
    write_told(c, id, {"P1"}, "a");
    write_told(c, id, {"P1"}, "b");
    EXPECT_EQ(read_told(c, id, {"P1"}), "b");
    write_noticed(c, id, 1);
    write_noticed(c, id, 2);
    EXPECT_EQ(read_noticed(c, id), 2);
    EXPECT_EQ(erase_letters(c, id, {"P1"}), 1);
  });
}

TEST_P(People, have_sealed_fields_that_leave_a_record) {
  const SensitiveField field{
      {"P1"}, "diet", "00ff", "catering", base::parse_date("2025-10-11").value(), now};
  store->write([&](sql::Connection& c) {
    write_sensitive(c, id, field);
    write_sensitive(c, id, field);
    EXPECT_EQ(read_sensitive(c, id, {"P1"}), std::vector{field});
    EXPECT_TRUE(due_sensitive(c, id, base::parse_date("2025-10-10").value()).empty());
    EXPECT_EQ(due_sensitive(c, id, field.purge_on), std::vector{field});
    purge_sensitive(c, id, field, now, "due");
    EXPECT_TRUE(read_sensitive(c, id, {"P1"}).empty());
    EXPECT_EQ(read_purge_records(c, id, 10).at(0).cause, "due");
    EXPECT_EQ(read_key_fingerprint(c), "");
    write_key_fingerprint(c, "f");
    EXPECT_EQ(read_key_fingerprint(c), "f");
  });
}

}  // namespace

}  // namespace kontor::store
