#include "actions/releases.h"

#include <algorithm>
#include <fmt/format.h>

#include "actions/agreements.h"
#include "actions/change_log.h"
#include "actions/read_view.h"
#include "actions/whole.h"
#include "base/zone.h"
#include "store/store.h"

namespace kontor::actions {

namespace {

using mission::AgreementStatus;
using store::PressRelease;

constexpr std::size_t longest_release = 20'000;

// What a release speaks of, as the register has it now.
struct Subject {
  const mission::Agreement* agreement = nullptr;
  const mission::Announcement* announcement = nullptr;
};

// All that releases depend on, at one moment.
struct Desk {
  std::shared_ptr<const Whole> whole;
  mission::Mission mission;  // as registered
  std::vector<PressRelease> releases;
};

std::optional<Desk> read_desk(Context& context) {
  auto whole = newest_whole(context);
  if (!whole) return std::nullopt;
  auto releases = context.store.read([&](sql::Connection& connection) {
    return store::read_releases(connection, whole->state.id);
  });
  mission::Mission mission = as_registered(whole->mission, whole->agreement_steps);
  return Desk{std::move(whole), std::move(mission), std::move(releases)};
}

template <class Noun>
const Noun* with_key(const std::vector<Noun>& nouns, std::string_view key) {
  const auto found =
      std::ranges::find_if(nouns, [&](const Noun& noun) { return noun.id.value == key; });
  return found == nouns.end() ? nullptr : &*found;
}

Subject subject_of(const Desk& desk, const PressRelease& release) {
  const std::string_view path = release.subject;
  Subject subject;
  if (path.starts_with("agreement/"))
    subject.agreement = with_key(desk.mission.agreements, path.substr(10));
  if (path.starts_with("announcement/"))
    subject.announcement = with_key(desk.mission.announcements, path.substr(13));
  return subject;
}

// The instant since when, or from when, it may be read; nothing: not before a signature.
std::optional<base::Instant> unlock_of(const Desk& desk, const PressRelease& release) {
  if (release.unlock_at) return base::to_instant(*release.unlock_at, release.zone);
  const auto* agreement = subject_of(desk, release).agreement;
  if (agreement == nullptr || (agreement->status != AgreementStatus::Signed &&
                               agreement->status != AgreementStatus::Published))
    return std::nullopt;
  base::Instant since = release.made_at;
  for (const store::AgreementStep& step : desk.whole->agreement_steps)
    if (step.agreement == agreement->id && step.status == AgreementStatus::Signed)
      since = std::max(since, step.made_at);
  return since;
}

bool is_out(const Desk& desk, const PressRelease& release, base::Instant now) {
  if (release.state != "cleared") return false;
  const auto* agreement = subject_of(desk, release).agreement;
  if (agreement != nullptr &&
      (agreement->status == AgreementStatus::Withdrawn ||
       agreement->confidentiality == mission::Confidentiality::Confidential))
    return false;
  const auto unlock = unlock_of(desk, release);
  return unlock && *unlock <= now;
}

briefing::FourTexts texts_of(const PressRelease& release) {
  briefing::FourTexts texts;
  for (const base::Language language : base::all_languages) {
    const std::string& body = release.body.in(language);
    texts[base::index_of(language)] =
        release.title.in(language) + (body.empty() ? "" : "\n\n" + body);
  }
  return texts;
}

// Names that a version may not leave out: organisations and public figures of the mission.
std::vector<base::Text> names_of(const mission::Mission& mission) {
  std::vector<base::Text> names;
  for (const mission::Organisation& organisation : mission.organisations)
    names.push_back(organisation.name);
  for (const mission::Person& person : mission.people)
    names.push_back(base::Text::same(mission::display_name(person)));
  return names;
}

base::Issue release_fault(std::string code, std::string path, std::string value,
                          std::map<std::string, std::string> parameters) {
  return {std::move(code), std::move(path), std::move(value), std::move(parameters), {}};
}

std::string in_short(base::Language language) {
  std::string code(base::code(language));
  std::ranges::transform(code, code.begin(), [](char c) { return static_cast<char>(c - 32); });
  return code;
}

// The sentence of a version at a link; where it has none, nothing.
std::string sentence_in(const KeptRelease& kept, const briefing::VersionLink& link,
                        std::size_t at) {
  return link.spans[at] ? briefing::sentence_around(kept.texts[at], *link.spans[at]) : "–";
}

void add_disagreements(KeptRelease& kept) {
  for (const briefing::VersionLink& link : kept.links) {
    if (link.differs.empty()) continue;
    std::string sentences;
    for (const base::Language language : base::all_languages)
      if (!kept.texts[base::index_of(language)].empty())
        sentences += fmt::format("{}{}: {}", sentences.empty() ? "" : " | ", in_short(language),
                                 sentence_in(kept, link, base::index_of(language)));
    kept.faults.push_back(release_fault("release_versions_differ", "/body", sentences,
                                        {{"what", std::string(link.differs)}}));
  }
}

void add_wrong_sums(const Subject& subject, KeptRelease& kept) {
  const auto check = [&](const std::optional<base::Decimal>& amount, const std::string& currency) {
    if (!amount) return;
    for (const briefing::WrongSum& wrong : briefing::wrong_sums(kept.texts, *amount, currency)) {
      const std::string& text = kept.texts[base::index_of(wrong.language)];
      kept.faults.push_back(release_fault(
          "release_contradicted", "/body/" + std::string(base::code(wrong.language)),
          in_short(wrong.language) + ": " + briefing::sentence_around(text, wrong.span),
          {{"expected", base::format(*amount) + " " + currency}}));
    }
  };
  if (subject.agreement != nullptr) check(subject.agreement->amount, subject.agreement->currency);
  if (subject.announcement != nullptr)
    check(subject.announcement->amount, subject.announcement->currency);
}

KeptRelease kept_of(const Desk& desk, const PressRelease& release,
                    const std::vector<base::Text>& names, base::Instant now) {
  KeptRelease kept;
  kept.release = release;
  kept.out = is_out(desk, release, now);
  kept.unlocks_at = unlock_of(desk, release);
  kept.texts = texts_of(release);
  kept.links = briefing::link_versions(kept.texts, names);
  for (const base::Language language : base::all_languages) {
    if (release.title.in(language).empty())
      kept.faults.push_back(release_fault("missing_field", "/title", "",
                                          {{"field", std::string(base::code(language))}}));
    if (release.body.in(language).empty())
      kept.faults.push_back(release_fault("missing_field", "/body", "",
                                          {{"field", std::string(base::code(language))}}));
  }
  add_disagreements(kept);
  add_wrong_sums(subject_of(desk, release), kept);
  return kept;
}

base::Issues faults_of(const Desk& desk, const PressRelease& release) {
  base::Issues issues;
  const Subject subject = subject_of(desk, release);
  if (!release.subject.empty() && subject.agreement == nullptr && subject.announcement == nullptr)
    issues.push_back(release_fault("unknown_reference", "/subject", release.subject,
                                   {{"noun", "agreement or announcement"}, {"hint", ""}}));
  if (release.unlock_at && !base::is_zone(release.zone))
    issues.push_back(release_fault("unknown_zone", "/zone", release.zone, {}));
  if (!release.unlock_at && subject.agreement == nullptr)
    issues.push_back(release_fault("missing_field", "/unlock_at", "", {{"field", "unlock_at"}}));
  if (release.title.empty()) issues.push_back(release_fault("empty_text", "/title", "", {}));
  for (const std::string& text : texts_of(release))
    if (text.size() > longest_release)
      issues.push_back(release_fault("out_of_range", "/body", fmt::format("{}", text.size()),
                                     {{"expected", "up to 20000 bytes a language"}}));
  return issues;
}

const PressRelease* find_release(const Desk& desk, const std::string& id) {
  const auto found = std::ranges::find(desk.releases, id, &PressRelease::id);
  return found == desk.releases.end() ? nullptr : &*found;
}

void write_and_log(Context& context, const mission::Acting& acting, const Desk& desk,
                   PressRelease release, std::string_view what) {
  release.made_at = context.now();
  release.made_by = acting.name;
  context.store.write([&](sql::Connection& connection) {
    store::write_release(connection, desk.whole->state.id, release);
    log_change(context, connection, desk.whole->state.id, acting, Verb::KeepReleases, "releases",
               std::string(what));
  });
}

Outcome<Desk> desk_for(Context& context, const mission::Acting& acting) {
  if (!may(acting, Verb::KeepReleases)) return std::unexpected(Denied{Verb::KeepReleases});
  auto desk = read_desk(context);
  if (!desk) return std::unexpected(Conflict{"no_mission", ""});
  return *std::move(desk);
}

std::string next_id(const Desk& desk) {
  for (std::size_t number = desk.releases.size() + 1;; ++number)
    if (std::string id = fmt::format("R{:02}", number); find_release(desk, id) == nullptr)
      return id;
}

}  // namespace

Outcome<std::vector<KeptRelease>> read_kept_releases(Context& context,
                                                     const mission::Acting& acting) {
  const auto desk = desk_for(context, acting);
  if (!desk) return std::unexpected(desk.error());
  const auto names = names_of(desk->mission);
  std::vector<KeptRelease> kept;
  for (const PressRelease& release : desk->releases)
    kept.push_back(kept_of(*desk, release, names, context.now()));
  return kept;
}

Outcome<void> keep_release(Context& context, const mission::Acting& acting, PressRelease release) {
  const auto desk = desk_for(context, acting);
  if (!desk) return std::unexpected(desk.error());
  if (!release.id.empty()) {
    const PressRelease* before = find_release(*desk, release.id);
    if (before == nullptr) return std::unexpected(Missing{"release", release.id});
    if (is_out(*desk, *before, context.now()))
      return std::unexpected(Conflict{"release_is_out", release.id});
  } else {
    release.id = next_id(*desk);
  }
  if (auto issues = faults_of(*desk, release); !issues.empty())
    return std::unexpected(std::move(issues));
  release.state = "draft";
  write_and_log(context, acting, *desk, std::move(release), "kept a draft");
  return {};
}

Outcome<void> clear_release(Context& context, const mission::Acting& acting,
                            const std::string& id) {
  const auto desk = desk_for(context, acting);
  if (!desk) return std::unexpected(desk.error());
  const PressRelease* release = find_release(*desk, id);
  if (release == nullptr) return std::unexpected(Missing{"release", id});
  base::Issues faults = faults_of(*desk, *release);
  const KeptRelease kept = kept_of(*desk, *release, names_of(desk->mission), context.now());
  faults.insert(faults.end(), kept.faults.begin(), kept.faults.end());
  if (!faults.empty()) return std::unexpected(std::move(faults));
  PressRelease cleared = *release;
  cleared.state = "cleared";
  write_and_log(context, acting, *desk, std::move(cleared), "cleared one");
  return {};
}

Outcome<void> withdraw_release(Context& context, const mission::Acting& acting,
                               const std::string& id) {
  const auto desk = desk_for(context, acting);
  if (!desk) return std::unexpected(desk.error());
  const PressRelease* release = find_release(*desk, id);
  if (release == nullptr) return std::unexpected(Missing{"release", id});
  PressRelease withdrawn = *release;
  withdrawn.state = "withdrawn";
  write_and_log(context, acting, *desk, std::move(withdrawn), "withdrew one");
  return {};
}

Outcome<std::vector<NewsItem>> read_newsroom(Context& context, const mission::Acting& acting) {
  const auto view = read_view(context, acting);
  if (!view) return std::unexpected(view.error());
  const auto desk = read_desk(context);
  if (!desk) return std::unexpected(Conflict{"no_mission", ""});
  std::vector<NewsItem> news;
  for (const PressRelease& release : desk->releases)
    if (is_out(*desk, release, context.now()))
      news.push_back({release.id, release.title, release.body, *unlock_of(*desk, release)});
  std::ranges::stable_sort(news, std::ranges::greater{}, &NewsItem::published_at);
  return news;
}

}  // namespace kontor::actions
