// Language versions of one text: what differs is found, what does not is silent.
#include "briefing/versions.h"

#include <gtest/gtest.h>

namespace kontor::briefing {

namespace {

using base::Language;

std::string differences(const char* first, Language a, const char* second, Language b) {
  std::string out;
  for (const Difference& d : compare_versions(read_claims(first, a), read_claims(second, b)))
    out += (out.empty() ? "" : " ") + std::string(word(d.kind)) + (d.first ? "" : ">") +
           (d.second ? "" : "<");
  return out;
}

const char* const french =
    "La mission réunit près de 500 participants de 221 entreprises. Les échanges atteignent 64,4 "
    "milliards €. Les États-Unis sont le 4e client. Les ventes ont reculé de 1,2 %.";
const char* const dutch =
    "De missie telt bijna 500 deelnemers van 221 bedrijven. De handel bedraagt 64,4 miljard euro. "
    "De VS zijn de vierde klant. De verkoop daalde met 1,2 procent.";
const char* const german =
    "An der Mission nehmen knapp 500 Teilnehmer aus 221 Unternehmen teil. Der Handel erreicht 64,4 "
    "Mrd. Euro. Die USA sind der viertgrößte Kunde. Ein Rückgang um 1,2 Prozent.";
const char* const english =
    "The mission brings nearly 500 participants from 221 companies. Trade comes to €64.4 billion. "
    "The US is the fourth customer. Sales fell by 1.2%.";

TEST(Versions, ThatSayTheSameDifferInNothing) {
  EXPECT_EQ(differences(french, Language::Fr, dutch, Language::Nl), "");
  EXPECT_EQ(differences(french, Language::Fr, german, Language::De), "");
  EXPECT_EQ(differences(french, Language::Fr, english, Language::En), "");
}

TEST(Versions, DifferInValuePrecisionModifierUnitAndWhatIsMissing) {
  const auto with = [](const char* from, const char* to) {
    std::string changed = english;
    changed.replace(changed.find(from), std::string(from).size(), to);
    return differences(french, Language::Fr, changed.c_str(), Language::En);
  };
  EXPECT_EQ(with("221", "218"), "value");
  EXPECT_EQ(with("64.4 billion", "64 billion"), "precision");
  EXPECT_EQ(with("nearly", "more than"), "modifier");
  EXPECT_EQ(with("€64.4", "$64.4"), "unit");
  EXPECT_EQ(with("Trade comes to €64.4 billion. ", ""), "missing<");
  EXPECT_EQ(with("fourth", "fifth"), "value");
  EXPECT_EQ(with("1.2%.", "1.2%. Imports rose 3%."), "missing>");
}

}  // namespace

}  // namespace kontor::briefing
