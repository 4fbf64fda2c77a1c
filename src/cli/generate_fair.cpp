#include "cli/generate_fair.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <fstream>
#include <iostream>
#include <memory>
#include <unordered_set>

#include "base/rng.h"
#include "exchange/fair_write.h"

namespace kontor::cli {

namespace {

using mission::Fair;

// Draws participants by weight.
class Urn {
 public:
  void add(int participant, std::uint64_t weight) {
    participants_.push_back(participant);
    sums_.push_back((sums_.empty() ? 0 : sums_.back()) + weight);
  }
  int draw(base::Rng& rng) const {
    const auto at = std::upper_bound(sums_.begin(), sums_.end(), rng.below(sums_.back()));
    return participants_[at - sums_.begin()];
  }

 private:
  std::vector<int> participants_;
  std::vector<std::uint64_t> sums_;
};

class Inventing {
 public:
  explicit Inventing(const FairOptions& options) : options_(options), rng_(options.seed) {}

  Fair run() {
    make_frame();
    make_participants();
    make_absences();
    make_wishes();
    make_nevers();
    make_fixed();
    make_orders();
    return std::move(fair_);
  }

 private:
  int all_slots() const { return options_.days * options_.slots; }
  bool percent(base::Rng& rng, int share) { return rng.below(100) < std::uint64_t(share); }

  void make_frame() {
    const int tables =
        options_.tables > 0 ? options_.tables : std::max(1, options_.participants / 5);
    const int morning = options_.slots < 4 ? options_.slots : (options_.slots + 1) / 2;
    for (int day = 1; day <= options_.days; ++day) {
      fair_.sessions.push_back({fmt::format("day{}-morning", day), morning, tables});
      if (morning < options_.slots)
        fair_.sessions.push_back(
            {fmt::format("day{}-afternoon", day), options_.slots - morning, tables});
    }
    for (int s = 0; s < options_.sides && options_.sides > 1; ++s)
      fair_.sides.push_back(
          {fmt::format("side{}", s + 1), options_.own_tables && s == options_.sides - 1});
    for (int g = 0; g < options_.groups; ++g) fair_.groups.push_back(fmt::format("group{}", g + 1));
  }

  // Popularity falls with the rank in a random order like rank^-0.7, activity like rank^-0.4.
  void make_participants() {
    base::Rng rng = rng_.split(1);
    std::vector<std::uint64_t> rank(options_.participants);
    for (std::size_t p = 0; p < rank.size(); ++p) rank[p] = p;
    rng.shuffle(std::span(rank));
    urns_.resize(std::max<std::size_t>(1, fair_.sides.size()));
    for (int p = 0; p < options_.participants; ++p) {
      mission::FairParticipant it;
      it.key = fmt::format("P{}", p + 1);
      it.side = fair_.sides.empty() ? -1 : p % static_cast<int>(fair_.sides.size());
      it.group = options_.groups > 0 ? static_cast<int>(rng.below(options_.groups)) : -1;
      if (percent(rng, options_.seats)) it.seats = rng.between(2, 3);
      if (percent(rng, options_.promises)) it.least = rng.between(1, 3);
      if (percent(rng, options_.caps)) it.most = std::max(it.least, all_slots() / 2);
      fair_.participants.push_back(it);
      const double place = 1.0 + static_cast<double>(rank[p]);
      urns_[std::max(0, it.side)].add(p, static_cast<std::uint64_t>(1e9 * std::pow(place, -0.7)));
      wishers_.add(p, static_cast<std::uint64_t>(1e9 * std::pow(1.0 + p, -0.4)));
    }
  }

  void make_absences() {
    base::Rng rng = rng_.split(2);
    present_.assign(fair_.participants.size() * all_slots(), true);
    for (int p = 0; p < options_.participants; ++p) {
      if (!percent(rng, options_.absences)) continue;
      const std::size_t session = rng.below(fair_.sessions.size());
      int first = 0;
      for (std::size_t s = 0; s < session; ++s) first += fair_.sessions[s].slots;
      int count = fair_.sessions[session].slots;
      if (rng.chance(500)) {
        const int some = rng.between(1, std::max(1, count / 2));
        first += rng.between(0, count - some);
        count = some;
      }
      if (count == all_slots()) continue;
      fair_.absences.push_back({p, first, first + count - 1});
      for (int t = first; t < first + count; ++t) present_[p * all_slots() + t] = false;
    }
  }

  // Somebody else to meet: of another side, if there are sides.
  int other_than(int p, base::Rng& rng) const {
    if (fair_.sides.empty()) return urns_[0].draw(rng);
    const int sides = static_cast<int>(fair_.sides.size());
    const int side = (fair_.participants[p].side + rng.between(1, sides - 1)) % sides;
    return urns_[side].draw(rng);
  }

  bool take(int wisher, int other) {
    return wisher != other && wished_.insert(std::int64_t{wisher} << 32 | other).second;
  }

  int points(base::Rng& rng) const {
    if (rng.below(100) < std::uint64_t(options_.musts)) return 0;
    return std::min(rng.between(1, 9), rng.between(1, 9));
  }

  void make_wishes() {
    if (options_.participants < 2) return;
    base::Rng rng = rng_.split(3);
    wished_.reserve(2U * options_.wishes);
    const auto wishes = static_cast<std::size_t>(options_.wishes);
    for (std::size_t tries = 0; fair_.wishes.size() < wishes && tries < 20 * wishes; ++tries) {
      const int wisher = wishers_.draw(rng);
      const int other = other_than(wisher, rng);
      if (!take(wisher, other)) continue;
      fair_.wishes.push_back({wisher, other, points(rng)});
      if (fair_.wishes.size() < wishes && percent(rng, options_.mutual) && take(other, wisher))
        fair_.wishes.push_back({other, wisher, points(rng)});
    }
  }

  // Half of the nevers are vetoes of pairs that one of the two wishes.
  void make_nevers() {
    if (options_.participants < 2) return;
    base::Rng rng = rng_.split(4);
    std::unordered_set<std::int64_t> taken;
    const std::size_t count = fair_.wishes.size() * options_.nevers / 100;
    for (std::size_t tries = 0; fair_.nevers.size() < count && tries < 20 * count; ++tries) {
      mission::FairPair pair{static_cast<int>(rng.below(options_.participants)), 0};
      pair.second = other_than(pair.first, rng);
      if (rng.chance(500)) {
        const auto& wish = fair_.wishes[rng.below(fair_.wishes.size())];
        pair = {wish.wisher, wish.other};
      }
      if (pair.first > pair.second) std::swap(pair.first, pair.second);
      if (pair.first == pair.second) continue;
      if (taken.insert(std::int64_t{pair.first} << 32 | pair.second).second)
        fair_.nevers.push_back(pair);
    }
    vetoed_ = std::move(taken);
  }

  bool is_vetoed(int a, int b) const {
    return vetoed_.contains(std::int64_t{std::min(a, b)} << 32 | std::max(a, b));
  }

  // At most one fixed meeting of a participant, and few of a slot, so that they never conflict.
  void make_fixed() {
    base::Rng rng = rng_.split(5);
    std::vector<char> bound(fair_.participants.size());
    std::vector<int> load(all_slots());
    const std::size_t count = fair_.wishes.size() * options_.fixed / 1000;
    for (std::size_t tries = 0; fair_.fixed.size() < count && tries < 20 * count; ++tries) {
      const auto& wish = fair_.wishes[rng.below(fair_.wishes.size())];
      const int slot = static_cast<int>(rng.below(all_slots()));
      const int a = wish.wisher;
      const int b = wish.other;
      if (bound[a] != 0 || bound[b] != 0 || is_vetoed(a, b)) continue;
      if (!present_[a * all_slots() + slot] || !present_[b * all_slots() + slot]) continue;
      if (load[slot] >= fair_.sessions[0].tables) continue;
      ++load[slot];
      bound[a] = bound[b] = 1;
      fair_.fixed.push_back({{a, b}, slot});
    }
    bound_ = std::move(bound);
  }

  // Of two wishes the one that stands first comes first, so that there are no circles.
  void make_orders() {
    base::Rng rng = rng_.split(6);
    std::unordered_set<std::int64_t> used;
    const std::size_t count = fair_.wishes.size() * options_.orders / 1000;
    for (std::size_t tries = 0; fair_.orders.size() < count && tries < 20 * count; ++tries) {
      const auto one = rng.below(fair_.wishes.size());
      const auto other = rng.below(fair_.wishes.size());
      if (!may_be_ordered(one, used) || !may_be_ordered(other, used) || one == other) continue;
      const auto& earlier = fair_.wishes[std::min(one, other)];
      const auto& later = fair_.wishes[std::max(one, other)];
      const std::int64_t a = pair_key(earlier);
      const std::int64_t b = pair_key(later);
      if (a == b) continue;
      used.insert(a);
      used.insert(b);
      fair_.orders.push_back({{earlier.wisher, earlier.other}, {later.wisher, later.other}});
    }
  }

  static std::int64_t pair_key(const mission::FairWish& wish) {
    return std::int64_t{std::min(wish.wisher, wish.other)} << 32 |
           std::max(wish.wisher, wish.other);
  }
  bool may_be_ordered(std::size_t w, const std::unordered_set<std::int64_t>& used) const {
    const auto& wish = fair_.wishes[w];
    return bound_[wish.wisher] == 0 && bound_[wish.other] == 0 && !used.contains(pair_key(wish));
  }

  FairOptions options_;
  base::Rng rng_;
  Fair fair_;
  std::vector<Urn> urns_;  // of each side, by popularity
  Urn wishers_;
  std::vector<bool> present_;
  std::vector<char> bound_;  // participants with a fixed meeting
  std::unordered_set<std::int64_t> wished_, vetoed_;
};

std::string remark(const FairOptions& o) {
  return fmt::format(
      "Invented by kontor generate fair: {} participants, {} wishes, {} days of {} slots, seed {}.",
      o.participants, o.wishes, o.days, o.slots, o.seed);
}

int run_generate_fair(const FairOptions& options, const std::string& file) {
  if (options.days * options.slots > 1000) {
    std::cerr << "--days times --slots is " << options.days * options.slots
              << "; a fair has at most 1000 slots.\n";
    return 2;
  }
  const std::string text = exchange::write_fair(invent_fair(options), remark(options));
  if (file == "-") {
    std::cout << text;
    return 0;
  }
  std::ofstream out(file, std::ios::binary);
  out << text;
  out.close();
  if (out) return 0;
  std::cerr << file << ": the file cannot be written. Choose another folder.\n";
  return 1;
}

}  // namespace

mission::Fair invent_fair(const FairOptions& options) {
  return Inventing(options).run();
}

void add_generate_fair(CLI::App& generate_verb, int& exit_code) {
  const auto options = std::make_shared<FairOptions>();
  const auto file = std::make_shared<std::string>("-");
  CLI::App* verb = generate_verb.add_subcommand(
      "fair", "Invent a fair: participants, sessions, wishes (docs/fair-file.md)");
  const auto number = [&](const char* name, int& field, int least, int most, const char* text) {
    verb->add_option(name, field, text)->check(CLI::Range(least, most))->capture_default_str();
  };
  number("--participants", options->participants, 2, 200'000, "Participants");
  number("--wishes", options->wishes, 0, 3'000'000, "Wishes to meet");
  number("--days", options->days, 1, 100, "Days");
  number("--slots", options->slots, 1, 1000, "Slots of a day, from 4 on in two sessions");
  number("--tables", options->tables, 0, 100'000, "Tables in every slot; 0: participants / 5");
  number("--sides", options->sides, 0, 100, "Sides that meet each other; 0: everybody everybody");
  number("--groups", options->groups, 0, 1000, "Groups, such as regions");
  number("--absences", options->absences, 0, 100, "Percent of participants who miss something");
  number("--seats", options->seats, 0, 100, "Percent of participants with 2 or 3 seats");
  number("--musts", options->musts, 0, 100, "Percent of wishes that are musts");
  number("--nevers", options->nevers, 0, 100, "Pairs never to meet, in percent of the wishes");
  number("--mutual", options->mutual, 0, 100, "Percent of wishes that the other has too");
  number("--promises", options->promises, 0, 100, "Percent of participants promised meetings");
  number("--caps", options->caps, 0, 100,
         "Percent of participants who want half the slots at most");
  number("--fixed", options->fixed, 0, 100, "Fixed meetings, in thousandths of the wishes");
  number("--orders", options->orders, 0, 100, "Orders of two meetings, in thousandths");
  verb->add_flag("--own-tables", options->own_tables, "The last side receives at its own tables");
  verb->add_option("--seed", options->seed, "Same seed, same fair")->capture_default_str();
  verb->add_option("-o,--output", *file, "File to write; - is standard output")
      ->capture_default_str();
  verb->callback([=, &exit_code] { exit_code = run_generate_fair(*options, *file); });
}

}  // namespace kontor::cli
