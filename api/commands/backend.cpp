#include "api/commands/backend.hpp"

#include "adapters/postgres/migrator.hpp"
#include "api/commands/data_folder.hpp"

namespace jalon::commands {

std::filesystem::path data_dir_of(CommonOptions const& options) {
  return options.data_dir.empty() ? postgres::default_data_dir()
                                  : std::filesystem::absolute(options.data_dir);
}

Backend::Backend(std::unique_ptr<postgres::PrivateCluster> cluster, std::string connection_string)
    : cluster_(std::move(cluster)), connection_string_(std::move(connection_string)) {
  if (cluster_) connection_string_ = cluster_->connection_string();
}

Backend Backend::serving(CommonOptions const& options) {
  if (!options.database.empty()) return {nullptr, options.database};
  return {postgres::PrivateCluster::serve(data_dir_of(options)), ""};
}

Backend Backend::joining(CommonOptions const& options) {
  if (!options.database.empty()) return {nullptr, options.database};
  return {postgres::PrivateCluster::join(data_dir_of(options)), ""};
}

}  // namespace jalon::commands
