// Beast's parser asserts `n >= 5` where a client may well have sent four bytes of its last chunk ("0\r\n",
// then "\r"). Nothing depends on it, so it must not end the process.
#define BOOST_DISABLE_ASSERTS

#include "api/http/body_decoder.hpp"

#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>
#include <functional>
#include <limits>

#include "api/http/refusal.hpp"

namespace jalon::http {

namespace {

namespace beast = boost::beast;
using Parser = beast::http::request_parser<beast::http::string_body>;

// Far more than the line of a chunk without extension needs, or the end of a body without trailers.
constexpr std::size_t undecided_bytes_max = 256;

std::size_t number_of_fields(Parser& parser) {
  auto const& fields = parser.get().base();
  return static_cast<std::size_t>(std::distance(fields.begin(), fields.end()));
}

void refuse_extensions(std::uint64_t, beast::string_view extensions, beast::error_code& error) {
  if (!extensions.empty()) error = beast::http::error::bad_chunk_extension;
}

}  // namespace

struct BodyDecoder::State {
  Parser parser;
  std::function<void(std::uint64_t, beast::string_view, beast::error_code&)> on_chunk = refuse_extensions;
  std::size_t header_fields = 0;

  std::size_t put(std::string_view bytes) {
    beast::error_code error;
    std::size_t taken = parser.put(boost::asio::const_buffer(bytes.data(), bytes.size()), error);
    if (error == beast::http::error::body_limit) throw Refusal(413, "Le contenu dépasse la taille admise.");
    if (error && error != beast::http::error::need_more) throw malformed("Requête mal découpée.");
    return taken;
  }
};

BodyDecoder::BodyDecoder(std::string_view header, std::uint64_t body_bytes_max)
    : state_(std::make_unique<State>()) {
  auto& parser = state_->parser;
  parser.header_limit(std::numeric_limits<std::uint32_t>::max());  // the gate has measured it
  parser.body_limit(body_bytes_max);
  parser.eager(true);
  parser.on_chunk_header(state_->on_chunk);
  if (state_->put(header) != header.size() || !parser.is_header_done())
    throw malformed("En-tête mal découpé.");
  state_->header_fields = number_of_fields(parser);
}

BodyDecoder::~BodyDecoder() = default;

bool BodyDecoder::is_done() const {
  return state_->parser.is_done();
}

std::size_t BodyDecoder::put(std::string_view received) {
  std::size_t taken = state_->put(received);
  if (!is_done() && received.size() - taken > undecided_bytes_max)
    throw malformed("Ligne de bloc trop longue.");
  if (is_done() && number_of_fields(state_->parser) != state_->header_fields)
    throw malformed("En-têtes après le contenu.");
  return taken;
}

std::string BodyDecoder::take_body() {
  return std::move(state_->parser.get().body());
}

}  // namespace jalon::http
