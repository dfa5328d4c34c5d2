# A kernel unit holds Boost.MSM and nothing else. Its type names cost gigabytes of debug information, so it has
# none; and what MSM itself warns of is not ours. Other flags, so no precompiled header.
file(GLOB kernels CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/workflows/*_kernel.cpp
  ${CMAKE_SOURCE_DIR}/tests/kit/engine/*_kernel.cpp)
set_source_files_properties(${kernels} PROPERTIES COMPILE_OPTIONS "-g0;-O1;-Wno-shadow;-Wno-pedantic"
  SKIP_PRECOMPILE_HEADERS ON)
