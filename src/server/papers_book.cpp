#include <algorithm>
#include <map>
#include <set>

#include "server/agenda.h"
#include "server/paper_parts.h"
#include "server/paper_words.h"

namespace kontor::server {

namespace {

using exchange::Paper;
using exchange::PaperFlow;
using exchange::TextStyle;

// The offices, in their order of precedence; those without one last.
std::vector<const mission::Office*> in_precedence(const mission::Mission& mission) {
  std::vector<const mission::Office*> offices;
  for (const mission::Office& office : mission.offices) offices.push_back(&office);
  std::ranges::stable_sort(offices, {}, [](const mission::Office* office) {
    return std::pair(office->precedence == 0, office->precedence);
  });
  return offices;
}

// What principals do together, once.
struct BookItem {
  Engagement engagement;                                // that of the first of them
  std::vector<const mission::Office*> offices;          // in their order
  std::set<std::pair<base::LocalDateTime, int>> steps;  // time and which of step_names
};

std::vector<const paper_words::Words*> step_names() {
  using namespace paper_words;
  return {&step_leaves, &step_there, &step_begins, &step_ends, &step_free};
}

class ProgrammeBook {
 public:
  ProgrammeBook(const Directory& directory, int copy, const PaperWish& wish)
      : directory_(directory), copy_(copy), language_(wish.language) {
    collect();
  }

  // The label of each page: "2·1" is the first of the second day.
  const std::vector<std::string>& labels() const { return labels_; }

  void draw(Paper& paper) {
    labels_.clear();
    PaperFlow flow(paper, frame());
    cover(flow);
    int day = 0;
    for (const auto& [date, items] : days_) {
      part_ = ++day;
      on_part_ = 0;
      flow.new_page(paper_words::day(date, language_));
      flow.heading(1, paper_words::day(date, language_));
      for (const BookItem* item : items) draw_item(flow, *item);
    }
  }

  // What says which pages are to be put where.
  void draw_changes(Paper& paper, int before, const std::vector<std::string>& replaced,
                    const std::vector<std::string>& added,
                    const std::vector<std::string>& removed) {
    using namespace paper_words;
    PaperFlow flow(paper, frame());
    part_ = 0;
    on_part_ = 0;
    flow.new_page(in(change_pages, language_));
    flow.heading(1, in(change_pages, language_));
    flow.paragraph(filled(from_to, language_, before, directory_.plan().version), type::strong);
    flow.space(10);
    const auto list = [&](const Words& words, const std::vector<std::string>& pages) {
      std::string all;
      for (const std::string& page : pages) all += (all.empty() ? "" : ", ") + page;
      if (!all.empty()) flow.paragraph(filled(words, language_, all), {.size = 11});
    };
    list(replace_pages, replaced);
    list(add_pages, added);
    list(remove_pages, removed);
    if (replaced.empty() && added.empty() && removed.empty())
      flow.paragraph(in(no_changes, language_), {.size = 11});
    flow.space(60);
    flow.rule(0.2);
    flow.paragraph(in(received, language_), type::quiet);
    labels_.clear();
  }

 private:
  PaperFlow::Frame frame() {
    using namespace paper_words;
    const std::string copy_words = filled(copy, language_, copy_);
    return {
        .head_left = directory_.mission().short_name.best(language_) + " · " + in(book, language_),
        .foot_left = in(confidential, language_) + " · " + copy_words + " · " +
                     version_line(directory_, language_),
        .number = [this](int) {
          labels_.push_back(std::to_string(part_) + "·" + std::to_string(++on_part_));
          return labels_.back();
        }};
  }

  void collect() {
    const auto offices = in_precedence(directory_.mission());
    for (const mission::Office* office : offices)
      if (!office->holder.empty())
        for (const Engagement& one : agenda_of(directory_, office->holder))
          if (one.activity != nullptr) add(*office, one);
    for (auto& [id, item] : items_) days_[item.engagement.starts_at.date].push_back(&item);
    for (auto& [date, items] : days_)
      std::ranges::sort(items, {}, [](const BookItem* item) {
        return std::pair(item->engagement.starts_at, item->engagement.activity->id.value);
      });
  }

  void add(const mission::Office& office, const Engagement& one) {
    BookItem& item = items_[one.activity->id];
    if (item.offices.empty()) item.engagement = one;
    item.offices.push_back(&office);
    const auto begins = std::min(one.in_place_at, one.starts_at);
    if (one.coach != nullptr)
      item.steps.emplace(one.departs_at, 0);
    else if (one.travel_minutes > 0)
      item.steps.emplace(base::plus_minutes(begins, -one.travel_minutes), 0);
    if (begins < one.starts_at) item.steps.emplace(begins, 1);
    item.steps.emplace(one.starts_at, 2);
    item.steps.emplace(one.ends_at, 3);
    if (one.stays_until > one.ends_at) item.steps.emplace(one.stays_until, 4);
  }

  void cover(PaperFlow& flow) {
    using namespace paper_words;
    part_ = 0;
    on_part_ = 0;
    flow.new_page();
    flow.space(70);
    flow.heading(1, directory_.mission().name.best(language_));
    flow.paragraph(in(book, language_), {.face = TextStyle::Face::Book, .size = 17});
    flow.space(10);
    flow.paragraph(day(directory_.mission().first_day, language_) + " – " +
                   day(directory_.mission().last_day, language_));
    flow.space(20);
    flow.paragraph(in(confidential, language_) + " · " + filled(copy, language_, copy_),
                   {.size = 12, .weight = 600});
    flow.new_page(in(precedence, language_));
    flow.heading(1, in(precedence, language_));
    flow.begin_table();
    for (const mission::Office* office : in_precedence(directory_.mission())) {
      const auto* holder = directory_.person(office->holder);
      flow.row(
          {{0.7, office->precedence > 0 ? std::to_string(office->precedence) : "–", type::strong},
           {4, holder == nullptr ? in(vacant, language_) : mission::display_name(*holder),
            type::strong},
           {6,
            office->title.best(language_) +
                (office->precedence > 0 ? "" : " (" + in(unordered, language_) + ")"),
            type::plain}});
    }
    flow.end_table();
  }

  std::string place_of_item(const Engagement& one) const {
    std::string place = place_name(one.spot, one.activity).best(language_);
    if (one.spot.venue != nullptr && !one.spot.venue->address.empty())
      place += (place.empty() ? "" : ", ") + one.spot.venue->address;
    const std::string city = city_line(directory_, one.spot.leg, language_);
    return place + (place.empty() || city.empty() ? "" : " · ") + city;
  }

  // Who comes from where, of those who are not offices.
  std::string names_of_people(const std::vector<mission::PersonId>& ids) const {
    std::string names;
    for (const auto& id : ids) {
      const auto* person = directory_.person(id);
      if (person == nullptr) continue;
      const std::string& function = person->function.best(language_);
      names += (names.empty() ? "" : "; ") + mission::display_name(*person) +
               (function.empty() ? "" : ", " + function);
    }
    return names;
  }

  void draw_signing(PaperFlow& flow, const mission::Activity& activity) {
    std::vector<const mission::Agreement*> signed_there;
    for (const auto& agreement : directory_.mission().agreements)
      if (agreement.ceremony == activity.id &&
          agreement.status != mission::AgreementStatus::Withdrawn)
        signed_there.push_back(&agreement);
    std::ranges::stable_sort(signed_there, {}, &mission::Agreement::ceremony_order);
    if (signed_there.empty()) return;
    flow.heading(3, paper_words::in(paper_words::signs, language_), 16);
    flow.begin_table();
    for (const auto* agreement : signed_there)
      flow.row({{1, agreement->ceremony_order > 0 ? std::to_string(agreement->ceremony_order) : "–",
                 type::strong},
                {9, agreement->title.best(language_), type::plain},
                {2,
                 agreement->ceremony_table > 0
                     ? paper_words::filled(paper_words::table, language_, agreement->ceremony_table)
                     : "",
                 type::quiet}});
    flow.end_table();
  }

  void draw_item(PaperFlow& flow, const BookItem& item) {
    using namespace paper_words;
    const Engagement& one = item.engagement;
    const mission::Activity& activity = *one.activity;
    flow.heading(
        2, clock(one.starts_at) + "–" + clock(one.ends_at) + "  " + activity.title.best(language_),
        70);
    flow.paragraph(place_of_item(one), type::plain);
    if (activity.record.invented) flow.paragraph(in(invented, language_), type::small);
    flow.begin_table();
    const auto names = step_names();
    for (const auto& [time, step] : item.steps)
      flow.row({{1, clock(time), type::strong},
                {5, in(*names.at(static_cast<std::size_t>(step)), language_), type::plain}});
    flow.end_table();
    for (const mission::Office* office : item.offices) {
      const auto* holder = directory_.person(office->holder);
      flow.paragraph((holder == nullptr ? "" : mission::display_name(*holder) + ", ") +
                         office->title.best(language_),
                     {.size = 9.5}, "P");
    }
    if (const auto* host = directory_.organisation(activity.host))
      flow.paragraph(filled(paper_words::host, language_, host->name.best(language_)), type::quiet);
    if (const std::string speakers = names_of_people(activity.speakers); !speakers.empty())
      flow.paragraph(filled(speaks, language_, speakers), type::quiet);
    std::string languages;
    for (const base::Language each : activity.languages)
      languages += (languages.empty() ? "" : ", ") + std::string(base::code(each));
    if (!languages.empty()) flow.paragraph(filled(spoken, language_, languages), type::quiet);
    draw_signing(flow, activity);
    flow.space(4);
    flow.rule();
    flow.space(4);
  }

  const Directory& directory_;
  int copy_;
  base::Language language_;
  std::map<mission::ActivityId, BookItem> items_;
  std::map<base::LocalDate, std::vector<const BookItem*>> days_;
  std::vector<std::string> labels_;
  int part_ = 0;
  int on_part_ = 0;
};

Paper::Options book_options(const Directory& directory, base::Language language) {
  return {.size = exchange::a5,
          .title = directory.mission().short_name.best(language) + " · " +
                   paper_words::in(paper_words::book, language),
          .made_at = data_changed_at(directory)};
}

// The text of each page by its label.
std::map<std::string, std::string> pages_by_label(const Directory& directory, int copy,
                                                  const PaperWish& wish) {
  ProgrammeBook book(directory, copy, wish);
  Paper paper(book_options(directory, wish.language));
  book.draw(paper);
  std::map<std::string, std::string> pages;
  for (std::size_t i = 0; i < book.labels().size(); ++i)
    pages[book.labels()[i]] = paper.page_texts()[i];
  return pages;
}

std::string change_pages_pdf(const Directory& directory, const BookCopy& copy,
                             const PaperWish& wish) {
  const auto before = pages_by_label(*copy.earlier, copy.number, wish);
  const auto after = pages_by_label(directory, copy.number, wish);
  std::vector<std::string> replaced, added, removed;
  ProgrammeBook book(directory, copy.number, wish);
  std::set<int> printed{1};  // the list of changes itself
  {
    Paper trial(book_options(directory, wish.language));
    book.draw(trial);
  }
  int page = 1;
  for (const std::string& label : book.labels()) {
    ++page;
    const auto old = before.find(label);
    if (old != before.end() && old->second == after.at(label)) continue;
    (old == before.end() ? added : replaced).push_back(label);
    printed.insert(page);
  }
  for (const auto& [label, text] : before)
    if (!after.contains(label)) removed.push_back(label);
  Paper::Options options = book_options(directory, wish.language);
  options.prints = [&](int number) { return printed.contains(number); };
  Paper paper(options);
  book.draw_changes(paper, copy.earlier->plan().version, replaced, added, removed);
  book.draw(paper);
  return paper.finish();
}

}  // namespace

std::string programme_book_pdf(const Directory& directory, const BookCopy& copy,
                               const PaperWish& wish) {
  if (copy.earlier != nullptr) return change_pages_pdf(directory, copy, wish);
  ProgrammeBook book(directory, copy.number, wish);
  Paper paper(book_options(directory, wish.language));
  book.draw(paper);
  return paper.finish();
}

}  // namespace kontor::server
