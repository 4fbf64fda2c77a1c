// PDFs as readers and printers get them, looked at by the tools of Poppler and ZBar.
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <unistd.h>

#include "exchange/badge_token.h"
#include "exchange/golden.h"
#include "exchange/paper_flow.h"
#include "exchange/vcard_write.h"

namespace kontor::exchange {
namespace {

// A file that lives as long as the test.
class ScratchFile {
 public:
  ScratchFile(const std::string& name, const std::string& bytes)
      : path_(testing::TempDir() + std::to_string(::getpid()) + "-" + name) {
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  ~ScratchFile() { std::filesystem::remove(path_); }
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

std::string said_by(const std::string& command) {
  FILE* pipe = ::popen(command.c_str(), "r");
  std::string out;
  std::array<char, 4096> bytes{};
  for (std::size_t count = 0; (count = std::fread(bytes.data(), 1, bytes.size(), pipe)) > 0;)
    out.append(bytes.data(), count);
  ::pclose(pipe);
  return out;
}

std::string sample_paper() {
  Paper paper({.size = a5, .title = "A tëst", .made_at = base::Instant(std::chrono::hours(9))});
  PaperFlow flow(paper, {.head_left = "Head", .foot_left = "Foot"});
  flow.new_page();
  flow.heading(1, "Œuvre — Łódź — Straße");
  for (int i = 0; i < 30; ++i)
    flow.paragraph("Paragraph " + std::to_string(i) + " with words enough for two lines of A5.");
  flow.begin_table();
  flow.row({{1, "one"}, {2, "Vandenbröcke-Müller-Lüdenscheidt zu ’t Kint van der Straeten"}});
  flow.end_table();
  return paper.finish();
}

TEST(Paper, IsTaggedHasItsFontsAndTheSameBytesEachTime) {
  const std::string pdf = sample_paper();
  EXPECT_EQ(pdf, sample_paper());
  const ScratchFile file("paper.pdf", pdf);
  const std::string info = said_by("pdfinfo " + file.path());
  EXPECT_NE(info.find("Tagged:          yes"), std::string::npos) << info;
  EXPECT_NE(info.find("A tëst"), std::string::npos) << info;
  EXPECT_NE(info.find("Pages:           2"), std::string::npos) << info;
  EXPECT_NE(info.find("419.528 x 595.276"), std::string::npos) << info;
  const std::string structure = said_by("pdfinfo -struct-text " + file.path());
  EXPECT_NE(structure.find("H1"), std::string::npos) << structure;
  EXPECT_NE(structure.find("Œuvre — Łódź — Straße"), std::string::npos) << structure;
  EXPECT_EQ(structure.find("Foot"), std::string::npos) << "furniture is in no structure";
  const std::string fonts = said_by("pdffonts " + file.path());
  std::istringstream lines(fonts);
  int embedded = 0, row = 0;
  for (std::string line; std::getline(lines, line); ++row)
    if (row >= 2 && line.find("yes yes yes") != std::string::npos) ++embedded;
  EXPECT_GE(embedded, 2) << fonts;
  EXPECT_EQ(embedded, row - 2) << "a font is not embedded: " << fonts;
  EXPECT_NE(fonts.find("Inter"), std::string::npos) << fonts;
}

TEST(Paper, PrintsOnlyThePagesAskedForAndLaysOutAll) {
  Paper paper(
      {.size = a5, .title = "t", .made_at = {}, .prints = [](int page) { return page == 2; }});
  for (int i = 1; i <= 3; ++i) {
    paper.new_page();
    paper.text(40, 40, 200, "Page number " + std::to_string(i), {});
  }
  EXPECT_EQ(paper.page_texts().size(), 3U);
  const ScratchFile file("some.pdf", paper.finish());
  const std::string text = said_by("pdftotext " + file.path() + " -");
  EXPECT_NE(text.find("Page number 2"), std::string::npos);
  EXPECT_EQ(text.find("Page number 1"), std::string::npos);
  EXPECT_EQ(text.find("Page number 3"), std::string::npos);
  EXPECT_NE(said_by("pdfinfo " + file.path()).find("Pages:           1"), std::string::npos);
}

TEST(Paper, LongNamesShrinkIntoTheirPlaceAndAreNotCut) {
  Paper paper({.title = "t", .made_at = {}});
  paper.new_page();
  const double height = paper.fitted(
      0, 0, 200, 66, "Maximiliane-Kunigunde Vandenbröcke-Müller-Lüdenscheidt van der Straeten",
      {.face = TextStyle::Face::Book, .size = 26, .weight = 600});
  EXPECT_LE(height, 66);
  EXPECT_TRUE(paper.cut_texts().empty());
  paper.fitted(0, 0, 40, 12, std::string(300, 'x'), {.size = 12});
  EXPECT_EQ(paper.cut_texts().size(), 1U) << "what cannot fit is known";
}

base::SigningKey key_of_test() {
  return base::SigningKey(std::string(32, 'k'));
}

TEST(BadgeToken, IsVerifiedWithThePublicKeyAloneAndByNoOther) {
  const auto key = key_of_test();
  const BadgeToken token{"0123456789ab", 2};
  const std::string text = write_badge_token(token, key);
  EXPECT_EQ(text.size(), 116U);
  EXPECT_EQ(text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"), std::string::npos);
  EXPECT_EQ(read_badge_token(text, key.public_key()), token);
  const base::SigningKey other(std::string(32, 'o'));
  EXPECT_EQ(read_badge_token(text, other.public_key()).error(), BadgeFault::Forged);
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    std::string changed = text;
    changed[i] = changed[i] == 'A' ? 'B' : 'A';
    EXPECT_FALSE(read_badge_token(changed, key.public_key())) << i;
  }
  for (const std::string& bad : std::vector<std::string>{"", "X", "not a badge", "1"})
    EXPECT_EQ(read_badge_token(bad, key.public_key()).error(), BadgeFault::Malformed);
}

TEST(BadgeToken, IsReadFromTheCodeOnPaper) {
  const std::string token = write_badge_token({"0123456789ab", 1}, key_of_test());
  Paper paper({.size = a7_across, .title = "t", .made_at = {}});
  paper.new_page();
  paper.qr(100, 60, millimetres(27), token);
  const ScratchFile file("qr.pdf", paper.finish());
  const std::string image = file.path() + "-1";
  said_by("pdftoppm -r 150 -png -singlefile " + file.path() + " " + image);
  EXPECT_EQ(said_by("zbarimg -q --raw " + image + ".png 2>/dev/null"), token + "\n");
  std::filesystem::remove(image + ".png");
}

TEST(Vcards, StandInBothVersions) {
  std::vector<ContactCard> cards(2);
  cards[0].uid = "11111111-2222-8333-8444-555555555555";
  cards[0].given_name = "Ann";
  cards[0].family_name = "van der Straeten-Waillet; 't Kint";
  cards[0].organisation = "Sunless, BV";
  cards[0].function = "Directrice générale d’une très longue dénomination, ligne après ligne";
  cards[0].note = "Invented\nfor the demonstration.";
  cards[0].languages = {base::Language::Nl, base::Language::Fr};
  cards[1].uid = "2";
  cards[1].family_name = "D'hondt";
  const auto at = base::parse_instant("2025-10-01T10:00:00Z").value();
  test::expect_golden("four.vcf", write_vcards(cards, VcardVersion::Four, at));
  test::expect_golden("three.vcf", write_vcards(cards, VcardVersion::Three, at));
  const ScratchFile file("three.vcf", write_vcards(cards, VcardVersion::Three, at));
  const std::string read =
      said_by("/usr/bin/python3 -c \"import sys, vobject\nfor c in vobject.readComponents(open('" +
              file.path() + "', newline='').read()):\n print(c.n.value.family, '|', c.fn.value)\"");
  EXPECT_NE(read.find("van der Straeten-Waillet; 't Kint | Ann van der"), std::string::npos)
      << read;
}

}  // namespace
}  // namespace kontor::exchange
