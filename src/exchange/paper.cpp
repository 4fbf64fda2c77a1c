#include "exchange/paper.h"

#include <cairo-pdf.h>
#include <cairo.h>
#include <fmt/format.h>
#include <pango/pangocairo.h>
#include <qrencode.h>
#include <stdexcept>

#include "base/check.h"

namespace kontor::exchange {

namespace {

struct FreeObject {
  void operator()(void* object) const { g_object_unref(object); }
};
struct FreeFont {
  void operator()(PangoFontDescription* font) const { pango_font_description_free(font); }
};
struct FreeCairo {
  void operator()(cairo_t* cairo) const { cairo_destroy(cairo); }
};
struct FreeSurface {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
using Layout = std::unique_ptr<PangoLayout, FreeObject>;
using Font = std::unique_ptr<PangoFontDescription, FreeFont>;
using Surface = std::unique_ptr<cairo_surface_t, FreeSurface>;
using Cairo = std::unique_ptr<cairo_t, FreeCairo>;

cairo_status_t append(void* out, const unsigned char* bytes, unsigned count) {
  static_cast<std::string*>(out)->append(reinterpret_cast<const char*>(bytes), count);
  return CAIRO_STATUS_SUCCESS;
}

PangoAlignment alignment(TextStyle::Align align) {
  if (align == TextStyle::Align::Centre) return PANGO_ALIGN_CENTER;
  return align == TextStyle::Align::Right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
}

}  // namespace

struct Paper::Drawing {
  std::string bytes;
  Surface surface;
  Surface aside;  // takes the pages that are not printed
  Cairo on_paper;
  Cairo on_aside;
  cairo_t* cairo = nullptr;  // one of the two
  // Metrics that do not depend on the device: the same document on every machine with the fonts.
  std::unique_ptr<PangoContext, FreeObject> context;

  bool printing() const { return cairo == on_paper.get(); }
  // Pages that are not printed have no place in the structure.
  void begin(const char* part) const {
    if (printing()) cairo_tag_begin(cairo, part, nullptr);
  }
  void end(const char* part) const {
    if (printing()) cairo_tag_end(cairo, part);
  }

  Layout layout(double width, std::string_view text, const TextStyle& style, int lines) {
    Layout made(pango_layout_new(context.get()));
    const Font font(pango_font_description_new());
    pango_font_description_set_family(font.get(), style.face == TextStyle::Face::Book
                                                      ? "EB Garamond,DejaVu Serif,serif"
                                                      : "Inter,DejaVu Sans,sans-serif");
    pango_font_description_set_absolute_size(font.get(), style.size * PANGO_SCALE);
    pango_font_description_set_weight(font.get(), static_cast<PangoWeight>(style.weight));
    pango_font_description_set_style(font.get(),
                                     style.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    pango_layout_set_font_description(made.get(), font.get());
    pango_layout_set_text(made.get(), text.data(), static_cast<int>(text.size()));
    pango_layout_set_width(made.get(), static_cast<int>(width * PANGO_SCALE));
    pango_layout_set_wrap(made.get(), PANGO_WRAP_WORD_CHAR);
    pango_layout_set_alignment(made.get(), alignment(style.align));
    pango_layout_set_line_spacing(made.get(), 1.08F);
    PangoAttrList* attributes = pango_attr_list_new();
    pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(FALSE));
    const bool work = style.face == TextStyle::Face::Work;
    pango_attr_list_insert(attributes, pango_attr_font_features_new(work ? "tnum" : "lnum"));
    pango_layout_set_attributes(made.get(), attributes);
    pango_attr_list_unref(attributes);
    if (lines > 0) {
      pango_layout_set_height(made.get(), -lines);
      pango_layout_set_ellipsize(made.get(), PANGO_ELLIPSIZE_END);
    }
    return made;
  }

  void show(PangoLayout* layout, double x, double y, double grey) const {
    cairo_set_source_rgb(cairo, grey, grey, grey);
    cairo_move_to(cairo, x, y);
    pango_cairo_show_layout(cairo, layout);
  }
};

namespace {

// Fonts once found; freed with the thread, unlike Pango's own.
PangoFontMap* fonts_of_thread() {
  thread_local const std::unique_ptr<PangoFontMap, FreeObject> fonts(pango_cairo_font_map_new());
  return fonts.get();
}

double height_of_layout(PangoLayout* layout) {
  PangoRectangle extents;
  pango_layout_get_extents(layout, nullptr, &extents);
  return static_cast<double>(extents.height) / PANGO_SCALE;
}

}  // namespace

Paper::Paper(const Options& options)
    : drawing_(std::make_unique<Drawing>()), size_(options.size), prints_(options.prints) {
  Drawing& drawing = *drawing_;
  drawing.surface.reset(
      cairo_pdf_surface_create_for_stream(append, &drawing.bytes, size_.width, size_.height));
  const cairo_rectangle_t extents{0, 0, size_.width, size_.height};
  drawing.aside.reset(cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents));
  drawing.on_paper.reset(cairo_create(drawing.surface.get()));
  drawing.on_aside.reset(cairo_create(drawing.aside.get()));
  const std::string made_at = base::format(options.made_at);
  const auto tell = [&](cairo_pdf_metadata_t what, const std::string& text) {
    cairo_pdf_surface_set_metadata(drawing.surface.get(), what, text.c_str());
  };
  tell(CAIRO_PDF_METADATA_TITLE, options.title);
  tell(CAIRO_PDF_METADATA_CREATOR, "Kontor");
  tell(CAIRO_PDF_METADATA_CREATE_DATE, made_at);
  tell(CAIRO_PDF_METADATA_MOD_DATE, made_at);
  drawing.cairo = drawing.on_paper.get();
  drawing.context.reset(pango_font_map_create_context(fonts_of_thread()));
  pango_cairo_update_context(drawing.cairo, drawing.context.get());
  pango_cairo_context_set_resolution(drawing.context.get(), 72);
  pango_context_set_round_glyph_positions(drawing.context.get(), FALSE);
  cairo_font_options_t* options_of_font = cairo_font_options_create();
  cairo_font_options_set_hint_style(options_of_font, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options_of_font, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(drawing.context.get(), options_of_font);
  cairo_font_options_destroy(options_of_font);
  cairo_tag_begin(drawing.on_paper.get(), "Document", nullptr);
}

Paper::~Paper() {
  drawing_->context.reset();
  drawing_->on_paper.reset();
  drawing_->on_aside.reset();
  cairo_surface_finish(drawing_->surface.get());
}

void Paper::leave_page() {
  for (auto part = open_.rbegin(); part != open_.rend(); ++part) drawing_->end(*part);
  if (page_ > 0 && drawing_->printing()) cairo_show_page(drawing_->cairo);
}

void Paper::new_page() {
  leave_page();
  ++page_;
  texts_.emplace_back();
  drawing_->cairo =
      !prints_ || prints_(page_) ? drawing_->on_paper.get() : drawing_->on_aside.get();
  for (const char* part : open_) drawing_->begin(part);
}

void Paper::begin(const char* part) {
  open_.push_back(part);
  drawing_->begin(part);
}

void Paper::end(const char* part) {
  CHECK(!open_.empty() && std::string_view(open_.back()) == part);
  open_.pop_back();
  drawing_->end(part);
}

double Paper::height_of(double width, std::string_view text, const TextStyle& style, int lines) {
  return height_of_layout(drawing_->layout(width, text, style, lines).get());
}

double Paper::text(double x, double y, double width, std::string_view text, const TextStyle& style,
                   const char* part, int lines) {
  CHECK(page_ > 0);
  const Layout layout = drawing_->layout(width, text, style, lines);
  texts_.back().append(text).append("\n");
  if (pango_layout_is_ellipsized(layout.get()) != 0) cut_.emplace_back(text);
  begin(part);
  drawing_->show(layout.get(), x, y, style.grey);
  end(part);
  return height_of_layout(layout.get());
}

double Paper::fitted(double x, double y, double width, double height, std::string_view text,
                     TextStyle style, const char* part) {
  const double smallest = style.size / 2;
  // Words stay whole as long as that is possible.
  const auto fits = [&] {
    const Layout layout = drawing_->layout(width, text, style, 0);
    pango_layout_set_wrap(layout.get(), PANGO_WRAP_WORD);
    PangoRectangle extents;
    pango_layout_get_extents(layout.get(), nullptr, &extents);
    return height_of_layout(layout.get()) <= height &&
           extents.width <= static_cast<int>(width * PANGO_SCALE);
  };
  while (style.size > smallest && !fits()) style.size -= 0.25;
  const double line = height_of(width, "X", style);
  const int lines = std::max(1, static_cast<int>(height / line));
  return this->text(x, y, width, text, style, part, lines);
}

void Paper::furniture(double x, double y, double width, std::string_view text,
                      const TextStyle& style) {
  const Layout layout = drawing_->layout(width, text, style, 0);
  drawing_->show(layout.get(), x, y, style.grey);
}

void Paper::line(double x1, double y1, double x2, double y2, double width, double grey) {
  cairo_t* cairo = drawing_->cairo;
  cairo_set_source_rgb(cairo, grey, grey, grey);
  cairo_set_line_width(cairo, width);
  cairo_move_to(cairo, x1, y1);
  cairo_line_to(cairo, x2, y2);
  cairo_stroke(cairo);
}

void Paper::box(double x, double y, double width, double height, double grey) {
  cairo_set_source_rgb(drawing_->cairo, grey, grey, grey);
  cairo_rectangle(drawing_->cairo, x, y, width, height);
  cairo_fill(drawing_->cairo);
}

void Paper::qr(double x, double y, double side, const std::string& text) {
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
      QRcode_encodeString(text.c_str(), 0, QR_ECLEVEL_M, QR_MODE_8, 1), QRcode_free);
  if (!code) throw std::runtime_error("A text is too long for a QR code.");
  constexpr int quiet = 4;
  const double module = side / (code->width + 2 * quiet);
  cairo_t* cairo = drawing_->cairo;
  begin("Figure");
  cairo_set_source_rgb(cairo, 0, 0, 0);
  for (int row = 0; row < code->width; ++row)
    for (int column = 0; column < code->width; ++column)
      if ((code->data[row * code->width + column] & 1) != 0)
        cairo_rectangle(cairo, x + (column + quiet) * module, y + (row + quiet) * module, module,
                        module);
  cairo_fill(cairo);
  end("Figure");
}

std::string Paper::finish() {
  Drawing& drawing = *drawing_;
  leave_page();
  page_ = 0;
  cairo_tag_end(drawing.on_paper.get(), "Document");
  drawing.context.reset();
  drawing.on_paper.reset();
  cairo_surface_finish(drawing.surface.get());
  const cairo_status_t status = cairo_surface_status(drawing.surface.get());
  if (status != CAIRO_STATUS_SUCCESS)
    throw std::runtime_error(
        fmt::format("The PDF could not be made: {}", cairo_status_to_string(status)));
  return std::move(drawing.bytes);
}

}  // namespace kontor::exchange
