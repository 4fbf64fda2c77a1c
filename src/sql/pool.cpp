#include "sql/pool.h"

namespace kontor::sql {

Pool::Lease::~Lease() {
  if (connection_) pool_->give_back(std::move(connection_), writes_);
}

Pool::Pool(const Open& open_writer, Open open_reader, int readers)
    : writer_(open_writer()), open_reader_(std::move(open_reader)), readers_left_(readers) {}

Pool::Lease Pool::writer() {
  std::unique_lock lock(mutex_);
  returned_.wait(lock, [this] { return writer_ != nullptr; });
  return {*this, std::move(writer_), true};
}

Pool::Lease Pool::reader() {
  std::unique_lock lock(mutex_);
  returned_.wait(lock, [this] { return !idle_readers_.empty() || readers_left_ > 0; });
  if (idle_readers_.empty()) {
    std::unique_ptr<Connection> opened = open_reader_();  // before counting: it may throw
    --readers_left_;
    return {*this, std::move(opened), false};
  }
  std::unique_ptr<Connection> connection = std::move(idle_readers_.back());
  idle_readers_.pop_back();
  return {*this, std::move(connection), false};
}

void Pool::give_back(std::unique_ptr<Connection> connection, bool writes) {
  {
    const std::lock_guard lock(mutex_);
    if (writes)
      writer_ = std::move(connection);
    else
      idle_readers_.push_back(std::move(connection));
  }
  returned_.notify_all();
}

}  // namespace kontor::sql
