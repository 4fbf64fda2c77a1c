#pragma once
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <optional>
#include <string>
#include <vector>

#include "store/visitors.h"

// Whole lists of nouns as the rows of their tables, in the order of the list.

namespace kontor::store {

// Whose rows a list's are.
struct ListKey {
  std::string mission;
  std::optional<int> version;  // of a plan's lists

  std::string condition() const {
    return version ? "mission = $1 AND version = $2" : "mission = $1";
  }
  void bind(sql::Query& query) const {
    query.bind(mission);
    if (version) query.bind(*version);
  }
};

// "$1, $2, ... $count"
std::string parameters(std::size_t count);

template <class Noun>
void write_rows(sql::Connection& connection, std::string_view table, const ListKey& key,
                const std::vector<Noun>& nouns) {
  const std::vector<std::string> names = column_names<Noun>();
  const std::string head = key.version ? "mission, version, position" : "mission, position";
  sql::Query query = connection.query(
      fmt::format("INSERT INTO {} ({}, {}) VALUES ({})", table, head, fmt::join(names, ", "),
                  parameters(names.size() + (key.version ? 3 : 2))));
  for (std::size_t position = 0; position < nouns.size(); ++position) {
    query.again();
    key.bind(query);
    query.bind(position);
    Binder binder(query);
    Writer writer(binder);
    columns(writer, nouns[position]);
    query.step();
  }
}

template <class Noun>
std::vector<Noun> read_rows(sql::Connection& connection, std::string_view table,
                            const ListKey& key) {
  sql::Query query =
      connection.query(fmt::format("SELECT {} FROM {} WHERE {} ORDER BY position",
                                   fmt::join(column_names<Noun>(), ", "), table, key.condition()));
  key.bind(query);
  std::vector<Noun> nouns;
  while (query.step()) {
    nouns.push_back(Noun{});
    Reader reader(query, table);
    columns(reader, nouns.back());
  }
  return nouns;
}

}  // namespace kontor::store
