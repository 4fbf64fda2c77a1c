#include "mission/words.h"

#include <algorithm>

namespace kontor::mission {

namespace {

using Words = std::vector<std::string_view>;

template <class E>
const Words spelling;

template <>
const Words spelling<Visibility>{"public", "delegation", "agency", "protocol", "sealed"};
template <>
const Words spelling<OrganisationKind>{"company",  "federation",     "chamber",
                                       "academic", "administration", "agency",
                                       "host",     "press",          "association"};
template <>
const Words spelling<Region>{"none", "brussels", "flanders", "wallonia", "federal"};
template <>
const Words spelling<CompanySize>{"unknown", "start_up", "small", "medium", "large"};
template <>
const Words spelling<Side>{"delegation", "counterpart", "neither"};
template <>
const Words spelling<PersonRole>{"delegate", "principal", "coordinator", "adviser", "protocol",
                                 "press",    "host",      "counterpart", "official"};
template <>
const Words spelling<ActivityKind>{"b2b",
                                   "seminar",
                                   "company_visit",
                                   "official_visit",
                                   "official_meeting",
                                   "cultural_visit",
                                   "academic",
                                   "reception",
                                   "signing_ceremony",
                                   "briefing",
                                   "pitch_session",
                                   "demonstration",
                                   "press",
                                   "announcement",
                                   "transfer"};
template <>
const Words spelling<Precision>{"unknown", "range", "day", "window", "fixed"};
template <>
const Words spelling<ActivityStatus>{"reported", "announced_only", "planned", "cancelled",
                                     "invented"};
template <>
const Words spelling<WishLevel>{"must", "want", "never"};
template <>
const Words spelling<AgreementKind>{"memorandum_of_understanding",
                                    "letter_of_intent",
                                    "contract",
                                    "distribution",
                                    "partnership",
                                    "research",
                                    "installation",
                                    "alliance",
                                    "investment"};
template <>
const Words spelling<AgreementStatus>{"draft", "legal",  "announced", "agreed",
                                      "ready", "signed", "published", "withdrawn"};
template <>
const Words spelling<ValueBasis>{"unknown", "fixed", "estimated", "ceiling", "yearly"};
template <>
const Words spelling<Confidentiality>{"open", "value_hidden", "confidential"};
template <>
const Words spelling<RuleKind>{
    "always_with",  "at_least_one_of", "never_with", "not_same_vehicle", "arrives_last",
    "leaves_first", "guests_in_place", "rest",       "at_most_a_day",    "clearance_needed"};
template <>
const Words spelling<ClearanceStatus>{"unknown", "filed", "cleared", "refused"};
template <>
const Words spelling<Cause>{"forbidden_by_never",    "forbidden_by_rule",     "not_available",
                            "no_common_session",     "activity_full",         "activity_not_placed",
                            "clashes_with_activity", "clashes_with_meetings", "tables_full",
                            "not_eligible",          "coaches_full"};
template <>
const Words spelling<ObstacleKind>{"never",
                                   "absence",
                                   "other_city",
                                   "duty",
                                   "attendance",
                                   "meeting",
                                   "tables_full",
                                   "activity_full",
                                   "activity_not_held",
                                   "room_taken",
                                   "session_in_room",
                                   "audience_kind",
                                   "audience_region",
                                   "audience_sector",
                                   "nobody",
                                   "no_session",
                                   "rule",
                                   "not_available"};

}  // namespace

template <class E>
std::string_view word(E value) {
  return spelling<E>.at(static_cast<std::size_t>(value));
}

template <class E>
std::optional<E> parse_word(std::string_view text) {
  const auto found = std::ranges::find(spelling<E>, text);
  if (found == spelling<E>.end()) return std::nullopt;
  return static_cast<E>(found - spelling<E>.begin());
}

template <class E>
const std::vector<std::string_view>& words_of() {
  return spelling<E>;
}

#define KONTOR_WORDS(E)                                      \
  template std::string_view word<E>(E);                      \
  template std::optional<E> parse_word<E>(std::string_view); \
  template const std::vector<std::string_view>& words_of<E>();

KONTOR_WORDS(Visibility)
KONTOR_WORDS(OrganisationKind)
KONTOR_WORDS(Region)
KONTOR_WORDS(CompanySize)
KONTOR_WORDS(Side)
KONTOR_WORDS(PersonRole)
KONTOR_WORDS(ActivityKind)
KONTOR_WORDS(Precision)
KONTOR_WORDS(ActivityStatus)
KONTOR_WORDS(WishLevel)
KONTOR_WORDS(AgreementKind)
KONTOR_WORDS(AgreementStatus)
KONTOR_WORDS(ValueBasis)
KONTOR_WORDS(Confidentiality)
KONTOR_WORDS(RuleKind)
KONTOR_WORDS(ClearanceStatus)
KONTOR_WORDS(Cause)
KONTOR_WORDS(ObstacleKind)

}  // namespace kontor::mission
