// The composition root: one program, a verb for each thing. Only this file and api/commands know the
// adapters.
#include <iostream>

#include "adapters/postgres/cluster/cluster_error.hpp"
#include "adapters/postgres/migrator.hpp"
#include "adapters/postgres/unavailable.hpp"
#include "api/commands/administration.hpp"
#include "api/commands/audit.hpp"
#include "api/commands/bench.hpp"
#include "api/commands/case_verbs.hpp"
#include "api/commands/committee_verbs.hpp"
#include "api/commands/definitions.hpp"
#include "api/commands/exchange_verbs.hpp"
#include "api/commands/french.hpp"
#include "api/commands/letter_verbs.hpp"
#include "api/commands/options.hpp"
#include "api/commands/reminder_verbs.hpp"
#include "api/commands/serve.hpp"
#include "api/commands/settings_file.hpp"
#include "api/commands/simulate.hpp"
#include "api/commands/statistics.hpp"
#include "api/commands/verify.hpp"
#include "api/log/log_line.hpp"

namespace {

using namespace jalon::commands;

void add_common_options(CLI::App& app, CommonOptions& common) {
  read_settings_file(app);
  app.add_option("--database", common.database,
                 "Base PostgreSQL (sans elle : une base privée dans le dossier)")
      ->envname("JALON_DATABASE");
  app.add_option("--data-dir", common.data_dir, "Dossier de données de la base privée")
      ->envname("JALON_DATA_DIR");
  app.add_option("--establishment", common.establishment, "Code de l'établissement, s'il y en a plusieurs")
      ->envname("JALON_ESTABLISHMENT");
  app.add_flag("--json", common.json, "Écrit du JSON");
}

void add_verbs(CLI::App& app, CommonOptions const& common) {
  add_serve(app, common);
  add_worker(app, common);
  add_migrate(app, common);
  add_check(app, common);
  add_workflows(app, common);
  add_establishment(app, common);
  add_user(app, common);
  add_token(app, common);
  add_feed(app, common);
  add_settings(app, common);
  add_policy(app, common);
  add_retention(app, common);
  add_absences(app, common);
  add_messages(app, common);
  add_letters(app, common);
  add_templates(app, common);
  add_case(app, common);
  add_committee(app, common);
  add_session(app, common);
  add_import(app, common);
  add_export(app, common);
  add_transmissions(app, common);
  add_bench(app, common);
  add_calendar(app, common);
  add_statistics(app, common);
  add_verify(app, common);
  add_audit(app, common);
  add_simulate(app, common);
}

int run(int count, char** words) {
  CLI::App app{"Jalon : le parcours d'admission des services de pré-orientation", "jalon"};
  app.set_version_flag("--version", "jalon 0.1.0", "Montre la version");
  speak_french(app);
  app.require_subcommand(1);
  CommonOptions common;
  add_common_options(app, common);
  add_verbs(app, common);
  try {
    read_secret_files();
    app.parse(count, words);
    return 0;
  } catch (CLI::Success const& asked) {  // help or the version
    return app.exit(asked, std::cout, std::cerr);
  } catch (CLI::ParseError const& error) {
    std::cerr << "jalon : " << french_message(error) << "\n";
    return 2;
  }
}

int fail(std::string const& message) {
  std::cerr << "jalon : " << message << "\n";
  return 1;
}

}  // namespace

int main(int count, char** words) {
  jalon::set_log_format(jalon::LogFormat::text);
  try {
    return run(count, words);
  } catch (CommandFailed const& failure) {
    return fail(failure.what());
  } catch (jalon::postgres::ClusterError const& failure) {
    return fail(failure.what());
  } catch (jalon::postgres::MigrationError const& failure) {
    return fail(failure.what());
  } catch (jalon::Unavailable const& failure) {
    return fail(failure.what());
  } catch (std::exception const& failure) {
    return fail(std::string("la base ou le système a refusé : ") + failure.what());
  }
}
