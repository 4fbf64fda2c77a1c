#include "store/fields.h"

namespace kontor::store {

std::string lines_text(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) {
    for (const char c : line) {
      if (c == '\\' || c == '\n') out += '\\';
      out += c == '\n' ? 'n' : c;
    }
    out += '\n';
  }
  return out;
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  std::string line;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') {
      lines.push_back(std::move(line));
      line.clear();
    } else if (text[i] == '\\' && i + 1 < text.size()) {
      ++i;
      line += text[i] == 'n' ? '\n' : text[i];
    } else {
      line += text[i];
    }
  }
  return lines;
}

std::vector<std::string> words_in(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    const std::size_t end = text.find(' ');
    words.emplace_back(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
  return words;
}

std::vector<std::string> to_lines(const std::vector<std::string>& texts) {
  return texts;
}

std::vector<std::string> to_lines(const std::vector<mission::Source>& sources) {
  std::vector<std::string> lines;
  for (const mission::Source& source : sources) {
    lines.push_back(source.url);
    lines.push_back(source.publisher);
  }
  return lines;
}

std::vector<std::string> to_lines(const std::vector<mission::Absence>& absences) {
  std::vector<std::string> lines;
  for (const mission::Absence& absence : absences) {
    lines.push_back(absence.leg.value);
    lines.push_back(text_of(absence.from));
    lines.push_back(text_of(absence.to));
  }
  return lines;
}

std::vector<std::string> to_lines(const std::vector<mission::Clearance>& clearances) {
  std::vector<std::string> lines;
  for (const mission::Clearance& clearance : clearances) {
    lines.push_back(clearance.site);
    lines.emplace_back(text_of(clearance.status));
    lines.push_back(clearance.filed_on ? text_of(*clearance.filed_on) : "");
  }
  return lines;
}

std::vector<std::string> to_lines(const std::vector<mission::Opening>& openings) {
  std::vector<std::string> lines;
  for (const mission::Opening& opening : openings) {
    lines.push_back(text_of(opening.from));
    lines.push_back(text_of(opening.to));
  }
  return lines;
}

std::vector<std::string> to_lines(const std::vector<mission::Document>& documents) {
  std::vector<std::string> lines;
  for (const mission::Document& document : documents) {
    lines.push_back(document.name);
    lines.push_back(document.language);
    lines.push_back(document.address);
  }
  return lines;
}

bool from_lines(std::vector<std::string> lines, std::vector<std::string>& texts) {
  texts = std::move(lines);
  return true;
}

bool from_lines(std::vector<std::string> lines, std::vector<mission::Source>& sources) {
  for (std::size_t i = 0; i + 1 < lines.size(); i += 2)
    sources.push_back({std::move(lines[i]), std::move(lines[i + 1])});
  return lines.size() % 2 == 0;
}

bool from_lines(std::vector<std::string> lines, std::vector<mission::Absence>& absences) {
  bool read = lines.size() % 3 == 0;
  for (std::size_t i = 0; read && i < lines.size(); i += 3) {
    mission::Absence& absence = absences.emplace_back();
    absence.leg.value = std::move(lines[i]);
    read = parse(lines[i + 1], absence.from) && parse(lines[i + 2], absence.to);
  }
  return read;
}

bool from_lines(std::vector<std::string> lines, std::vector<mission::Clearance>& clearances) {
  bool read = lines.size() % 3 == 0;
  for (std::size_t i = 0; read && i < lines.size(); i += 3) {
    mission::Clearance& clearance = clearances.emplace_back();
    clearance.site = std::move(lines[i]);
    read = parse(lines[i + 1], clearance.status);
    if (!lines[i + 2].empty()) read = parse(lines[i + 2], clearance.filed_on.emplace()) && read;
  }
  return read;
}

bool from_lines(std::vector<std::string> lines, std::vector<mission::Opening>& openings) {
  bool read = lines.size() % 2 == 0;
  for (std::size_t i = 0; read && i < lines.size(); i += 2) {
    mission::Opening& opening = openings.emplace_back();
    read = parse(lines[i], opening.from) && parse(lines[i + 1], opening.to);
  }
  return read;
}

bool from_lines(std::vector<std::string> lines, std::vector<mission::Document>& documents) {
  for (std::size_t i = 0; i + 2 < lines.size(); i += 3)
    documents.push_back({lines[i], lines[i + 1], lines[i + 2]});
  return lines.size() % 3 == 0;
}

}  // namespace kontor::store
