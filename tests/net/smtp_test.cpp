// Mail to a real SMTP server, another program.
#include "net/smtp.h"

#include <array>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include "exchange/mail_write.h"

namespace kontor::net {
namespace {

using testing::HasSubstr;
using testing::Not;

// tests/net/smtp_server.py, until the end of the test.
class Server {
 public:
  explicit Server(const std::string& mode, const std::string& folder = "") {
    std::array<int, 2> to{}, from{};
    if (::pipe(to.data()) != 0 || ::pipe(from.data()) != 0) std::abort();
    process_ = ::fork();
    if (process_ == 0) {
      ::dup2(to[0], 0);
      ::dup2(from[1], 1);
      ::close(to[1]);
      ::close(from[0]);
      const std::string certificate = folder + "/certificate.pem", key = folder + "/key.pem";
      ::execl("/usr/bin/python3", "python3", KONTOR_SOURCE_DIR "/tests/net/smtp_server.py",
              mode.c_str(), certificate.c_str(), key.c_str(), nullptr);
      ::_exit(127);
    }
    ::close(to[0]);
    ::close(from[1]);
    in_ = to[1];
    out_ = ::fdopen(from[0], "r");
    port = line();
  }
  ~Server() {
    ::close(in_);
    int status = 0;
    ::waitpid(process_, &status, 0);
    std::fclose(out_);
  }
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  std::string line() {
    std::string text;
    for (int c = std::fgetc(out_); c != EOF && c != '\n'; c = std::fgetc(out_))
      text += static_cast<char>(c);
    return text;
  }

  std::string port;

 private:
  pid_t process_ = 0;
  int in_ = 0;
  std::FILE* out_ = nullptr;
};

exchange::Mail letter() {
  exchange::Mail mail;
  mail.from = {"Kontor", "office@kontor.example"};
  mail.to = {"Zoë \"Z\" D'hondt", "zoe@example.org"};
  mail.subject = "Votre programme change – Californie : mardi 7 octobre, 09:00, Université";
  mail.text = "Bonjour Zoë,\n\nÀ 09:00.\n.\nFin\n";
  mail.parts = {{"text/calendar; charset=utf-8; method=REQUEST", "invite-1.ics",
                 "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n"},
                {"text/calendar; charset=utf-8; method=CANCEL", "cancel-2.ics",
                 "BEGIN:VCALENDAR\r\nMETHOD:CANCEL\r\nEND:VCALENDAR\r\n"}};
  mail.message_id = "letter-7@kontor.example";
  mail.written_at = base::parse_instant("2025-09-01T08:00:00Z").value();
  mail.language = base::Language::Fr;
  return mail;
}

std::optional<SendFailure> send(const SmtpServer& server, const exchange::Mail& mail) {
  return send_mail(server, mail.from.mail, mail.to.mail, exchange::write_mail(mail));
}

TEST(Smtp, ArrivesAsItWasWritten) {
  Server server("plain");
  ASSERT_FALSE(server.port.empty()) << "python3-aiosmtpd is needed";
  const auto failure = send({"smtp-plain://127.0.0.1:" + server.port, "", "", ""}, letter());
  ASSERT_FALSE(failure) << failure->reason;
  const std::string said = server.line();
  EXPECT_THAT(said, HasSubstr(R"("from": "office@kontor.example", "to": ["zoe@example.org"])"));
  EXPECT_THAT(said, HasSubstr(R"("subject": "Votre programme change \u2013 Californie : mardi 7 )"
                              R"(octobre, 09:00, Universit\u00e9")"));
  EXPECT_THAT(said, HasSubstr(R"(Zo\u00eb)"));
  EXPECT_THAT(said, HasSubstr(R"("content": "Bonjour Zo\u00eb,\r\n\r\n\u00c0 09:00)"));
  EXPECT_THAT(said, HasSubstr(R"({"type": "text/calendar", "method": "REQUEST")"));
  EXPECT_THAT(said, HasSubstr(R"({"type": "text/calendar", "method": "CANCEL")"));
  EXPECT_THAT(said, HasSubstr(R"("id": "<letter-7@kontor.example>", "ascii": true)"));
}

TEST(Smtp, NothingInALetterBecomesAHeaderOrARecipient) {
  Server server("plain");
  exchange::Mail mail = letter();
  mail.subject = "Hello\r\nBcc: eve@example.org\r\n\r\nbody";
  mail.to.name = "Ann\r\nX-Evil: 1";
  mail.parts[0].name = "a\"\r\nX-Evil: 2";
  ASSERT_FALSE(send({"smtp-plain://127.0.0.1:" + server.port, "", "", ""}, mail));
  const std::string said = server.line();
  EXPECT_THAT(said, HasSubstr(R"("to": ["zoe@example.org"])"));
  const std::size_t from = said.find("\"headers\"");
  const std::string headers = said.substr(from, said.find(']', from) - from);
  EXPECT_THAT(headers, Not(HasSubstr("Bcc")));
  EXPECT_THAT(headers, Not(HasSubstr("X-Evil")));
}

TEST(Smtp, TellsRefusalsForGoodFromThoseForNow) {
  Server server("plain");
  const SmtpServer address{"smtp-plain://127.0.0.1:" + server.port, "", "", ""};
  exchange::Mail mail = letter();
  mail.to.mail = "ann@refused.example";
  auto failure = send(address, mail);
  ASSERT_TRUE(failure);
  EXPECT_TRUE(failure->permanent) << failure->reason;
  mail.to.mail = "ann@busy.example";
  failure = send(address, mail);
  ASSERT_TRUE(failure);
  EXPECT_FALSE(failure->permanent) << failure->reason;
  failure = send({"smtp-plain://127.0.0.1:1", "", "", ""}, letter());
  ASSERT_TRUE(failure);
  EXPECT_FALSE(failure->permanent);
}

TEST(Smtp, PlainTextIsForThisMachineAlone) {
  EXPECT_TRUE(fault_of({"smtp-plain://mail.example.org:25", "", "", ""}));
  EXPECT_TRUE(fault_of({"smtp-plain://127.0.0.1.example.org:25", "", "", ""}));
  EXPECT_TRUE(fault_of({"http://mail.example.org", "", "", ""}));
  EXPECT_FALSE(fault_of({"smtp://mail.example.org:587", "", "", ""}));
  EXPECT_FALSE(fault_of({"smtps://mail.example.org", "", "", ""}));
}

class EncryptedSmtp : public testing::TestWithParam<std::string> {
 protected:
  EncryptedSmtp() {
    folder = std::filesystem::path(testing::TempDir()) / ("smtp-" + std::to_string(::getpid()));
    std::filesystem::create_directories(folder);
    const std::string command =
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 "
        "-subj /CN=localhost -addext subjectAltName=IP:127.0.0.1 -keyout " +
        (folder / "key.pem").string() + " -out " + (folder / "certificate.pem").string() +
        " 2>/dev/null";
    if (std::system(command.c_str()) != 0) std::abort();
  }
  ~EncryptedSmtp() override { std::filesystem::remove_all(folder); }

  std::filesystem::path folder;
};

TEST_P(EncryptedSmtp, IsEncryptedToATrustedServerAndNotSentToAnother) {
  Server server(GetParam(), folder.string());
  const std::string scheme = GetParam() == "tls" ? "smtps" : "smtp";
  SmtpServer address{scheme + "://127.0.0.1:" + server.port, "", "",
                     (folder / "certificate.pem").string()};
  const auto failure = send(address, letter());
  ASSERT_FALSE(failure) << failure->reason;
  EXPECT_THAT(server.line(), HasSubstr(R"("tls": true)"));
  address.authority_file.clear();
  EXPECT_TRUE(send(address, letter())) << "nobody vouches for it";
}

INSTANTIATE_TEST_SUITE_P(Both, EncryptedSmtp, testing::Values("tls", "starttls"));

TEST(Smtp, AServerThatDoesNotEncryptGetsNothing) {
  Server server("plain");
  const auto failure = send({"smtp://127.0.0.1:" + server.port, "", "", ""}, letter());
  ASSERT_TRUE(failure);
  EXPECT_FALSE(failure->permanent);
}

}  // namespace
}  // namespace kontor::net
