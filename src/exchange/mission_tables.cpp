#include "exchange/mission_tables.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "exchange/mission_table_words.h"

namespace kontor::exchange {

namespace {

constexpr std::array<std::string_view, 6> table_words{"organisations", "people", "programme",
                                                      "meetings",      "wishes", "agreements"};

// A column of rows of one kind.
template <class Row>
struct TableColumn {
  const Heading& heading;
  std::function<TableCell(const Row&)> cell;
};

template <class Row>
void fill(Table& table, base::Language language, const std::vector<TableColumn<Row>>& columns,
          const std::vector<Row>& rows) {
  for (const auto& column : columns) table.columns.push_back(column.heading.in(language));
  for (const Row& row : rows) {
    auto& cells = table.rows.emplace_back();
    for (const auto& column : columns) cells.push_back(column.cell(row));
  }
}

std::string joined(const auto& list, const auto& text_of) {
  std::string out;
  for (const auto& one : list) {
    if (!out.empty()) out += ", ";
    out += text_of(one);
  }
  return out;
}

// Names by keys, as far as the mission knows them; else the key.
class MissionTables {
 public:
  MissionTables(const mission::Mission& mission, const mission::Plan& plan, base::Language language)
      : mission_(mission), plan_(plan), language_(language) {
    const auto add = [this](const auto& nouns, const auto& name_of) {
      for (const auto& noun : nouns) names_[noun.id.value] = name_of(noun);
    };
    const auto name = [this](const auto& noun) { return noun.name.best(language_); };
    add(mission.legs, [this](const auto& leg) { return leg.city.best(language_); });
    add(mission.sectors, name);
    add(mission.topics, name);
    add(mission.organisations, name);
    add(mission.sessions, name);
    add(mission.people, [](const auto& person) { return mission::display_name(person); });
    add(mission.activities, [this](const auto& one) { return one.title.best(language_); });
    for (const auto& venue : mission.venues)
      for (const auto& room : venue.rooms)
        names_[room.id.value] = venue.name.best(language_) + ", " + room.name.best(language_);
  }

  void organisations(Table& table) const {
    using mission::Organisation;
    fill<Organisation>(
        table, language_,
        {{headings::key, [](const auto& one) { return one.id.value; }},
         {headings::name, [this](const auto& one) { return one.name.best(language_); }},
         {headings::kind, [](const auto& one) { return std::string(word(one.kind)); }},
         {headings::side, [](const auto& one) { return std::string(word(one.side)); }},
         {headings::region, [](const auto& one) { return std::string(word(one.region)); }},
         {headings::size, [](const auto& one) { return std::string(word(one.size)); }},
         {headings::country, [](const auto& one) { return one.country; }},
         {headings::sectors, [this](const auto& one) { return names(one.sectors); }},
         {headings::offers, [this](const auto& one) { return names(one.offers); }},
         {headings::seeks, [this](const auto& one) { return names(one.seeks); }},
         {headings::profile, [this](const auto& one) { return one.profile.best(language_); }},
         {headings::owner, [](const auto& one) { return one.record.owner.value; }},
         {headings::invented, [](const auto& one) { return one.record.invented; }}},
        mission_.organisations);
  }

  void people(Table& table) const {
    using mission::Person;
    const auto code = [](base::Language one) { return std::string(base::code(one)); };
    fill<Person>(
        table, language_,
        {{headings::key, [](const auto& one) { return one.id.value; }},
         {headings::family_name, [](const auto& one) { return one.family_name; }},
         {headings::given_name, [](const auto& one) { return one.given_name; }},
         {headings::organisation, [this](const auto& one) { return name(one.organisation); }},
         {headings::role, [](const auto& one) { return std::string(word(one.role)); }},
         {headings::function, [this](const auto& one) { return one.function.best(language_); }},
         {headings::languages, [&](const auto& one) { return joined(one.languages, code); }},
         {headings::leg, [this](const auto& one) { return names(one.legs); }},
         {headings::owner, [](const auto& one) { return one.record.owner.value; }},
         {headings::invented, [](const auto& one) { return one.record.invented; }}},
        mission_.people);
  }

  void programme(Table& table) const {
    using mission::Activity;
    std::map<std::string, const mission::ActivityPlacement*> placed;
    for (const auto& one : plan_.activities) placed[one.activity.value] = &one;
    std::map<std::string, std::int64_t> attending;
    for (const auto& one : plan_.attendances) ++attending[one.activity.value];
    const auto when = [&](const Activity& one, bool end) -> TableCell {
      const auto found = placed.find(one.id.value);
      if (found == placed.end()) return std::monostate{};
      return base::plus_minutes(found->second->starts_at, end ? found->second->minutes : 0);
    };
    fill<Activity>(
        table, language_,
        {{headings::key, [](const auto& one) { return one.id.value; }},
         {headings::title, [this](const auto& one) { return one.title.best(language_); }},
         {headings::kind, [](const auto& one) { return std::string(word(one.kind)); }},
         {headings::status, [](const auto& one) { return std::string(word(one.status)); }},
         {headings::leg, [this](const auto& one) { return name(one.leg); }},
         {headings::starts_at, [&](const auto& one) { return when(one, false); }},
         {headings::ends_at, [&](const auto& one) { return when(one, true); }},
         {headings::room,
          [&](const auto& one) -> TableCell {
            const auto found = placed.find(one.id.value);
            return name(found == placed.end() ? one.room : found->second->room);
          }},
         {headings::host, [this](const auto& one) { return name(one.host); }},
         {headings::attending,
          [&](const auto& one) -> TableCell { return attending[one.id.value]; }},
         {headings::owner, [](const auto& one) { return one.record.owner.value; }},
         {headings::invented, [](const auto& one) { return one.record.invented; }}},
        mission_.activities);
  }

  void meetings(Table& table) const {
    using mission::Meeting;
    const auto when = [this](const Meeting& one, int slots) -> TableCell {
      const auto session = std::ranges::find(mission_.sessions, one.session, &mission::Session::id);
      if (session == mission_.sessions.end()) return std::monostate{};
      return base::plus_minutes(session->starts_at, (one.slot + slots) * session->slot_minutes);
    };
    fill<Meeting>(table, language_,
                  {{headings::session, [this](const auto& one) { return name(one.session); }},
                   {headings::starts_at, [&](const auto& one) { return when(one, 0); }},
                   {headings::ends_at, [&](const auto& one) { return when(one, 1); }},
                   {headings::table, [](const auto& one) { return std::int64_t{one.table}; }},
                   {headings::organisation, [this](const auto& one) { return name(one.first); }},
                   {headings::person, [this](const auto& one) { return name(one.first_person); }},
                   {headings::counterpart, [this](const auto& one) { return name(one.second); }},
                   {headings::person, [this](const auto& one) { return name(one.second_person); }}},
                  plan_.meetings);
  }

  void wishes(Table& table) const {
    using mission::Wish;
    std::set<std::string> granted;
    for (const auto& one : plan_.attendances) granted.insert(one.wish.value);
    for (const auto& one : plan_.meetings)
      for (const auto& wish : one.wishes) granted.insert(wish.value);
    fill<Wish>(
        table, language_,
        {{headings::key, [](const auto& one) { return one.id.value; }},
         {headings::organisation, [this](const auto& one) { return name(one.organisation); }},
         {headings::person, [this](const auto& one) { return name(one.person); }},
         {headings::counterpart, [this](const auto& one) { return name(one.counterpart); }},
         {headings::activity, [this](const auto& one) { return name(one.activity); }},
         {headings::level, [](const auto& one) { return std::string(word(one.level)); }},
         {headings::rank, [](const auto& one) { return std::int64_t{one.rank}; }},
         {headings::granted, [&](const auto& one) { return granted.contains(one.id.value); }},
         {headings::invented, [](const auto& one) { return one.invented; }}},
        mission_.wishes);
  }

  void agreements(Table& table) const {
    using mission::Agreement;
    const auto party = [this](const std::string& key) { return name_of_key(key); };
    fill<Agreement>(
        table, language_,
        {{headings::key, [](const auto& one) { return one.id.value; }},
         {headings::title, [this](const auto& one) { return one.title.best(language_); }},
         {headings::kind, [](const auto& one) { return std::string(word(one.kind)); }},
         {headings::status, [](const auto& one) { return std::string(word(one.status)); }},
         {headings::home_parties, [&](const auto& one) { return joined(one.home_parties, party); }},
         {headings::foreign_parties,
          [&](const auto& one) { return joined(one.foreign_parties, party); }},
         {headings::signed_on,
          [](const auto& one) -> TableCell {
            return one.signed_on ? TableCell(*one.signed_on) : std::monostate{};
          }},
         {headings::invented, [](const auto& one) { return one.record.invented; }}},
        mission_.agreements);
  }

 private:
  std::string name_of_key(const std::string& key) const {
    const auto found = names_.find(key);
    return found == names_.end() ? key : found->second;
  }
  template <class Key>
  std::string name(const Key& key) const {
    return name_of_key(key.value);
  }
  template <class Key>
  std::string names(const std::vector<Key>& keys) const {
    return joined(keys, [this](const Key& key) { return name(key); });
  }

  const mission::Mission& mission_;
  const mission::Plan& plan_;
  base::Language language_;
  std::map<std::string, std::string> names_;
};

}  // namespace

std::string_view word(MissionTable table) {
  return table_words.at(static_cast<std::size_t>(table));
}

std::optional<MissionTable> mission_table_of(std::string_view word) {
  const auto found = std::ranges::find(table_words, word);
  if (found == table_words.end()) return std::nullopt;
  return all_mission_tables.at(static_cast<std::size_t>(found - table_words.begin()));
}

Table mission_table(MissionTable which, const mission::Mission& mission, const mission::Plan& plan,
                    base::Language language) {
  static constexpr std::array writers{&MissionTables::organisations, &MissionTables::people,
                                      &MissionTables::programme,     &MissionTables::meetings,
                                      &MissionTables::wishes,        &MissionTables::agreements};
  const auto index = static_cast<std::size_t>(which);
  Table table{table_names.at(index).in(language), {}, {}};
  const MissionTables tables(mission, plan, language);
  (tables.*writers.at(index))(table);
  return table;
}

}  // namespace kontor::exchange
