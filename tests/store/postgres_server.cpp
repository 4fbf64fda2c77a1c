#include "store/postgres_server.h"

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <unistd.h>

#include "sql/connection.h"
#include "sql/postgres.h"

namespace kontor::store {

namespace {

std::string installed_programs() {
  std::string newest;
  const std::filesystem::path versions = "/usr/lib/postgresql";
  if (!std::filesystem::exists(versions)) return newest;
  for (const auto& version : std::filesystem::directory_iterator(versions))
    if (std::filesystem::exists(version.path() / "bin/initdb"))
      newest = std::max(newest, (version.path() / "bin").string());
  return newest;
}

}  // namespace

PostgresServer* PostgresServer::get() {
  static const std::unique_ptr<PostgresServer> server = [] {
    std::unique_ptr<PostgresServer> made;
    if (const std::string programs = installed_programs(); !programs.empty()) {
      made = std::make_unique<PostgresServer>(programs);
      if (!made->make()) made.reset();
    }
    return made;
  }();
  return server.get();
}

PostgresServer::~PostgresServer() {
  stop_at_once();
}

bool PostgresServer::run(const std::string& command) const {
  const std::string as_owner =
      geteuid() == 0 ? "cd / && setpriv --reuid=postgres --regid=postgres --clear-groups " : "";
  return std::system(
             (as_owner + programs_ + "/" + command + " >> " + scratch_.file("log") + " 2>&1")
                 .c_str()) == 0;
}

bool PostgresServer::make() {
  if (geteuid() == 0 && std::system(("chown postgres " + scratch_.folder()).c_str()) != 0)
    return false;
  if (!run("initdb -D " + scratch_.file("data") +
           " -U kontor -A trust -E UTF8 --locale=C.UTF-8 --no-sync"))
    return false;
  start();
  return true;
}

void PostgresServer::start() {
  run("pg_ctl -D " + scratch_.file("data") + " -w -o \"-k " + scratch_.folder() +
      " -c listen_addresses='' -c fsync=off\" start");
}

void PostgresServer::stop_at_once() {
  run("pg_ctl -D " + scratch_.file("data") + " -m immediate stop");
}

std::string PostgresServer::uri(const std::string& database) const {
  return "postgresql:///" + database + "?user=kontor&host=" + scratch_.folder();
}

std::string PostgresServer::new_database() {
  const std::string name = "kontor_" + std::to_string(++databases_);
  sql::Connection connection(sql::open_postgres(uri("postgres"), sql::Access::ReadAndWrite));
  connection.run_script("CREATE DATABASE " + name);
  return uri(name);
}

}  // namespace kontor::store
