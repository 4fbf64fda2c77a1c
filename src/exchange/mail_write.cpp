#include "exchange/mail_write.h"

#include <array>
#include <fmt/format.h>

#include "base/hash.h"

namespace kontor::exchange {

namespace {

constexpr std::size_t line_octets = 76;
// Lines with encoded words have at most 76 octets (RFC 2047, section 2); 36 octets become 48.
constexpr std::size_t word_octets = 36;

std::string base64(std::string_view bytes) {
  constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::array<unsigned, 3> group{};
    const std::size_t count = std::min<std::size_t>(3, bytes.size() - i);
    for (std::size_t k = 0; k < count; ++k) group[k] = static_cast<unsigned char>(bytes[i + k]);
    const unsigned joined = group[0] << 16 | group[1] << 8 | group[2];
    out += digits[joined >> 18];
    out += digits[joined >> 12 & 63];
    out += count > 1 ? digits[joined >> 6 & 63] : '=';
    out += count > 2 ? digits[joined & 63] : '=';
  }
  return out;
}

std::string base64_lines(std::string_view bytes) {
  const std::string all = base64(bytes);
  std::string out;
  for (std::size_t at = 0; at < all.size(); at += line_octets)
    out += all.substr(at, line_octets) + "\r\n";
  return out;
}

std::string one_line(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (static_cast<unsigned char>(c) < 32 || c == 127) c = ' ';
  return out;
}

bool is_plain(std::string_view text) {
  for (const char c : text)
    if (static_cast<unsigned char>(c) > 126 || c == '=' || c == '"' || c == '\\' || c == '?')
      return false;
  return text.size() <= line_octets - 16;
}

bool continues(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

// Text of a header, as encoded words where it is not short plain ASCII; no character is cut.
std::string header_text(std::string_view raw) {
  const std::string text = one_line(raw);
  if (is_plain(text)) return text;
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = std::min(at + word_octets, text.size());
    while (end < text.size() && end > at + 1 && continues(text[end])) --end;
    out += fmt::format("{}=?utf-8?B?{}?=", out.empty() ? "" : "\r\n ",
                       base64(std::string_view(text).substr(at, end - at)));
    at = end;
  }
  return out;
}

std::string address(const MailAddress& one) {
  const std::string mail = one_line(one.mail);
  if (one.name.empty()) return fmt::format("<{}>", mail);
  const std::string name = header_text(one.name);
  return fmt::format("{}\r\n <{}>", name.starts_with("=?") ? name : '"' + name + '"', mail);
}

// RFC 5322, section 3.3, in UTC.
std::string date(base::Instant instant) {
  constexpr std::array<std::string_view, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                    "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  const auto day = std::chrono::floor<std::chrono::days>(instant);
  const base::LocalDate local(day);
  const auto seconds = (instant - day).count();
  return fmt::format(
      "{}, {} {} {} {:02}:{:02}:{:02} +0000", days.at(std::chrono::weekday(day).c_encoding()),
      static_cast<unsigned>(local.day()), months.at(static_cast<unsigned>(local.month()) - 1),
      static_cast<int>(local.year()), seconds / 3600, seconds / 60 % 60, seconds % 60);
}

std::string part(std::string_view type, std::string_view more, std::string_view bytes) {
  return fmt::format("Content-Type: {}\r\n{}Content-Transfer-Encoding: base64\r\n\r\n{}", type,
                     more, base64_lines(bytes));
}

std::string with_crlf(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\r') continue;
    if (c == '\n') out += '\r';
    out += c;
  }
  return out;
}

}  // namespace

std::string write_mail(const Mail& mail) {
  std::string out = fmt::format(
      "From: {}\r\nTo: {}\r\nSubject: {}\r\nDate: {}\r\nMessage-ID: <{}>\r\n"
      "Content-Language: {}\r\nAuto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n",
      address(mail.from), address(mail.to), header_text(mail.subject), date(mail.written_at),
      one_line(mail.message_id), base::code(mail.language));
  const std::string text = part("text/plain; charset=utf-8", "", with_crlf(mail.text));
  if (mail.parts.empty()) return out + text;
  std::string whole = mail.text;
  for (const MailPart& one : mail.parts) whole += one.bytes;
  const std::string boundary = "kontor-" + base::sha256(whole).substr(0, 32);
  out += fmt::format("Content-Type: multipart/mixed;\r\n boundary=\"{0}\"\r\n\r\n--{0}\r\n{1}",
                     boundary, text);
  for (const MailPart& one : mail.parts)
    out += fmt::format("--{}\r\n{}", boundary,
                       part(one_line(one.type),
                            fmt::format("Content-Disposition: attachment; filename=\"{}\"\r\n",
                                        one_line(one.name)),
                            one.bytes));
  return out + fmt::format("--{}--\r\n", boundary);
}

}  // namespace kontor::exchange
