#include <algorithm>

#include "mission/validate_parts.h"

namespace kontor::mission {

namespace {

// Three capitals, or nothing.
void check_currency(const std::string& path, const std::string& currency, Faults& faults) {
  const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
  if (!currency.empty() && (currency.size() != 3 || !std::ranges::all_of(currency, upper)))
    faults.add("out_of_range", path + "/currency", currency,
               {{"expected", "three capital letters (ISO 4217), such as EUR"}});
}

void check_day(const std::string& path, const std::optional<base::LocalDate>& day, Faults& faults) {
  if (day && !day->ok()) faults.add("impossible_date", path, base::format(*day));
}

void check_announcement(const Index& index, const Announcement& announcement, Faults& faults) {
  const std::string path = "announcement/" + announcement.id.value;
  faults.wording(path + "/title", announcement.title);
  check_currency(path, announcement.currency, faults);
  check_day(path + "/announced_on", announcement.announced_on, faults);
  faults.record(path, announcement.record, index);
}

void check_figure(const Index& index, const Figure& figure, Faults& faults) {
  const std::string path = "figure/" + figure.id.value;
  faults.wording(path + "/label", figure.label);
  check_currency(path, figure.currency, faults);
  if (!figure.value.empty() && !base::parse_decimal(figure.value))
    faults.add("wrong_type", path + "/value", figure.value,
               {{"expected", "a number of at most 18 digits, such as 64.4"}});
  faults.record(path, figure.record, index);
}

}  // namespace

void validate_results(const Index& index, Faults& faults) {
  const Mission& mission = index.mission;
  for (const Announcement& announcement : mission.announcements)
    check_announcement(index, announcement, faults);
  for (const Figure& figure : mission.figures) check_figure(index, figure, faults);
}

}  // namespace kontor::mission
