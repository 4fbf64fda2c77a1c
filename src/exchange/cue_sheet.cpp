#include "exchange/cue_sheet.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace kontor::exchange {

namespace {

using Four = std::array<std::string_view, 4>;  // fr, nl, de, en

constexpr Four cue_title{"Feuille de route", "Draaiboek", "Ablaufplan", "Cue sheet"};
constexpr Four no_time{"heure inconnue", "uur onbekend", "Zeit unbekannt", "time unknown"};
constexpr Four present_words{"Présents ", "Aanwezig", "Anwesend", "Present"};
constexpr Four table_word{"table", "tafel", "Tisch", "table"};
constexpr Four left_word{"à gauche ", "links", "links", "left"};
constexpr Four right_word{"à droite ", "rechts", "rechts", "right"};
constexpr Four behind_word{"derrière ", "erachter", "dahinter", "behind"};
constexpr Four nobody_word{"pas encore désigné", "nog niet aangeduid", "noch nicht benannt",
                           "not named yet"};
constexpr Four not_ready_word{"pas prêt à signer", "niet klaar om te tekenen",
                              "nicht unterschriftsreif", "not ready to sign"};
constexpr Four invented_word{"inventé", "verzonnen", "erfunden", "invented"};
constexpr Four nothing_word{"Rien n’est signé ici.", "Hier wordt niets getekend.",
                            "Hier wird nichts unterzeichnet.", "Nothing is signed here."};

class CueSheet {
 public:
  CueSheet(const mission::Mission& mission, const mission::Plan& plan,
           const mission::Activity& ceremony, base::Language language)
      : mission_(mission), plan_(plan), ceremony_(ceremony), language_(language) {}

  std::string text() {
    head();
    const auto signed_here = in_order();
    if (signed_here.empty()) out_ += fmt::format("\n{}\n", say(nothing_word));
    for (const mission::Agreement* agreement : signed_here) one(*agreement);
    return out_;
  }

 private:
  std::string_view say(const Four& words) const { return words[base::index_of(language_)]; }

  template <class List, class Id>
  static auto find(const List& list, const Id& id) {
    const auto found = std::ranges::find_if(list, [&](const auto& each) { return each.id == id; });
    return found == list.end() ? nullptr : &*found;
  }

  void head() {
    out_ += fmt::format("{} · {}\n", say(cue_title), ceremony_.title.best(language_));
    const auto placed =
        std::ranges::find(plan_.activities, ceremony_.id, &mission::ActivityPlacement::activity);
    const auto* leg = find(mission_.legs, ceremony_.leg);
    if (placed == plan_.activities.end())
      out_ += fmt::format("{}", say(no_time));
    else
      out_ += fmt::format("{} {}", base::format(placed->starts_at), leg ? leg->zone : "");
    if (placed != plan_.activities.end())
      if (const std::string where = room_name(placed->room); !where.empty()) out_ += " · " + where;
    out_ += "\n";
    std::string present;
    for (const mission::Office& office : mission_.offices)
      if (is_present(office))
        present += (present.empty() ? "" : " · ") + office.title.best(language_);
    if (!present.empty()) out_ += fmt::format("{}: {}\n", say(present_words), present);
  }

  std::string room_name(const mission::RoomId& id) const {
    for (const mission::Venue& venue : mission_.venues)
      for (const mission::Room& room : venue.rooms)
        if (room.id == id) return venue.name.best(language_) + ", " + room.name.best(language_);
    return "";
  }

  bool is_present(const mission::Office& office) const {
    return !office.holder.empty() &&
           std::ranges::any_of(plan_.attendances, [&](const mission::Attendance& one) {
             return one.activity == ceremony_.id && one.person == office.holder;
           });
  }

  // Those without a turn come last.
  std::vector<const mission::Agreement*> in_order() const {
    std::vector<const mission::Agreement*> found;
    for (const mission::Agreement& agreement : mission_.agreements)
      if (agreement.ceremony == ceremony_.id &&
          agreement.status != mission::AgreementStatus::Withdrawn)
        found.push_back(&agreement);
    std::ranges::stable_sort(found, {}, [](const mission::Agreement* one) {
      return one->ceremony_order == 0 ? 1 << 20 : one->ceremony_order;
    });
    return found;
  }

  void one(const mission::Agreement& agreement) {
    const std::string turn =
        agreement.ceremony_order == 0 ? "–" : fmt::format("{}", agreement.ceremony_order);
    out_ +=
        fmt::format("\n{:>3}  {}  {}", turn, agreement.id.value, agreement.title.best(language_));
    if (agreement.record.invented) out_ += fmt::format(" ({})", say(invented_word));
    if (agreement.ceremony_table > 0)
      out_ += fmt::format(" · {} {}", say(table_word), agreement.ceremony_table);
    out_ += "\n";
    using enum mission::AgreementStatus;
    const bool waits =
        agreement.status != Ready && agreement.status != Signed && agreement.status != Published;
    if (waits) out_ += fmt::format("     ! {}\n", say(not_ready_word));
    stands(left_word, agreement.home_signatories, agreement.home_parties);
    stands(right_word, agreement.foreign_signatories, agreement.foreign_parties);
    std::string behind;
    for (const mission::OfficeId& id : agreement.witnesses)
      if (const auto* office = find(mission_.offices, id))
        behind += (behind.empty() ? "" : " · ") + office->title.best(language_);
    if (!behind.empty()) out_ += fmt::format("     {}: {}\n", say(behind_word), behind);
  }

  void stands(const Four& where, const std::vector<std::string>& signatories,
              const std::vector<std::string>& parties) {
    std::string names;
    for (const std::string& one : signatories) {
      const auto* person = find(mission_.people, mission::PersonId{one});
      names += (names.empty() ? "" : ", ") + (person ? mission::display_name(*person) : one);
    }
    std::string sides;
    for (const std::string& one : parties) {
      const auto* organisation = find(mission_.organisations, mission::OrganisationId{one});
      sides +=
          (sides.empty() ? "" : ", ") + (organisation ? organisation->name.best(language_) : one);
    }
    out_ += fmt::format("     {}: {} ({})\n", say(where),
                        names.empty() ? std::string(say(nobody_word)) : names, sides);
  }

  const mission::Mission& mission_;
  const mission::Plan& plan_;
  const mission::Activity& ceremony_;
  base::Language language_;
  std::string out_;
};

}  // namespace

std::string cue_sheet(const mission::Mission& mission, const mission::Plan& plan,
                      const mission::Activity& ceremony, base::Language language) {
  return CueSheet(mission, plan, ceremony, language).text();
}

}  // namespace kontor::exchange
