# The doors that bytes come in by (tests/fuzz). With JALON_FUZZ, each is a fuzzer built from no more sources than it
# needs: by g++, because Debian's clang does not read all of ours, with clang's libFuzzer (tests/fuzz/coverage.cpp);
# without, each is a program that replays its corpus, which every check does.

if(JALON_FUZZ)
  file(GLOB JALON_LIBFUZZER /usr/lib/llvm-*/lib/clang/*/lib/linux/libclang_rt.fuzzer-x86_64.a)
  add_library(fuzz_coverage OBJECT tests/fuzz/coverage.cpp)  # not instrumented itself
  file(GLOB common CONFIGURE_DEPENDS engine/json/*.cpp)
  add_library(fuzz_common STATIC ${common} engine/model/case_file.cpp engine/model/scalar_fields.cpp
    engine/model/serafin_needs.cpp engine/calendar/date.cpp engine/calendar/instant.cpp engine/calendar/paris_offset.cpp)
  target_include_directories(fuzz_common PUBLIC ${CMAKE_SOURCE_DIR} ${CMAKE_BINARY_DIR}/generated)
  target_compile_options(fuzz_common PUBLIC -O1 -g1 -w -fno-omit-frame-pointer -ffunction-sections
    -fsanitize=address,undefined -fno-sanitize-recover=undefined -fsanitize-coverage=trace-pc,trace-cmp)
  target_link_options(fuzz_common PUBLIC -fsanitize=address,undefined -Wl,--gc-sections
    -Wl,--allow-multiple-definition)  # libFuzzer has an empty __sanitizer_cov_trace_pc of its own
  target_link_libraries(fuzz_common PUBLIC Boost::headers nlohmann_json::nlohmann_json date::date-tz)
endif()

# jalon_door(NAME USES libraries… SOURCES files…): sources, relative and possibly with *, are the fuzzer's.
function(jalon_door name)
  cmake_parse_arguments(DOOR "" "" "USES;SOURCES" ${ARGN})
  if(NOT JALON_FUZZ)
    add_executable(replay_${name} tests/fuzz/${name}.cpp tests/fuzz/replay.cpp)
    target_compile_options(replay_${name} PRIVATE ${JALON_NOT_THERE})
    jalon_precompiled(replay_${name})
    target_link_libraries(replay_${name} PRIVATE ${DOOR_USES})
    add_test(NAME fuzz_corpus_${name} COMMAND replay_${name} ${CMAKE_SOURCE_DIR}/tests/fuzz/corpus/${name})
    return()
  endif()
  list(TRANSFORM DOOR_SOURCES PREPEND ${CMAKE_SOURCE_DIR}/)
  file(GLOB sources CONFIGURE_DEPENDS ${DOOR_SOURCES})
  add_executable(fuzz_${name} tests/fuzz/${name}.cpp ${sources})
  target_link_libraries(fuzz_${name} PRIVATE fuzz_common fuzz_coverage ${JALON_LIBFUZZER})
endfunction()

jalon_door(http_front USES jalon_http SOURCES api/http/gate.cpp api/http/framing.cpp api/http/target.cpp api/http/utf8.cpp
  api/http/body_decoder.cpp api/http/request_of.cpp api/http/refusal.cpp api/http/problem.cpp api/http/message.cpp
  api/http/limits.cpp)
jalon_door(csv_import USES jalon_import SOURCES api/import/column.cpp api/import/csv_reader.cpp
  api/import/department.cpp api/import/field_text.cpp api/import/file_reading.cpp api/import/heading.cpp
  api/import/notification_file.cpp api/import/notification_line.cpp)
jalon_door(template USES jalon_letters SOURCES adapters/letters/markup.cpp adapters/letters/plain_text.cpp
  adapters/letters/press.cpp adapters/letters/readability.cpp adapters/letters/template_check.cpp
  adapters/letters/template_data.cpp adapters/letters/template_tags.cpp adapters/letters/typography.cpp
  adapters/letters/vocabulary.cpp)
jalon_door(mail_header USES jalon_smtp SOURCES adapters/smtp/header_text.cpp adapters/smtp/mime_message.cpp)
jalon_door(json_event USES jalon_workflows SOURCES engine/model/*.cpp engine/calendar/*.cpp workflows/preorientation.cpp
  workflows/preorientation_policy.cpp)

if(JALON_FUZZ)
  # the letters that Jalon comes with, as the template fuzzer starts from them
  execute_process(COMMAND ${CMAKE_COMMAND} -D FOLDER=${CMAKE_SOURCE_DIR}/adapters/letters/templates
    -D HEADER=${CMAKE_BINARY_DIR}/generated/adapters/letters/templates.hpp -P ${CMAKE_SOURCE_DIR}/cmake/templates.cmake)
  target_link_libraries(fuzz_csv_import PRIVATE csv)
  target_link_libraries(fuzz_mail_header PRIVATE CURL::libcurl)
  target_link_libraries(fuzz_http_front PRIVATE Boost::url)
endif()
