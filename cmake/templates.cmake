# Compiles what adapters/letters works with into "adapters/letters/templates.hpp" of the build tree: one constant
# jalon::letters::templates::<name>_page per mustache file, the lists of pages and partials, the vocabulary of
# templates and the script that makes PDFs. Written anew when a file changes, appears or goes. The same file is the
# script that writes.

if(NOT CMAKE_SCRIPT_MODE_FILE)
  set(templates_folder ${CMAKE_SOURCE_DIR}/adapters/letters/templates)
  set(templates_header ${CMAKE_BINARY_DIR}/generated/adapters/letters/templates.hpp)
  file(GLOB mustache_files CONFIGURE_DEPENDS ${templates_folder}/*.mustache
       ${templates_folder}/partials/*.mustache)
  list(APPEND mustache_files ${templates_folder}/vocabulary.json ${templates_folder}/../print_pages.py)
  # The list itself is a dependency, so that a file that goes away is noticed too.
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/generated/mustache_files.txt CONTENT "${mustache_files}")
  add_custom_command(
    OUTPUT ${templates_header}
    COMMAND ${CMAKE_COMMAND} -D FOLDER=${templates_folder} -D HEADER=${templates_header}
            -P ${CMAKE_CURRENT_LIST_FILE}
    DEPENDS ${mustache_files} ${CMAKE_CURRENT_LIST_FILE} ${CMAKE_BINARY_DIR}/generated/mustache_files.txt
    COMMENT "Compiling the letters into templates.hpp"
    VERBATIM)
  target_sources(jalon_letters PRIVATE ${templates_header})
  target_include_directories(jalon_letters PRIVATE ${CMAKE_BINARY_DIR}/generated)
  return()
endif()

# compile(LIST SUFFIX files…): the constants <name><SUFFIX> of these files, and the list of them all.
set(constants "")
function(compile list suffix)
  set(text "")
  set(entries "")
  list(LENGTH ARGN count)
  foreach(path IN LISTS ARGN)
    get_filename_component(name ${path} NAME_WE)
    if(NOT name MATCHES "^[a-z][a-z0-9_]*$")
      message(FATAL_ERROR "${path}: the name of a template is a C++ name in lower case.")
    endif()
    file(READ ${path} content)
    if(content MATCHES "\\)jalon_text\"")
      message(FATAL_ERROR "${path}: contains the end mark of the generated string literal.")
    endif()
    string(APPEND text "inline constexpr std::string_view ${name}${suffix} =\n"
           "    R\"jalon_text(${content})jalon_text\";\n\n")
    string(APPEND entries "    Source{\"${name}\", ${name}${suffix}},\n")
  endforeach()
  string(APPEND text "inline constexpr std::array<Source, ${count}> ${list}{{\n${entries}}};\n\n")
  set(constants "${constants}${text}" PARENT_SCOPE)
endfunction()

# text(NAME PATH): the whole file as one constant.
function(text name path)
  file(READ ${path} content)
  set(constants "${constants}inline constexpr std::string_view ${name} =\n    R\"jalon_text(${content})jalon_text\";\n\n"
      PARENT_SCOPE)
endfunction()

file(GLOB pages ${FOLDER}/*.mustache)
file(GLOB partials ${FOLDER}/partials/*.mustache)
compile(pages _page ${pages})
compile(partials _partial ${partials})
text(vocabulary ${FOLDER}/vocabulary.json)
text(print_pages ${FOLDER}/../print_pages.py)

file(WRITE ${HEADER} "#pragma once
// Generated from adapters/letters by cmake/templates.cmake.

#include <array>
#include <string_view>

namespace jalon::letters::templates {

struct Source {
  std::string_view name;
  std::string_view text;
};

${constants}}  // namespace jalon::letters::templates
")
