#include "server/listen.h"

#include <fmt/format.h>

namespace kontor::server {

namespace asio = boost::asio;
using asio::ip::tcp;
using Error = boost::system::error_code;

namespace {

tcp::endpoint endpoint_of(const HttpOptions& options, tcp::acceptor& acceptor) {
  Error error;
  const auto address = asio::ip::make_address(options.host, error);
  if (!error) return {address, static_cast<std::uint16_t>(options.port)};
  tcp::resolver resolver(acceptor.get_executor());
  const auto found = resolver.resolve(options.host, std::to_string(options.port), error);
  if (error || found.empty())
    throw CannotListen(fmt::format("{} is no address of this machine.", options.host));
  return found.begin()->endpoint();
}

std::string refusal_of(const HttpOptions& options, const Error& error) {
  if (error == asio::error::address_in_use)
    return fmt::format(
        "Port {} of {} is in use by another program. Stop it, or choose another port.",
        options.port, options.host);
  if (error == asio::error::access_denied)
    return fmt::format(
        "Port {} of {} may be used by the administrator only. Choose one above 1023.", options.port,
        options.host);
  return fmt::format("{}:{} cannot be listened on: {}.", options.host, options.port,
                     error.message());
}

}  // namespace

void listen(tcp::acceptor& acceptor, const HttpOptions& options) {
  const tcp::endpoint endpoint = endpoint_of(options, acceptor);
  Error error;
  acceptor.open(endpoint.protocol(), error);
  if (!error) acceptor.set_option(tcp::acceptor::reuse_address(true), error);
  if (!error) acceptor.bind(endpoint, error);
  if (!error) acceptor.listen(4096, error);
  if (error) throw CannotListen(refusal_of(options, error));
}

}  // namespace kontor::server
