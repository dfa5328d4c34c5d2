#include "api/http/refusal.hpp"

#include "api/http/problem.hpp"

namespace jalon::http {

namespace {

struct Wording {
  std::string_view name;
  std::string_view title;
};

Wording wording_of(int status) {
  switch (status) {
    case 408:
      return {"timeout", "Délai d'envoi dépassé"};
    case 413:
      return {"too_large", "Contenu trop volumineux"};
    case 414:
      return {"too_large", "Adresse trop longue"};
    case 417:
      return {"expectation_failed", "Attente non prise en charge"};
    case 429:
      return {"throttled", "Trop de connexions"};
    case 431:
      return {"too_large", "En-têtes trop volumineux"};
    case 500:
      return {"internal", "Erreur interne"};
    case 503:
      return {"unavailable", "Service momentanément indisponible"};
    default:
      return {"malformed", "Requête mal formée"};
  }
}

}  // namespace

Response Refusal::response() const {
  Wording wording = wording_of(status_);
  return problem(status_, wording.name, wording.title, {{"detail", detail_}});
}

}  // namespace jalon::http
