#include "engine/decision/identifiers.hpp"

#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/uuid_io.hpp>

namespace jalon {

std::string IdentifierSource::identifier() {
  static boost::uuids::name_generator_sha1 const generate(boost::uuids::ns::oid());
  return boost::uuids::to_string(generate(seed_ + "/" + std::to_string(++count_)));
}

}  // namespace jalon
