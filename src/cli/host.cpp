#include "cli/host.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <memory>

#include "actions/host_links.h"
#include "cli/data_verb.h"
#include "cli/workplace.h"

namespace kontor::cli {

namespace {

struct HostOptions {
  std::string data = "data";
  std::string id, language = "en";
  actions::NewHostLink wanted;
};

int list_hosts(const HostOptions& options) {
  Workplace workplace(options.data);
  const auto links = actions::list_host_links(workplace.context(), command_line());
  if (!links) return report(links.error());
  for (const auto& [link, answer] : *links) {
    fmt::print("{}  {:<12} {:<32} until {}  {}\n", link.id, link.activity.value, link.mail,
               base::format(link.ends_at), link.name);
    if (answer)
      fmt::print("    {}, {} people, {}; {} {}\n", answer->word, answer->capacity,
                 fmt::join(answer->languages, " "), answer->times, answer->conditions);
  }
  fmt::print("{} links\n", links->size());
  return exit_good;
}

int invite_host(const HostOptions& options) {
  Workplace workplace(options.data);
  actions::NewHostLink wanted = options.wanted;
  wanted.language = base::language_of(options.language).value_or(base::Language::En);
  const auto link = actions::add_host_link(workplace.context(), command_line(), wanted);
  if (!link) return report(link.error());
  fmt::print("{}\nA server drafts the letter; it waits in the outbox: kontor mail list\n",
             link->id);
  return exit_good;
}

int end_link(const HostOptions& options) {
  Workplace workplace(options.data);
  const auto ended = actions::end_host_link(workplace.context(), command_line(), options.id);
  if (!ended) return report(ended.error());
  fmt::print("Ended: the link opens nothing any more.\n");
  return exit_good;
}

}  // namespace

void add_host(CLI::App& app, int& exit_code) {
  const auto options = std::make_shared<HostOptions>();
  auto* host =
      app.add_subcommand("host", "Secret links with which hosts answer without an account");
  host->require_subcommand(1);
  add_data_verb(*host, "list", "All of them with what hosts said", options, exit_code, list_hosts);
  auto* adder =
      add_data_verb(*host, "invite", "Give one for an activity", options, exit_code, invite_host);
  adder->add_option("activity", options->wanted.activity, "The key of the activity")->required();
  adder->add_option("mail", options->wanted.mail, "The host's mail address")->required();
  adder->add_option("--name", options->wanted.name, "Whom the letter greets")->required();
  adder->add_option("--language", options->language, "Of the letter")
      ->check(CLI::IsMember({"fr", "nl", "de", "en"}))
      ->capture_default_str();
  adder->add_option("--days", options->wanted.days, "How long the link is good")
      ->check(CLI::Range(1, 366))
      ->capture_default_str();
  add_data_verb(*host, "end", "End one", options, exit_code, end_link)
      ->add_option("id", options->id, "Its key, as listed")
      ->required();
}

}  // namespace kontor::cli
