#pragma once
#include <optional>
#include <vector>

#include "actions/ask_why.h"
#include "actions/read_changes.h"
#include "actions/view.h"
#include "mission/acting.h"
#include "server/directory.h"
#include "wire/messages.h"

// What each page shows, built from a view that holds nothing the reader may not know. A page of
// something that is not in the view is nothing.

namespace kontor::server {

wire::MissionPage mission_page(const Directory& directory);
wire::Programme programme(const Directory& directory);
wire::Placements placements(const Directory& directory);
std::optional<wire::ActivityPage> activity_page(const Directory& directory,
                                                const mission::ActivityId& id);
std::vector<wire::OrganisationRow> organisation_rows(const Directory& directory);
std::optional<wire::OrganisationPage> organisation_page(const Directory& directory,
                                                        const mission::OrganisationId& id);
std::vector<wire::PersonRow> person_rows(const Directory& directory);
// May the reader make a calendar link of this person?
enum class Subscription { Denied, Allowed };
std::optional<wire::PersonPage> person_page(const Directory& directory, const mission::PersonId& id,
                                            Subscription subscription);
std::vector<wire::AgreementRow> agreement_rows(const Directory& directory);
wire::AgreementRow agreement_row(const Directory& directory, const mission::Agreement& agreement);
std::vector<wire::Figure> figure_rows(const Directory& directory);
wire::PlanPage plan_page(const Directory& directory);
wire::Change change_row(const store::Change& change);
wire::ChangePage change_page(const actions::ChangePage& page);
// Which groups are below `minimum_percent` of the mean; 0: none is looked for.
wire::FairnessPage fairness_page(const Directory& directory, int minimum_percent);
wire::WhyPage why_page(const actions::WhyAnswer& answer, const mission::WishId& wish);

// Parts of several pages.
wire::PersonRow person_row(const Directory& directory, const mission::Person& person);
wire::OrganisationRow organisation_row(const Directory& directory,
                                       const mission::Organisation& organisation);
wire::WishRow wish_row(const Directory& directory, const mission::Wish& wish);
wire::Score score_of(const mission::Score& score);
wire::Share share_of(const Directory& directory, const actions::Share& share);
// In words, with the nouns that the directory knows.
wire::Obstacle obstacle_of(const Directory& directory, const planning::Obstacle& obstacle);
wire::ProgrammeEntry programme_entry(const Directory& directory, const mission::Activity& activity);

}  // namespace kontor::server
