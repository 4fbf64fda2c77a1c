#include "mission.h"

#include <tuple>

namespace kontor_verify {
namespace {

constexpr Minute start_step = 15;  // between the starts that a window allows
constexpr std::int64_t largest_number = 1'000'000;
constexpr std::string_view wish_columns =
    "id,level,rank,organisation,counterpart,person,activity,invented";

// Reads noun by noun; every fault with its place in the file that is being read.
class Reader {
 public:
  Reader(const Files& files, Report& report) : files_(files), report_(report) {}

  Mission read() {
    const Node head = root("mission.toml");
    out_.key = head["id"].text;
    out_.buffer_minutes = number(head, "travel_buffer_minutes");
    out_.default_travel_minutes = number(head, "default_travel_minutes", 30) + out_.buffer_minutes;
    each("mission.toml", "leg", [&](const Node& leg) {
      out_.legs.emplace_back(leg["zone"].text);
      must(leg, out_.legs.back().exists(), "has a time zone that this machine does not know");
      hubs_.push_back(leg["hub"].text);
    });
    each("venues.toml", "venue", [&](const Node& venue) { add_venue(venue); });
    each("venues.toml", "coach", [&](const Node& coach) {
      out_.coaches.push_back({coach["id"].text, find(coach, "leg", "leg"), number(coach, "seats")});
    });
    const Node venues = root("venues.toml");
    for (const Node& way : venues["travel_times"].members)
      out_.travel_minutes[std::minmax(find(way, "from", "venue"), find(way, "to", "venue"))] =
          number(way, "minutes") + out_.buffer_minutes;
    each("organisations.toml", "organisation", [&](const Node& it) {
      const std::string& region = it["region"].text;
      out_.organisations.push_back(
          {it["side"].text,
           {std::set{it["kind"].text}, {region.empty() ? "none" : region}, texts(it["sectors"])}});
    });
    each("people.toml", "person", [&](const Node& person) { add_person(person); });
    each("offices.toml", "office",
         [&](const Node& office) { holders_.push_back(find(office, "holder", "person")); });
    each("activities.toml", "activity", [&](const Node& activity) { add_activity(activity); });
    each("sessions.toml", "session", [&](const Node& session) { add_session(session); });
    each("rules.toml", "rule", [&](const Node& rule) { add_rule(rule); });
    read_wishes();
    for (int a = 0; a < std::ssize(out_.activities); ++a) settle(a);
    return std::move(out_);
  }

 private:
  Node root(const std::string& file) {
    file_ = file;
    Node out;
    const auto found = files_.find(file);
    if (const int line = found == files_.end() ? 0 : read_toml(found->second, out))
      report_.fault(file + ":" + std::to_string(line), "not as Kontor writes it");
    return out;
  }

  void each(const std::string& file, const std::string& noun, const auto& add) {
    const Node all = root(file);
    for (const Node& table : all.members)
      if (table.name == noun) enter(table, noun), add(table);
  }
  void enter(const Node& table, const std::string& noun) {
    const std::string key = table["id"].text;
    const bool fresh = out_.numbers.emplace(noun + "/" + key, counts_[noun]++).second;
    must(table, fresh && !key.empty(), "has no key or one used twice");
  }
  void must(const Node& table, bool good, const std::string& what, std::string_view stated = "") {
    if (good) return;
    const std::string name = table.name + " " + table["id"].text;
    report_.fault(file_ + ":" + std::to_string(table.line) + " " + name, what, std::string(stated));
  }
  int number(const Node& table, const std::string& name, int usual = 0) {
    const std::int64_t found = table[name].line > 0 ? table[name].number : usual;
    const bool good = found >= 0 && found <= largest_number;
    must(table, good, name + " is out of range", std::to_string(found));
    return good ? static_cast<int>(found) : usual;
  }
  Minute local(const Node& table, const std::string& name) {
    const std::string& text = table[name].text;
    must(table, text.empty() || read_local(text), name + " is no time", text);
    return read_local(text).value_or(0);
  }
  static std::set<std::string> texts(const Node& list) {
    std::set<std::string> out;
    for (const Node& member : list.members) out.insert(member.text);
    return out;
  }

  // The number of the noun with this key; `none` where the key is left out.
  int key(const Node& table, const std::string& noun, std::string_view text) {
    const int number = text.empty() ? none : out_.number(noun, text);
    if (!text.empty()) must(table, number != none, "names no " + noun + " that exists", text);
    return number;
  }
  int find(const Node& table, std::string_view name, const std::string& noun) {
    return key(table, noun, table[name].text);
  }
  std::set<int> find_all(const Node& table, std::string_view name, const std::string& noun) {
    std::set<int> out;
    for (const Node& member : table[name].members) out.insert(key(table, noun, member.text));
    out.erase(none);
    return out;
  }

  // Spans of the clock of `leg`, or each of the clock of its own.
  Spans spans(const Node& table, const Node& list, int leg) {
    Spans out;
    for (const Node& span : list.members) {
      const int city = leg == none ? find(span, "leg", "leg") : leg;
      const Minute from = local(span, "from"), to = local(span, "to");
      must(table, city != none && from > 0 && to > 0, "has a span without city or time");
      if (city != none) out.emplace_back(out_.legs[city].utc(from), out_.legs[city].utc(to));
    }
    return out;
  }

  void add_venue(const Node& venue) {
    out_.venues.push_back(find(venue, "leg", "leg"));
    must(venue, out_.venues.back() != none, "has no leg");
    for (const Node& room : venue["rooms"].members) {
      enter(room, "room");
      out_.rooms.push_back({room["id"].text,
                            static_cast<int>(out_.venues.size()) - 1,
                            number(room, "capacity"),
                            texts(room["equipment"]),
                            {spans(venue, venue["opening_hours"], out_.venues.back()),
                             spans(venue, room["opening_hours"], out_.venues.back())}});
    }
  }

  void add_person(const Node& person) {
    Person out{person["id"].text, person["role"].text,
               find(person, "organisation", "organisation")};
    out.legs = find_all(person, "legs", "leg");
    out.absences = spans(person, person["absences"], none);
    for (const Node& it : person["clearances"].members)
      if (it["status"].text == "cleared" && !it["filed_on"].text.empty())
        out.cleared.emplace(it["site"].text, day(it["filed_on"]));
    out_.people.push_back(std::move(out));
  }

  void add_activity(const Node& activity) {
    const Node& audience = activity["audience"];
    Activity out{activity["id"].text, activity["kind"].text};
    out.leg = find(activity, "leg", "leg");
    out.minutes = number(activity, "duration_minutes");
    out.capacity = number(activity, "capacity");
    out.rooms = find_all(activity, "rooms", "room");
    if (out.rooms.empty()) out.rooms = {none};
    if (const int room = find(activity, "room", "room"); room != none) out.rooms = {room};
    out.audience = {texts(audience["kinds"]), texts(audience["regions"]),
                    texts(audience["sectors"])};
    out.whole_delegation = audience["whole_delegation"].number != 0;
    for (const int office : find_all(activity, "offices", "office"))
      if (holders_[office] != none) out.holders.insert(holders_[office]);
    out.holders.merge(find_all(activity, "speakers", "person"));
    out.equipment = texts(activity["equipment"]);
    out.by_coach = activity["by_coach"].number != 0;
    const std::string& own = activity["boards_at"].text;
    if (out.by_coach && out.leg != none)
      out.boards_at = key(activity, "venue", own.empty() ? hubs_[out.leg] : own);
    must(activity, !out.by_coach || out.leg == none || out.boards_at != none,
         "has no place to board coaches");
    if (activity["status"].text != "cancelled") add_starts(out, activity);
    out_.activities.push_back(std::move(out));
  }

  // Starts are open where the timing to plan with is a window or fixed.
  void add_starts(Activity& out, const Node& activity) {
    const bool own = activity["planned_timing"].line == 0;
    const Node& timing = activity[own ? "timing" : "planned_timing"];
    const Minute earliest = local(timing, "earliest"), latest = local(timing, "latest");
    if (out.leg == none || out.minutes == 0 || earliest == 0) return;
    const Minute first = out_.legs[out.leg].utc(earliest);
    if (timing["precision"].text == "fixed") out.starts = {first};
    if (timing["precision"].text != "window" || latest == 0) return;
    const Minute last = out_.legs[out.leg].utc(latest) - out.minutes;
    must(activity, last - first <= largest_number, "has too long a window");
    if (last - first > largest_number) return;
    for (Minute at = first; at <= last; at += start_step) out.starts.push_back(at);
  }

  void add_session(const Node& session) {
    Session out{session["id"].text, find(session, "room", "room")};
    out.slot_minutes = number(session, "slot_minutes", 20);
    out.slots = number(session, "slots");
    out.tables = number(session, "tables");
    const int leg = out.room == none ? none : out_.venues[out_.rooms[out.room].venue];
    out.starts_at = leg == none ? 0 : out_.legs[leg].utc(local(session, "starts_at"));
    must(session, leg != none && session["starts_at"].line > 0, "has no room or no time");
    must(session, out.slots <= 24 * 60 && out.slot_minutes <= 24 * 60, "is longer than a day");
    out_.sessions.push_back(std::move(out));
  }

  static Minute day(const Node& date) {
    return read_local(date.text + "T00:00").value_or(0) / (24 * 60);
  }

  std::set<int> people(const Node& who) {
    std::set<int> out = find_all(who, "people", "person");
    for (const int office : find_all(who, "offices", "office")) out.insert(holders_[office]);
    for (const int of : find_all(who, "organisations", "organisation"))
      for (int p = 0; p < std::ssize(out_.people); ++p)
        if (out_.people[p].organisation == of) out.insert(p);
    out.erase(none);
    return out;
  }

  void add_rule(const Node& rule) {
    static const std::set<std::string> official{"official_visit", "official_meeting", "reception",
                                                "cultural_visit", "signing_ceremony"};
    const Node& scope = rule["scope"];
    const auto kinds = texts(scope["kinds"]);
    const auto listed = find_all(scope, "activities", "activity"),
               legs = find_all(scope, "legs", "leg"), with = people(rule["with"]);
    Rule out{rule["id"].text + " " + rule["kind"].text, rule["kind"].text, people(rule["who"])};
    out.minutes = number(rule, "minutes"), out.every_minutes = number(rule, "every_minutes");
    out.most = number(rule, "most"), out.meetings = scope.line == 0;
    if (rule["with"].line > 0 && with.empty()) return;  // vacant: it asks nothing
    const auto& other = rule["with"].line > 0 ? with : out.who;
    for (int a = 0; a < std::ssize(out_.activities); ++a) {
      Activity& it = out_.activities[a];
      const bool transfer = it.kind == "transfer", vehicle = transfer || it.by_coach;
      if ((kinds.empty() || kinds.contains(it.kind)) && (legs.empty() || legs.contains(it.leg)) &&
          (listed.empty() || listed.contains(a)) && (vehicle || out.kind != "not_same_vehicle") &&
          (!transfer || out.kind != "at_most_a_day") &&
          (scope["official"].number == 0 || official.contains(it.kind)) &&
          out.covers.insert(a).second)
        add_rule(rule, out, other, it, a);
    }
    if (out.kind == "rest" || out.kind == "at_most_a_day") out_.limits.push_back(out);
    if (out.kind == "never_with" && out.meetings)
      keep_apart(out.who, other, out.name, out_.table_apart);
  }

  static void keep_apart(const auto& some, const auto& others, const std::string& name,
                         Pairs& out) {
    for (const int one : some)
      for (const int two : others)
        if (one != two) out[{one, two}] = out[{two, one}] = name;
  }

  void add_rule(const Node& rule, const Rule& out, const std::set<int>& with, Activity& it, int a) {
    if (out.kind == "always_with")
      for (const int leader : with)
        for (const int person : out.who)
          if (leader != person) it.company.emplace(std::pair(leader, person), out.name);
    const bool parts = it.by_coach && out.kind == "not_same_vehicle";
    if (out.kind == "never_with" || out.kind == "not_same_vehicle")
      keep_apart(out.who, with, out.name, parts ? it.parted : it.apart);
    if (out.kind == "at_least_one_of" && !out.who.empty()) it.choices.push_back(out);
    if (out.kind == "clearance_needed" && !it.starts.empty()) bar(rule, out.name, a);
    const bool last = out.kind == "arrives_last" || out.kind == "leaves_first";
    for (const Rule& rival : it.waits)
      if (last && rival.kind == out.kind) {
        std::set<int> one = out.who, two = rival.who;
        std::erase_if(one, [&](int p) { return rival.who.contains(p); });
        std::erase_if(two, [&](int p) { return out.who.contains(p); });
        keep_apart(one, two, out.name, it.apart);
      }
    if (last || out.kind == "guests_in_place") it.waits.push_back(out);
  }

  // Keeps away from an activity who is not known to be cleared, all filed by the deadline.
  void bar(const Node& rule, const std::string& name, int a) {
    const Activity& it = out_.activities[a];
    Minute deadline = out_.legs[it.leg].local(it.starts[0]) / (24 * 60);
    const auto off = [&](const Node& date) { return day(date) == deadline; };
    for (int left = number(rule, "working_days"); left > 0;)  // day 0 was a Thursday
      left -= (--deadline + 3) % 7 < 5 && std::ranges::none_of(rule["holidays"].members, off);
    for (int p = 0; p < std::ssize(out_.people); ++p) {
      const auto [from, to] = out_.people[p].cleared.equal_range(rule["site"].text);
      if (std::none_of(from, to, [&](const auto& filed) { return filed.second <= deadline; }))
        out_.barred.emplace(std::pair(p, a), name);
    }
  }

  void read_wishes() {
    file_ = "wishes.csv";
    const auto found = files_.find(file_);
    if (found == files_.end()) return;
    const auto rows = cut(found->second, '\n');  // the last one is what is behind the last line
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const auto cells = cut(rows[i], ',');
      Node row{"wish", "", 0, static_cast<int>(i) + 1, {{"id", std::string(cells[0])}}};
      const bool good = i == 0 ? rows[i] == wish_columns : cells.size() == 8;
      if (good && i > 0) add_wish(row, cells);
      if (!good) return must(row, i > 0 && rows[i].empty(), "not as Kontor writes it");
    }
  }

  void add_wish(const Node& row, const std::vector<std::string_view>& cells) {
    enter(row, "wish");
    const int rank = cells[2].empty() ? 1 : static_cast<int>(read_number(cells[2]));
    Wish wish{row["id"].text, cells[1] == "must", cells[1] == "never", rank};
    wish.organisation = key(row, "organisation", cells[3]);
    wish.counterpart = key(row, "organisation", cells[4]);
    wish.person = key(row, "person", cells[5]);
    wish.activity = key(row, "activity", cells[6]);
    must(row, cells[1] == "want" || wish.must || wish.never, "has no level");
    must(row, rank >= 1 && rank <= 9, "has a rank that is not 1 to 9");
    const bool meets = wish.organisation != none && wish.counterpart != none;
    const bool attends = wish.person != none && wish.activity != none;
    must(row, meets != attends, "is for neither a meeting nor an activity");
    const int wisher = meets ? wish.organisation : wish.person;
    must(row, wished_.emplace(meets, wisher, meets ? wish.counterpart : wish.activity).second,
         "is wished twice");
    if (wish.never && meets) out_.meeting_nevers.insert(wish.pair());
    if (wish.never && attends) out_.barred.emplace(wish.pair(), "never");
    if (cells[1] == "want") out_.must_points += 10 - rank;
    out_.wishes.push_back(wish);
  }

  // What depends on who says never: whom "the whole delegation" means, and that an activity cannot
  // be planned where somebody who must be there by office says never.
  void settle(int number) {
    Activity& activity = out_.activities[number];
    for (const Coach& coach : out_.coaches)
      if (coach.leg == activity.leg) activity.seats += coach.seats;
    for (std::size_t before = 0; before != activity.holders.size();) {
      before = activity.holders.size();
      for (const auto& [pair, name] : activity.company)
        if (activity.holders.contains(pair.first)) activity.holders.insert(pair.second);
    }
    const auto never = [&](int p) { return out_.barred.contains({p, number}); };
    if (std::ranges::any_of(activity.holders, never)) activity.starts.clear();
    for (int p = 0; activity.whole_delegation && p < std::ssize(out_.people); ++p) {
      const Person& person = out_.people[p];
      const int of = person.organisation;
      const bool travels =
          of == none ? person.role != "host" : out_.organisations[of].side == "delegation";
      if (travels && !activity.holders.contains(p) && !never(p) && out_.in_audience(p, number))
        activity.everyone.insert(p);
    }
    std::set<int> expected = activity.everyone;
    expected.insert(activity.holders.begin(), activity.holders.end());
    for (const Rule& rule : activity.choices) expected.insert(rule.who.begin(), rule.who.end());
    std::erase_if(activity.waits, [&](const Rule& rule) {
      return std::ranges::none_of(rule.who, [&](int p) { return expected.contains(p); });
    });
  }

  const Files& files_;
  Report& report_;
  std::string file_;
  Mission out_;
  std::map<std::string, int> counts_;            // of each noun
  std::vector<int> holders_;                     // of each office
  std::vector<std::string> hubs_;                // of each leg
  std::set<std::tuple<bool, int, int>> wished_;  // for a meeting or not: who, what
};
}  // namespace

bool Mission::in_audience(int person, int activity) const {
  const Person& who = people[person];
  const Activity& what = activities[activity];
  if (!who.legs.empty() && !who.legs.contains(what.leg)) return false;
  static const Traits unknown;
  const Traits& traits =
      who.organisation == none ? unknown : organisations[who.organisation].traits;
  for (std::size_t i = 0; i < traits.size(); ++i) {
    const auto wanted = [&](const std::string& word) { return what.audience[i].contains(word); };
    if (!what.audience[i].empty() && std::ranges::none_of(traits[i], wanted)) return false;
  }
  return true;
}

Mission read_mission(const Files& files, Report& report) {
  return Reader(files, report).read();
}
}  // namespace kontor_verify
