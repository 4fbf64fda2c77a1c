#pragma once
#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace kontor::server {

// The events that wait to be sent to one reader. Whoever has events pushes from any thread; the
// connection takes them. A reader who does not keep up is cut off: it reconnects and resumes.
class EventStream {
 public:
  using Message = std::shared_ptr<const std::string>;  // "id: 7\nevent: …\ndata: …\n\n"

  explicit EventStream(std::size_t capacity = 256) : capacity_(capacity) {}

  // False where the stream is closed or has just overflowed, which closes it.
  bool push(Message message);
  // After what waits has been sent, the connection ends.
  void close();

  // What waits, in order; nothing more will come once `closed` is set with an empty list.
  struct Batch {
    std::vector<Message> messages;
    bool closed = false;
  };
  Batch take();

  // `wake` is called from the thread that pushes or closes, at once where something waits already.
  // An empty function ends that; no call of the former one runs on after this returns.
  void on_change(std::function<void()> wake);

 private:
  std::size_t capacity_;
  std::mutex mutex_;
  std::deque<Message> waiting_;
  bool closed_ = false;
  std::function<void()> wake_;
};

}  // namespace kontor::server
