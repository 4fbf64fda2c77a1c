#pragma once
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace kontor::sql {

// A prepared statement of one kind of database. Parameters are counted from 1, columns from 0.
class Statement {
 public:
  virtual ~Statement() = default;
  virtual void bind_null(int parameter) = 0;
  virtual void bind(int parameter, std::int64_t value) = 0;
  virtual void bind(int parameter, std::string_view value) = 0;  // copied; may contain NUL
  // Whether there is a (further) row; after the last one the statement has done its work.
  virtual bool step() = 0;
  virtual void reset() = 0;  // to before the first row, without parameters
  virtual int columns() const = 0;
  virtual std::string_view name(int column) const = 0;
  virtual bool is_null(int column) const = 0;
  virtual std::int64_t integer(int column) const = 0;
  virtual std::string_view text(int column) const = 0;  // valid until the next step or reset
};

// One kind of database behind one open connection, used by one thread at a time. The SQL is what
// SQLite and PostgreSQL both take: parameters are written $1, $2, ..., and INSERT ... ON CONFLICT
// DO UPDATE and RETURNING are at hand.
class Driver {
 public:
  virtual ~Driver() = default;
  virtual std::unique_ptr<Statement> prepare(std::string_view sql) = 0;
  virtual void run_script(const std::string& sql) = 0;  // several statements, no parameters
  virtual std::int64_t changed_rows() const = 0;        // by the latest INSERT, UPDATE or DELETE
  // From now on rows can be added to `table`, but neither changed nor removed, by anybody.
  virtual void make_append_only(const std::string& table) = 0;
  virtual void begin_write() = 0;  // a transaction; other writers wait until it ends
  virtual void begin_read() = 0;   // a transaction that sees one unchanging picture
  // What a SELECT of a queue ends with, so that two who take from it never take the same row.
  virtual std::string_view skip_locked() const = 0;
  // Within a transaction that writes: once it is committed, everybody's wait_for_news returns.
  virtual void announce() = 0;
  // Waits, outside of any transaction, until somebody else has written something, maybe announced;
  // false after `most` without news. Also true when in doubt: whoever waits looks for themselves.
  virtual bool wait_for_news(std::chrono::milliseconds most) = 0;
  // A number that grows when another connection, of any process, has committed: while it stays the
  // same, so does what this connection reads. Takes a microsecond or two; nothing where the
  // database cannot tell so fast.
  virtual std::optional<std::int64_t> version() { return std::nullopt; }
};

}  // namespace kontor::sql
