#include <algorithm>

#include "exchange/import_merging.h"

namespace kontor::exchange {

using mission::Activity;

namespace {

// The value of a cell by one of the readers of import_value.h; nothing where it is empty or
// refused.
template <class Value>
std::optional<Value> read_cell(ImportRow& row, ImportField field,
                               std::expected<Value, std::string_view> (*read)(std::string_view)) {
  const std::string text = row.text(field);
  if (text.empty()) return std::nullopt;
  const auto value = read(text);
  if (value) return *value;
  row.refuse(field, value.error());
  return std::nullopt;
}

// What a row says of when something is. minutes 0 and an Unknown precision: nothing.
struct When {
  mission::Timing timing;
  int duration_minutes = 0;
};

When when_of(ImportRow& row) {
  using mission::Precision;
  When out;
  const auto day = read_cell(row, ImportField::Date, day_value);
  const auto start = read_cell(row, ImportField::StartsAt, time_value);
  const auto end = read_cell(row, ImportField::EndsAt, time_value);
  out.duration_minutes = read_cell(row, ImportField::DurationMinutes, count_value).value_or(0);
  if (start && row.text(ImportField::Date).empty())
    row.refuse(ImportField::StartsAt, "time_without_date");
  if (start && end && *end <= *start) row.refuse(ImportField::EndsAt, "end_before_start");
  if (start && end && out.duration_minutes == 0) out.duration_minutes = *end - *start;
  if (!day) return out;
  out.timing.precision = start ? Precision::Fixed : Precision::Day;
  if (start)
    out.timing.earliest = base::LocalDateTime{*day, *start};
  else
    out.timing.first_day = day;
  return out;
}

}  // namespace

void Merging::index_activity(std::size_t place) {
  const Activity& activity = out_.state.mission.activities[place];
  activities_.try_emplace(activity.id.value, place);
  for (const auto language : base::all_languages)
    if (const auto& title = activity.title.in(language); !title.empty())
      activities_.try_emplace(title, place);
}

mission::LegId Merging::leg_in(ImportRow& row) {
  const std::string text = row.text(ImportField::City);
  if (text.empty()) return {};
  for (const mission::Leg& leg : out_.state.mission.legs) {
    if (leg.id.value == text) return leg.id;
    for (const auto language : base::all_languages)
      if (folded(leg.city.in(language)) == folded(text)) return leg.id;
  }
  row.refuse(ImportField::City, "unknown_record");
  return {};
}

Activity Merging::activity_of(ImportRow& row, const Activity& base) {
  Activity out = base;
  set_word(out.kind, row.word_of(ImportField::Kind, activity_kind_words));
  if (const auto leg = leg_in(row); !leg.value.empty()) out.leg = leg;
  if (const auto host = organisation_in(row, ImportField::Host); !host.value.empty())
    out.host = host;
  if (const auto place = row.text(ImportField::Place); !place.empty()) out.place = place;
  When when = when_of(row);
  if (when.timing.precision != mission::Precision::Unknown) out.timing = std::move(when.timing);
  if (when.duration_minutes > 0) out.duration_minutes = when.duration_minutes;
  if (const auto capacity = read_cell(row, ImportField::Capacity, count_value))
    out.capacity = *capacity;
  return out;
}

void Merging::merge_activity(ImportRow& row) {
  const std::string title = row.needed(ImportField::Title);
  Activity fresh;
  fresh.record.owner = owner_;
  fresh.record.visibility = mission::Visibility::Delegation;
  fresh.title = base::Text::same(title);
  const Activity read = activity_of(row, fresh);
  auto place = named(row, activities_);
  if (!row.faults().empty()) return;
  const bool is_said = place && !row.text(ImportField::SameAs).empty();
  if (const auto found = activities_.find(title); !place && found != activities_.end())
    place = found->second;
  auto& all = out_.state.mission.activities;
  Activity next = place ? activity_of(row, all[*place]) : read;
  if (!place) next.id.value = free_key(slug_of(title), activities_);
  const auto has_title = [&](base::Language language) { return next.title.in(language) == title; };
  if (place && !is_said && next.id.value != title &&
      std::ranges::none_of(base::all_languages, has_title))
    next.title = base::Text::same(title);
  const bool changes = !place || next != all[*place];
  const std::string subject = "activity/" + next.id.value;
  if (!settle(row, subject, title, changes)) return;
  if (place)
    all[*place] = std::move(next);
  else
    all.push_back(std::move(next));
  if (changes) index_activity(place.value_or(all.size() - 1));
  count(row, subject, !place, changes);
}

}  // namespace kontor::exchange
