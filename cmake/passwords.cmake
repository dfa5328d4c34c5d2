# The list of common passwords, compiled into the program as "api/passwords/common_password_list.hpp" of the build tree.
set(password_file ${CMAKE_SOURCE_DIR}/api/passwords/common_passwords.txt)
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${password_file})
file(READ ${password_file} common_passwords)
file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/generated/api/passwords/common_password_list.hpp CONTENT "#pragma once
// Generated from api/passwords/common_passwords.txt by cmake/passwords.cmake.

#include <string_view>

namespace jalon::passwords {

inline constexpr std::string_view common_password_list = R\"jalon_text(@common_passwords@)jalon_text\";

}  // namespace jalon::passwords
" @ONLY)
target_include_directories(jalon_passwords PRIVATE ${CMAKE_BINARY_DIR}/generated)
