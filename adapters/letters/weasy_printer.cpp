#include "adapters/letters/weasy_printer.hpp"

#include "adapters/letters/templates.hpp"
#include "engine/json/json.hpp"

namespace jalon::letters {

namespace {

// Debian's own Python, whose packages these are; `-I`: nothing from the user's folders or environment.
constexpr char const* python = "/usr/bin/python3";

constexpr char const* busy = "D’autres mises en page sont en cours : réessayez dans un moment.";

using process::RunEnd;

std::string complaint(RunEnd::How how, std::size_t pages) {
  switch (how) {
    case RunEnd::How::too_slow:
      return pages > 1 ? "La mise en page a pris trop de temps : demandez moins de courriers à la fois."
                       : "La mise en page a pris trop de temps : réessayez dans un moment.";
    case RunEnd::How::too_much_output:
      return "Le document est trop gros : demandez moins de courriers à la fois, ou raccourcissez-en le "
             "texte.";
    case RunEnd::How::failed:
    case RunEnd::How::finished:
      break;
  }
  return "La mise en page a échoué : le paquet « weasyprint » est-il installé ?";
}

struct Turn {
  std::counting_semaphore<2>& free;
  ~Turn() { free.release(); }
};

}  // namespace

std::string WeasyPrinter::print(std::vector<std::string> const& pages, std::string const& title) const {
  if (pages.empty()) throw PrintingFailed("Il n’y a aucun courrier à mettre en page.");
  if (!free_.try_acquire_for(limits_.time)) throw PrintingFailed(busy);
  Turn const turn{free_};
  Json const wish{{"title", title}, {"pages", pages}};
  auto run =
      process::run_limited({python, "-I", "-c", std::string(templates::print_pages)}, wish.dump(), limits_);
  if (run.how != RunEnd::How::finished || !run.output.starts_with("%PDF-"))
    throw PrintingFailed(complaint(run.how, pages.size()));
  return std::move(run.output);
}

}  // namespace jalon::letters
