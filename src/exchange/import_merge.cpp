#include "exchange/import_merge.h"

#include <algorithm>

#include "exchange/import_merging.h"

namespace kontor::exchange {

using mission::Organisation;
using mission::Person;
using mission::Wish;

namespace {

std::string person_name(const Person& person) {
  return person.given_name + "\n" + person.family_name;
}

}  // namespace

Merging::Merging(const ImportState& before, const std::vector<ImportSheet>& sheets,
                 const mission::OrganisationId& owner, const std::set<RowName>& left_out)
    : sheets_(sheets), owner_(owner), left_out_(left_out) {
  out_.state = before;
  const mission::Mission& mission = out_.state.mission;
  for (std::size_t n = 0; n < mission.organisations.size(); ++n) index_organisation(n);
  for (std::size_t n = 0; n < mission.people.size(); ++n) index_person(n);
  for (std::size_t n = 0; n < mission.sectors.size(); ++n) {
    sectors_.try_emplace(folded(mission.sectors[n].id.value), n);
    for (const auto language : base::all_languages)
      sectors_.try_emplace(folded(mission.sectors[n].name.in(language)), n);
  }
  for (std::size_t n = 0; n < mission.activities.size(); ++n) index_activity(n);
  for (std::size_t n = 0; n < mission.wishes.size(); ++n) {
    const Wish& wish = mission.wishes[n];
    wishes_.try_emplace(wish.organisation.value + "\n" + wish.person.value + "\n" +
                            wish.counterpart.value + "\n" + wish.activity.value,
                        n);
  }
}

void Merging::index_organisation(std::size_t place) {
  const Organisation& organisation = out_.state.mission.organisations[place];
  organisations_.try_emplace(organisation.id.value, place);
  std::set<std::string> names, cores;
  for (const auto language : base::all_languages)
    if (const auto& name = organisation.name.in(language); !name.empty()) names.insert(name);
  for (const std::string& name : names) {
    by_name_.try_emplace(name, place);
    if (cores.insert(name_core(name)).second) near_organisations_.add(name_core(name), place);
  }
  const auto contacts = out_.state.contacts.find("organisation/" + organisation.id.value);
  if (contacts == out_.state.contacts.end()) return;
  if (const auto number = contacts->second.find("enterprise_number");
      number != contacts->second.end())
    by_number_.try_emplace(number->second, place);
}

void Merging::index_person(std::size_t place) {
  const Person& person = out_.state.mission.people[place];
  people_.try_emplace(person.id.value, place);
  by_display_name_.emplace(mission::display_name(person), place);
  by_full_name_.try_emplace(person.organisation.value + "\n" + person_name(person), place);
  near_people_.add(sorted_core(person.given_name + " " + person.family_name), place);
  const auto contacts = out_.state.contacts.find("person/" + person.id.value);
  if (contacts == out_.state.contacts.end()) return;
  if (const auto mail = contacts->second.find("mail"); mail != contacts->second.end())
    by_mail_.try_emplace(mail->second, place);
}

std::string Merging::free_key(const std::string& wanted, const RecordPlaces& keys) const {
  std::string key = wanted;
  for (int number = 2; keys.contains(key); ++number) key = wanted + "-" + std::to_string(number);
  return key;
}

std::optional<std::size_t> Merging::named(ImportRow& row, const RecordPlaces& by_key) const {
  for (const ImportField field : {ImportField::Key, ImportField::SameAs}) {
    const std::string key = row.text(field);
    if (key.empty() || (field == ImportField::SameAs && says_new(key))) continue;
    if (const auto found = by_key.find(key); found != by_key.end()) return found->second;
    row.refuse(field, "unknown_key");
  }
  return std::nullopt;
}

bool Merging::settle(ImportRow& row, const std::string& subject, const std::string& name,
                     bool changes) {
  const auto before = origins_.find(subject);
  if (before == origins_.end() || !changes) return true;
  row.refuse(ImportField::Key, "repeated_row",
             {{"first", std::to_string(before->second.second)}, {"name", name}});
  return false;
}

void Merging::count(ImportRow& row, const std::string& subject, bool is_new, bool changes) {
  origins_.try_emplace(subject, RowName{sheet_, row.number()});
  ++(is_new ? out_.added : changes ? out_.changed : out_.unchanged);
}

std::map<std::string, std::string> Merging::contacts_of(ImportRow& row,
                                                        const std::string& country) {
  std::map<std::string, std::string> out;
  const std::string number = row.text(ImportField::EnterpriseNumber);
  if (!number.empty() && row.sheet().noun != ImportNoun::People)
    out["enterprise_number"] =
        country.empty() || country == "BE"
            ? row.checked(ImportField::EnterpriseNumber, enterprise_number(number))
            : row.checked(ImportField::EnterpriseNumber, foreign_number(number));
  if (const auto mail = row.text(ImportField::Mail); !mail.empty())
    out["mail"] = row.checked(ImportField::Mail, mail_address(mail));
  if (const auto phone = row.text(ImportField::Phone); !phone.empty())
    out["phone"] = row.checked(ImportField::Phone, phone_number(phone, country));
  return out;
}

void Merging::set_sectors(ImportRow& row, Organisation& organisation) {
  const auto names = listed(row.text(ImportField::Sectors));
  if (names.empty()) return;
  organisation.sectors.clear();
  for (const std::string& name : names) {
    const auto found = sectors_.find(folded(name));
    if (found == sectors_.end()) {
      row.refuse_value(ImportField::Sectors, "unknown_sector", name);
      continue;
    }
    const auto& id = out_.state.mission.sectors[found->second].id;
    if (std::ranges::find(organisation.sectors, id) == organisation.sectors.end())
      organisation.sectors.push_back(id);
  }
}

Organisation Merging::organisation_of(ImportRow& row, const Organisation& base) {
  Organisation out = base;
  set_word(out.kind, row.word_of(ImportField::Kind, kind_words));
  set_word(out.region, row.word_of(ImportField::Region, region_words));
  set_word(out.size, row.word_of(ImportField::Size, size_words));
  if (const auto country = row.country(); !country.empty()) out.country = country;
  set_sectors(row, out);
  set_text(out.profile, row.text(ImportField::Profile), row.sheet().language);
  return out;
}

// By key, number, exact name; else a fault where it resembles another.
std::optional<std::size_t> Merging::find_organisation(ImportRow& row, const std::string& number) {
  if (const auto place = named(row, organisations_)) return place;
  if (!row.faults().empty()) return std::nullopt;
  if (const auto found = by_number_.find(number); !number.empty() && found != by_number_.end())
    return found->second;
  const auto number_of = [&](std::size_t place) {
    const auto& contacts = out_.state.contacts;
    const auto found =
        contacts.find("organisation/" + out_.state.mission.organisations[place].id.value);
    if (found == contacts.end()) return std::string();
    const auto each = found->second.find("enterprise_number");
    return each == found->second.end() ? std::string() : each->second;
  };
  const std::string name = row.text(ImportField::Name);
  const auto exact = by_name_.find(name);
  if (exact != by_name_.end() && (number.empty() || number_of(exact->second).empty()))
    return exact->second;
  if (says_new(row.text(ImportField::SameAs))) return std::nullopt;
  const auto near = near_organisations_.find(name_core(name));
  if (!near) return std::nullopt;
  const Organisation& other = out_.state.mission.organisations[*near];
  const bool same_core = name_core(other.name.best(row.sheet().language)) == name_core(name);
  if (!same_core && !number.empty() && !number_of(*near).empty()) return std::nullopt;
  row.refuse(ImportField::Name, "probable_duplicate",
             {{"key", other.id.value}, {"name", other.name.best(row.sheet().language)}});
  return std::nullopt;
}

void Merging::merge_organisation(ImportRow& row) {
  const std::string name = row.needed(ImportField::Name);
  const bool host = row.sheet().noun == ImportNoun::Hosts;
  Organisation fresh;
  fresh.kind = host ? mission::OrganisationKind::Host : mission::OrganisationKind::Company;
  fresh.side = host ? mission::Side::Counterpart : mission::Side::Delegation;
  fresh.record.owner = owner_;
  const Organisation read = organisation_of(row, fresh);
  // A Belgian number or region says where it is as well as the column of countries.
  const bool belgian = read.region != mission::Region::None ||
                       enterprise_number(row.text(ImportField::EnterpriseNumber)).has_value();
  const auto contacts = contacts_of(row, read.country.empty() && belgian ? "BE" : read.country);
  if (!row.faults().empty()) return;
  const auto number = contacts.find("enterprise_number");
  const auto place = find_organisation(row, number == contacts.end() ? "" : number->second);
  if (!row.faults().empty()) return;
  auto& all = out_.state.mission.organisations;
  Organisation next = place ? organisation_of(row, all[*place]) : read;
  if (!place) next.id.value = free_key(slug_of(name), organisations_);
  const bool keeps_name = place && !row.text(ImportField::SameAs).empty();
  if (!keeps_name && next.name.best(row.sheet().language) != name) {
    const bool known = std::ranges::any_of(base::all_languages, [&](base::Language language) {
      return next.name.in(language) == name;
    });
    if (!known) next.name = base::Text::same(name);
  }
  const std::string subject = "organisation/" + next.id.value;
  auto known = out_.state.contacts.contains(subject) ? out_.state.contacts.at(subject)
                                                     : std::map<std::string, std::string>();
  for (const auto& [field, value] : contacts) known[field] = value;
  const bool changes = !place || next != all[*place] ||
                       (!known.empty() && (!out_.state.contacts.contains(subject) ||
                                           out_.state.contacts.at(subject) != known));
  if (!settle(row, subject, name, changes)) return;
  if (!known.empty()) out_.state.contacts[subject] = std::move(known);
  if (place)
    all[*place] = std::move(next);
  else
    all.push_back(std::move(next));
  if (changes) index_organisation(place.value_or(all.size() - 1));
  count(row, subject, !place, changes);
}

mission::OrganisationId Merging::organisation_in(ImportRow& row, ImportField field) {
  const auto& all = out_.state.mission.organisations;
  if (const auto text = row.text(ImportField::EnterpriseNumber);
      !text.empty() && field == ImportField::Organisation)
    if (const auto number = enterprise_number(text))
      if (const auto found = by_number_.find(*number); found != by_number_.end())
        return all[found->second].id;
  const std::string text = row.text(field);
  if (text.empty()) return {};
  for (const RecordPlaces* places : {&organisations_, &by_name_})
    if (const auto found = places->find(text); found != places->end()) return all[found->second].id;
  row.refuse(field, "unknown_record");
  return {};
}

Person Merging::person_of(ImportRow& row, const Person& base) {
  Person out = base;
  if (const auto family = row.needed(ImportField::FamilyName); !family.empty())
    out.family_name = family;
  if (const auto given = row.text(ImportField::GivenName); !given.empty()) out.given_name = given;
  set_word(out.role, row.word_of(ImportField::Role, role_words));
  set_text(out.function, row.text(ImportField::Function), row.sheet().language);
  const auto organisation = organisation_in(row, ImportField::Organisation);
  if (!organisation.value.empty()) out.organisation = organisation;
  set_languages(row, out.languages);
  return out;
}

std::optional<std::size_t> Merging::find_person(ImportRow& row, const Person& person,
                                                const std::string& mail) {
  if (const auto place = named(row, people_)) return place;
  if (!row.faults().empty()) return std::nullopt;
  const auto& all = out_.state.mission.people;
  const std::string core = sorted_core(person.given_name + " " + person.family_name);
  const auto core_of = [&](std::size_t place) {
    return sorted_core(all[place].given_name + " " + all[place].family_name);
  };
  if (const auto found = by_mail_.find(mail);
      !mail.empty() && found != by_mail_.end() && core_of(found->second) == core)
    return found->second;
  const auto exact = by_full_name_.find(person.organisation.value + "\n" + person_name(person));
  if (exact != by_full_name_.end()) return exact->second;
  if (says_new(row.text(ImportField::SameAs))) return std::nullopt;
  const auto near = near_people_.find(core);
  if (!near) return std::nullopt;
  if (core_of(*near) != core && all[*near].organisation != person.organisation) return std::nullopt;
  row.refuse(ImportField::FamilyName, "probable_duplicate",
             {{"key", all[*near].id.value}, {"name", mission::display_name(all[*near])}});
  return std::nullopt;
}

std::string Merging::country_of(ImportRow& row, const mission::OrganisationId& id) const {
  std::string country = row.country();
  const auto found = organisations_.find(id.value);
  if (!country.empty() || found == organisations_.end()) return country;
  const Organisation& organisation = out_.state.mission.organisations[found->second];
  const bool belgian = organisation.country.empty() &&
                       (organisation.region != mission::Region::None ||
                        enterprise_number(row.text(ImportField::EnterpriseNumber)).has_value());
  return belgian ? "BE" : organisation.country;
}

void Merging::merge_person(ImportRow& row) {
  Person fresh;
  fresh.record.owner = owner_;
  fresh.record.visibility = mission::Visibility::Delegation;
  const Person read = person_of(row, fresh);
  const auto contacts = contacts_of(row, country_of(row, read.organisation));
  if (!row.faults().empty()) return;
  const auto mail = contacts.find("mail");
  const auto place = find_person(row, read, mail == contacts.end() ? "" : mail->second);
  if (!row.faults().empty()) return;
  auto& all = out_.state.mission.people;
  Person next = place ? person_of(row, all[*place]) : read;
  if (place && !row.text(ImportField::SameAs).empty()) {
    next.given_name = all[*place].given_name;
    next.family_name = all[*place].family_name;
  }
  if (!place) next.id.value = free_key(slug_of(next.family_name + " " + next.given_name), people_);
  const std::string subject = "person/" + next.id.value;
  const auto held = out_.state.contacts.find(subject);
  auto known =
      held == out_.state.contacts.end() ? std::map<std::string, std::string>() : held->second;
  const auto before = known;
  for (const auto& [field, value] : contacts) known[field] = value;
  const bool changes = !place || next != all[*place] || known != before;
  if (!settle(row, subject, mission::display_name(next), changes)) return;
  if (!known.empty()) out_.state.contacts[subject] = std::move(known);
  if (place)
    all[*place] = std::move(next);
  else
    all.push_back(std::move(next));
  if (changes) index_person(place.value_or(all.size() - 1));
  count(row, subject, !place, changes);
}

void Merging::merge_sheet(std::size_t index) {
  sheet_ = index;
  const ImportSheet& sheet = sheets_[index];
  for (std::size_t n = sheet.heading_row + 1; n < sheet.sheet->rows.size(); ++n) {
    ImportRow row(sheet, n);
    if (row.empty()) continue;
    if (left_out_.contains({index, row.number()})) {
      ++out_.refused;
      continue;
    }
    if (sheet.noun == ImportNoun::Wishes)
      merge_wish(row);
    else if (sheet.noun == ImportNoun::Activities)
      merge_activity(row);
    else if (sheet.noun == ImportNoun::People)
      merge_person(row);
    else
      merge_organisation(row);
    if (row.faults().empty()) continue;
    ++out_.refused;
    out_.faults.insert(out_.faults.end(), row.faults().begin(), row.faults().end());
  }
}

ImportResult Merging::run() {
  for (const ImportNoun noun : all_import_nouns)
    for (std::size_t n = 0; n < sheets_.size(); ++n)
      if (sheets_[n].noun == noun) merge_sheet(n);
  return std::move(out_);
}

namespace {

// "person/P1" of "person/P1/organisation".
std::string subject_of(const std::string& path) {
  return path.substr(0, path.find('/', path.find('/') + 1));
}

}  // namespace

ImportResult merge_sheets(const ImportState& before, const std::vector<ImportSheet>& sheets,
                          const mission::OrganisationId& owner) {
  std::set<RowName> left_out;
  std::vector<ImportFault> invalid;
  for (;;) {
    Merging merging(before, sheets, owner, left_out);
    ImportResult out = merging.run();
    const std::size_t left_before = left_out.size();
    for (const base::Issue& issue : mission::validate(out.state.mission)) {
      const auto origin = merging.origins().find(subject_of(issue.path));
      if (origin == merging.origins().end() || !left_out.insert(origin->second).second) continue;
      const ImportSheet& sheet = sheets[origin->second.first];
      invalid.push_back({"invalid",
                         sheet.file,
                         sheet.name,
                         origin->second.second,
                         0,
                         "",
                         issue.value,
                         {},
                         issue});
    }
    if (left_out.size() > left_before) continue;
    out.faults.insert(out.faults.end(), invalid.begin(), invalid.end());
    std::ranges::stable_sort(out.faults, {}, [](const ImportFault& fault) {
      return std::tie(fault.file, fault.sheet, fault.row, fault.column);
    });
    return out;
  }
}

}  // namespace kontor::exchange
