#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/decimal.h"
#include "base/text.h"
#include "base/time.h"
#include "mission/agreement.h"
#include "mission/keys.h"
#include "mission/record.h"

namespace kontor::mission {

// Something an organisation makes public during the mission.
struct Announcement {
  AnnouncementId id;
  base::Text title;
  std::string by;
  std::optional<base::Decimal> amount;
  std::string currency;  // ISO 4217
  std::string period;
  std::string jobs;
  std::string place;
  std::optional<base::LocalDate> announced_on;
  Record record;

  bool operator==(const Announcement&) const = default;
};

// A trade figure as a source states it; unknown stays empty.
struct Figure {
  FigureId id;
  base::Text label;
  std::string value;  // exact decimal as printed, or empty
  std::string unit;
  std::string currency;
  int year = 0;
  std::string direction;
  std::string reporter;
  std::string rank;
  Record record;

  bool operator==(const Figure&) const = default;
};

// A number of the mission as one publisher states it. Several of one metric stand side by side.
struct Count {
  std::string metric;
  std::string value;
  Source source;

  bool operator==(const Count&) const = default;
};

// Sources that contradict each other, kept and never averaged.
struct Discrepancy {
  std::string topic;
  std::vector<std::string> values;
  std::string note;

  bool operator==(const Discrepancy&) const = default;
};

}  // namespace kontor::mission
