#include "exchange/schedule_days.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <fmt/format.h>
#include <set>

#include "base/hash.h"
#include "base/zone.h"

namespace kontor::exchange {

std::string item_guid(const std::string& mission, const std::string& key) {
  std::string hex = base::sha256(fmt::format("kontor item\n{}\n{}", mission, key)).substr(0, 32);
  hex[12] = '8';
  hex[16] = "89ab"[static_cast<unsigned char>(hex[16]) % 4];
  return fmt::format("{}-{}-{}-{}-{}", hex.substr(0, 8), hex.substr(8, 4), hex.substr(12, 4),
                     hex.substr(16, 4), hex.substr(20));
}

std::map<std::string, int> item_numbers(const Schedule& schedule) {
  std::map<std::string, int> numbers;
  for (const ScheduledItem& item : schedule.items) numbers[item.key];
  std::set<int> taken;
  for (auto& [key, number] : numbers) {
    const std::string hex = base::sha256(schedule.mission + "\n" + key).substr(0, 7);
    std::from_chars(hex.data(), hex.data() + hex.size(), number, 16);
    do ++number;
    while (!taken.insert(number).second);
  }
  return numbers;
}

std::string with_offset(base::LocalDateTime time, const std::string& zone) {
  const int minutes = base::offset_minutes(base::to_instant(time, zone), zone);
  return fmt::format("{}:00{}{:02}:{:02}", base::format(time), minutes < 0 ? '-' : '+',
                     std::abs(minutes) / 60, std::abs(minutes) % 60);
}

std::string hours(int minutes) {
  return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

std::string slug_of(const Schedule& schedule, const ScheduledItem& item) {
  std::string slug = schedule.mission + "-" + item.key;
  for (char& c : slug)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return slug;
}

std::string address_of(const Schedule& schedule, const ScheduledItem& item) {
  return schedule.address.empty() ? "" : schedule.address + "/activities/" + item.key;
}

std::string room_of(const Schedule& schedule, const ScheduledItem& item) {
  if (item.place.empty()) return item.city;
  return schedule.zone.empty() && !item.city.empty() && item.place != item.city
             ? item.place + " · " + item.city
             : item.place;
}

std::vector<ScheduleDay> days_of(const Schedule& schedule) {
  std::vector<const ScheduledItem*> items;
  for (const ScheduledItem& item : schedule.items)
    if (!item.cancelled) items.push_back(&item);
  std::ranges::stable_sort(items, {}, [](const ScheduledItem* item) {
    return std::tuple(item->starts_at, item->ends_at, item->key);
  });
  std::vector<ScheduleDay> days;
  std::map<base::LocalDate, std::pair<base::Instant, base::Instant>> spans;
  for (const ScheduledItem* item : items) {
    if (days.empty() || days.back().date != item->starts_at.date)
      days.push_back({item->starts_at.date, {}, {}, {}});
    ScheduleDay& day = days.back();
    day.rooms[room_of(schedule, *item)].push_back(item);
    const base::Instant from = base::to_instant(item->starts_at, item->zone);
    const base::Instant until = base::to_instant(item->ends_at, item->zone);
    auto [span, fresh] = spans.try_emplace(day.date, from, until);
    if (fresh || from < span->second.first || day.starts_at.empty()) {
      span->second.first = std::min(from, span->second.first);
      day.starts_at = with_offset(item->starts_at, item->zone);
    }
    if (fresh || until >= span->second.second) {
      span->second.second = until;
      day.ends_at = with_offset(item->ends_at, item->zone);
    }
  }
  return days;
}

}  // namespace kontor::exchange
