#include <algorithm>
#include <fmt/format.h>

#include "exchange/json_write.h"
#include "exchange/markup_text.h"
#include "exchange/schedule_days.h"

namespace kontor::exchange {

namespace {

constexpr std::string_view slot_length = "00:05";

class ScheduleXml {
 public:
  explicit ScheduleXml(const Schedule& schedule)
      : schedule_(schedule), numbers_(item_numbers(schedule)) {}

  std::string text() {
    const auto days = days_of(schedule_);
    out_ = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<schedule>\n";
    element(2, "version", fmt::format("{}", schedule_.version));
    out_ += "  <conference>\n";
    element(4, "acronym", schedule_.mission);
    element(4, "title", schedule_.title);
    element(4, "start", base::format(schedule_.first_day));
    element(4, "end", base::format(schedule_.last_day));
    element(4, "days", fmt::format("{}", days.size()));
    element(4, "timeslot_duration", slot_length);
    if (!schedule_.address.empty()) element(4, "base_url", schedule_.address);
    if (!schedule_.zone.empty()) element(4, "time_zone_name", schedule_.zone);
    out_ += "  </conference>\n";
    int index = 0;
    for (const ScheduleDay& day : days) {
      out_ += fmt::format("  <day index=\"{}\" date=\"{}\" start=\"{}\" end=\"{}\">\n", ++index,
                          base::format(day.date), day.starts_at, day.ends_at);
      for (const auto& [room, items] : day.rooms) {
        out_ += fmt::format("    <room name=\"{}\">\n", escaped(room));
        for (const ScheduledItem* item : items) event(room, *item);
        out_ += "    </room>\n";
      }
      out_ += "  </day>\n";
    }
    return std::move(out_) + "</schedule>\n";
  }

 private:
  void element(int indent, std::string_view name, std::string_view text) {
    out_ += fmt::format("{:{}}<{}>{}</{}>\n", "", indent, name, escaped(text), name);
  }

  void event(const std::string& room, const ScheduledItem& item) {
    out_ += fmt::format("      <event guid=\"{}\" id=\"{}\">\n",
                        item_guid(schedule_.mission, item.key), numbers_.at(item.key));
    element(8, "room", room);
    element(8, "title", item.title);
    element(8, "subtitle", "");
    element(8, "type", item.kind);
    element(8, "date", with_offset(item.starts_at, item.zone));
    element(8, "start", hours(item.starts_at.minute_of_day));
    element(8, "duration", hours(base::minutes_between(item.starts_at, item.ends_at)));
    element(8, "abstract", "");
    element(8, "description", item.remark);
    element(8, "slug", slug_of(schedule_, item));
    element(8, "track", item.track);
    if (!item.language.empty()) element(8, "language", item.language);
    out_ += "        <persons>\n";
    for (const std::string& speaker : item.speakers) element(10, "person", speaker);
    out_ += "        </persons>\n";
    const std::string address = address_of(schedule_, item);
    if (!address.empty()) element(8, "url", address);
    out_ += "      </event>\n";
  }

  const Schedule& schedule_;
  std::map<std::string, int> numbers_;
  std::string out_;
};

class ScheduleJson {
 public:
  explicit ScheduleJson(const Schedule& schedule)
      : schedule_(schedule), numbers_(item_numbers(schedule)) {}

  std::string text() {
    const auto days = days_of(schedule_);
    json_.open('{');
    json_.open('{', "schedule");
    json_.add("version", fmt::format("{}", schedule_.version));
    json_.add_unless_empty("base_url", schedule_.address);
    json_.open('{', "conference");
    json_.add("acronym", schedule_.mission);
    json_.add("title", schedule_.title);
    json_.add("start", base::format(schedule_.first_day));
    json_.add("end", base::format(schedule_.last_day));
    json_.add_raw("daysCount", fmt::format("{}", days.size()));
    json_.add("timeslot_duration", slot_length);
    json_.add_unless_empty("time_zone_name", schedule_.zone);
    rooms(days);
    json_.open('[', "days");
    for (std::size_t i = 0; i < days.size(); ++i) day(days[i], i);
    json_.close();
    json_.close();
    json_.close();
    json_.close();
    return json_.take();
  }

 private:
  void rooms(const std::vector<ScheduleDay>& days) {
    std::map<std::string, bool> names;
    for (const ScheduleDay& day : days)
      for (const auto& [room, items] : day.rooms) names[room] = true;
    json_.open('[', "rooms");
    for (const auto& [room, known] : names) {
      json_.open('{');
      json_.add("name", room);
      json_.add("guid", item_guid(schedule_.mission, "room " + room));
      json_.close();
    }
    json_.close();
  }

  void day(const ScheduleDay& day, std::size_t index) {
    json_.open('{');
    json_.add_raw("index", fmt::format("{}", index));
    json_.add("date", base::format(day.date));
    json_.add("day_start", day.starts_at);
    json_.add("day_end", day.ends_at);
    json_.open('{', "rooms");
    for (const auto& [room, items] : day.rooms) {
      json_.open('[', room);
      for (const ScheduledItem* item : items) event(room, *item);
      json_.close();
    }
    json_.close();
    json_.close();
  }

  void event(const std::string& room, const ScheduledItem& item) {
    json_.open('{');
    json_.add("guid", item_guid(schedule_.mission, item.key));
    json_.add_raw("id", fmt::format("{}", numbers_.at(item.key)));
    json_.add("date", with_offset(item.starts_at, item.zone));
    json_.add("start", hours(item.starts_at.minute_of_day));
    json_.add("duration", hours(base::minutes_between(item.starts_at, item.ends_at)));
    json_.add("room", room);
    json_.add("slug", slug_of(schedule_, item));
    json_.add("title", item.title);
    json_.add("subtitle", "");
    json_.add("track", item.track);
    json_.add("type", item.kind);
    json_.add("language", item.language);
    json_.add("abstract", "");
    json_.add("description", item.remark);
    json_.open('[', "persons");
    for (const std::string& speaker : item.speakers) {
      json_.open('{');
      json_.add("public_name", speaker);
      json_.close();
    }
    json_.close();
    json_.open('[', "links");
    json_.close();
    json_.add_unless_empty("url", address_of(schedule_, item));
    json_.close();
  }

  const Schedule& schedule_;
  std::map<std::string, int> numbers_;
  JsonLines json_;
};

}  // namespace

std::string write_schedule_xml(const Schedule& schedule) {
  return ScheduleXml(schedule).text();
}

std::string write_schedule_json(const Schedule& schedule) {
  return ScheduleJson(schedule).text();
}

}  // namespace kontor::exchange
