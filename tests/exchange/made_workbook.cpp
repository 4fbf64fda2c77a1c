#include "exchange/made_workbook.h"

#include <cstdlib>
#include <zip.h>

namespace kontor::exchange::test {

namespace {

const std::string xml_head = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";
const std::string main_space =
    R"(xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main")";
const std::string relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

void must(bool good) {
  if (!good) std::abort();
}

}  // namespace

std::string made_zip(const Parts& parts) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
  zip_source_keep(target);
  zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
  must(archive != nullptr);
  for (const auto& [name, bytes] : parts) {
    zip_source_t* source = zip_source_buffer(archive, bytes.data(), bytes.size(), 0);
    must(zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8) >= 0);
  }
  must(zip_close(archive) == 0);
  must(zip_source_open(target) == 0);
  std::string out;
  char piece[65536];
  for (zip_int64_t size = 0; (size = zip_source_read(target, piece, sizeof piece)) > 0;)
    out.append(piece, static_cast<std::size_t>(size));
  zip_source_close(target);
  zip_source_free(target);
  return out;
}

std::string made_xlsx(const std::string& sheet_data, const std::string& after,
                      const std::vector<std::string>& strings, const std::string& workbook) {
  std::string shared;
  for (const std::string& text : strings) shared += "<si>" + text + "</si>";
  return made_zip(
      {{"xl/workbook.xml", xml_head + "<workbook " + main_space + " xmlns:r=\"" + relations +
                               "\">" + workbook +
                               R"(<sheets><sheet name="List" sheetId="1" r:id="rId1"/></sheets>)"
                               "</workbook>"},
       {"xl/_rels/workbook.xml.rels",
        xml_head + R"(<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/>)"
                   "</Relationships>"},
       {"xl/styles.xml",
        xml_head + "<styleSheet " + main_space +
            R"(><numFmts><numFmt numFmtId="164" formatCode="[$-80C]dd/mm/yyyy\ hh:mm"/>)"
            R"(<numFmt numFmtId="165" formatCode="0000000000"/></numFmts><cellXfs>)"
            R"(<xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/>)"
            "</cellXfs></styleSheet>"},
       {"xl/sharedStrings.xml", xml_head + "<sst " + main_space + ">" + shared + "</sst>"},
       {"xl/worksheets/sheet1.xml", xml_head + "<worksheet " + main_space + "><sheetData>" +
                                        sheet_data + "</sheetData>" + after + "</worksheet>"}});
}

}  // namespace kontor::exchange::test
