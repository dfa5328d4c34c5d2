#pragma once

#include <string_view>

namespace jalon::http {

/** Whether the bytes are well-formed UTF-8 (RFC 3629: no overlong form, no surrogate, nothing above
 * U+10FFFF). */
bool is_utf8(std::string_view bytes);

}  // namespace jalon::http
