#include "cli/change_page.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/progress.h"

namespace kontor::cli {

namespace {

using actions::ChangeProposal;
using planning::EngagementChange;

constexpr std::size_t most_people = 40;

template <class Noun, class Key>
const Noun* find(const std::vector<Noun>& nouns, const Key& key) {
  const auto found = std::ranges::find(nouns, key, &Noun::id);
  return found == nouns.end() ? nullptr : &*found;
}

class Page {
 public:
  Page(const mission::Mission& mission, const actions::ChangePreview& preview)
      : mission_(mission), preview_(preview) {}

  std::string text(std::size_t detailed) const {
    if (preview_.proposals.empty()) return without_proposals();
    std::string out =
        fmt::format("Plan version {}\n\n      people      value  \n", preview_.version);
    for (std::size_t k = 0; k < preview_.proposals.size(); ++k) out += row(k);
    const std::size_t shown = std::min(detailed, preview_.proposals.size());
    out += stand_ins();
    return out + fmt::format("\nAlternative {}\n", shown) + details(preview_.proposals[shown - 1]);
  }

 private:
  std::string without_proposals() const {
    if (preview_.status == planning::RepairStatus::Unknown) return without_answer();
    if (preview_.past_blocks)
      return fmt::format(
          "No timetable takes this change, proven: something that has begun by {} stands in its "
          "way.\n"
          "help: see what an earlier --now says, or change something that is still ahead\n",
          preview_.now ? base::format(*preview_.now) : "now");
    if (preview_.blocking_locks.empty())
      return "No timetable takes this change, proven, even if nothing were locked: the mission has "
             "no "
             "time, room, table or person for it.\nhelp: kontor change move … --try names what is "
             "in the "
             "way\n";
    std::string out = "No timetable takes this change, proven, while these are locked:\n";
    for (const std::string& lock : preview_.blocking_locks) out += "  " + lock + "\n";
    return out + fmt::format("help: kontor change unlock {}\n", preview_.blocking_locks.front());
  }

  std::string without_answer() const {
    std::string out =
        "Unknown: the search found no timetable that takes this change within the work allowed, "
        "and did not prove that there is none.\n";
    if (preview_.past_blocks) out += "If nothing had begun yet there would be one.\n";
    for (const std::string& lock : preview_.blocking_locks)
      out += fmt::format("help: there is one without this lock: kontor change unlock {}\n", lock);
    return out + "help: kontor change move … --to … makes room by hand, one thing at a time\n";
  }

  std::string stand_ins() const {
    std::string out;
    for (const planning::StandIn& one : preview_.stand_ins) {
      if (out.empty()) out = fmt::format("\n{} could meet there and then:\n", name(one.waiting));
      out += fmt::format("  {}{}\n      kontor change move {} {} --to {}/{}\n", name(one.partner),
                         one.mutual ? ", both wish it" : "", one.waiting.value, one.partner.value,
                         one.session.value, one.slot);
    }
    return out;
  }

  // The curve: what the alternative is worth between the least and the dearest of them.
  std::string bar(const ChangeProposal& proposal) const {
    const auto [least, most] =
        std::ranges::minmax(preview_.proposals, {}, &ChangeProposal::value_lost);
    const std::int64_t range = most.value_lost - least.value_lost;
    if (range == 0) return "";
    const auto length = 1 + 19 * (most.value_lost - proposal.value_lost) / range;
    std::string out = "  ";
    for (std::int64_t k = 0; k < length; ++k) out += "▇";
    return out;
  }

  std::string row(std::size_t k) const {
    const ChangeProposal& proposal = preview_.proposals[k];
    const std::string proof = proposal.minimal
                                  ? "fewest possible, proven"
                                  : fmt::format("at least {}, proven", proposal.least_disturbed);
    return fmt::format("  {:>2}  {:>6}  {:>9}  {}{}{}\n", k + 1, proposal.disturbed,
                       signed_value(-proposal.value_lost), proof, way(proposal.variant),
                       bar(proposal));
  }

  static std::string signed_value(std::int64_t value) {
    return value > 0 ? "+" + grouped(value) : value < 0 ? "-" + grouped(-value) : "0";
  }

  static std::string way(planning::Variant variant) {
    switch (variant) {
      case planning::Variant::Shifted:
        return "; what waits starts later";
      case planning::Variant::WithoutOffice:
        return "; it starts in time, without the office";
      default:
        return "";
    }
  }

  std::string details(const ChangeProposal& proposal) const {
    std::string out;
    for (const auto& activity : proposal.dropped_activities)
      out += fmt::format("  No longer held: {}\n", title(activity));
    for (const auto& meeting : proposal.dropped_meetings)
      out +=
          fmt::format("  No longer met:  {} and {}\n", name(meeting.first), name(meeting.second));
    std::size_t shown = 0;
    for (const auto& person : proposal.people) {
      if (++shown > most_people) break;
      out += fmt::format("  {}\n", name(person.person));
      for (const auto& change : person.changes) out += line(change);
    }
    if (proposal.people.size() > most_people)
      out += fmt::format("  and {} more people; --json lists all\n",
                         proposal.people.size() - most_people);
    return out;
  }

  std::string line(const EngagementChange& change) const {
    const std::string what = change.kind == planning::EngagementKind::Activity
                                 ? title(change.activity)
                                 : "meets " + name(change.with);
    return fmt::format("      {:<44.44}  {} -> {}\n", what, place(change.before),
                       place(change.after));
  }

  static std::string place(const std::optional<planning::Whereabouts>& where) {
    if (!where) return "-";
    std::string out = base::format(where->starts_at);
    if (!where->room.empty()) out += " " + where->room.value;
    if (where->table > 0) out += fmt::format(" table {}", where->table);
    return out;
  }

  std::string title(const mission::ActivityId& id) const {
    const auto* activity = find(mission_.activities, id);
    return activity == nullptr ? id.value
                               : id.value + " " + activity->title.best(base::Language::En);
  }
  std::string name(const mission::OrganisationId& id) const {
    const auto* organisation = find(mission_.organisations, id);
    return organisation == nullptr ? id.value : organisation->name.best(base::Language::En);
  }
  std::string name(const mission::PersonId& id) const {
    const auto* person = find(mission_.people, id);
    return person == nullptr ? id.value : id.value + " " + mission::display_name(*person);
  }

  const mission::Mission& mission_;
  const actions::ChangePreview& preview_;
};

std::string text(const std::string& value) {
  std::string out = "\"";
  for (const char c : value) {
    if (c == '"' || c == '\\') out += '\\';
    if (static_cast<unsigned char>(c) < 0x20)
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    else
      out += c;
  }
  return out + '"';
}

std::string json(const std::optional<planning::Whereabouts>& where) {
  if (!where) return "null";
  return fmt::format(
      R"({{"starts_at":"{}","room":{},"session":{},"slot":{},"table":{},"opposite":{}}})",
      base::format(where->starts_at), text(where->room.value), text(where->session.value),
      where->slot, where->table, text(where->opposite.value));
}

std::string json(const EngagementChange& change) {
  const bool activity = change.kind == planning::EngagementKind::Activity;
  return fmt::format(R"({{"{}":{},"before":{},"after":{}}})", activity ? "activity" : "with",
                     text(activity ? change.activity.value : change.with.value),
                     json(change.before), json(change.after));
}

template <class Items, class Write>
std::string list(const Items& items, Write write) {
  std::vector<std::string> parts;
  for (const auto& item : items) parts.push_back(write(item));
  return fmt::format("[{}]", fmt::join(parts, ","));
}

std::string json(const ChangeProposal& proposal) {
  return fmt::format(
      R"({{"variant":"{}","disturbed":{},"least_disturbed":{},"minimal":{},"value_lost":{},)"
      R"("digest":"{}","dropped_activities":{},"dropped_meetings":{},"people":{}}})",
      word(proposal.variant), proposal.disturbed, proposal.least_disturbed, proposal.minimal,
      proposal.value_lost, proposal.digest,
      list(proposal.dropped_activities, [](const auto& id) { return text(id.value); }),
      list(proposal.dropped_meetings,
           [](const mission::Meeting& meeting) {
             return fmt::format("[{},{}]", text(meeting.first.value), text(meeting.second.value));
           }),
      list(proposal.people, [](const planning::PersonChange& person) {
        return fmt::format(R"({{"person":{},"changes":{}}})", text(person.person.value),
                           list(person.changes, [](const auto& change) { return json(change); }));
      }));
}

std::string json(const planning::StandIn& one) {
  return fmt::format(
      R"({{"waiting":{},"partner":{},"session":{},"slot":{},"mutual":{},"value_gained":{}}})",
      text(one.waiting.value), text(one.partner.value), text(one.session.value), one.slot,
      one.mutual, one.value_gained);
}

}  // namespace

std::string page(const mission::Mission& mission, const actions::ChangePreview& preview,
                 std::size_t detailed) {
  return Page(mission, preview).text(std::max<std::size_t>(1, detailed));
}

std::string to_json(const actions::ChangePreview& preview) {
  const std::string now = preview.now ? text(base::format(*preview.now)) : "null";
  return fmt::format(R"({{"version":{},"now":{},"status":{},"proposals":{},)"
                     R"("blocking_locks":{},"past_blocks":{},)"
                     R"("stand_ins":{}}})",
                     preview.version, now, text(std::string(planning::word(preview.status))),
                     list(preview.proposals, [](const auto& p) { return json(p); }),
                     list(preview.blocking_locks, text), preview.past_blocks,
                     list(preview.stand_ins, [](const auto& one) { return json(one); })) +
         "\n";
}

}  // namespace kontor::cli
