#include "cli/provider.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <fstream>
#include <memory>

#include "actions/identity_providers.h"
#include "cli/data_verb.h"
#include "cli/serve_options.h"
#include "cli/workplace.h"

namespace kontor::cli {

namespace {

struct ProviderOptions {
  std::string data = "data";
  std::string id, secret_file;
  actions::NewProvider wanted;
};

void print(const store::IdentityProvider& provider) {
  fmt::print("{}  {:<24} {}  client {}  {}\n", provider.id, provider.name, provider.issuer,
             provider.client, fmt::join(provider.strong, " "));
}

int list(const ProviderOptions& options) {
  Workplace workplace(options.data);
  const auto providers = actions::list_providers(workplace.context(), command_line());
  if (!providers) return report(providers.error());
  for (const auto& one : *providers) print(one);
  fmt::print("{} identity providers\n", providers->size());
  return exit_good;
}

int add(const ProviderOptions& options) {
  actions::NewProvider wanted = options.wanted;
  if (!options.secret_file.empty()) {
    std::ifstream in(options.secret_file);
    if (!std::getline(in, wanted.secret) || wanted.secret.empty()) {
      fmt::print(stderr, "{} has no secret in its first line.\n", options.secret_file);
      return exit_bad_input;
    }
  }
  Workplace workplace(options.data);
  const auto added = actions::add_provider(workplace.context(), command_line(), wanted,
                                           fetcher(net::Reachable::Any));
  if (!added) return report(added.error());
  print(*added);
  fmt::print("Register there as redirect URI: the public address and /sign-in/provider\n");
  return exit_good;
}

int remove(const ProviderOptions& options) {
  Workplace workplace(options.data);
  const auto removed = actions::remove_provider(workplace.context(), command_line(), options.id);
  if (!removed) return report(removed.error());
  fmt::print("Removed, with all links.\n");
  return exit_good;
}

}  // namespace

void add_provider(CLI::App& account, int& exit_code) {
  const auto options = std::make_shared<ProviderOptions>();
  auto* provider = account.add_subcommand(
      "provider", "Identity providers (OpenID Connect) through which people sign in");
  provider->require_subcommand(1);
  add_data_verb(*provider, "list", "All of them", options, exit_code, list);
  auto* adder =
      add_data_verb(*provider, "add", "Add one; it is asked at once", options, exit_code, add);
  adder->add_option("name", options->wanted.name, "What the button calls it")->required();
  adder->add_option("--issuer", options->wanted.issuer, "Its address, as its tokens say it")
      ->required();
  adder->add_option("--client", options->wanted.client, "What it calls this Kontor")->required();
  adder->add_option("--secret-file", options->secret_file,
                    "The secret it gave, in the first line; without: a public client");
  adder->add_option("--strong", options->wanted.strong,
                    "acr=VALUE or amr=VALUE of its tokens that proves as much as a passkey; may be "
                    "given several times");
  add_data_verb(*provider, "remove", "Remove one with all links to it", options, exit_code, remove)
      ->add_option("id", options->id, "Its key, as listed")
      ->required();
}

}  // namespace kontor::cli
