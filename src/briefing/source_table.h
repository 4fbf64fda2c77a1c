#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/issue.h"

namespace kontor::briefing {

// A publisher of figures: what its name is, on which terms its data may be shown, and how somebody
// with a connection fetches a file that the importer reads. {reporter}, {partner}, {from}, {to},
// {reporter_number}, {partner_number}, {schedule_c} and {state} stand in the recipe.
struct Source {
  std::string_view key;
  std::string_view name;
  std::string_view licence;
  std::string_view recipe;
};

std::span<const Source> sources();
// Nothing for an unknown key.
std::optional<Source> source_of(std::string_view key);

// Who asks for what.
struct Fetch {
  std::string reporter = "BE";
  std::string partner = "US";
  std::string from = "2019";
  std::string to = "2024";
};

// The recipe of `source` for `fetch`, line by line, with the agency's own codes in it.
std::string recipe(const Source& source, const Fetch& fetch);

}  // namespace kontor::briefing
