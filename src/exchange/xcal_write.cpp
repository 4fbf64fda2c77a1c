#include "exchange/xcal_write.h"

#include <fmt/format.h>
#include <vector>

#include "exchange/markup_text.h"

namespace kontor::exchange {

namespace {

std::string in_small(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + ('a' - 'A'));
  return out;
}

// The lines of an iCalendar file, unfolded (RFC 5545, section 3.1).
std::vector<std::string> unfolded(std::string_view calendar) {
  std::vector<std::string> lines;
  while (!calendar.empty()) {
    const std::size_t end = calendar.find("\r\n");
    const std::string_view line = calendar.substr(0, end);
    if (line.starts_with(' '))
      lines.back() += line.substr(1);
    else
      lines.emplace_back(line);
    calendar.remove_prefix(std::min(calendar.size(), end + 2));
  }
  return lines;
}

std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size()) {
      ++i;
      out += text[i] == 'n' || text[i] == 'N' ? '\n' : text[i];
    } else {
      out += text[i];
    }
  }
  return out;
}

// "20251006T090000Z" as "2025-10-06T09:00:00Z".
std::string extended(std::string_view time) {
  if (time.size() < 15) return std::string(time);
  return fmt::format("{}-{}-{}T{}:{}:{}{}", time.substr(0, 4), time.substr(4, 2), time.substr(6, 2),
                     time.substr(9, 2), time.substr(11, 2), time.substr(13, 2), time.substr(15));
}

// The type of a property's value and the value, in XML (section 3.6).
std::pair<std::string_view, std::string> typed(std::string_view name, std::string_view value) {
  if (name == "DTSTAMP" || name == "LAST-MODIFIED" || name == "DTSTART" || name == "DTEND")
    return {"date-time", extended(value)};
  if (name == "TZOFFSETFROM" || name == "TZOFFSETTO")
    return {"utc-offset", fmt::format("{}:{}", value.substr(0, 3), value.substr(3))};
  if (name == "SEQUENCE") return {"integer", std::string(value)};
  if (name == "REFRESH-INTERVAL") return {"duration", std::string(value)};
  if (name == "ORGANIZER" || name == "ATTENDEE") return {"cal-address", std::string(value)};
  if (name.starts_with("X-")) return {"unknown", unescaped(value)};
  return {"text", unescaped(value)};
}

class XcalLines {
 public:
  void add(const std::string& line) {
    const std::size_t colon = line.find(':');
    const std::string_view head = std::string_view(line).substr(0, colon);
    const std::string_view value = std::string_view(line).substr(colon + 1);
    if (head == "BEGIN") return begin(in_small(value));
    if (head == "END") return end(in_small(value));
    property(head, value);
  }
  std::string take() { return std::move(out_); }

 private:
  enum class Part { Properties, Components };
  void begin(const std::string& component) {
    if (!parts_.empty() && parts_.back() == Part::Properties) {
      out_ += "</properties>\n<components>\n";
      parts_.back() = Part::Components;
    }
    out_ += fmt::format("<{}><properties>\n", component);
    parts_.push_back(Part::Properties);
  }
  void end(const std::string& component) {
    out_ += parts_.back() == Part::Properties ? "</properties>" : "</components>";
    out_ += fmt::format("</{}>\n", component);
    parts_.pop_back();
  }
  void property(std::string_view head, std::string_view value) {
    const std::size_t name_end = head.find(';');
    const std::string_view name = head.substr(0, name_end);
    std::string parameters;
    while (head.find(';') != std::string_view::npos) {
      head.remove_prefix(head.find(';') + 1);
      const std::string_view one = head.substr(0, head.find(';'));
      const std::string key = in_small(one.substr(0, one.find('=')));
      if (key == "value") continue;  // the element says it
      const std::string_view type = key == "language" ? "language-tag" : "text";
      parameters += fmt::format("<{0}><{1}>{2}</{1}></{0}>", key, type,
                                escaped(one.substr(one.find('=') + 1)));
    }
    const auto [type, text] = typed(name, value);
    out_ += fmt::format("<{0}>{1}<{2}>{3}</{2}></{0}>\n", in_small(name),
                        parameters.empty() ? "" : "<parameters>" + parameters + "</parameters>",
                        type, escaped(text));
  }

  std::vector<Part> parts_;
  std::string out_;
};

}  // namespace

std::string write_xcal(const Calendar& calendar) {
  XcalLines lines;
  for (const std::string& line : unfolded(write_calendar(calendar))) lines.add(line);
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
         "<icalendar xmlns=\"urn:ietf:params:xml:ns:icalendar-2.0\">\n" +
         lines.take() + "</icalendar>\n";
}

}  // namespace kontor::exchange
