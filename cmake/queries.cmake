# Compiles the SQL files of adapters/postgres into "adapters/postgres/queries.hpp" of the build tree: one
# constant jalon::postgres::sql::<file_name> per query, and the list of migrations. Written anew when a file
# changes, appears or goes. The same file is the script that writes: cmake -P queries.cmake.

if(NOT CMAKE_SCRIPT_MODE_FILE)
  set(postgres_folder ${CMAKE_SOURCE_DIR}/adapters/postgres)
  set(queries_header ${CMAKE_BINARY_DIR}/generated/adapters/postgres/queries.hpp)
  file(GLOB sql_files CONFIGURE_DEPENDS ${postgres_folder}/queries/*.sql ${postgres_folder}/migrations/*.sql)
  # The list itself is a dependency, so that a file that goes away is noticed too.
  file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/generated/sql_files.txt CONTENT "${sql_files}")
  add_custom_command(
    OUTPUT ${queries_header}
    COMMAND ${CMAKE_COMMAND} -D FOLDER=${postgres_folder} -D HEADER=${queries_header}
            -P ${CMAKE_CURRENT_LIST_FILE}
    DEPENDS ${sql_files} ${CMAKE_CURRENT_LIST_FILE} ${CMAKE_BINARY_DIR}/generated/sql_files.txt
    COMMENT "Compiling the SQL files into queries.hpp"
    VERBATIM)
  target_sources(jalon_postgres PRIVATE ${queries_header})
  target_include_directories(jalon_postgres PUBLIC ${CMAKE_BINARY_DIR}/generated)
  return()
endif()

# A compiler must accept string literals of 65536 bytes and need not accept longer ones.
set(longest_text_bytes 65000)

function(read_sql path variable)
  file(SIZE ${path} bytes)
  if(bytes GREATER longest_text_bytes)
    message(FATAL_ERROR "${path}: ${bytes} bytes, more than ${longest_text_bytes}. Split the file.")
  endif()
  file(READ ${path} text)
  if(text MATCHES "\\)jalon_sql\"")
    message(FATAL_ERROR "${path}: contains the end mark of the generated string literal.")
  endif()
  set(${variable} "R\"jalon_sql(${text})jalon_sql\"" PARENT_SCOPE)
endfunction()

file(GLOB queries ${FOLDER}/queries/*.sql)
file(GLOB migrations ${FOLDER}/migrations/*.sql)
set(constants "")
foreach(path IN LISTS queries)
  get_filename_component(name ${path} NAME_WE)
  if(NOT name MATCHES "^[a-z][a-z0-9_]*$")
    message(FATAL_ERROR "${path}: the name of a query is a C++ name in lower case.")
  endif()
  read_sql(${path} literal)
  string(APPEND constants "inline constexpr char const* ${name} = ${literal};\n\n")
endforeach()

set(entries "")
set(number 0)
foreach(path IN LISTS migrations)
  get_filename_component(name ${path} NAME_WE)
  math(EXPR number "${number} + 1")
  if(NOT name MATCHES "^([0-9][0-9][0-9][0-9])_[a-z0-9_]+$")
    message(FATAL_ERROR "${path}: a migration is named NNNN_what_it_does.sql.")
  endif()
  math(EXPR written "1${CMAKE_MATCH_1} - 10000")
  if(NOT written EQUAL number)
    message(FATAL_ERROR "${path}: number ${number} is missing or taken twice.")
  endif()
  read_sql(${path} literal)
  string(APPEND entries "    Migration{${number}, \"${name}\", ${literal}},\n")
endforeach()

file(WRITE ${HEADER} "#pragma once
// Generated from adapters/postgres/**/*.sql by cmake/queries.cmake.

#include <array>

#include \"adapters/postgres/migration.hpp\"

namespace jalon::postgres::sql {

${constants}inline constexpr std::array<Migration, ${number}> migrations{{
${entries}}};

}  // namespace jalon::postgres::sql
")
