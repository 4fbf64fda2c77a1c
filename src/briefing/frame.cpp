#include "briefing/frame.h"

#include <algorithm>
#include <array>
#include <map>

#include "briefing/place_code.h"

namespace kontor::briefing {

namespace {

using Measure = Frame::Measure;
using Side = PlaceMention::Side;

enum class Cue {
  Export,
  Import,
  Trade,
  Balance,
  Share,
  Growth,
  Investment,
  OtherParty,
  Mission,
  Agreement,
  Activity,
  National,
  Community,
  ExtraEu,
  None
};

struct CueWords {
  Cue cue;
  std::string_view words;  // stems, each matching any ending
};

constexpr CueWords cues[] = {
    {Cue::Export,
     "export uitvoer ausfuhr debouche afzetmarkt absatzmarkt client klant kunde "
     "destination bestemming customer afnemer"},
    {Cue::Import,
     "import invoer einfuhr fournisseur leverancier lieferant supplier lieferland "
     "achete"},
    {Cue::Trade,
     "echanges commerce handel trade goederenhandel warenhandel partenaire partner "
     "handelspartner uitwisseling austausch"},
    {Cue::Balance,
     "excedent deficit solde surplus overschot tekort uberschuss defizit saldo "
     "balance handelssaldo handelsoverschot handelstekort handelsuberschuss handelsdefizit "
     "handelsbilanz"},
    {Cue::Share, "part aandeel anteil share soit"},
    {Cue::Investment, "investiss investeer investor investment investition investier"},
    {Cue::OtherParty,
     "emplo tewerk beschaftig job banen arbeitsplat werknemer personnes mensen "
     "people soutienn support filiale"},
    {Cue::Mission,
     "mission missie delegation delegatie wirtschaftsmission handelsmission "
     "economische"},
    {Cue::Agreement,
     "accord akkoord agreement abkommen overeenkomst convention signer signature "
     "ondertek unterzeich"},
    {Cue::Activity, "activite activiteit activit aktivitat"},
    {Cue::National, "national nationaal nationale"},
    {Cue::Community, "communautaire communautair community gemeinschaft"}};

Cue cue_of(std::string_view word) {
  static const auto stems = [] {
    std::vector<std::pair<std::string_view, Cue>> all;
    for (const CueWords& line : cues) {
      std::string_view rest = line.words;
      while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        all.emplace_back(rest.substr(0, end), line.cue);
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    }
    std::ranges::sort(all, [](const auto& a, const auto& b) {
      return a.first.size() != b.first.size() ? a.first.size() > b.first.size() : a.first < b.first;
    });
    return all;
  }();
  if (word == "part" || word == "parts") return Cue::Share;
  for (const auto& [stem, cue] : stems)
    if (word.starts_with(stem) && (stem != "part" || word.size() <= 5)) return cue;
  return Cue::None;
}

// Goods that a sentence may speak of, by HS section; a total must not answer for them. "other" is
// what no goods statistic holds.
struct ProductWords {
  std::string_view product, stems;
};
constexpr ProductWords products[] = {
    {"06", "pharma chimi chemi medic geneesm arznei vaccin impfst"},
    {"07", "plasti caoutchouc rubber kunststof kautschuk"},
    {"16", "machin maschine"},
    {"17", "vehicul voiture fahrzeug voertuig vehicle automobil auto's vervoermat kraftwagen"},
    {"04", "aliment voeding nahrung boisson drank getrank chocol biere bier beer food"},
    {"14", "diamant diamond edelst joyau juwel"},
    {"15", "metaux metal acier staal steel stahl"},
    {"05", "mineral petrol energie gaz gas oil olie"},
    {"11", "textil texti"},
    {"18", "optiq optik optic"},
    {"19", "armes wapens waffen"},
    {"other", "services diensten dienstleist"}};

std::string_view product_of(std::string_view word) {
  for (const ProductWords& line : products) {
    std::string_view rest = line.stems;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      if (word.starts_with(rest.substr(0, end))) return line.product;
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return {};
}

// "a achete", "exported", "importierte": whoever stands before it does it.
bool is_verb(std::string_view word) {
  for (const std::string_view stem : {"achet", "exporte", "importe", "exportier", "importier"})
    if (word.starts_with(stem)) return !word.ends_with("eur") && !word.ends_with("eurs");
  return false;
}

class Framer {
 public:
  Framer(const ReadText& text, const Setting& setting)
      : text_(text),
        setting_(setting),
        view_{text.folded, text.tokens, text.language},
        places_(places_in(view_)) {
    for (std::size_t i = 0; i < view_.size(); ++i)
      cues_.push_back(view_.is_word(i) ? cue_of(view_.text(i)) : Cue::None);
  }

  std::vector<Frame> frame_all() {
    std::vector<Frame> frames;
    for (std::size_t i = 0; i < text_.claims.size(); ++i) {
      set_span(i);
      frames.push_back(frame(text_.claims[i]));
    }
    return frames;
  }

 private:
  // The claim's sentence, and the clause: from the claim before to the claim behind.
  void set_span(std::size_t index) {
    const Claim& claim = text_.claims[index];
    sentence_begin_ = claim.first;
    while (sentence_begin_ > 0 &&
           text_.sentences[sentence_begin_ - 1] == text_.sentences[claim.first])
      --sentence_begin_;
    sentence_end_ = claim.last;
    while (sentence_end_ < view_.size() &&
           text_.sentences[sentence_end_] == text_.sentences[claim.first])
      ++sentence_end_;
    const bool follows = index > 0 && text_.claims[index - 1].sentence == claim.sentence;
    clause_begin_ = follows ? text_.claims[index - 1].last : sentence_begin_;
    const bool leads =
        index + 1 < text_.claims.size() && text_.claims[index + 1].sentence == claim.sentence;
    clause_end_ = leads ? text_.claims[index + 1].first : sentence_end_;
  }

  bool has(Cue cue, std::size_t from, std::size_t to) const {
    return std::find(cues_.begin() + static_cast<std::ptrdiff_t>(from),
                     cues_.begin() + static_cast<std::ptrdiff_t>(to),
                     cue) != cues_.begin() + static_cast<std::ptrdiff_t>(to);
  }

  // The cue of a flow that is nearest before the claim in its clause, else nearest behind it, else
  // the last one earlier in the sentence.
  std::size_t flow_word(const Claim& claim) const {
    const auto is_flow = [&](std::size_t i) {
      return cues_[i] == Cue::Export || cues_[i] == Cue::Import || cues_[i] == Cue::Trade ||
             cues_[i] == Cue::Balance;
    };
    for (std::size_t i = claim.first; i-- > clause_begin_;)
      if (is_flow(i)) return i;
    for (std::size_t i = claim.first; i < clause_end_; ++i)
      if (is_flow(i)) return i;
    for (std::size_t i = clause_begin_; i-- > sentence_begin_;)
      if (is_flow(i)) return i;
    return view_.size();
  }

  Frame frame(const Claim& claim) {
    Frame frame;
    set_year(frame, claim);
    set_concept(frame);
    if (claim.kind == Claim::Kind::Rank) {
      set_rank(frame, claim);
    } else if (claim.kind == Claim::Kind::Count || claim.kind == Claim::Kind::Number) {
      set_statement(frame);
    } else {
      set_flow(frame, claim);
      set_product(frame);
    }
    set_scope(frame);
    return frame;
  }

  void set_year(Frame& frame, const Claim& claim) {
    frame.year = setting_.last_year;
    frame.year_assumed = true;
    std::size_t nearest = view_.size();
    for (std::size_t i = sentence_begin_; i < sentence_end_; ++i) {
      const std::string_view text = view_.text(i);
      const bool year = view_.is_digits(i) && text.size() == 4 && text >= "1900" &&
                        text <= "2100" && (i < claim.first || i >= claim.last);
      if (!year) continue;
      const std::size_t distance = i < claim.first ? claim.first - i : i - claim.last + 1;
      if (distance >= nearest) continue;
      nearest = distance;
      frame.year = text;
      frame.year_assumed = false;
    }
    if (!frame.year_assumed)
      carried_year_ = frame.year;
    else if (!carried_year_.empty())
      frame.year = carried_year_;
  }

  // Goods named in the clause, else those named before it in the sentence.
  void set_product(Frame& frame) const {
    for (std::size_t i = sentence_begin_; i < clause_end_; ++i) {
      if (!view_.is_word(i)) continue;
      const std::string_view product = product_of(view_.text(i));
      if (!product.empty()) frame.product = product;
    }
  }

  void set_concept(Frame& frame) const {
    for (std::size_t i = sentence_begin_; i < sentence_end_; ++i) {
      const bool named =
          i > 0 && (view_.text(i).starts_with("concept") || view_.text(i).starts_with("konzept"));
      if (!named) continue;
      for (std::size_t at = i - 1; at <= i + 1 && at < view_.size(); ++at) {
        if (cues_[at] == Cue::National) frame.trade_concept = TradeConcept::National;
        if (cues_[at] == Cue::Community) frame.trade_concept = TradeConcept::Community;
      }
    }
  }

  void set_scope(Frame& frame) const {
    if (sentence_begin_ >= view_.size()) return;
    const std::size_t begin = view_.tokens[clause_begin_ < view_.size() ? clause_begin_ : 0].begin;
    const std::size_t end = view_.tokens[clause_end_ - 1].end;
    const std::string_view words = std::string_view(text_.folded.text).substr(begin, end - begin);
    for (const char* outside : {"hors union", "hors de l'union", "hors ue", "hors de l'ue",
                                "en dehors de l'u", "buiten de eu", "buiten europ",
                                "ausserhalb der eu", "outside the eu", "outside eu", "non-eu"})
      if (words.contains(outside)) frame.set = "extra-EU";
    for (const char* state :
         {"etats americains", "american states", "us states", "amerikaanse staten",
          "us-bundesstaaten", "amerikanischen bundesstaaten", "u.s. states"})
      if (words.contains(state)) frame.set = "US states";
  }

  std::vector<const PlaceMention*> places_between(std::size_t from, std::size_t to) const {
    std::vector<const PlaceMention*> found;
    for (const PlaceMention& mention : places_)
      if (mention.first >= from && mention.last <= to && mention.place != "EU")
        found.push_back(&mention);
    return found;
  }

  std::string other_than(const std::string& place) const {
    if (place == setting_.home) return setting_.partner;
    return setting_.home;
  }

  // Who sells to whom, from adjectives and prepositions around the word for the flow.
  void set_direction(Frame& frame, std::size_t from, std::size_t to, std::size_t flow_at) const {
    std::string owner, said_origin, said_destination, bare;
    const bool verb = flow_at < view_.size() && is_verb(view_.text(flow_at));
    for (const PlaceMention* mention : places_between(from, to)) {
      const bool beside =
          mention->adjective && (mention->first + 3 >= flow_at) && mention->first <= flow_at + 3;
      if (mention->side == Side::Destination && !mention->adjective)
        said_destination = mention->place;
      else if (mention->side == Side::Origin && !mention->adjective)
        said_origin = mention->place;
      else if ((beside || (verb && mention->last <= flow_at && !mention->adjective)) &&
               owner.empty())
        owner = mention->place;
      else if (!mention->adjective)
        bare = mention->place;
    }
    // "California is the 7th destination, with 1.3 billion": the amount is California's.
    if (bare.empty() && ranked_sentence_ == sentence_begin_) bare = carried_subject_;
    const bool of_home = owner.empty() && (said_origin.empty() || frame.flow == Flow::Import);
    if (frame.flow == Flow::Export) {
      frame.origin = !said_origin.empty() ? said_origin : owner;
      frame.destination = said_destination;
    } else {
      frame.origin = said_origin;
      frame.destination = !owner.empty() ? owner : said_destination;
    }
    if (frame.origin.empty() && frame.destination.empty()) {
      const bool other = !bare.empty() && bare != setting_.home;
      (frame.flow == Flow::Export ? frame.origin : frame.destination) = setting_.home;
      (frame.flow == Flow::Export ? frame.destination : frame.origin) =
          other ? bare : setting_.partner;
    }
    if (frame.origin.empty())
      frame.origin =
          !bare.empty() && bare != frame.destination ? bare : other_than(frame.destination);
    if (frame.destination.empty())
      frame.destination = !bare.empty() && bare != frame.origin && of_home ? bare
                          : !bare.empty() && bare != frame.origin          ? bare
                                                                  : other_than(frame.origin);
  }

  void set_flow(Frame& frame, const Claim& claim) {
    const std::size_t at = flow_word(claim);
    if (has(Cue::Investment, clause_begin_, clause_end_) && at == view_.size()) {
      frame.measure = Measure::Investment;
      return;
    }
    if (claim.kind == Claim::Kind::PercentChange) frame.measure = Measure::Growth;
    if (claim.kind == Claim::Kind::Percent) frame.measure = Measure::Share;
    if (claim.kind == Claim::Kind::Balance) frame.measure = Measure::Balance;
    if (at == view_.size()) {
      if (claim.kind == Claim::Kind::Balance) {
        frame.origin = setting_.home;
        frame.destination = setting_.partner;
      }
      return;
    }
    if (cues_[at] == Cue::Balance && claim.kind == Claim::Kind::Money)
      frame.measure = Measure::Balance;
    const bool trade = cues_[at] == Cue::Trade || cues_[at] == Cue::Balance;
    frame.flow = cues_[at] == Cue::Export ? Flow::Export : trade ? Flow::None : Flow::Import;
    if (frame.measure == Measure::Unknown) frame.measure = trade ? Measure::Trade : Measure::Flow;
    if (trade) {
      set_pair(frame);
      return;
    }
    // Behind the claim its clause ends where another flow begins: "… 31,4 and imports …".
    std::size_t end = std::max(claim.last, at + 1);
    while (end < clause_end_ && cues_[end] != Cue::Export && cues_[end] != Cue::Import) ++end;
    set_direction(frame, at >= clause_begin_ ? clause_begin_ : sentence_begin_, end, at);
  }

  // The partner that the clause names, else the one that the text is about.
  void set_pair(Frame& frame) const {
    frame.origin = setting_.home;
    frame.destination = setting_.partner;
    for (const PlaceMention* mention : places_between(sentence_begin_, sentence_end_))
      if (mention->place != setting_.home) frame.destination = mention->place;
  }

  void set_statement(Frame& frame) const {
    frame.measure = Measure::Statement;
    if (has(Cue::Agreement, sentence_begin_, sentence_end_))
      frame.topic = "agreement";
    else if (has(Cue::Mission, sentence_begin_, sentence_end_))
      frame.topic = "mission";
    frame.other_party = has(Cue::OtherParty, sentence_begin_, sentence_end_) && frame.topic.empty();
  }

  // Whose rank: the last place before the claim in its sentence that stands as a subject; else the
  // subject of the rank before.
  std::string subject_before(const Claim& claim) {
    std::string subject;
    for (const PlaceMention* mention : places_between(sentence_begin_, claim.first))
      if (!mention->adjective && mention->side == Side::None && subject.empty())
        subject = mention->place;
    for (const PlaceMention* mention : places_between(clause_begin_, claim.first))
      if (!mention->adjective && mention->side == Side::None) subject = mention->place;
    if (subject.empty()) subject = carried_subject_;
    if (subject.empty()) subject = setting_.partner;
    ranked_sentence_ = sentence_begin_;
    return carried_subject_ = subject;
  }

  void set_rank(Frame& frame, const Claim& claim) {
    frame.subject = subject_before(claim);
    const Cue noun = cue_of(claim.noun);
    std::size_t at = flow_word(claim);
    Cue cue = at < view_.size() ? cues_[at] : Cue::None;
    if (noun == Cue::Export || noun == Cue::Import || noun == Cue::Trade) cue = noun;
    for (std::size_t i = claim.first; i < claim.last; ++i)
      if (cues_[i] == Cue::Investment) cue = Cue::Investment;
    frame.flow = cue == Cue::Export ? Flow::Export : cue == Cue::Import ? Flow::Import : Flow::None;
    frame.measure = cue == Cue::Investment                     ? Measure::Investment
                    : cue == Cue::Trade                        ? Measure::Trade
                    : cue == Cue::Export || cue == Cue::Import ? Measure::Flow
                                                               : Measure::Unknown;
    frame.owner = other_than(frame.subject);
    for (const PlaceMention* mention : places_between(claim.last, clause_end_))
      if (mention->place != frame.subject && !is_us_state(mention->place)) {
        frame.owner = mention->place;
        break;
      }
  }

  const ReadText& text_;
  const Setting& setting_;
  TextView view_;
  std::vector<PlaceMention> places_;
  std::vector<Cue> cues_;
  std::size_t sentence_begin_ = 0, sentence_end_ = 0, clause_begin_ = 0, clause_end_ = 0;
  std::string carried_year_, carried_subject_;
  std::size_t ranked_sentence_ = static_cast<std::size_t>(-1);  // where the last rank stood
};

}  // namespace

std::vector<Frame> frames_of(const ReadText& text, const Setting& setting) {
  return Framer(text, setting).frame_all();
}

}  // namespace kontor::briefing
