#include "cli/change.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <functional>
#include <memory>
#include <set>

#include "actions/change.h"
#include "actions/read_state.h"
#include "actions/read_view.h"
#include "base/zone.h"
#include "cli/arrivals.h"
#include "cli/change_page.h"
#include "cli/workplace.h"
#include "server/change_messages.h"
#include "server/directory.h"
#include "server/why_words.h"

namespace kontor::cli {

namespace {

using Made = base::Checked<mission::Disruption>;

// What all changes share, and the words of each.
struct ChangeOptions {
  std::string data = "data";
  std::string now;
  bool json = false;
  int apply = 0;  // 1, 2, …; 0: only look
  bool only_try = false;
  bool impossible = false;
  std::string reason;
  std::string key, other, to, room, session;
  int minutes = 0;
  int tables = 0;
  int slot = 0;
  std::int64_t number = 0;  // of a change in the log; 0: the last
};

using Make = std::function<Made(const mission::Mission&, const ChangeOptions&)>;

base::Issues fault(std::string code, std::string value, std::string expected) {
  return {{std::move(code), "change", std::move(value), {{"expected", std::move(expected)}}, {}}};
}

template <class Noun>
bool has(const std::vector<Noun>& nouns, const std::string& key) {
  return std::ranges::any_of(nouns, [&](const Noun& noun) { return noun.id.value == key; });
}

Made make_delay(const mission::Mission& mission, const ChangeOptions& options) {
  if (has(mission.activities, options.key))
    return mission::ActivityDelayed{{options.key}, options.minutes};
  return mission::OfficeDelayed{{options.key}, options.minutes};
}

Made make_withdrawal(const mission::Mission& mission, const ChangeOptions& options) {
  if (has(mission.people, options.key)) return mission::Withdrawal{{}, {options.key}};
  return mission::Withdrawal{{options.key}, {}};
}

// "SESSION/SLOT", slots counted from 0.
Made make_meeting_move(const ChangeOptions& options) {
  const std::size_t slash = options.to.find('/');
  int slot = -1;
  if (slash != std::string::npos)
    std::from_chars(options.to.data() + slash + 1, options.to.data() + options.to.size(), slot);
  if (slot < 0) return std::unexpected(fault("out_of_range", options.to, "SESSION/SLOT"));
  return mission::MeetingMoved{{options.key}, {options.other}, {options.to.substr(0, slash)}, slot};
}

Made make_move(const mission::Mission& mission, const ChangeOptions& options) {
  if (!options.other.empty()) return make_meeting_move(options);
  if (has(mission.people, options.key))
    return mission::AttendanceMoved{{options.key}, {options.to}};
  const auto starts_at = base::parse_local(options.to);
  if (!starts_at) return std::unexpected(fault("out_of_range", options.to, "2025-10-07T10:00"));
  return mission::ActivityMoved{{options.key}, *starts_at, {options.room}};
}

Made make_arrival(const mission::Mission& mission, const ChangeOptions& options) {
  auto arrival = read_arrivals(mission, options.key);
  if (!arrival) return std::unexpected(arrival.error());
  return *std::move(arrival);
}

Made make_rule(const mission::Mission& mission, const ChangeOptions& options) {
  auto rule = read_rule(mission, options.key);
  if (!rule) return std::unexpected(rule.error());
  return *std::move(rule);
}

int apply(actions::Context& context, const actions::ChangeQuestion& question,
          const actions::ChangePreview& preview, const ChangeOptions& options) {
  if (options.apply < 1 || options.apply > static_cast<int>(preview.proposals.size()))
    return report(fault("out_of_range", std::to_string(options.apply),
                        fmt::format("1 … {}", preview.proposals.size())));
  const auto number = static_cast<std::size_t>(options.apply - 1);
  const auto version = actions::apply_change(context, command_line(),
                                             {{question.disruption, preview.now},
                                              number,
                                              preview.version,
                                              preview.proposals[number].digest,
                                              options.reason});
  if (!version) return report(version.error());
  if (!options.json)
    fmt::print("\nApplied: version {} is published and verifies.\n", version->version);
  return exit_good;
}

// An instant, or the clock of the city where the mission is that day.
base::Checked<base::Instant> read_now(const mission::Mission& mission, const std::string& text) {
  if (const auto instant = base::parse_instant(text)) return *instant;
  const auto local = base::parse_local(text);
  if (!local)
    return std::unexpected(fault("out_of_range", text, "2025-10-07T15:52:00Z or 2025-10-07T08:52"));
  std::set<base::Instant> meant;
  for (const auto& leg : mission.legs)
    if (leg.first_day <= local->date && local->date <= leg.last_day)
      meant.insert(base::to_instant(*local, leg.zone));
  if (meant.empty()) meant.insert(base::to_instant(*local, mission.home_zone));
  if (meant.size() > 1)
    return std::unexpected(fault(
        "out_of_range", text,
        "an instant such as 2025-10-07T15:52:00Z: the mission is in cities of several zones"));
  return *meant.begin();
}

int try_move(actions::Context& context, const actions::ChangeQuestion& question) {
  const auto effect = actions::try_move(context, command_line(), question);
  if (!effect) return report(effect.error());
  const auto view = actions::read_view(context, command_line());
  if (!view) return report(view.error());
  const server::Directory directory(**view);
  fmt::print("{} people come along\n", effect->people.size());
  if (effect->broken.empty()) fmt::print("Nothing is in the way.\n");
  for (const planning::Obstacle& obstacle : effect->broken)
    fmt::print("  {:<18} {}\n", mission::word(obstacle.kind),
               server::in_words(obstacle, directory).best(base::Language::En));
  fmt::print("Value {:+}{}\n", effect->value_gained,
             effect->broken.empty() ? "" : ", if the wishes in the way are given up");
  return exit_good;
}

int change(const ChangeOptions& options, const Make& make) {
  Workplace workplace(options.data);
  actions::Context& context = workplace.context();
  const auto whole = actions::read_whole(context, command_line());
  if (!whole) return report(whole.error());
  const mission::Mission& mission = (*whole)->mission;
  auto made = make(mission, options);
  if (!made) return report(made.error());
  actions::ChangeQuestion question{*std::move(made), {}};
  if (!options.now.empty()) {
    const auto now = read_now(mission, options.now);
    if (!now) return report(now.error());
    question.now = *now;
  }
  if (options.only_try) return try_move(context, question);
  const auto preview = actions::preview_change(context, command_line(), question);
  if (!preview) return report(preview.error());
  const auto detailed = static_cast<std::size_t>(std::max(1, options.apply));
  fmt::print("{}", options.json ? to_json(*preview) : page(mission, *preview, detailed));
  return options.apply == 0 ? exit_good : apply(context, question, *preview, options);
}

int undo(const ChangeOptions& options) {
  Workplace workplace(options.data);
  const auto number = options.number > 0 ? std::optional(options.number) : std::nullopt;
  const auto version = actions::undo_change(workplace.context(), command_line(), number);
  if (!version) return report(version.error());
  fmt::print("Undone: version {} is published and verifies.\n", version->version);
  return exit_good;
}

int locks(const ChangeOptions& options, std::optional<actions::Locking> locking) {
  Workplace workplace(options.data);
  const auto all =
      locking ? actions::set_lock(workplace.context(), command_line(), options.key, *locking)
              : actions::read_locks(workplace.context(), command_line());
  if (!all) return report(all.error());
  const auto view = actions::read_view(workplace.context(), command_line());
  if (!view) return report(view.error());
  const server::Directory directory(**view);
  for (const std::string& lock : *all)
    fmt::print("{:<28}  {}\n", lock, server::lock_words(directory, lock).best(base::Language::En));
  return exit_good;
}

// Adds the subcommands to `change`.
class Builder {
 public:
  Builder(CLI::App& verb, int& exit_code)
      : verb_(verb), exit_code_(exit_code), options_(std::make_shared<ChangeOptions>()) {
    verb.require_subcommand(1);
    verb.add_option("--data", options_->data, "The data folder")->capture_default_str();
  }

  CLI::App* add(const std::string& name, const std::string& about, const Make& make) {
    CLI::App* sub = verb_.add_subcommand(name, about);
    sub->fallthrough();
    sub->add_option("--now", options_->now,
                    "As if it were known then: what has begun stays. An instant, "
                    "2025-10-07T15:52:00Z, or the clock of the city where the mission is that day, "
                    "2025-10-07T08:52 (before and after the mission, of its home zone)");
    sub->add_flag("--json", options_->json, "All alternatives as JSON");
    sub->add_option("--apply", options_->apply, "Publish the alternative of this number")
        ->check(CLI::Range(1, 1000));
    sub->add_option("--reason", options_->reason, "For the change log");
    sub->callback([options = options_, make, &code = exit_code_] {
      code = guarded([&] { return change(*options, make); });
    });
    return sub;
  }

  CLI::App* add_plain(const std::string& name, const std::string& about,
                      const std::function<int(const ChangeOptions&)>& work) {
    CLI::App* sub = verb_.add_subcommand(name, about);
    sub->fallthrough();
    sub->callback([options = options_, work, &code = exit_code_] {
      code = guarded([&] { return work(*options); });
    });
    return sub;
  }

  ChangeOptions& options() { return *options_; }

 private:
  CLI::App& verb_;
  int& exit_code_;
  std::shared_ptr<ChangeOptions> options_;
};

void add_cancellations(Builder& builder) {
  ChangeOptions& o = builder.options();
  builder
      .add("cancel-activity", "An activity is cancelled",
           [](const auto&, const auto& given) {
             return Made(mission::ActivityCancelled{{given.key}});
           })
      ->add_option("ACTIVITY", o.key)
      ->required();
  builder.add("withdraw", "An organisation or a person takes no part from now on", make_withdrawal)
      ->add_option("KEY", o.key, "An organisation or a person")
      ->required();
  builder
      .add("lose-room", "A room cannot be used from now on",
           [](const auto&, const auto& given) { return Made(mission::RoomLost{{given.key}}); })
      ->add_option("ROOM", o.key)
      ->required();
  auto* tables =
      builder.add("lose-tables", "A session has fewer tables", [](const auto&, const auto& given) {
        return Made(mission::TablesLost{{given.key}, given.tables});
      });
  tables->add_option("SESSION", o.key)->required();
  tables->add_option("--tables", o.tables, "How many are left")->required();
}

void add_delays(Builder& builder) {
  ChangeOptions& o = builder.options();
  auto* delay = builder.add("delay", "An office, or an activity, is late", make_delay);
  delay->add_option("KEY", o.key, "An office or an activity")->required();
  delay->add_option("--minutes", o.minutes)->required();
  auto* road = builder.add(
      "close-road", "The way between two venues takes longer", [](const auto&, const auto& given) {
        return Made(
            mission::RoadClosed{{given.key},
                                {given.other},
                                given.impossible ? mission::no_way_minutes : given.minutes});
      });
  road->add_option("FROM", o.key)->required();
  road->add_option("TO", o.other)->required();
  auto* ways = road->add_option_group("ways")->require_option(1);
  ways->add_option("--minutes", o.minutes, "How long it takes now");
  ways->add_flag("--impossible", o.impossible, "There is no way at all");
  auto* no_show = builder.add(
      "no-show", "Somebody does not come to their meeting", [](const auto&, const auto& given) {
        return Made(mission::NoShow{{given.key}, {given.session}, given.slot});
      });
  no_show->add_option("PERSON", o.key)->required();
  no_show->add_option("--session", o.session)->required();
  no_show->add_option("--slot", o.slot, "Counted from 0")->required();
}

void add_moves(Builder& builder) {
  ChangeOptions& o = builder.options();
  builder.add("arrive", "Newcomers with their wishes", make_arrival)
      ->add_option("FOLDER", o.key, "organisations.toml, people.toml and wishes.csv of theirs")
      ->required();
  builder.add("add-rule", "Protocol asks for something more", make_rule)
      ->add_option("RULE", o.key,
                   "A file with one [[rule]] as in rules.toml, or its fields: 'kind = \"rest\"; "
                   "who = { offices = [\"princess\"] }; minutes = 60'")
      ->required();
  auto* move = builder.add(
      "move",
      "One thing by hand: ACTIVITY --to 2025-10-07T10:00 [--room R], ORGANISATION OTHER --to "
      "SESSION/SLOT, or PERSON --to ACTIVITY",
      make_move);
  move->add_option("WHAT", o.key)->required();
  move->add_option("OTHER", o.other, "The other organisation of a meeting");
  move->add_option("--to", o.to)->required();
  move->add_option("--room", o.room);
  move->add_flag("--try", o.only_try,
                 "Only say what is in the way with nothing else moved; at once, writes nothing");
}

void add_locks(Builder& builder) {
  ChangeOptions& o = builder.options();
  const auto add = [&](const char* name, const char* about, actions::Locking locking) {
    builder
        .add_plain(name, about,
                   [locking](const ChangeOptions& options) { return locks(options, locking); })
        ->add_option("LOCK", o.key, "activity/A12, attendance/A12/P7 or meeting/O1/O2")
        ->required();
  };
  add("lock", "No change may touch this", actions::Locking::Lock);
  add("unlock", "Changes may touch this again", actions::Locking::Unlock);
  builder.add_plain("locks", "What is locked",
                    [](const ChangeOptions& options) { return locks(options, std::nullopt); });
  builder
      .add_plain("undo", "Take back a change that was applied here; what came later stays", undo)
      ->add_option("N", o.number, "Its number in the change log; without one, the last")
      ->check(CLI::PositiveNumber);
}

}  // namespace

void add_change(CLI::App& app, int& exit_code) {
  CLI::App* verb = app.add_subcommand(
      "change", "What a change of the published plan would bring, fewest people disturbed first");
  Builder builder(*verb, exit_code);
  add_cancellations(builder);
  add_delays(builder);
  add_moves(builder);
  add_locks(builder);
}

}  // namespace kontor::cli
