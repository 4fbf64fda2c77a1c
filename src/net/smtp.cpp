#include "net/smtp.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "net/curl.h"

namespace kontor::net {

namespace {

constexpr std::string_view plain_scheme = "smtp-plain://";

bool is_this_machine(std::string_view address) {
  const std::string_view host = address.substr(plain_scheme.size());
  return host.starts_with("127.0.0.1:") || host.starts_with("[::1]:") ||
         host.starts_with("localhost:") || host == "127.0.0.1" || host == "localhost";
}

struct Reading {
  const std::string& message;
  std::size_t at = 0;
};

std::size_t read_some(char* to, std::size_t size, std::size_t count, void* from) {
  auto& reading = *static_cast<Reading*>(from);
  const std::size_t some = std::min(size * count, reading.message.size() - reading.at);
  std::memcpy(to, reading.message.data() + reading.at, some);
  reading.at += some;
  return some;
}

void set_server(CURL* curl, const SmtpServer& server) {
  const bool plain = server.address.starts_with(plain_scheme);
  const std::string address =
      plain ? "smtp://" + server.address.substr(plain_scheme.size()) : server.address;
  curl_easy_setopt(curl, CURLOPT_URL, address.c_str());
  curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl_easy_setopt(curl, CURLOPT_USE_SSL,
                   static_cast<long>(plain ? CURLUSESSL_NONE : CURLUSESSL_ALL));
  curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  if (!server.authority_file.empty())
    curl_easy_setopt(curl, CURLOPT_CAINFO, server.authority_file.c_str());
  if (server.user.empty()) return;
  curl_easy_setopt(curl, CURLOPT_USERNAME, server.user.c_str());
  curl_easy_setopt(curl, CURLOPT_PASSWORD, server.password.c_str());
}

}  // namespace

std::optional<std::string> fault_of(const SmtpServer& server) {
  const std::string& address = server.address;
  if (address.starts_with(plain_scheme)) {
    if (is_this_machine(address)) return std::nullopt;
    return "mail is sent without encryption to this machine only; write smtps:// or smtp://";
  }
  if ((address.starts_with("smtps://") && address.size() > 8) ||
      (address.starts_with("smtp://") && address.size() > 7))
    return std::nullopt;
  return "a mail server is written smtps://HOST:465, smtp://HOST:587 or smtp-plain://127.0.0.1:25";
}

std::optional<SendFailure> send_mail(const SmtpServer& server, const std::string& from,
                                     const std::string& to, const std::string& message) {
  if (const auto fault = fault_of(server)) return SendFailure{*fault, true};
  const Curl curl = make_curl();
  std::array<char, CURL_ERROR_SIZE> said{};
  Reading reading{message};
  const CurlList recipients = add({}, "<" + to + ">");
  set_server(curl.get(), server);
  curl_easy_setopt(curl.get(), CURLOPT_ERRORBUFFER, said.data());
  curl_easy_setopt(curl.get(), CURLOPT_MAIL_FROM, ("<" + from + ">").c_str());
  curl_easy_setopt(curl.get(), CURLOPT_MAIL_RCPT, recipients.get());
  curl_easy_setopt(curl.get(), CURLOPT_READFUNCTION, read_some);
  curl_easy_setopt(curl.get(), CURLOPT_READDATA, static_cast<void*>(&reading));
  curl_easy_setopt(curl.get(), CURLOPT_UPLOAD, 1L);
  const CURLcode code = curl_easy_perform(curl.get());
  if (code == CURLE_OK) return std::nullopt;
  long response = 0;
  curl_easy_getinfo(curl.get(), CURLINFO_RESPONSE_CODE, &response);
  const std::string reason = said[0] != '\0' ? said.data() : curl_easy_strerror(code);
  const bool about_message = code == CURLE_SEND_ERROR || code == CURLE_WEIRD_SERVER_REPLY;
  return SendFailure{reason, about_message && response >= 550 && response < 560};
}

}  // namespace kontor::net
