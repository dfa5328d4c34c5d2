#pragma once

#define BOOST_PROCESS_USE_STD_FS
#include <boost/process.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <vector>

namespace jalon::smtp {

// One of this folder's mail servers, run by Node for the length of a test: it ends when it is destroyed.
// Throws when Node or the npm packages are missing: such a test has failed, it is not skipped.
class NodeServer {
 public:
  NodeServer(std::string const& script, std::vector<std::string> arguments = {}) {
    if (!std::filesystem::exists("node_modules/smtp-server")) {
      throw std::runtime_error("node_modules/smtp-server is missing: run ./dev setup");
    }
    auto const node = boost::process::search_path("node");
    if (node.empty()) throw std::runtime_error("node is missing: run ./dev setup");
    arguments.insert(arguments.begin(), "tests/adapters/smtp/" + script);
    process_ = boost::process::child(node, boost::process::args(arguments),
                                     boost::process::std_in<input_, boost::process::std_out> output_);
    port_ = next_line().at("port").get<int>();
  }

  ~NodeServer() {
    input_.close();
    input_.pipe().close();
    process_.wait();
  }

  std::string url(std::string const& scheme = "smtp") const {
    return scheme + "://127.0.0.1:" + std::to_string(port_);
  }

  // The next line that the server printed; waits for it as long as the server lives.
  nlohmann::json next_line() {
    std::string line;
    if (!std::getline(output_, line)) throw std::runtime_error("the mail server ended before its time");
    return nlohmann::json::parse(line);
  }

 private:
  boost::process::opstream input_;
  boost::process::ipstream output_;
  boost::process::child process_;
  int port_ = 0;
};

}  // namespace jalon::smtp
