#include "server/paper_words.h"

namespace kontor::server::paper_words {

namespace {

using Week = std::array<std::string_view, 7>;
using Year = std::array<std::string_view, 12>;
constexpr std::array<Week, 4> weekdays{
    Week{"Dimanche", "Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi", "Samedi"},
    Week{"Zondag", "Maandag", "Dinsdag", "Woensdag", "Donderdag", "Vrijdag", "Zaterdag"},
    Week{"Sonntag", "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag"},
    Week{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}};
constexpr std::array<Year, 4> months{
    Year{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
         "octobre", "novembre", "décembre"},
    Year{"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september",
         "oktober", "november", "december"},
    Year{"Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September",
         "Oktober", "November", "Dezember"},
    Year{"January", "February", "March", "April", "May", "June", "July", "August", "September",
         "October", "November", "December"}};
// Of weekday, day, month and year.
constexpr Words orders{"{0} {1} {2} {3}", "{0} {1} {2} {3}", "{0}, {1}. {2} {3}",
                       "{0} {1} {2} {3}"};

}  // namespace

std::string day(base::LocalDate date, base::Language language) {
  const auto at = base::index_of(language);
  const std::chrono::weekday weekday{std::chrono::sys_days(date)};
  const auto number = static_cast<unsigned>(date.day());
  const bool first = number == 1 && language == base::Language::Fr;
  return filled(orders, language, weekdays.at(at).at(weekday.c_encoding()),
                first ? "1er" : std::to_string(number),
                months.at(at).at(static_cast<unsigned>(date.month()) - 1),
                static_cast<int>(date.year()));
}

}  // namespace kontor::server::paper_words
