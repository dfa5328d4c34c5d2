#include "api/commands/sealing.hpp"

#include "adapters/postgres/second_factor_secrets.hpp"
#include "adapters/sealing/key_file.hpp"
#include "adapters/sealing/sealed_second_factors.hpp"
#include "api/commands/data_folder.hpp"
#include "engine/ports/establishment_scope.hpp"

namespace jalon::commands {

namespace {

using sealing::SealingKey;
using Secrets = std::vector<postgres::StoredSecret>;

constexpr char const* how_to_give = "JALON_SEALING_KEY_FILE, la même pour tous les serveurs de cette base";

SealingKey key_given(std::string const& text) {
  auto key = SealingKey::from_text(text);
  if (!key) throw CommandFailed("--sealing-key attend 64 chiffres hexadécimaux (openssl rand -hex 32).");
  return *key;
}

std::filesystem::path key_file(CommonOptions const& common) {
  return data_dir_of(common) / "sealing.key";
}

bool opens(std::optional<SealingKey> const& key, postgres::StoredSecret const& stored) {
  return key && key->open(stored.secret, sealing::bound_to(stored.account));
}

// « anne (espo), jean (espo) »: those whose second factor nobody could check.
std::string closed_ones(std::optional<SealingKey> const& key, Secrets const& stored) {
  std::string names;
  for (auto const& each : stored)
    if (sealing::is_sealed(each.secret) ? !opens(key, each) : !key)
      names += (names.empty() ? "" : ", ") + each.account.login + " (" + each.account.establishment + ")";
  return names;
}

void refuse_closed(std::optional<SealingKey> const& key, Secrets const& stored, std::string const& where) {
  auto const names = closed_ones(key, stored);
  if (names.empty()) return;
  throw CommandFailed((key ? "La clé de ce serveur n'ouvre pas" : "Ce serveur n'a pas de clé pour") +
                      (" le second facteur de : " + names + ". ") +
                      "Remettez la clé sous laquelle il a été mis en place (" + where +
                      "), ou retirez-le à chacun : jalon user remove-second-factor --establishment CODE "
                      "--login IDENTIFIANT.");
}

void seal_readable(SealingKey const& key, postgres::SecondFactorSecrets const& secrets,
                   Secrets const& stored) {
  for (auto const& each : stored) {
    EstablishmentScope const scope(each.account.establishment);
    if (!sealing::is_sealed(each.secret))
      secrets.replace(each, key.seal(each.secret, sealing::bound_to(each.account)));
  }
}

Secrets all_secrets(Program& program, postgres::SecondFactorSecrets const& secrets) {
  Secrets all;
  for (auto const& establishment : program.registers.establishments()) {
    EstablishmentScope const scope(establishment);
    for (auto& each : secrets.all()) all.push_back(std::move(each));
  }
  return all;
}

// Made only where nothing waits for the one that is missing.
std::optional<SealingKey> key_of_folder(std::filesystem::path const& path, Secrets const& stored) {
  try {
    if (auto found = sealing::read_key_file(path)) return found;
    auto made = SealingKey::by_chance();
    if (closed_ones(made, stored).empty()) sealing::make_key_file(path, made);
    return made;
  } catch (std::runtime_error const& fault) {
    throw CommandFailed(fault.what());
  }
}

}  // namespace

void add_sealing_key(CLI::App& verb, std::string& given) {
  verb.add_option(
          "--sealing-key", given,
          "Clé des seconds facteurs ; plutôt JALON_SEALING_KEY_FILE (sans elle : le fichier sealing.key "
          "du dossier de données ; avec --database : pas de second facteur)")
      ->envname("JALON_SEALING_KEY");
}

std::optional<SealingKey> unsealing_key(Program& program, CommonOptions const& common,
                                        std::string const& given) {
  postgres::SecondFactorSecrets const secrets(program.requests);
  auto const stored = all_secrets(program, secrets);
  bool const is_elsewhere = !common.database.empty();
  std::optional<SealingKey> key;
  if (!given.empty())
    key = key_given(given);
  else if (!is_elsewhere)
    key = key_of_folder(key_file(common), stored);
  refuse_closed(key, stored, is_elsewhere || !given.empty() ? how_to_give : key_file(common).string());
  if (key) seal_readable(*key, secrets, stored);
  return key;
}

}  // namespace jalon::commands
