#include "exchange/paper_flow.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace kontor::exchange {

namespace {

constexpr TextStyle furniture_style{.size = 7.5, .grey = 0.35};
constexpr double head_height = 20;
constexpr double cell_gap = 8;

TextStyle to_the_right(TextStyle style) {
  style.align = TextStyle::Align::Right;
  return style;
}

}  // namespace

PaperFlow::PaperFlow(Paper& paper, Frame frame) : paper_(paper), frame_(std::move(frame)) {}

void PaperFlow::new_page(const std::string& head_right) {
  frame_.head_right = head_right;
  new_page();
}

void PaperFlow::new_page() {
  paper_.new_page();
  const double top = frame_.margin - 6, foot = paper_.size().height - frame_.margin;
  const std::string number =
      frame_.number ? frame_.number(paper_.page()) : fmt::format("{}", paper_.page());
  paper_.furniture(left(), top, width() * 0.6, frame_.head_left, furniture_style);
  paper_.furniture(left() + width() * 0.4, top, width() * 0.6, frame_.head_right,
                   to_the_right(furniture_style));
  paper_.line(left(), top + 12, left() + width(), top + 12, 0.4, 0.6);
  paper_.furniture(left(), foot, width() * 0.8, frame_.foot_left, furniture_style);
  paper_.furniture(left() + width() * 0.8, foot, width() * 0.2, number,
                   to_the_right(furniture_style));
  y_ = frame_.margin + head_height;
}

void PaperFlow::need(double height) {
  if (paper_.page() == 0 || y_ + height > bottom()) new_page();
}

void PaperFlow::rule(double grey) {
  paper_.line(left(), y_, left() + width(), y_, 0.4, grey);
  space(4);
}

void PaperFlow::heading(int level, std::string_view text, double with) {
  constexpr std::array sizes{20.0, 13.0, 10.5};
  constexpr std::array<const char*, 3> parts{"H1", "H2", "H3"};
  const auto index = static_cast<std::size_t>(std::clamp(level, 1, 3) - 1);
  const TextStyle style = scaled({.face = level < 3 ? TextStyle::Face::Book : TextStyle::Face::Work,
                                  .size = sizes[index],
                                  .weight = level < 3 ? 700 : 600});
  const double height = paper_.height_of(width(), text, style);
  need(height + with * frame_.scale);
  y_ += paper_.text(left(), y_, width(), text, style, parts[index]);
  space(4);
}

void PaperFlow::paragraph(std::string_view text, TextStyle style, const char* part) {
  if (text.empty()) return;
  style = scaled(style);
  need(paper_.height_of(width(), text, style));
  y_ += paper_.text(left(), y_, width(), text, style, part);
  space(3);
}

void PaperFlow::row(const std::vector<Cell>& cells, const char* part) {
  double shares = 0, height = 0;
  for (const Cell& cell : cells) shares += cell.share;
  const auto width_of = [&](const Cell& cell) { return width() * cell.share / shares - cell_gap; };
  for (const Cell& cell : cells)
    height = std::max(height, paper_.height_of(width_of(cell), cell.text, scaled(cell.style)));
  need(height + 3);
  paper_.begin("TR");
  double x = left();
  for (const Cell& cell : cells) {
    if (!cell.text.empty()) paper_.text(x, y_, width_of(cell), cell.text, scaled(cell.style), part);
    x += width_of(cell) + cell_gap;
  }
  paper_.end("TR");
  y_ += height;
  space(3);
}

}  // namespace kontor::exchange
