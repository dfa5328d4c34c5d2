# build/jalon: the composition root and its verbs, and nothing that another target would want.
find_package(prometheus-cpp CONFIG REQUIRED COMPONENTS core)
pkg_check_modules(PQ REQUIRED IMPORTED_TARGET libpq)  # `bench` hands a connection on to pgbench
file(GLOB verbs CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/api/main.cpp ${CMAKE_SOURCE_DIR}/api/commands/*.cpp)
add_executable(jalon ${verbs})
jalon_precompiled(jalon)
target_include_directories(jalon PRIVATE ${CMAKE_SOURCE_DIR})
target_link_libraries(jalon PRIVATE jalon_pages jalon_import jalon_postgres jalon_smtp jalon_letters
  jalon_drawing jalon_oidc jalon_sealing jalon_spreadsheet
  jalon_via_trajectoire
  CLI11::CLI11 spdlog::spdlog prometheus-cpp::core PkgConfig::PQ)
