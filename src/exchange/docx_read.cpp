#include "exchange/docx_read.h"

#include "base/text.h"
#include "exchange/office_part.h"

namespace kontor::exchange {

namespace {

constexpr int deepest = 200;  // tags within tags; Word itself writes some thirty

class DocxReader {
 public:
  DocxReader(const Archive& archive, const std::string& file, const WorkbookLimits& limits)
      : archive_(archive), file_{file, "bad_document", limits.tags} {}

  std::string read() {
    const std::string main = main_part();
    pugi::xml_document document;
    if (!load_part(document, archive_, main, file_)) fail(main + " is missing or damaged");
    const pugi::xml_node body = first(first(document, "document"), "body");
    if (!body) fail("it is no text document");
    add(body, 0);
    const std::string folder = main.substr(0, main.rfind('/') + 1);
    for (const char* notes : {"footnotes", "endnotes"}) {
      pugi::xml_document part;
      if (load_part(part, archive_, folder + notes + ".xml", file_)) add(first(part, notes), 0);
    }
    return std::move(text_);
  }

 private:
  [[noreturn]] void fail(std::string reason) const {
    throw Unreadable{
        {file_.damaged, file_.name, "0", {{"reason", std::move(reason)}}, {file_.name, 0, 0}}};
  }

  std::string main_part() const {
    std::string part = "word/document.xml";
    pugi::xml_document relations;
    if (load_part(relations, archive_, "_rels/.rels", file_))
      each(first(relations, "Relationships"), "Relationship", [&](pugi::xml_node one) {
        const std::string_view type = one.attribute("Type").value();
        if (type.ends_with("/officeDocument")) part = one.attribute("Target").value();
      });
    return part.starts_with('/') ? part.substr(1) : part;
  }

  // Of two writings of the same (AlternateContent) the first.
  static bool is_left_out(std::string_view name) {
    return name == "del" || name == "moveFrom" || name == "Fallback";
  }

  void add(pugi::xml_node parent, int depth) {
    if (depth > deepest) fail("its tags are nested too deeply");
    for (const pugi::xml_node node : parent.children()) {
      const std::string_view name = local_name(node);
      if (is_left_out(name)) continue;
      if (name == "t") {
        text_ += node.child_value();
      } else if (name == "tab" && local_name(parent) == "r") {
        text_ += '\t';
      } else if (name == "br" || name == "cr") {
        text_ += '\n';
      } else if (name == "noBreakHyphen") {
        text_ += "\u2011";
      } else {
        add(node, depth + 1);
        if (name == "p" && !text_.empty()) text_ += '\n';
      }
    }
  }

  const Archive& archive_;
  OfficeFile file_;
  std::string text_;
};

// The archive cannot know which kind of file it is part of.
base::Issues of_document(base::Issues issues) {
  for (base::Issue& issue : issues)
    if (issue.code == "bad_workbook") issue.code = "bad_document";
  return issues;
}

}  // namespace

bool is_archive(std::string_view bytes) {
  return bytes.starts_with("PK\x03\x04");
}

base::Checked<std::string> read_docx(std::string_view bytes, const std::string& file,
                                     const WorkbookLimits& limits) {
  const auto archive = Archive::open(bytes, file, limits);
  if (!archive) return std::unexpected(of_document(archive.error()));
  try {
    std::string text = DocxReader(*archive, file, limits).read();
    if (base::is_utf8(text)) return text;
    return std::unexpected(base::Issues{{"not_text", file, "", {}, {file, 0, 0}}});
  } catch (Unreadable& unreadable) {
    return std::unexpected(base::Issues{std::move(unreadable.issue)});
  }
}

}  // namespace kontor::exchange
