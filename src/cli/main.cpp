// The door of the command line: one verb a file.
#include <CLI/CLI.hpp>

#include "cli/account.h"
#include "cli/agenda.h"
#include "cli/backup.h"
#include "cli/badge.h"
#include "cli/change.h"
#include "cli/check_text.h"
#include "cli/cue_sheet.h"
#include "cli/demo/generate.h"
#include "cli/dump.h"
#include "cli/export.h"
#include "cli/fairness.h"
#include "cli/figures.h"
#include "cli/host.h"
#include "cli/import.h"
#include "cli/mail.h"
#include "cli/move.h"
#include "cli/note.h"
#include "cli/privacy.h"
#include "cli/solve.h"
#include "cli/start.h"
#include "cli/verify.h"
#include "cli/why.h"
#include "cli/workplace.h"

int main(int argc, char** argv) {
  CLI::App app("Kontor plans and runs state economic missions.", "kontor");
  app.require_subcommand(1);
  app.set_help_all_flag("--help-all", "Help for every verb");
  int exit_code = kontor::cli::exit_good;
  kontor::cli::add_start(app, exit_code);
  kontor::cli::add_account(app, exit_code);
  kontor::cli::add_host(app, exit_code);
  kontor::cli::add_mail(app, exit_code);
  kontor::cli::add_privacy(app, exit_code);
  kontor::cli::add_verify(app, exit_code);
  kontor::cli::add_agenda(app, exit_code);
  kontor::cli::add_change(app, exit_code);
  kontor::cli::add_generate(app, exit_code);
  kontor::cli::add_solve(app, exit_code);
  kontor::cli::add_move(app, exit_code);
  kontor::cli::add_backup(app, exit_code);
  kontor::cli::add_dump(app, exit_code);
  kontor::cli::add_export(app, exit_code);
  kontor::cli::add_cue_sheet(app, exit_code);
  kontor::cli::add_badge(app, exit_code);
  kontor::cli::add_import(app, exit_code);
  kontor::cli::add_figures(app, exit_code);
  kontor::cli::add_check_text(app, exit_code);
  kontor::cli::add_note(app, exit_code);
  kontor::cli::add_why(app, exit_code);
  kontor::cli::add_fairness(app, exit_code);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? kontor::cli::exit_good : kontor::cli::exit_bad_input;
  }
  return exit_code;
}
