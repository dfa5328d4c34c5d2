// API, timers and outbox in one process.
#include "api/commands/serve.hpp"

#include <boost/asio/signal_set.hpp>
#include <iostream>

#include "adapters/postgres/migrator.hpp"
#include "adapters/sealing/sealed_second_factors.hpp"
#include "api/commands/backend.hpp"
#include "api/commands/background_loop.hpp"
#include "api/commands/background_work.hpp"
#include "api/commands/demo.hpp"
#include "api/commands/house_of.hpp"
#include "api/commands/log_options.hpp"
#include "api/commands/metrics.hpp"
#include "api/commands/oidc_options.hpp"
#include "api/commands/readiness.hpp"
#include "api/commands/request_watch.hpp"
#include "api/commands/sealing.hpp"
#include "api/endpoints/operation.hpp"
#include "api/endpoints/router.hpp"
#include "api/http/server.hpp"
#include "api/pages/page_router.hpp"
#include "engine/dispatcher/morning_digests.hpp"
#include "engine/ports/identity_provider.hpp"

namespace jalon::commands {

namespace {

struct ServeOptions {
  std::string listen = "127.0.0.1:8080", clock = "real", now;
  std::size_t workers = 16;
  bool demo = false;
  MailOptions mail;
  via_trajectoire::SdoSettings sdo;
  oidc::OidcSettings oidc;
  std::string public_url, sealing_key;
  LogOptions log;
};

std::string public_url_of(ServeOptions const& options) {
  return options.public_url.empty() ? "http://" + options.listen : options.public_url;
}

http::Options server_options(ServeOptions const& options) {
  auto const colon = options.listen.rfind(':');
  int port = -1;
  bool const is_number =
      colon != std::string::npos && CLI::detail::lexical_cast(options.listen.substr(colon + 1), port);
  if (!is_number || colon == 0 || port < 0 || port > 65535)
    throw CommandFailed("--listen attend une adresse et un port, par exemple 127.0.0.1:8080.");
  http::Options server;
  server.address = options.listen.substr(0, colon);
  server.port = static_cast<unsigned short>(port);
  server.workers = options.workers;
  return server;
}

// Before anything is made: what was typed is looked at first.
void check_now(ServeOptions const& options) {
  if (options.now.empty()) return;
  if (options.clock == "real") throw CommandFailed("--now ne vaut qu'avec --clock manual.");
  if (!parse_instant(options.now))
    throw CommandFailed("--now attend un instant RFC 3339, par exemple 2026-01-05T09:00:00+01:00.");
}

// Passwords and the session cookie never travel in the clear from another machine.
void check_public_url(ServeOptions const& options) {
  bool const is_for_this_machine = options.listen.starts_with("127.") ||
                                   options.listen.starts_with("[::1]") ||
                                   options.listen.starts_with("localhost:");
  if (!is_for_this_machine && !options.public_url.starts_with("https://"))
    throw CommandFailed("--listen " + options.listen +
                        " est à la portée d'autres machines : dites l'adresse https où on l'atteint, "
                        "--public-url https://… (un frontal y fait le TLS).");
}

// A database that has run on the real clock is never put on a manual one.
void set_up_clock(Program& program, ServeOptions const& options) {
  auto const clock = program.registers.clock();
  if (options.clock == "real") {
    if (clock.manual)
      throw CommandFailed(
          "Cette base a une horloge manuelle : servez-la avec --clock manual, ou prenez-en une autre.");
    program.registers.start_real_clock();
    return;
  }
  auto const now = parse_instant(options.now);
  if (!now && !clock.manual)
    throw CommandFailed("--clock manual demande --now, par exemple --now 2026-01-05T09:00:00+01:00.");
  if (now && (!clock.manual || *now > clock.now)) program.registers.set_manual_clock(*now);
}

// Invented people must reach nobody.
void check_demo(ServeOptions const& options) {
  if (options.demo && (options.mail.is_configured() || !options.sdo.endpoint.empty()))
    throw CLI::ValidationError("--demo",
                               "l'établissement inventé n'écrit à personne : sans --smtp ni --sdo-endpoint");
}

void wait_for_signal() {
  boost::asio::io_context context;
  boost::asio::signal_set signals(context, SIGINT, SIGTERM);
  signals.async_wait([](boost::system::error_code, int) {});
  context.run();
}

void serve(CommonOptions const& common, ServeOptions const& options) {
  start_log(options.log);
  auto server_setup = server_options(options);
  check_now(options);
  check_public_url(options);
  check_demo(options);
  make_transmitter(options.sdo);  // refuses what could not serve
  auto const identities = make_provider(options.oidc);
  auto backend = Backend::serving(common);
  postgres::migrate(backend.connection_string());
  Program program(backend.connection_string(), {options.workers, PoolSizes().background});
  set_up_clock(program, options);
  sealing::SealedSecondFactors second_factors(program.second_factors,
                                              unsealing_key(program, common, options.sealing_key));
  if (options.demo) fill_demo(program, std::cout, options.listen);
  BackgroundWork background(program, backend.connection_string(),
                            {options.mail, options.sdo, public_url_of(options)}, options.clock == "manual");
  Metrics metrics(program, &background);
  auto house = house_of(
      program, [&] { return metrics.text(); }, public_url_of(options), &second_factors);
  house.mornings = background.mornings();
  house.identities = identities.get();
  house.readiness = [&] { return readiness_of(program, background); };
  api::Router router(house, api::all_routes());
  server_setup.doorkeeper = [&](http::Request const& request) { return router.turn_away(request); };
  pages::PageRouter pages(house, router, pages::all_pages());
  BackgroundLoop live("live", std::chrono::seconds(1), [&program] {
    program.live.look();
    return std::chrono::seconds(1);
  });
  RequestWatch const watch(metrics, options.log.requests);
  http::Server server(server_setup, [&](http::Request const& request) {
    if (!router.is_for(request))
      return watch.over(request, pages.address_of(request), [&] { return pages.answer(request); });
    return watch.over(request, router.address_of(request), [&] { return router.answer(request); });
  });
  try {
    server.start();
  } catch (std::system_error const& error) {
    throw CommandFailed("L'adresse " + options.listen +
                        " ne peut pas être prise : " + error.code().message() + ".");
  }
  std::cout << "Jalon écoute sur http://" << server_setup.address << ":" << server.port()
            << "  (Ctrl-C pour arrêter)" << std::endl;
  if (options.clock == "manual") std::cout << "Horloge manuelle : PUT /api/v1/clock l'avance." << std::endl;
  wait_for_signal();
  server.stop();
}

}  // namespace

void add_serve(CLI::App& app, CommonOptions const& common) {
  auto options = std::make_shared<ServeOptions>();
  auto* verb = add_verb(app, "serve", "Sert l'API, les échéances et l'envoi des messages",
                        [&common, options] { serve(common, *options); });
  verb->add_option("--listen", options->listen, "Adresse et port")
      ->capture_default_str()
      ->envname("JALON_LISTEN");
  add_oidc_options(*verb, options->oidc);
  add_public_url(*verb, options->public_url);
  add_sealing_key(*verb, options->sealing_key);
  verb->add_option("--workers", options->workers, "Demandes traitées à la fois")
      ->check(CLI::Range(1, 256))
      ->capture_default_str()
      ->envname("JALON_WORKERS");
  add_log_options(*verb, options->log);
  verb->add_flag("--demo", options->demo, "Remplit une base vide d'un établissement inventé");
  verb->add_option("--clock", options->clock, "Horloge de référence")
      ->check(CLI::IsMember({"real", "manual"}))
      ->capture_default_str()
      ->envname("JALON_CLOCK");
  verb->add_option("--now", options->now, "Instant de départ d'une horloge manuelle (RFC 3339)");
  add_mail_options(*verb, options->mail);
  add_sdo_options(*verb, options->sdo);
}

namespace {
void work(CommonOptions const& common, OutgoingOptions const& outgoing, LogOptions const& log) {
  start_log(log);
  make_transmitter(outgoing.sdo);  // refuses what could not serve
  auto backend = Backend::joining(common);
  postgres::require_current_schema(backend.connection_string());
  Program program(backend.connection_string());
  if (program.registers.clock().manual)
    throw CommandFailed(
        "Cette base a une horloge manuelle : ses échéances passent quand on règle l'horloge.");
  BackgroundWork background(program, backend.connection_string(), outgoing, false);
  std::cout << "Échéances et envois en cours (Ctrl-C pour arrêter)" << std::endl;
  wait_for_signal();
}
}  // namespace

void add_worker(CLI::App& app, CommonOptions const& common) {
  auto outgoing = std::make_shared<OutgoingOptions>();
  auto log = std::make_shared<LogOptions>();
  auto* verb = add_verb(app, "worker", "Échéances et envois seulement, à côté d'autres processus",
                        [&common, outgoing, log] { work(common, *outgoing, *log); });
  add_mail_options(*verb, outgoing->mail);
  add_sdo_options(*verb, outgoing->sdo);
  add_public_url(*verb, outgoing->public_url);
  add_log_options(*verb, *log);
}

}  // namespace jalon::commands
