#pragma once
#include <optional>
#include <string>

namespace kontor::net {

// The server that takes our mail.
struct SmtpServer {
  // smtps://host:465 speaks TLS from the start; smtp://host:587 must offer STARTTLS;
  // smtp-plain://127.0.0.1:25 is not encrypted and taken for this very machine only.
  std::string address;
  std::string user;  // empty: without signing in
  std::string password;
  std::string authority_file;  // certificates (PEM) to trust instead of the system's; empty: those
};

// What is wrong with the server's address, in English; nothing where it can be used.
std::optional<std::string> fault_of(const SmtpServer& server);

struct SendFailure {
  std::string reason;      // in English, without secrets
  bool permanent = false;  // the server said that it will never take this message
};

// Hands one message (RFC 5322 bytes) over; nothing where the server took it. Blocks for a minute at
// most. Thread safe.
std::optional<SendFailure> send_mail(const SmtpServer& server, const std::string& from,
                                     const std::string& to, const std::string& message);

}  // namespace kontor::net
