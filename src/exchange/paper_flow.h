#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/paper.h"

namespace kontor::exchange {

// Text that flows down the pages of a paper between margins, with a line above and below on each.
class PaperFlow {
 public:
  struct Frame {
    double margin = millimetres(15);
    std::string head_left{}, head_right{};  // above every page
    std::string foot_left{};                // below, with the number of the page on the right
    std::function<std::string(int page)> number = {};  // of a page; empty: 1, 2, 3 …
    double scale = 1;                                  // of every size
  };
  PaperFlow(Paper& paper, Frame frame);

  // Begins a page, with other words above it from here on where they are given.
  void new_page();
  void new_page(const std::string& head_right);
  // Begins a page where less than `height` is left.
  void need(double height);
  double left() const { return frame_.margin; }
  double width() const { return paper_.size().width - 2 * frame_.margin; }
  double y() const { return y_; }
  void space(double height) { y_ += height * frame_.scale; }
  void rule(double grey = 0.75);

  // A heading keeps `with` points of what follows on its page.
  void heading(int level, std::string_view text, double with = 40);
  void paragraph(std::string_view text, TextStyle style = {}, const char* part = "P");
  // A row of a table: cells beside each other, each with its share of the width. A row stays whole.
  struct Cell {
    double share = 1;
    std::string text;
    TextStyle style = {};
  };
  void row(const std::vector<Cell>& cells, const char* part = "TD");
  void begin_table() { paper_.begin("Table"); }
  void end_table() { paper_.end("Table"); }
  TextStyle scaled(TextStyle style) const {
    style.size *= frame_.scale;
    return style;
  }
  Paper& paper() { return paper_; }

 private:
  double bottom() const { return paper_.size().height - frame_.margin - 14; }

  Paper& paper_;
  Frame frame_;
  double y_ = 0;
};

}  // namespace kontor::exchange
