#include "mission.h"

#include "text.h"
#include "toml.h"

namespace kontor_verify {

namespace {

constexpr Minute start_step = 15;  // between the starts that a window allows
constexpr std::int64_t largest_number = 1'000'000;

// The fields of one noun, with the place of every fault.
class Fields {
 public:
  Fields(const std::string& file, const Node& table, const Mission& mission, Report& report)
      : node(table), mission_(mission), report_(report) {
    place_ = file + ":" + std::to_string(table.line) + " " + table.name + " " + text("id");
  }

  const Node& node;

  void must(bool good, const std::string& what, const std::string& stated = "") const {
    if (!good) report_.fault(place_, what, stated);
  }

  std::string text(std::string_view name, std::string_view usual = "") const {
    const std::string& found = node[name].text;
    return found.empty() ? std::string(usual) : found;
  }

  std::set<std::string> texts(std::string_view name) const {
    std::set<std::string> out;
    for (const Node& member : node[name].members) out.insert(member.text);
    return out;
  }

  int number(std::string_view name, int usual = 0) const {
    const std::int64_t found = node[name].line > 0 ? node[name].number : usual;
    const bool good = found >= 0 && found <= largest_number;
    must(good, std::string(name) + " is out of range", std::to_string(found));
    return good ? static_cast<int>(found) : usual;
  }

  Minute local(std::string_view name) const {
    const auto minute = read_local(text(name));
    must(minute || text(name).empty(), std::string(name) + " is no time", text(name));
    return minute.value_or(0);
  }

  // The number of the noun that field `name` refers to; `none` where the field is left out.
  int reference(std::string_view name, std::string_view noun) const {
    return find(noun, text(name));
  }

  std::vector<int> references(std::string_view name, std::string_view noun) const {
    std::vector<int> out;
    for (const Node& member : node[name].members) out.push_back(find(noun, member.text));
    std::erase(out, none);
    return out;
  }

 private:
  int find(std::string_view noun, const std::string& key) const {
    const int number = key.empty() ? none : mission_.number(noun, key);
    must(key.empty() || number != none, "names a " + std::string(noun) + " that does not exist",
         key);
    return number;
  }

  const Mission& mission_;
  Report& report_;
  std::string place_;
};

class MissionReader {
 public:
  MissionReader(const Files& files, Report& report) : files_(files), report_(report) {}

  Mission read() {
    const Node head = read("mission.toml");
    out_.key = head["id"].text;
    out_.default_travel_minutes = fields("mission.toml", head).number("default_travel_minutes", 30);
    each("mission.toml", "leg", &MissionReader::add_leg);
    each("venues.toml", "venue", &MissionReader::add_venue);
    const Node venues = read("venues.toml");
    for (const Node& way : venues["travel_times"].members) add_travel(fields("venues.toml", way));
    each("organisations.toml", "organisation", &MissionReader::add_organisation);
    each("people.toml", "person", &MissionReader::add_person);
    each("offices.toml", "office", &MissionReader::add_office);
    each("activities.toml", "activity", &MissionReader::add_activity);
    each("sessions.toml", "session", &MissionReader::add_session);
    each("wishes.csv", "wish", &MissionReader::add_wish);
    for (int a = 0; a < static_cast<int>(out_.activities.size()); ++a) settle(a);
    return std::move(out_);
  }

 private:
  using Adder = void (MissionReader::*)(const Fields&);

  Node read(const std::string& file) {
    const auto found = files_.find(file);
    const std::string_view text = found == files_.end() ? std::string_view() : found->second;
    return file == "wishes.csv" ? read_csv(file, text, "wish", report_)
                                : read_toml(file, text, report_);
  }

  Fields fields(const std::string& file, const Node& table) { return {file, table, out_, report_}; }

  void each(const std::string& file, std::string_view noun, Adder add) {
    const Node root = read(file);
    for (const Node& table : root.members)
      if (table.name == noun) {
        enter(noun, fields(file, table));
        (this->*add)(fields(file, table));
      }
  }

  void enter(std::string_view noun, const Fields& noun_fields) {
    auto& numbers = out_.numbers[std::string(noun)];
    const std::string key = noun_fields.text("id");
    const bool fresh = numbers.emplace(key, static_cast<int>(numbers.size())).second;
    noun_fields.must(fresh && !key.empty(), "the key is missing or used twice");
  }

  void add_leg(const Fields& leg) {
    out_.legs.emplace_back(leg.text("zone"));
    leg.must(out_.legs.back().exists(), "has a time zone that this machine does not know");
  }

  void add_venue(const Fields& venue) {
    out_.venues.push_back(venue.reference("leg", "leg"));
    venue.must(out_.venues.back() != none, "has no leg");
    const int number = static_cast<int>(out_.venues.size()) - 1;
    for (const Node& table : venue.node["rooms"].members) {
      const Fields room = fields("venues.toml", table);
      enter("room", room);
      out_.rooms.push_back({room.text("id"), number, room.number("capacity")});
    }
  }

  void add_travel(const Fields& way) {
    const int from = way.reference("from", "venue"), to = way.reference("to", "venue");
    out_.travel_minutes[std::minmax(from, to)] = way.number("minutes");
  }

  void add_organisation(const Fields& organisation) {
    out_.organisations.push_back({organisation.text("kind"), organisation.text("side"),
                                  organisation.text("region", "none"),
                                  organisation.texts("sectors")});
  }

  void add_person(const Fields& person) {
    const auto legs = person.references("legs", "leg");
    out_.people.push_back({person.text("id"),
                           person.text("role", "delegate"),
                           person.reference("organisation", "organisation"),
                           std::set<int>(legs.begin(), legs.end()),
                           {}});
    for (const Node& table : person.node["absences"].members) {
      const Fields absence = fields("people.toml", table);
      const int leg = absence.reference("leg", "leg");
      const Minute from = absence.local("from"), to = absence.local("to");
      absence.must(leg != none && from > 0 && to > 0, "has no city or no time");
      if (leg != none)
        out_.people.back().absences.emplace_back(out_.legs[leg].utc(from), out_.legs[leg].utc(to));
    }
  }

  void add_office(const Fields& office) {
    holders_.push_back(office.reference("holder", "person"));
  }

  void add_activity(const Fields& activity) {
    const Fields audience = fields("activities.toml", activity.node["audience"]);
    Activity out;
    out.key = activity.text("id");
    out.kind = activity.text("kind");
    out.leg = activity.reference("leg", "leg");
    out.minutes = activity.number("duration_minutes");
    out.capacity = activity.number("capacity");
    out.rooms = activity.references("rooms", "room");
    if (out.rooms.empty()) out.rooms = {none};
    if (const int room = activity.reference("room", "room"); room != none) out.rooms = {room};
    out.kinds = audience.texts("kinds");
    out.regions = audience.texts("regions");
    out.sectors = audience.texts("sectors");
    out.whole_delegation = audience.node["whole_delegation"].number != 0;
    for (const int office : activity.references("offices", "office"))
      if (holders_[office] != none) out.holders.insert(holders_[office]);
    if (activity.text("status") != "cancelled") add_starts(out, activity);
    out_.activities.push_back(std::move(out));
  }

  // Starts are open where the timing to plan with is a window or fixed.
  void add_starts(Activity& out, const Fields& activity) {
    const bool own = activity.node["planned_timing"].line == 0;
    const Fields timing =
        fields("activities.toml", activity.node[own ? "timing" : "planned_timing"]);
    const std::string precision = timing.text("precision");
    const Minute earliest = timing.local("earliest"), latest = timing.local("latest");
    if (out.leg == none || out.minutes == 0 || earliest == 0) return;
    const Minute first = out_.legs[out.leg].utc(earliest);
    if (precision == "fixed") out.starts = {first};
    if (precision != "window" || latest == 0) return;
    const Minute last = out_.legs[out.leg].utc(latest) - out.minutes;
    activity.must(last - first <= largest_number, "has too long a window");
    for (Minute at = first; at <= std::min(last, first + largest_number); at += start_step)
      out.starts.push_back(at);
  }

  void add_session(const Fields& session) {
    Session out{session.text("id"),
                session.reference("room", "room"),
                session.number("slot_minutes", 20),
                session.number("slots"),
                session.number("tables"),
                0};
    const int leg = out.room == none ? none : out_.venues[out_.rooms[out.room].venue];
    session.must(leg != none && session.local("starts_at") > 0, "has no room or no time");
    session.must(out.slots <= 24 * 60 && out.slot_minutes <= 24 * 60, "is longer than a day");
    if (leg != none) out.starts_at = out_.legs[leg].utc(session.local("starts_at"));
    out_.sessions.push_back(std::move(out));
  }

  void add_wish(const Fields& wish) {
    const std::string level = wish.text("level");
    const auto rank = static_cast<int>(read_number(wish.text("rank", "1")));
    Wish out{wish.text("id"),
             level == "must",
             level == "never",
             rank,
             wish.reference("organisation", "organisation"),
             wish.reference("counterpart", "organisation"),
             wish.reference("person", "person"),
             wish.reference("activity", "activity")};
    wish.must(level == "want" || out.must || out.never, "has no level", level);
    wish.must(rank >= 1 && rank <= 9, "has a rank that is not 1 to 9");
    const bool meets = out.organisation != none && out.counterpart != none;
    const bool attends = out.person != none && out.activity != none;
    wish.must(meets != attends, "is for neither a meeting nor an activity");
    const std::pair pair{meets ? out.organisation : out.person,
                         meets ? out.counterpart : out.activity};
    wish.must(wished_.emplace(meets, pair).second, "is wished twice");
    if (out.never && meets) out_.meeting_nevers.insert(std::minmax(pair.first, pair.second));
    if (out.never && attends) out_.activity_nevers.insert(pair);
    if (level == "want") out_.must_points += 10 - rank;
    out_.wishes.push_back(std::move(out));
  }

  // What depends on who says never: whom "the whole delegation" means, and that an activity cannot
  // be planned where somebody who must be there by office says never.
  void settle(int number) {
    Activity& activity = out_.activities[number];
    const auto never = [&](int p) { return out_.activity_nevers.contains({p, number}); };
    if (std::ranges::any_of(activity.holders, never)) activity.starts.clear();
    for (int p = 0; activity.whole_delegation && p < static_cast<int>(out_.people.size()); ++p) {
      const Person& person = out_.people[p];
      const bool travels = person.organisation == none
                               ? person.role != "host"
                               : out_.organisations[person.organisation].side == "delegation";
      if (travels && !activity.holders.contains(p) && !never(p) &&
          out_.in_audience(person, activity))
        activity.everyone.insert(p);
    }
  }

  const Files& files_;
  Report& report_;
  Mission out_;
  std::vector<int> holders_;                               // of each office
  std::set<std::pair<bool, std::pair<int, int>>> wished_;  // for a meeting or not: who, what
};

}  // namespace

int Mission::number(std::string_view noun, std::string_view wanted) const {
  const auto known = numbers.find(noun);
  if (known == numbers.end()) return none;
  const auto found = known->second.find(wanted);
  return found == known->second.end() ? none : found->second;
}

bool Mission::in_audience(const Person& person, const Activity& activity) const {
  if (!person.legs.empty() && !person.legs.contains(activity.leg)) return false;
  if (activity.kinds.empty() && activity.regions.empty() && activity.sectors.empty()) return true;
  if (person.organisation == none) return false;
  const Organisation& of = organisations[person.organisation];
  bool sector = activity.sectors.empty();
  for (const std::string& each : of.sectors) sector = sector || activity.sectors.contains(each);
  return sector && (activity.kinds.empty() || activity.kinds.contains(of.kind)) &&
         (activity.regions.empty() || activity.regions.contains(of.region));
}

Mission read_mission(const Files& files, Report& report) {
  return MissionReader(files, report).read();
}

}  // namespace kontor_verify
