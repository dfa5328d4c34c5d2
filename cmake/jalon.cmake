# What nearly every file reads first and never changes with the project, compiled once for all of them: a quarter to a
# half of the time of a file. Where the precompiled header does not fit a target's flags the compiler reads the headers
# as before.
add_library(jalon_headers OBJECT ${CMAKE_SOURCE_DIR}/cmake/headers.cpp)
target_precompile_headers(jalon_headers PRIVATE
  <algorithm> <chrono> <functional> <map> <memory> <optional> <set> <string> <string_view> <variant> <vector>
  <boost/describe.hpp> <boost/mp11.hpp> <nlohmann/json.hpp>)
target_compile_options(jalon_headers PRIVATE -fpch-preprocess)  # ccache asks for it

function(jalon_precompiled name)
  target_precompile_headers(${name} REUSE_FROM jalon_headers)
  target_compile_options(${name} PRIVATE -fpch-preprocess)
endfunction()

# Here g++ 12 reports overflows in its own std::string, once that comes precompiled, that it does not see otherwise.
set_source_files_properties(adapters/smtp/outcome.cpp adapters/letters/template_tags.cpp
  api/import/notification_file.cpp api/endpoints/browser_session.cpp api/pages/outside_log_in.cpp
  api/pages/settings_signatories.cpp api/pages/settings_tokens.cpp PROPERTIES SKIP_PRECOMPILE_HEADERS ON)
# Tests, which are many, do without those warnings instead.
set(JALON_NOT_THERE -Wno-stringop-overflow -Wno-stringop-overread -Wno-restrict)

# jalon_library(NAME FOLDERS f… USES t…): every .cpp of the folders, one static library.
function(jalon_library name)
  cmake_parse_arguments(LIB "" "" "FOLDERS;USES" ${ARGN})
  set(sources)
  foreach(folder IN LISTS LIB_FOLDERS)
    file(GLOB found CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${folder}/*.cpp)
    list(APPEND sources ${found})
  endforeach()
  if(sources)
    add_library(${name} STATIC ${sources})
    jalon_precompiled(${name})
    set(visibility PUBLIC)
  else()
    add_library(${name} INTERFACE)
    set(visibility INTERFACE)
  endif()
  target_include_directories(${name} ${visibility} ${CMAKE_SOURCE_DIR})
  target_link_libraries(${name} ${visibility} ${LIB_USES})
endfunction()

# Need no database and no network: built and run once more with JALON_SANITIZE, which leaves the others out.
set(JALON_PURE_TESTS calendar_tests json_tests engine_tests runner_tests workflows_tests import_tests)
# Not runner_tests: one exception goes to several threads there, and its count of owners is in libstdc++, which is not
# instrumented and so looks like a race.
if(JALON_SANITIZE STREQUAL "thread")
  set(JALON_PURE_TESTS http_tests)
endif()
add_custom_target(pure_tests)

# jalon_tests(NAME FOLDER f… USES t… [WHOLE]): every *test.cpp of the folder or folders, one program of tests.
# WHOLE: ctest runs the program once, not once per test; for programs that start a PostgreSQL of their own.
function(jalon_tests name)
  cmake_parse_arguments(TESTS "WHOLE" "" "FOLDER;USES" ${ARGN})
  list(TRANSFORM TESTS_FOLDER REPLACE "(.+)" "${CMAKE_SOURCE_DIR}/\\1/*test.cpp")
  file(GLOB sources CONFIGURE_DEPENDS ${TESTS_FOLDER})
  if(NOT sources OR (JALON_SANITIZE AND NOT name IN_LIST JALON_PURE_TESTS))
    return()
  endif()
  add_executable(${name} ${sources})
  jalon_precompiled(${name})
  target_compile_options(${name} PRIVATE ${JALON_NOT_THERE})
  if(name IN_LIST JALON_PURE_TESTS)
    add_dependencies(pure_tests ${name})
  endif()
  target_link_libraries(${name} PRIVATE ${TESTS_USES} GTest::gmock GTest::gtest_main)
  if(TESTS_WHOLE)
    add_test(NAME ${name} COMMAND ${name} WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
    set_tests_properties(${name} PROPERTIES ENVIRONMENT "JALON_PROGRAM=${CMAKE_BINARY_DIR}/jalon")
    return()
  endif()
  include(GoogleTest)
  gtest_discover_tests(${name} DISCOVERY_MODE PRE_TEST WORKING_DIRECTORY ${CMAKE_SOURCE_DIR}
    PROPERTIES ENVIRONMENT "JALON_PROGRAM=${CMAKE_BINARY_DIR}/jalon")
endfunction()
