#include "base/issue.h"

#include <fmt/format.h>

namespace kontor::base {

namespace {

// {path}, {value} and the issue's own parameters stand in braces.
const std::map<std::string, std::string_view, std::less<>> wordings{
    {"missing_file", "The file is missing. Create it, or take it from a mission that has it."},
    {"missing_statistics", "There is no such file or folder."},
    {"missing_event_file", "There is no such file. Give the path of a .dzn file."},
    {"unreadable_file", "The file cannot be read: {reason}."},
    {"too_large", "The file has {value} bytes; at most {limit} are read. Split it."},
    {"not_utf8", "The file is not UTF-8 text. Save it as UTF-8."},
    {"bad_syntax", "{reason}."},
    {"unknown_field", "{path} has no field \"{value}\".{hint} Known fields: {known}."},
    {"missing_field", "{path} needs a field \"{field}\"."},
    {"wrong_type", "{path} is {value}; it must be {expected}."},
    {"bad_mail", "{path}: \"{value}\" is no mail address."},
    {"password_length", "A password has {least} characters or more; a sentence will do."},
    {"password_easy",
     "The password is made of your own name or address, or of very few characters."},
    {"bad_id", "{path} is \"{value}\"; a key has 1 to 64 of A-Z a-z 0-9 - _ . and nothing else."},
    {"duplicate_id", "{path} uses the key \"{value}\" again; it stands first at {first}."},
    {"unknown_reference", "{path} names {noun} \"{value}\", which does not exist.{hint}"},
    {"unknown_word", "{path} is \"{value}\"; it must be one of {known}.{hint}"},
    {"impossible_date", "{path} is \"{value}\", which is no date. Write 2025-10-05."},
    {"impossible_time", "{path} is \"{value}\", which is no time. Write 2025-10-05T09:30."},
    {"impossible_instant", "{path} is \"{value}\", no instant. Write 2025-10-05T16:30:00Z."},
    {"unknown_zone", "{path} is \"{value}\", which is no time zone. Write America/Los_Angeles."},
    {"out_of_range", "{path} is {value}; it must be {expected}."},
    {"empty_text", "{path} is empty; write it in at least one language."},
    {"agreement_not_next", "An agreement that is {from} cannot become {value} next."},
    {"agreement_no_home_party", "It cannot become {value}: name a party of the delegation."},
    {"agreement_no_foreign_party", "It cannot become {value}: name a party of the other side."},
    {"agreement_no_home_signatory", "It cannot become {value}: say who signs for the delegation."},
    {"agreement_no_foreign_signatory",
     "It cannot become {value}: say who signs for the other side."},
    {"release_versions_differ", "The versions differ ({what}). {value}"},
    {"release_contradicted", "{value} The register says {expected}."},
    {"agreement_confidential", "It cannot become {value}: it is confidential."},
    {"two_organisations",
     "{path}: {name} belongs to {value} and to {other}; a delegate has one. Tell two people of one "
     "name apart in given_name."},
    {"contradicting_wishes", "{path} wishes {value} both {level} and {other}. Keep one."},
    {"self_wish", "{path} wishes to meet itself."},
    {"order", "{path}: {value} must not come after {other}."},
    {"unknown_file", "A mission folder has no file \"{value}\".{hint} Rename or remove it."},
    {"unreadable_folder", "{path} cannot be read as a mission folder: {reason}."},
    {"more_issues", "At least {value} more faults are not listed."},
    {"travel_to_itself", "{path} leads from {value} to itself. Remove it."},
    {"double_entry", "{path}: {value} stands twice. Keep one."},
    {"window_too_short", "{path} spans {value} minutes, but the activity lasts {duration}."},
    {"other_leg", "{path}: room {value} is in leg {other}, the activity in {leg}."},
    {"overlap", "{path}: at {value} session {other} still has the room."},
    {"wish_target", "{path} must name either a counterpart or an activity."},
    {"wish_wisher", "{path} must say which {expected} wishes, and nobody else."},
    {"same_side", "{path}: {wisher} cannot meet {value}; one must be of the delegation, one not."},
    {"double_wish", "{path} says of {value} again what {first} says. Keep one."},
    {"no_coach", "{path}: leg \"{value}\" has no coach, or nobody goes there by coach."},
    {"closed", "{path}: at {value} room {room} is closed, in whole or in part."},
    {"cyclic_precedence", "Meetings {value} must each precede the next, in a circle."},
    {"unused_field", "{path} means nothing to a rule of kind {value}. Remove it."},
    {"rule_broken", "{path}: rule {value} ({kind}) is broken.{names}"},
    {"rules_contradict",
     "{rules} {contradict} with the {activities} {value}{standing}: give up any one.{minimal}"},
    {"rules_unsettled",
     "Whether all {value} rules of protocol can be kept together is not settled: within its limits "
     "the search found neither a contradiction nor a programme that keeps them all."},
    {"rules_unsettled_rest",
     "The {value} rules of protocol may contradict each other elsewhere too: within its limits the "
     "search found neither another contradiction nor a programme that keeps the others."},
    {"already_begun", "{path} has begun ({value}) and cannot be changed any more."},
    {"not_placed", "{path} is not in the plan."},
    {"not_in_plan", "{path}: the plan has no {value}."},
    {"vacant_office", "{path} is vacant: nobody can be late."},
    {"nothing_ahead", "{path} has nothing ahead that could be late."},
    {"no_such_meeting", "{path}: {value} has no meeting there."},
    {"later_change",
     "{path} cannot be taken back: change {value} came later and concerns the same or rests on "
     "it{what}. Take that one back first."},
    {"lock_in_the_way", "{path} cannot be taken back: {value} is locked."},
    {"nothing_added", "There is nothing to add: no newcomers, no wishes and no rules."},
    {"one_rule_at_a_time", "There are {value} rules. Add one at a time."},
    {"unknown_lock",
     "{value} cannot be locked. Write activity/A12, attendance/A12/P7 or "
     "meeting/O1/O2."},
    {"bad_dump", "{path} names the content {value}, but what was read is {found}."},
    {"bad_text", "{path} is not the canonical text of a mission."},
    {"two_places", "{path} is at {value} and at {other} at the same time."},
    {"no_time_to_travel", "{path} has no time to travel between {value} and {other}."},
    {"absent", "{path} does not take part or is absent at {value}."},
    {"not_plannable", "{path} has no known time, city or duration and cannot be in a plan."},
    {"wrong_start", "{path} starts at {value}, which its timing does not allow."},
    {"closed_or_bare", "{path} is in room \"{value}\", which is closed then or lacks equipment."},
    {"no_seat", "{path}: {value} goes there by coach and has no seat in one of that city."},
    {"needless_seat", "{path}: {value} has a seat in a coach, but does not go there by coach."},
    {"coach_overfull", "{path} has {value} passengers for {seats} seats."},
    {"coach_taken_twice", "{path} serves {value} and {other}, and has no time for both."},
    {"wrong_duration", "{path} lasts {value} minutes in the plan, not what it should."},
    {"wrong_room", "{path} is in room \"{value}\", where it may not be."},
    {"not_listed_once", "{path} stands {value} times in the plan's lists; it must stand once."},
    {"room_taken_twice", "{path} holds {value} and {other} at the same time."},
    {"too_many_people", "{path} has {value} people for {places} places."},
    {"missing_at_duty", "{path} lacks {value}, who must attend."},
    {"counted_twice", "{path} counts {value} twice."},
    {"not_in_audience", "{path} is not open to {value}."},
    {"not_wished", "{path}: nobody wished it ({value})."},
    {"nobody_there", "{path}: nobody of {value} is there at that time ({session})."},
    {"forbidden_by_never", "{path} is against a never that concerns {value}."},
    {"wrong_organisation", "{path} seats {value}, who is not of {organisation}."},
    {"principal_at_table", "{path} seats {value}, a principal."},
    {"no_such_slot", "{path}: the session has no slot {value}."},
    {"no_such_table", "{path}: the session has no table {value}."},
    {"wrong_side", "{path} names {value} first, but the delegation comes first."},
    {"table_taken_twice", "{path} is at a table that is taken."},
    {"met_twice", "{path}: {value} and {other} meet a second time."},
    {"not_that_wish", "{path} is not about what grants it ({value})."},
    {"wrong_positions", "{path} is not numbered 1, 2, 3 …"},
    {"never_counted", "{path} is a never and must not be counted."},
    {"not_accounted_for", "{path} is neither granted nor listed as unplaced."},
    {"granted_and_unplaced", "{path} is granted and listed as unplaced."},
    {"wrong_figure", "{path} says {value}, but a recount gives {found}."},
    {"wrong_input", "{path} is {value}, but the mission has {found}."},
    {"bad_certificate", "{path} cannot be read: \"{value}\"."},
    {"unknown_column", "Column \"{path}\" is not known and was read over."},
    {"missing_column", "There is no {path}. Fetch the file again: kontor figures recipe."},
    {"unknown_code", "{path} \"{value}\" is not known; the row is in quarantine."},
    {"bad_number", "{path} is \"{value}\", no number; the row is in quarantine."},
    {"impossible_period", "\"{value}\" is no period; the row is in quarantine."},
    {"wrong_cells", "The row has {value} cells, not those of the header; it is in quarantine."},
    {"deleting_row", "The row asks to delete; it is in quarantine."},
    {"double_row", "{path} {value} stands twice with other values; the later is in quarantine."},
    {"conflicting_figure",
     "{path}: {value}, but {first} in {file}; the first stays, this one is in quarantine."},
    {"empty_file", "The file is empty: the agency had no data for the question."},
    {"web_page", "The file is a web page, not data: the address or the key was refused."},
    {"unknown_format", "The file is in no format that is known here; see docs/briefing.md."},
    {"statistics_too_large", "JSON and XML are read up to 256 MB. Ask for fewer years at a time."},
    {"lost_quote", "A row of more than 16 MB: a quote is opened somewhere and never closed."},
    {"old_workbook", "The file is a workbook of Excel 97 to 2003. Save it as .xlsx."},
    {"bad_workbook", "The file cannot be read as a workbook: {reason}. Save it anew as .xlsx."},
    {"bad_document",
     "The file cannot be read as a document: {reason}. Save it as .docx or in UTF-8."},
    {"bomb", "The file is refused, because unpacked it would be far too large: {reason}."},
    {"unsafe_path", "The file is refused: its part \"{value}\" leads elsewhere or stands twice."},
    {"xml_declaration", "The file is refused: {reason} declares entities; office files do not."},
    {"not_text", "The file is neither a workbook nor text. Save it as .xlsx or .csv."},
    {"open_quote", "A quote is opened in row {value} and never closed. Close it, or double it."},
    {"too_many_rows", "A sheet has more than {limit} rows or too many cells. Split it."},
    {"too_many_columns", "Row {value} has too many columns. Remove those that are not needed."},
    {"one_table_in_csv", "{path}: a CSV file holds one table. Name it, or write an .xlsx."},
    {"unwritable_file", "{path} cannot be written. Choose another folder."},
    {"above_bound", "{path} is {value}, more than the bound {bound} that the prices prove."},
};

std::string_view parameter(const Issue& issue, std::string_view name) {
  if (name == "path") return issue.path;
  if (name == "value") return issue.value;
  const auto found = issue.parameters.find(std::string(name));
  return found == issue.parameters.end() ? std::string_view() : std::string_view(found->second);
}

std::string fill(std::string_view wording, const Issue& issue) {
  std::string out;
  for (std::size_t i = 0; i < wording.size(); ++i) {
    const std::size_t end = wording[i] == '{' ? wording.find('}', i) : std::string_view::npos;
    if (end == std::string_view::npos) {
      out += wording[i];
    } else {
      out += parameter(issue, wording.substr(i + 1, end - i - 1));
      i = end;
    }
  }
  return out;
}

std::string plain(const Issue& issue) {
  std::string out = fmt::format("{}: {} \"{}\"", issue.code, issue.path, issue.value);
  for (const auto& [name, value] : issue.parameters) out += fmt::format(", {} {}", name, value);
  return out;
}

}  // namespace

std::vector<std::string_view> issue_codes() {
  std::vector<std::string_view> codes;
  for (const auto& [code, words] : wordings) codes.push_back(code);
  return codes;
}

std::string_view issue_wording(std::string_view code) {
  const auto found = wordings.find(code);
  return found == wordings.end() ? std::string_view() : found->second;
}

std::string sentence(const Issue& issue) {
  const std::string_view wording = issue_wording(issue.code);
  std::string words = wording.empty() ? plain(issue) : fill(wording, issue);
  const Place& place = issue.place;
  if (place.file.empty()) return words;
  if (place.line == 0) return fmt::format("{}: {}", place.file, words);
  return fmt::format("{}:{}:{}: {}", place.file, place.line, place.column, words);
}

}  // namespace kontor::base
