#include "actions/undoable.h"

#include <set>

#include "store/changes.h"

namespace kontor::actions {

std::vector<Undoable> undoables(sql::Connection& connection, const mission::MissionId& mission) {
  const auto undoings = store::read_undoings(connection, mission);
  std::set<std::int64_t> undone;
  for (auto each = undoings.rbegin(); each != undoings.rend(); ++each)
    if (!undone.contains(each->first)) undone.insert(each->second);
  std::vector<Undoable> out;
  for (store::Undo& undo : store::read_undos(connection, mission)) {
    const auto number = store::find_change_of_version(connection, mission, undo.version);
    if (number > 0 && !undone.contains(number))
      out.push_back({number, undoings.contains(number), std::move(undo)});
  }
  return out;
}

}  // namespace kontor::actions
