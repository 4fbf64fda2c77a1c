#pragma once
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "base/time.h"

namespace kontor::exchange {

// In points, of which 72 are an inch.
struct PaperSize {
  double width = 0;
  double height = 0;
};
constexpr double millimetres(double length) {
  return length * 72 / 25.4;
}
inline constexpr PaperSize a4{millimetres(210), millimetres(297)};
inline constexpr PaperSize a5{millimetres(148), millimetres(210)};
inline constexpr PaperSize a7_across{millimetres(105), millimetres(74)};

// How a text is set. Book is the serif of names and places, Work the sans with even figures.
struct TextStyle {
  enum class Face { Book, Work };
  enum class Align { Left, Centre, Right };
  Face face = Face::Work;
  double size = 10;
  int weight = 400;
  bool italic = false;
  Align align = Align::Left;
  double grey = 0;  // 0 is black, 1 white
};

// A document for printers: pages with text that is never cut unseen, lines, and QR codes. Its
// texts stand in a structure (heading, paragraph, list …) that screen readers follow; what repeats
// on every page stands outside of it. Fonts are embedded. The same calls give the same bytes.
class Paper {
 public:
  struct Options {
    PaperSize size = a4;
    std::string title{};
    base::Instant made_at{};
    // Which pages, from 1, are printed; empty: all.
    std::function<bool(int page)> prints = {};
  };
  explicit Paper(const Options& options);
  ~Paper();
  Paper(const Paper&) = delete;
  Paper& operator=(const Paper&) = delete;

  void new_page();
  int page() const { return page_; }
  const PaperSize& size() const { return size_; }

  // Opens and closes a part of the structure: "Sect", "H1", "P", "L", "LI", "Table", "TR", "TD" …
  // A part that is open when a page ends goes on as another of its kind on the next.
  void begin(const char* part);
  void end(const char* part);

  // Sets `text` as a part of the structure with its upper left corner at (x, y), in lines of
  // `width`; gives its height. More than `lines` lines (0: any number) end with "…".
  double text(double x, double y, double width, std::string_view text, const TextStyle& style,
              const char* part = "P", int lines = 0);
  double height_of(double width, std::string_view text, const TextStyle& style, int lines = 0);
  // The same smaller, as far as it must be to fit into `height`, down to half its size.
  double fitted(double x, double y, double width, double height, std::string_view text,
                TextStyle style, const char* part = "P");
  // What repeats on every page: in no structure, and in no page_text().
  void furniture(double x, double y, double width, std::string_view text, const TextStyle& style);

  void line(double x1, double y1, double x2, double y2, double width = 0.5, double grey = 0);
  void box(double x, double y, double width, double height, double grey);
  // A square of `side` with its quiet zone, error correction level M.
  void qr(double x, double y, double side, const std::string& text);

  // The texts of each page so far, a line each: pages with the same text say the same.
  const std::vector<std::string>& page_texts() const { return texts_; }
  // Texts that had to be cut, of which there should be none.
  const std::vector<std::string>& cut_texts() const { return cut_; }

  // The document. Nothing may be called after.
  std::string finish();

 private:
  struct Drawing;
  void leave_page();

  std::unique_ptr<Drawing> drawing_;
  PaperSize size_;
  std::function<bool(int)> prints_;
  int page_ = 0;
  std::vector<const char*> open_;
  std::vector<std::string> texts_;
  std::vector<std::string> cut_;
};

}  // namespace kontor::exchange
