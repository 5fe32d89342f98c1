# Flags live on one INTERFACE target; nothing is global but the language level.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_CXX_SCAN_FOR_MODULES OFF)
if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()
find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
  set(CMAKE_C_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
endif()

set(RASHOMON_SANITIZE "" CACHE STRING "Sanitizers, as -fsanitize= takes them")
option(RASHOMON_COVERAGE "Instrument for line coverage" OFF)
option(RASHOMON_FUZZ "Build the fuzz targets (clang)" OFF)

add_library(rashomon_flags INTERFACE)
target_compile_options(rashomon_flags INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion
  # One sum has one value: no contraction into fused operations that the code does not write (docs/adr/0001).
  -ffp-contract=off
  # Paths of the machine that built the program stay out of it.
  -ffile-prefix-map=${CMAKE_SOURCE_DIR}=.)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(rashomon_flags INTERFACE -Wno-null-dereference -Wno-restrict)  # both warn of libstdc++ 12 itself
endif()
if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  target_compile_options(rashomon_flags INTERFACE -Wno-deprecated-declarations)  # libstdc++ 12's own stable_sort
endif()
if(RASHOMON_SANITIZE)
  target_compile_options(rashomon_flags INTERFACE -fsanitize=${RASHOMON_SANITIZE} -fno-omit-frame-pointer
                                                  -fno-sanitize-recover=all)
  if(RASHOMON_FUZZ)
    target_compile_options(rashomon_flags INTERFACE -fsanitize=fuzzer-no-link)
  endif()
  target_link_options(rashomon_flags INTERFACE -fsanitize=${RASHOMON_SANITIZE})
  add_executable(sanitizer_probe ${CMAKE_SOURCE_DIR}/cmake/sanitizer_probe.cpp)
  target_link_libraries(sanitizer_probe PRIVATE rashomon_flags)
endif()
if(RASHOMON_COVERAGE)
  target_compile_options(rashomon_flags INTERFACE --coverage)
  target_link_options(rashomon_flags INTERFACE --coverage)
endif()
