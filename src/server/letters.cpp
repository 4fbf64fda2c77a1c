#include "server/letters.h"

#include <fmt/format.h>

#include "actions/host_links.h"
#include "actions/is_demo.h"
#include "actions/read_view.h"
#include "base/hash.h"
#include "server/agenda_changes.h"
#include "server/calendar_feed.h"
#include "server/letter_words.h"

namespace kontor::server {

namespace {

using base::Language;

std::string_view in(const LetterWords& words, Language language) {
  return words.at(static_cast<std::size_t>(language));
}

template <class... Values>
std::string filled(const LetterWords& words, Language language, const Values&... values) {
  return fmt::format(fmt::runtime(in(words, language)), values...);
}

store::Letter letter_to(const store::Account& account, store::LetterKind kind, base::Instant now) {
  store::Letter letter;
  letter.kind = kind;
  letter.account = account.id;
  letter.person = account.acting.person;
  letter.mail = account.mail;
  letter.name = account.acting.name;
  letter.language = account.language;
  letter.made_at = letter.due_at = now;
  return letter;
}

// Greeting, what is to be said, and who says it.
std::string whole_text(const std::string& name, Language language, const std::string& body,
                       const mission::Mission& mission) {
  std::string text = filled(letter_greeting, language, name) + "\n\n" + body + "\n\n";
  if (actions::is_demo(mission)) text += std::string(in(demo_note, language)) + "\n\n";
  return text + filled(letter_close, language, mission.name.best(language)) + "\n";
}

store::Letter invitation(const store::Account& account, const mission::Mission& mission,
                         const LetterHead& head, base::Instant now) {
  store::Letter letter = letter_to(account, store::LetterKind::Invitation, now);
  const Language language = account.language;
  letter.subject = filled(invitation_subject, language, mission.short_name.best(language));
  letter.text = whole_text(letter.name, language,
                           filled(invitation_text, language, mission.name.best(language),
                                  head.address + "/sign-in", account.mail),
                           mission);
  return letter;
}

std::string time_words(const exchange::CalendarEvent& event, Language language) {
  const base::LocalDate date = event.starts_at.date;
  const auto index = static_cast<std::size_t>(language);
  return fmt::format(
      "{} {}{} {}, {}–{}", weekdays.at(index).at(std::chrono::weekday(date).c_encoding()),
      static_cast<unsigned>(date.day()), language == Language::De ? "." : "",
      months.at(index).at(static_cast<unsigned>(date.month()) - 1),
      base::format(event.starts_at).substr(11), base::format(event.ends_at).substr(11));
}

std::string listed(const std::vector<exchange::CalendarEvent>& events, const LetterWords& heading,
                   Language language) {
  if (events.empty()) return "";
  std::string text = "\n" + std::string(in(heading, language)) + "\n";
  for (const exchange::CalendarEvent& event : events) {
    text += fmt::format("- {}: {}", time_words(event, language), event.summary);
    text += event.location.empty() ? "\n" : " · " + event.location + "\n";
  }
  return text;
}

// One file for each event: an invitation speaks of one thing only (RFC 5546, section 3.2.2).
void add_files(const exchange::Calendar& frame, const std::vector<exchange::CalendarEvent>& events,
               exchange::CalendarMethod method, int version, std::vector<std::string>& files) {
  exchange::Calendar one = frame;
  one.method = method;
  one.zones.clear();
  for (const exchange::CalendarEvent& event : events) {
    one.events = {event};
    one.events.front().sequence = version;
    files.push_back(exchange::write_calendar(one));
  }
}

std::optional<store::Letter> agenda_letter(actions::Context& context,
                                           const actions::ToBeTold& reader, int version,
                                           const LetterHead& head) {
  const auto view = actions::read_view(context, reader.account.acting);
  if (!view || !(*view)->published || (*view)->published->version != version) return std::nullopt;
  const Directory directory(**view);
  const Language language = reader.account.language;
  exchange::Calendar calendar = calendar_of(directory, reader.account.acting.person, language);
  const AgendaChanges changes = changes_of(reader.told, calendar.events);
  if (changes.empty()) return std::nullopt;
  store::Letter letter = letter_to(reader.account, store::LetterKind::Agenda, context.now());
  const mission::Mission& mission = directory.mission();
  const bool first = reader.told.empty();
  letter.version = version;
  letter.subject = filled(first ? agenda_subject : agenda_changed_subject, language,
                          mission.short_name.best(language));
  const std::string body = std::string(in(first ? agenda_text : agenda_changed_text, language)) +
                           "\n" + listed(changes.added, agenda_new, language) +
                           listed(changes.moved, agenda_moved, language) +
                           listed(changes.removed, agenda_off, language) + "\n" +
                           std::string(in(agenda_clock, language)) + "\n" +
                           filled(agenda_online, language,
                                  head.address + "/people/" + reader.account.acting.person.value);
  letter.text = whole_text(letter.name, language, body, mission);
  calendar.organiser = head.from;
  calendar.attendee = reader.account.mail;
  using enum exchange::CalendarMethod;
  add_files(calendar, changes.added, Request, version, letter.calendars);
  add_files(calendar, changes.moved, Request, version, letter.calendars);
  add_files(calendar, changes.removed, Cancel, version, letter.calendars);
  letter.agenda = told_text(calendar.events);
  return letter;
}

// In the place of the secret, which is drawn when the letter is sent.
constexpr std::string_view host_mark = "/host#········";

std::optional<store::Letter> host_letter(actions::Context& context, const store::HostLink& link,
                                         const LetterHead& head) {
  const auto acting = actions::acting_of(context, link);
  if (!acting) return std::nullopt;
  const auto view = actions::read_view(context, *acting);
  if (!view) return std::nullopt;
  const Directory directory(**view);
  const mission::Mission& mission = directory.mission();
  const auto* activity = directory.activity(link.activity);
  const Language language = link.language;
  store::Letter letter;
  letter.kind = store::LetterKind::HostLink;
  letter.account = link.id;
  letter.mail = link.mail;
  letter.name = link.name;
  letter.language = language;
  letter.made_at = letter.due_at = context.now();
  letter.subject = filled(host_subject, language, mission.short_name.best(language));
  letter.text = whole_text(
      letter.name, language,
      filled(host_text, language, mission.name.best(language),
             activity == nullptr ? link.activity.value : activity->title.best(language),
             head.address + std::string(host_mark), base::format(link.ends_at).substr(0, 10)),
      mission);
  return letter;
}

}  // namespace

std::vector<store::Letter> compose_letters(actions::Context& context,
                                           const actions::DueLetters& due, const LetterHead& head) {
  std::vector<store::Letter> letters;
  for (const store::Account& account : due.to_invite)
    if (const auto view = actions::read_view(context, account.acting))
      letters.push_back(invitation(account, *(*view)->mission, head, context.now()));
  for (const store::HostLink& link : due.hosts)
    if (auto letter = host_letter(context, link, head)) letters.push_back(*std::move(letter));
  if (due.version > 0)
    for (const actions::ToBeTold& reader : due.to_tell)
      if (auto letter = agenda_letter(context, reader, due.version, head))
        letters.push_back(*std::move(letter));
  return letters;
}

exchange::Mail mail_of(const store::Letter& letter, const mission::MissionId& mission,
                       const LetterHead& head) {
  exchange::Mail mail;
  mail.from = {"Kontor", head.from};
  mail.to = {letter.name, letter.mail};
  mail.subject = letter.subject;
  mail.text = letter.text;
  mail.language = letter.language;
  mail.written_at = letter.made_at;
  mail.message_id =
      fmt::format("letter-{}.{}", letter.number,
                  base::sha256(mission.value + letter.account + head.from).substr(0, 16) +
                      head.from.substr(head.from.find('@')));
  for (std::size_t i = 0; i < letter.calendars.size(); ++i) {
    const bool cancel = letter.calendars[i].contains("\r\nMETHOD:CANCEL\r\n");
    mail.parts.push_back(
        {fmt::format("text/calendar; charset=utf-8; method={}", cancel ? "CANCEL" : "REQUEST"),
         fmt::format("{}-{}.ics", cancel ? "cancel" : "invite", i + 1), letter.calendars[i]});
  }
  return mail;
}

exchange::Mail mail_of(const store::Letter& letter, const mission::MissionId& mission,
                       const LetterHead& head, const std::string& host_token) {
  exchange::Mail mail = mail_of(letter, mission, head);
  const std::size_t at = mail.text.find(host_mark);
  if (at != std::string::npos) mail.text.replace(at, host_mark.size(), "/host#" + host_token);
  return mail;
}

exchange::Mail code_mail(const base::Text& mission, const exchange::MailAddress& to,
                         Language language, const std::string& code, const std::string& link,
                         base::Instant now, const LetterHead& head) {
  exchange::Mail mail;
  mail.from = {"Kontor", head.from};
  mail.to = to;
  mail.subject = filled(code_subject, language, mission.best(language));
  mail.text = filled(letter_greeting, language, to.name) + "\n\n" +
              filled(code_text, language, code, link) + "\n";
  mail.language = language;
  mail.written_at = now;
  mail.message_id = "code-" + base::random_hex(16) + head.from.substr(head.from.find('@'));
  return mail;
}

}  // namespace kontor::server
