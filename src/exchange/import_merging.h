#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "exchange/import_merge.h"
#include "exchange/import_near.h"
#include "exchange/import_row.h"

// How import_merge.cpp and the files beside it merge rows. Nobody else includes this.

namespace kontor::exchange {

using RowName = std::pair<std::size_t, std::size_t>;  // sheet, row number
using RecordPlaces = std::unordered_map<std::string, std::size_t>;

// Merging of all sheets, but for rows that were found to make the mission invalid.
class Merging {
 public:
  Merging(const ImportState& before, const std::vector<ImportSheet>& sheets,
          const mission::OrganisationId& owner, const std::set<RowName>& left_out);

  ImportResult run();
  // The row that made or last changed a record: "person/P1".
  const std::map<std::string, RowName>& origins() const { return origins_; }

 private:
  void merge_sheet(std::size_t index);
  void merge_organisation(ImportRow& row);
  void merge_person(ImportRow& row);
  void merge_activity(ImportRow& row);
  void merge_wish(ImportRow& row);

  mission::Organisation organisation_of(ImportRow& row, const mission::Organisation& base);
  mission::Person person_of(ImportRow& row, const mission::Person& base);
  std::map<std::string, std::string> contacts_of(ImportRow& row, const std::string& country);
  mission::Activity activity_of(ImportRow& row, const mission::Activity& base);
  // The country of a person: of their row, else of their organisation.
  std::string country_of(ImportRow& row, const mission::OrganisationId& id) const;
  void set_sectors(ImportRow& row, mission::Organisation& organisation);

  // The record that the row's key or "same as" names; a fault where there is none.
  std::optional<std::size_t> named(ImportRow& row, const RecordPlaces& by_key) const;
  std::optional<std::size_t> find_organisation(ImportRow& row, const std::string& number);
  std::optional<std::size_t> find_person(ImportRow& row, const mission::Person& person,
                                         const std::string& mail);
  mission::OrganisationId organisation_in(ImportRow& row, ImportField field);
  mission::PersonId person_in(ImportRow& row);
  mission::LegId leg_in(ImportRow& row);
  mission::ActivityId activity_in(ImportRow& row);

  // Whether the row may be written as that record; a fault where another row of this import says
  // something else of it.
  bool settle(ImportRow& row, const std::string& subject, const std::string& name, bool changes);
  void count(ImportRow& row, const std::string& subject, bool is_new, bool changes);
  std::string free_key(const std::string& wanted, const RecordPlaces& keys) const;
  void index_organisation(std::size_t place);
  void index_person(std::size_t place);
  void index_activity(std::size_t place);

  ImportResult out_;
  const std::vector<ImportSheet>& sheets_;
  const mission::OrganisationId& owner_;
  const std::set<RowName>& left_out_;
  std::size_t sheet_ = 0;
  std::map<std::string, RowName> origins_;
  RecordPlaces organisations_, by_number_, by_name_, people_, by_mail_, by_full_name_, activities_,
      wishes_, sectors_;
  std::unordered_multimap<std::string, std::size_t> by_display_name_;  // names of before too
  NearNames near_organisations_, near_people_;
};

}  // namespace kontor::exchange
