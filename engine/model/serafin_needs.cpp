#include "engine/model/serafin_needs.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace jalon {

namespace {

using Need = std::pair<std::string_view, std::string_view>;
constexpr Need needs[] = {
    {"1.1", "Besoins en matière de santé somatique ou psychique"},
    {"1.1.1", "Besoins en matière de fonctions mentales, psychiques, cognitives et du système nerveux"},
    {"1.1.2", "Besoins en matière de fonctions sensorielles"},
    {"1.1.3", "Besoins en matière de douleur"},
    {"1.1.4", "Besoins relatifs à la voix, à la parole et à l’appareil bucco-dentaire"},
    {"1.1.5",
     "Besoins en matière de fonctions cardio-vasculaire, hématopoïétique, immunitaire et respiratoire"},
    {"1.1.6", "Besoins en matière de fonctions digestive, métabolique et endocrinienne"},
    {"1.1.7", "Besoins en matière de fonctions génito-urinaire et reproductive"},
    {"1.1.8", "Besoins en matière de fonctions locomotrices"},
    {"1.1.9", "Besoins relatifs à la peau et aux structures associées"},
    {"1.1.10", "Besoins pour entretenir et prendre soin de sa santé"},
    {"1.2", "Besoins en matière d’autonomie"},
    {"1.2.1", "Besoins en matière d’autonomie"},
    {"1.2.1.1", "Besoins en lien avec l’entretien personnel"},
    {"1.2.1.2", "Besoins en lien avec les relations et les interactions avec autrui"},
    {"1.2.1.3", "Besoins pour la mobilité"},
    {"1.2.1.4", "Besoins pour prendre des décisions adaptées et pour la sécurité"},
    {"1.3", "Besoins pour la participation sociale"},
    {"1.3.1", "Besoins pour accéder aux droits et à la citoyenneté"},
    {"1.3.1.1", "Besoins pour accéder aux droits et à la citoyenneté"},
    {"1.3.2", "Besoins pour vivre dans un logement et accomplir les activités domestiques"},
    {"1.3.2.1", "Besoins pour vivre dans un logement"},
    {"1.3.2.2", "Besoins pour accomplir les activités domestiques"},
    {"1.3.3", "Besoins pour l’insertion sociale et professionnelle et pour exercer ses rôles sociaux"},
    {"1.3.3.1", "Besoins en lien avec la vie scolaire et étudiante"},
    {"1.3.3.2", "Besoins en lien avec le travail et l’emploi"},
    {"1.3.3.3", "Besoins transversaux en matière d’apprentissages"},
    {"1.3.3.4", "Besoins pour la vie familiale, la parentalité, la vie affective et sexuelle"},
    {"1.3.3.5", "Besoins pour apprendre à être pair-aidant"},
    {"1.3.4", "Besoins pour participer à la vie sociale et se déplacer avec un moyen de transport"},
    {"1.3.4.1", "Besoins pour participer à la vie sociale"},
    {"1.3.4.2", "Besoins pour se déplacer avec un moyen de transport"},
    {"1.3.5", "Besoins en matière de ressources et d’autosuffisance économique"},
    {"1.3.5.1", "Besoins en matière de ressources et d’autosuffisance économique"},
};

}  // namespace

std::string_view label_of_need(std::string_view code) {
  auto const found =
      std::find_if(std::begin(needs), std::end(needs), [&](Need const& need) { return need.first == code; });
  return found == std::end(needs) ? std::string_view() : found->second;
}

}  // namespace jalon
