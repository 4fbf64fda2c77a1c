#pragma once
#include <expected>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace kontor::base {

// Where in a file a fault stands; line and column count from 1, 0 means "the whole file".
struct Place {
  std::string file;
  int line = 0;
  int column = 0;

  auto operator<=>(const Place&) const = default;
};

// One fault of somebody's input, as data: the door words it in the reader's language.
struct Issue {
  std::string code;                               // snake_case, stable: "unknown_reference"
  std::string path;                               // what it is about: "activity/A08/host"
  std::string value;                              // what was found there
  std::map<std::string, std::string> parameters;  // what the sentence needs besides
  Place place;                                    // set where a file was read

  auto operator<=>(const Issue&) const = default;
};

using Issues = std::vector<Issue>;

// A value, or every fault found on the way to it.
template <class T>
using Checked = std::expected<T, Issues>;

// The English sentence for `issue`: place, thing, value and way out. Codes are listed, with a
// wording each, in issue.cpp; an unlisted one is worded by its code.
std::string sentence(const Issue& issue);

// Every code that has a wording, and the wording before anything is filled in; empty for others.
std::vector<std::string_view> issue_codes();
std::string_view issue_wording(std::string_view code);

}  // namespace kontor::base
