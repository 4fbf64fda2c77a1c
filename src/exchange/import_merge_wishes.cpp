#include "base/hash.h"
#include "exchange/import_merging.h"

namespace kontor::exchange {

using mission::Person;
using mission::Wish;

mission::PersonId Merging::person_in(ImportRow& row) {
  const auto& all = out_.state.mission.people;
  if (const auto found = by_mail_.find(row.text(ImportField::Mail)); found != by_mail_.end())
    return all[found->second].id;
  const std::string text = row.text(ImportField::Person);
  if (text.empty()) return {};
  if (const auto found = people_.find(text); found != people_.end()) return all[found->second].id;
  std::set<std::size_t> of_that_name;
  const auto [first, last] = by_display_name_.equal_range(text);
  for (auto each = first; each != last; ++each)
    if (mission::display_name(all[each->second]) == text) of_that_name.insert(each->second);
  if (of_that_name.size() == 1) return all[*of_that_name.begin()].id;
  row.refuse(ImportField::Person, "unknown_record");
  return {};
}

mission::ActivityId Merging::activity_in(ImportRow& row) {
  const std::string text = row.text(ImportField::Activity);
  if (text.empty()) return {};
  if (const auto found = activities_.find(text); found != activities_.end())
    return out_.state.mission.activities[found->second].id;
  row.refuse(ImportField::Activity, "unknown_record");
  return {};
}

void Merging::merge_wish(ImportRow& row) {
  Wish wish;
  row.needed(ImportField::Level);
  set_word(wish.level, row.word_of(ImportField::Level, level_words));
  const std::string rank = row.text(ImportField::Rank);
  const bool good_rank = rank.size() == 1 && rank[0] >= '1' && rank[0] <= '9';
  if (!rank.empty() && !good_rank) row.refuse(ImportField::Rank, "bad_rank");
  if (good_rank) wish.rank = rank[0] - '0';
  wish.counterpart = organisation_in(row, ImportField::Counterpart);
  wish.activity = activity_in(row);
  if (wish.activity.value.empty())
    wish.organisation = organisation_in(row, ImportField::Organisation);
  else
    wish.person = person_in(row);
  if (!row.faults().empty()) return;
  const bool whole = wish.counterpart.value.empty() != wish.activity.value.empty() &&
                     (!wish.organisation.value.empty() || !wish.person.value.empty());
  if (!whole) return row.refuse(ImportField::Level, "nameless_wish");
  auto& all = out_.state.mission.wishes;
  const std::string target = wish.organisation.value + "\n" + wish.person.value + "\n" +
                             wish.counterpart.value + "\n" + wish.activity.value;
  const auto found = wishes_.find(target);
  const bool is_new = found == wishes_.end();
  wish.id.value = is_new ? "w-" + base::sha256(target).substr(0, 16) : all[found->second].id.value;
  const bool changes = is_new || all[found->second].level != wish.level ||
                       (!rank.empty() && all[found->second].rank != wish.rank);
  const std::string subject = "wish/" + wish.id.value;
  if (!settle(row, subject, wish.id.value, changes)) return;
  if (is_new) {
    wishes_.try_emplace(target, all.size());
    all.push_back(wish);
  } else {
    all[found->second].level = wish.level;
    if (!rank.empty()) all[found->second].rank = wish.rank;
  }
  count(row, subject, is_new, changes);
}

}  // namespace kontor::exchange
