#include "adapters/sealing/sealed_second_factors.hpp"

#include "engine/ports/sealed.hpp"

namespace jalon::sealing {

std::string bound_to(AccountName const& account) {
  return "second factor\n" + account.establishment + "\n" + account.login;
}

std::optional<std::string> SealedSecondFactors::secret(AccountName const& account) {
  auto const stored = stored_.secret(account);
  if (!stored) return std::nullopt;
  auto plain = key_ ? key_->open(*stored, bound_to(account)) : std::nullopt;
  if (!plain)
    throw SealedAway(
        "Les codes du téléphone ne peuvent pas être vérifiés : ce serveur n’a pas la clé de ce second "
        "facteur. "
        "Donnez un code de secours, ou demandez à qui administre Jalon de retirer le second facteur.");
  return plain;
}

void SealedSecondFactors::turn_on(AccountName const& account, std::string const& secret, std::int64_t step,
                                  std::vector<std::string> const& recovery_code_hashes,
                                  std::string const& by) {
  if (!key_)
    throw SealedAway(
        "Ce serveur n’a pas de clé pour garder un second facteur : qui l’installe en donne une "
        "(JALON_SEALING_KEY_FILE).");
  stored_.turn_on(account, key_->seal(secret, bound_to(account)), step, recovery_code_hashes, by);
}

}  // namespace jalon::sealing
