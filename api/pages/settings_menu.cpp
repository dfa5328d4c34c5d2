#include "api/pages/settings_menu.hpp"

#include <array>

#include "api/pages/confirmation.hpp"
#include "api/pages/renderer.hpp"

namespace jalon::pages {

namespace {

struct Entry {
  char const *label, *address, *about;
  RoleSet roles;
};

constexpr std::array entries{
    Entry{"Comptes", "/reglages/comptes", "Qui travaille ici, avec quels rôles ; mots de passe.",
          administration()},
    Entry{"Connexion", "/reglages/connexion", "Qui se connecte avec un second facteur.", administration()},
    Entry{"Jetons", "/reglages/jetons", "Les accès des programmes à l’API.", administration()},
    Entry{"Modèles", "/reglages/modeles", "Les textes des courriers et des courriels.", administration()},
    Entry{"Signataires", "/reglages/signataires", "Qui signe chaque sorte de courrier.",
          RoleSet{Role::administrator, Role::deputy_director}},
    Entry{"Délais", "/reglages/delais", "Durées des échéances, pièces demandées, taille des groupes.",
          those_who_set()},
    Entry{"Fermetures", "/reglages/fermetures", "Jours fermés et région : le calendrier des échéances.",
          those_who_set()},
    Entry{"Conservation", "/reglages/conservation", "Combien de temps un dossier clos est gardé ; effacer.",
          RoleSet{Role::administrator, Role::deputy_director}}};

Json menu_of(Visit const& visit) {
  Json list = Json::array();
  for (auto const& entry : entries)
    if (entry.roles.meets(visit.roles))
      list.push_back({{"label", entry.label},
                      {"address", entry.address},
                      {"about", entry.about},
                      {"here", visit.http.path.starts_with(entry.address)}});
  return list;
}

http::Response show(Visit& visit) {
  return render_setting(visit, "settings", {{"title", "Réglages"}});
}

}  // namespace

http::Response render_setting(Visit const& visit, std::string_view name, Json data, int status) {
  data["menu"] = menu_of(visit), data["has_menu"] = true;
  data["confirmation"] = confirmation_of(visit);
  return render(visit, name, std::move(data), status);
}

std::vector<PageRoute> settings_pages() {
  return {{.method = "GET", .address = "/reglages", .execute = show, .roles = those_who_set()}};
}

}  // namespace jalon::pages
