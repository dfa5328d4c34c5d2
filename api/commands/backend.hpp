// The database a verb works on: the one it is given, or the private cluster of the data folder, joined where
// one runs.
#pragma once
#include <memory>
#include <string>

#include "adapters/postgres/private_cluster.hpp"
#include "api/commands/options.hpp"

namespace jalon::commands {

class Backend {
 public:
  static Backend serving(CommonOptions const& options);  // the process that has the cluster
  static Backend joining(CommonOptions const& options);  // any other verb
  std::string const& connection_string() const { return connection_string_; }
  bool has_private_cluster() const { return cluster_ != nullptr; }

 private:
  Backend(std::unique_ptr<postgres::PrivateCluster> cluster, std::string connection_string);
  std::unique_ptr<postgres::PrivateCluster> cluster_;
  std::string connection_string_;
};

}  // namespace jalon::commands
