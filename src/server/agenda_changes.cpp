#include "server/agenda_changes.h"

#include <array>
#include <fmt/format.h>
#include <map>
#include <set>

namespace kontor::server {

namespace {

using exchange::CalendarEvent;

constexpr std::size_t fields = 6;

std::string plain(std::string text) {
  for (char& c : text)
    if (c == '\t' || c == '\n' || c == '\r') c = ' ';
  return text;
}

std::string line_of(const CalendarEvent& event) {
  return fmt::format("{}\t{}\t{}\t{}\t{}\t{}", plain(event.uid), base::format(event.starts_at),
                     base::format(event.ends_at), plain(event.zone), plain(event.summary),
                     plain(event.location));
}

CalendarEvent event_of(std::string_view line) {
  std::array<std::string, fields> parts;
  for (std::string& part : parts) {
    const std::size_t end = std::min(line.find('\t'), line.size());
    part = line.substr(0, end);
    line.remove_prefix(std::min(end + 1, line.size()));
  }
  CalendarEvent event;
  event.uid = parts[0];
  event.starts_at = base::parse_local(parts[1]).value_or(base::LocalDateTime{});
  event.ends_at = base::parse_local(parts[2]).value_or(base::LocalDateTime{});
  event.zone = parts[3];
  event.summary = parts[4];
  event.location = parts[5];
  return event;
}

std::map<std::string, std::string> lines_by_uid(std::string_view told) {
  std::map<std::string, std::string> lines;
  while (!told.empty()) {
    const std::size_t end = std::min(told.find('\n'), told.size());
    const std::string line(told.substr(0, end));
    lines[line.substr(0, line.find('\t'))] = line;
    told.remove_prefix(std::min(end + 1, told.size()));
  }
  return lines;
}

}  // namespace

std::string told_text(const std::vector<CalendarEvent>& events) {
  std::string text;
  for (const CalendarEvent& event : events) text += line_of(event) + "\n";
  return text;
}

AgendaChanges changes_of(const std::string& told, const std::vector<CalendarEvent>& events) {
  const auto before = lines_by_uid(told);
  AgendaChanges changes;
  std::set<std::string> still;
  for (const CalendarEvent& event : events) {
    const std::string line = line_of(event);
    const std::string uid = plain(event.uid);
    still.insert(uid);
    const auto found = before.find(uid);
    if (found == before.end())
      changes.added.push_back(event);
    else if (found->second != line)
      changes.moved.push_back(event);
  }
  for (const auto& [uid, line] : before)
    if (!still.contains(uid)) changes.removed.push_back(event_of(line));
  return changes;
}

}  // namespace kontor::server
