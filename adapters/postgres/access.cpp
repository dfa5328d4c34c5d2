#include "adapters/postgres/access.hpp"

#include <string_view>

namespace jalon::postgres {
namespace {

// PostgreSQL, appendix A: error codes by class.
Failure failure_of(std::string_view sqlstate) {
  if (sqlstate.starts_with("57P") || sqlstate.starts_with("08")) return Failure::lost;
  if (sqlstate == "57014" || sqlstate == "55P03" || sqlstate.starts_with("53")) return Failure::busy;
  return Failure::ours;
}

}  // namespace

Failure current_failure() {
  try {
    throw;
  } catch (pqxx::broken_connection const&) {
    return Failure::lost;
  } catch (pqxx::in_doubt_error const&) {
    return Failure::lost;
  } catch (pqxx::statement_completion_unknown const&) {
    return Failure::lost;
  } catch (pqxx::transaction_rollback const&) {
    return Failure::crossed;
  } catch (pqxx::sql_error const& error) {
    return failure_of(error.sqlstate());
  } catch (...) {
    return Failure::ours;
  }
}

void Access::after(Failure failure, bool was_last, bool may_repeat_lost) {
  switch (failure) {
    case Failure::lost:
      if (!may_repeat_lost)
        throw CommitInDoubt("La connexion s'est rompue pendant l'enregistrement : son issue est inconnue.");
      if (was_last) throw Unavailable("La base de données ne répond pas.");
      return;
    case Failure::crossed:
      if (was_last) throw Unavailable("La base de données est très demandée en ce moment.");
      return;
    case Failure::busy:
      throw Unavailable("La base de données est très demandée en ce moment.");
    case Failure::ours:
      throw;
  }
}

}  // namespace jalon::postgres
