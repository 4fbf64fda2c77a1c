#include "sql/postgres.h"

#include <charconv>
#include <fmt/format.h>
#include <optional>
#include <poll.h>
#include <postgresql/libpq-fe.h>
#include <vector>

#include "base/check.h"
#include "sql/error.h"

namespace kontor::sql {

namespace {

// Whoever writes holds this lock ("kontor" in ASCII) to the end of the transaction.
constexpr const char* begin_write_script =
    "BEGIN; SET LOCAL lock_timeout = '5s'; SELECT pg_advisory_xact_lock(118121379262322)";

struct Clear {
  void operator()(PGresult* result) const { PQclear(result); }
};
using Result = std::unique_ptr<PGresult, Clear>;

// By SQLSTATE: appendix A of the PostgreSQL manual.
Fault fault_of_state(std::string_view state) {
  if (state == "23505") return Fault::Unique;
  if (state == "23503") return Fault::ForeignKey;
  if (state == "53100") return Fault::Full;
  if (state == "25006" || state == "42501") return Fault::ReadOnly;
  if (state == "55P03" || state == "40001" || state == "40P01") return Fault::Busy;
  if (state.starts_with("XX")) return Fault::Corrupt;
  if (state.starts_with("08") || state.starts_with("57P")) return Fault::Gone;
  return Fault::Other;
}

std::string first_line(std::string_view text) {
  return std::string(text.substr(0, text.find('\n')));
}

// One connection; `generation` counts how often it was made, for statements die with it.
class Link {
 public:
  explicit Link(const std::string& uri, Access access) : access_(access) {
    connection_ = PQconnectdb(uri.c_str());
    if (PQstatus(connection_) != CONNECTION_OK) {
      const std::string said = first_line(PQerrorMessage(connection_));
      PQfinish(connection_);
      throw Error(Fault::CannotOpen, fmt::format("the PostgreSQL database: {}", said));
    }
    set_up();
  }
  Link(const Link&) = delete;
  Link& operator=(const Link&) = delete;
  ~Link() { PQfinish(connection_); }

  PGconn* get() const { return connection_; }
  int generation() const { return generation_; }

  // Before a transaction begins: a connection that was lost is made anew.
  void mend() {
    if (PQstatus(connection_) != CONNECTION_OK) renew();
  }

  void renew() {
    PQreset(connection_);
    if (PQstatus(connection_) != CONNECTION_OK)
      throw Error(Fault::Gone, fmt::format("the PostgreSQL database: {}",
                                           first_line(PQerrorMessage(connection_))));
    ++generation_;
    set_up();
  }

  void run(const char* script) { checked(PQexec(connection_, script), script); }

  Result checked(PGresult* raw, std::string_view sql) const {
    Result result(raw);
    const auto status = PQresultStatus(raw);
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) return result;
    const char* state = PQresultErrorField(raw, PG_DIAG_SQLSTATE);
    const bool lost = state == nullptr;  // the server said nothing
    // The primary message names no values; the detail would.
    const char* said = PQresultErrorField(raw, PG_DIAG_MESSAGE_PRIMARY);
    throw Error(lost ? Fault::Gone : fault_of_state(state),
                fmt::format("{}: {} (PostgreSQL {})", first_line(sql),
                            lost ? first_line(PQerrorMessage(connection_)) : said,
                            lost ? "connection" : state));
  }

 private:
  void set_up() {
    PQsetNoticeProcessor(connection_, [](void*, const char*) {}, nullptr);
    run("SET client_encoding = 'UTF8'");
    run("SET synchronous_commit = on");
    if (access_ == Access::Read) run("SET default_transaction_read_only = on");
  }

  Access access_;
  PGconn* connection_ = nullptr;
  int generation_ = 0;
};

class PostgresStatement : public Statement {
 public:
  PostgresStatement(std::shared_ptr<Link> link, std::string_view sql, int number,
                    std::int64_t& changed)
      : link_(std::move(link)), sql_(sql), name_(fmt::format("s{}", number)), changed_(changed) {
    prepare();
  }

  void bind_null(int parameter) override { at(parameter) = std::nullopt; }
  void bind(int parameter, std::int64_t value) override { at(parameter) = fmt::to_string(value); }
  void bind(int parameter, std::string_view value) override {
    if (value.find('\0') != std::string_view::npos)
      throw Error(Fault::Other, first_line(sql_) + ": PostgreSQL cannot hold a zero byte");
    at(parameter) = std::string(value);
  }
  bool step() override {
    if (!result_) execute();
    return ++row_ < PQntuples(result_.get());
  }
  void reset() override {
    result_.reset();
    row_ = -1;
    values_.clear();
  }
  int columns() const override { return PQnfields(result_.get()); }
  std::string_view name(int column) const override { return PQfname(result_.get(), column); }
  bool is_null(int column) const override { return PQgetisnull(result_.get(), row_, column) != 0; }
  std::int64_t integer(int column) const override {
    const std::string_view bytes = text(column);
    std::int64_t value = 0;
    std::from_chars(bytes.data(), bytes.data() + bytes.size(), value);
    return value;
  }
  std::string_view text(int column) const override {
    return {PQgetvalue(result_.get(), row_, column),
            static_cast<std::size_t>(PQgetlength(result_.get(), row_, column))};
  }

 private:
  std::optional<std::string>& at(int parameter) {
    const auto index = static_cast<std::size_t>(parameter - 1);
    if (values_.size() <= index) values_.resize(index + 1);
    return values_[index];
  }
  void prepare() {
    link_->checked(PQprepare(link_->get(), name_.c_str(), sql_.c_str(), 0, nullptr), sql_);
    generation_ = link_->generation();
  }
  void execute() {
    if (generation_ != link_->generation()) prepare();
    std::vector<const char*> values;
    for (const auto& value : values_) values.push_back(value ? value->c_str() : nullptr);
    result_ =
        link_->checked(PQexecPrepared(link_->get(), name_.c_str(), static_cast<int>(values.size()),
                                      values.data(), nullptr, nullptr, 0),
                       sql_);
    const std::string_view count = PQcmdTuples(result_.get());
    changed_ = 0;
    std::from_chars(count.data(), count.data() + count.size(), changed_);
  }

  std::shared_ptr<Link> link_;
  std::string sql_;
  std::string name_;
  std::int64_t& changed_;
  int generation_ = 0;
  std::vector<std::optional<std::string>> values_;
  Result result_;
  int row_ = -1;
};

class PostgresDriver : public Driver {
 public:
  PostgresDriver(const std::string& uri, Access access)
      : link_(std::make_shared<Link>(uri, access)) {}

  std::unique_ptr<Statement> prepare(std::string_view sql) override {
    return std::make_unique<PostgresStatement>(link_, sql, ++statements_, changed_);
  }
  void run_script(const std::string& sql) override { link_->run(sql.c_str()); }
  std::int64_t changed_rows() const override { return changed_; }
  void make_append_only(const std::string& table) override {
    run_script(
        fmt::format("CREATE OR REPLACE FUNCTION {0}_stays() RETURNS trigger LANGUAGE plpgsql AS "
                    "$$BEGIN RAISE EXCEPTION 'rows of {0} stay as they are'; END$$; "
                    "DROP TRIGGER IF EXISTS {0}_stays ON {0}; "
                    "CREATE TRIGGER {0}_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON {0} "
                    "FOR EACH STATEMENT EXECUTE FUNCTION {0}_stays()",
                    table));
  }
  void begin_write() override { begin(begin_write_script); }
  void begin_read() override { begin("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"); }
  std::string_view skip_locked() const override { return " FOR UPDATE SKIP LOCKED"; }
  void announce() override { run_script("NOTIFY kontor_news"); }
  bool wait_for_news(std::chrono::milliseconds most) override {
    const bool lost = PQstatus(link_->get()) != CONNECTION_OK;
    link_->mend();
    if (listening_ != link_->generation() + 1) {
      link_->run("LISTEN kontor_news");
      listening_ = link_->generation() + 1;
      return true;
    }
    pollfd ready{PQsocket(link_->get()), POLLIN, 0};
    if (!lost && heard()) return true;
    poll(&ready, 1, static_cast<int>(most.count()));
    return PQconsumeInput(link_->get()) == 0 || heard();
  }

 private:
  // Takes all that was announced.
  bool heard() {
    bool news = false;
    while (PGnotify* one = PQnotifies(link_->get())) {
      PQfreemem(one);
      news = true;
    }
    return news;
  }

  // Tries twice: that a connection was lost shows only when it is used.
  void begin(const char* script) {
    link_->mend();
    try {
      link_->run(script);
    } catch (const Error& error) {
      if (error.fault() == Fault::Gone) {
        link_->renew();
        return link_->run(script);
      }
      PQclear(PQexec(link_->get(), "ROLLBACK"));  // the lock was not to be had in time
      throw;
    }
  }

  std::shared_ptr<Link> link_;
  std::int64_t changed_ = 0;
  int statements_ = 0;
  int listening_ = 0;  // the generation of the link that listens, from 1
};

}  // namespace

bool is_postgres(std::string_view where) {
  return where.starts_with("postgresql://") || where.starts_with("postgres://");
}

std::unique_ptr<Driver> open_postgres(const std::string& uri, Access access) {
  return std::make_unique<PostgresDriver>(uri, access);
}

}  // namespace kontor::sql
