#pragma once
#include <map>
#include <string>
#include <vector>

#include "base/issue.h"
#include "mission/mission.h"

namespace kontor::exchange {

// What a text adds to a mission after its plan was published.
struct Additions {
  std::vector<mission::Organisation> organisations;
  std::vector<mission::Person> people;
  std::vector<mission::Wish> wishes;
  std::vector<mission::Rule> rules;

  bool empty() const {
    return organisations.empty() && people.empty() && wishes.empty() && rules.empty();
  }
};

// What `files`, by name, add to `mission`: organisations.toml, people.toml, wishes.csv and
// rules.toml as in a mission folder (docs/mission-folder.md), of newcomers and new rules alone.
// Issues as of a mission folder with both, and where nothing is added.
base::Checked<Additions> read_additions(const mission::Mission& mission,
                                        const std::map<std::string, std::string>& files);

// The rules.toml of one rule given by its fields alone, parted by line ends or semicolons:
// `kind = "rest"; who = { offices = ["princess"] }; minutes = 60`. Without an id it gets one that
// `mission` has not. A text with "[[rule]]" stays as it is.
std::string rules_text(const mission::Mission& mission, const std::string& fields);

}  // namespace kontor::exchange
