#pragma once
#include <gtest/gtest.h>
#include <string>

#include "store/postgres_server.h"
#include "store/scratch.h"

namespace kontor::store {

// A test that runs once on SQLite and once on PostgreSQL, each time on an empty database.
class OnBoth : public testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    if (!postgres()) return;
    if (PostgresServer::get() == nullptr)
      GTEST_SKIP() << "PostgreSQL is not installed here: only SQLite was tested";
    where_ = PostgresServer::get()->new_database();
  }
  bool postgres() const { return GetParam() == std::string("postgres"); }
  // What Store takes.
  const std::string& where() const { return where_; }

  const Scratch scratch_;

 private:
  std::string where_ = scratch_.file();
};

inline std::string database_name(const testing::TestParamInfo<const char*>& info) {
  return info.param;
}

}  // namespace kontor::store
