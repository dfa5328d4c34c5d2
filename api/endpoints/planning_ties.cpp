#include "api/endpoints/planning_ties.hpp"

#include "engine/calendar/date.hpp"
#include "engine/text/counted.hpp"

namespace jalon::api {

namespace {

std::size_t number_of(Json const& ties, char const* what) {
  return ties.value(what, std::size_t(0));
}

std::string day_in(Json const& ties, char const* what) {
  return french(parse_date(ties.at(what).get<std::string>()).value());
}

}  // namespace

std::string why_committee_stays(Json const& ties) {
  if (auto const listed = number_of(ties, "listed"))
    return counted(listed, "dossier y est inscrit : retirez-le de la liste d’abord",
                   "dossiers y sont inscrits : retirez-les de la liste d’abord") +
           ", ou fixez une autre commission.";
  if (number_of(ties, "lists"))
    return "Sa liste a été envoyée à ses membres : fixez une autre commission, et prévenez-les.";
  if (number_of(ties, "minutes")) return "Son compte rendu est enregistré : elle a eu lieu.";
  if (number_of(ties, "grades"))
    return "Des urgences y ont été évaluées, et ces évaluations restent : changez plutôt son jour.";
  return "";
}

std::string why_session_stays(Json const& ties) {
  if (ties.contains("capacity"))
    return counted(number_of(ties, "capacity"), "place est déjà prise", "places sont déjà prises") +
           " : la session ne peut pas en compter moins.";
  if (ties.contains("pre_reception_passed"))
    return "Le pré-accueil du " + day_in(ties, "pre_reception_passed") +
           " est passé : son jour ne change plus.";
  if (auto const taken = number_of(ties, "taken"))
    return counted(taken, "place y est prise, et ses dates en sont comptées",
                   "places y sont prises, et leurs dates en sont comptées") +
           " : ouvrez une autre session, et changez ces dossiers de session.";
  if (auto const named = number_of(ties, "named"))
    return counted(named, "dossier y a eu une place", "dossiers y ont eu une place") +
           ", et l’historique garde ses dates : ouvrez une autre session.";
  return "";
}

}  // namespace jalon::api
