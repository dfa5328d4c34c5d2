#pragma once

#define BOOST_PROCESS_USE_STD_FS
#include <boost/process.hpp>
#include <filesystem>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <vector>

namespace jalon::smtp {

// A mail server in a process of its own for the length of a test: it ends when it is destroyed. It speaks in
// lines of JSON, of which the first names its port. Throws when it cannot run: such a test has failed, it is
// not skipped.
class TestServer {
 public:
  TestServer(std::string const& program, std::vector<std::string> const& arguments) {
    auto const found = boost::process::search_path(program);
    if (found.empty()) throw std::runtime_error(program + " is missing: run ./dev setup");
    process_ = boost::process::child(found, boost::process::args(arguments),
                                     boost::process::std_in<input_, boost::process::std_out> output_);
    ports_ = next_line();
  }
  ~TestServer() { end(); }

  std::string url(std::string const& scheme = "smtp", char const* port = "port") const {
    return scheme + "://127.0.0.1:" + std::to_string(ports_.at(port).get<int>());
  }

  // The next line that the server printed; waits for it as long as the server lives.
  nlohmann::json next_line() {
    std::string line;
    if (!std::getline(output_, line)) throw std::runtime_error("the mail server ended before its time");
    return nlohmann::json::parse(line);
  }

  void tell(std::string const& line) { input_ << line << std::endl; }

  // Ends the server; what one field of its further lines held, in their order.
  std::vector<nlohmann::json> everything(char const* field) {
    input_.close();
    input_.pipe().close();
    std::vector<nlohmann::json> values;
    for (std::string line; std::getline(output_, line);) {
      auto const said = nlohmann::json::parse(line);
      if (said.contains(field)) values.push_back(said[field]);
    }
    return values;
  }

 private:
  void end() {
    input_.close();
    input_.pipe().close();
    process_.wait();
  }

  boost::process::opstream input_;
  boost::process::ipstream output_;
  boost::process::child process_;
  nlohmann::json ports_;
};

// One of this folder's servers, run by Node.
class NodeServer : public TestServer {
 public:
  explicit NodeServer(std::string const& script, std::vector<std::string> const& arguments = {})
      : TestServer("node", with(script, arguments)) {}

 private:
  static std::vector<std::string> with(std::string const& script, std::vector<std::string> arguments) {
    if (!std::filesystem::exists("node_modules/smtp-server"))
      throw std::runtime_error("node_modules/smtp-server is missing: run ./dev setup");
    arguments.insert(arguments.begin(), "tests/adapters/smtp/" + script);
    return arguments;
  }
};

}  // namespace jalon::smtp
