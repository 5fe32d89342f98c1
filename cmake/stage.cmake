# add_stage(NAME [USES room...]): src/NAME is a folder, a namespace and the target rashomon_NAME.
#
# Sources are *.cpp, unit tests *_test.cpp beside them (one test program a room), data files data/NAME/** are embedded
# and found at run time by core/data.hpp under their path below data/.
function(add_stage name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "USES")
  set(dir ${CMAKE_CURRENT_SOURCE_DIR}/src/${name})
  file(GLOB_RECURSE headers CONFIGURE_DEPENDS ${dir}/*.hpp)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${dir}/*.cpp)
  file(GLOB_RECURSE tests CONFIGURE_DEPENDS ${dir}/*_test.cpp)
  if(tests)
    list(REMOVE_ITEM sources ${tests})
  endif()
  embed_data(${name} embedded)
  add_library(rashomon_${name} STATIC ${sources} ${embedded})
  target_sources(rashomon_${name} PUBLIC FILE_SET HEADERS BASE_DIRS ${CMAKE_CURRENT_SOURCE_DIR}/src FILES ${headers})
  set_target_properties(rashomon_${name} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ${RASHOMON_VERIFY_HEADERS})
  list(TRANSFORM arg_USES PREPEND rashomon_ OUTPUT_VARIABLE rooms)
  target_link_libraries(rashomon_${name} PUBLIC ${rooms} ${RASHOMON_LINKS_every} ${RASHOMON_LINKS_${name}}
                        PRIVATE rashomon_flags)
  target_include_directories(rashomon_${name} PUBLIC ${CMAKE_CURRENT_SOURCE_DIR}/src)
  if(RASHOMON_TESTS AND tests)
    add_executable(${name}_tests ${tests})
    target_link_libraries(${name}_tests PRIVATE rashomon_${name} rashomon_flags GTest::gtest GTest::gtest_main)
    target_compile_definitions(${name}_tests PRIVATE RASHOMON_SOURCE_DIR="${CMAKE_CURRENT_SOURCE_DIR}")
    if(RASHOMON_SANITIZE)
      add_test(NAME unit.${name} COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/cmake/run_sanitized.sh $<TARGET_FILE:sanitizer_probe>
                                         $<TARGET_FILE:${name}_tests> --gtest_brief=1)
    else()
      add_test(NAME unit.${name} COMMAND ${name}_tests --gtest_brief=1)
    endif()
    set_tests_properties(unit.${name} PROPERTIES LABELS unit SKIP_RETURN_CODE 77)
  endif()
endfunction()

option(RASHOMON_VERIFY_HEADERS "Build each public header on its own" ON)

# embed_data(ROOM OUT): the files below data/ROOM become one object with a registration in core/data.cpp's list.
function(embed_data name out)
  file(GLOB_RECURSE files CONFIGURE_DEPENDS RELATIVE ${CMAKE_CURRENT_SOURCE_DIR}/data
       ${CMAKE_CURRENT_SOURCE_DIR}/data/${name}/*.tsv ${CMAKE_CURRENT_SOURCE_DIR}/data/${name}/*.txt
       ${CMAKE_CURRENT_SOURCE_DIR}/data/${name}/*.css ${CMAKE_CURRENT_SOURCE_DIR}/data/${name}/*.sql
       ${CMAKE_CURRENT_SOURCE_DIR}/data/${name}/*.html ${CMAKE_CURRENT_SOURCE_DIR}/data/${name}/*.js)
  set(${out} "" PARENT_SCOPE)
  if(NOT files)
    return()
  endif()
  set(generated ${CMAKE_CURRENT_BINARY_DIR}/embedded/${name}.cpp)
  set(paths "")
  foreach(f IN LISTS files)
    list(APPEND paths ${CMAKE_CURRENT_SOURCE_DIR}/data/${f})
  endforeach()
  list(JOIN files "|" joined)
  add_custom_command(
    OUTPUT ${generated}
    COMMAND ${CMAKE_COMMAND} -DROOM=${name} -DFILES=${joined} -DBASE=${CMAKE_CURRENT_SOURCE_DIR}/data -DOUT=${generated}
            -P ${CMAKE_CURRENT_SOURCE_DIR}/cmake/embed.cmake
    DEPENDS ${paths} ${CMAKE_CURRENT_SOURCE_DIR}/cmake/embed.cmake
    VERBATIM)
  set_property(GLOBAL APPEND PROPERTY RASHOMON_DATA_ROOMS ${name})
  set(${out} ${generated} PARENT_SCOPE)
endfunction()

# list_data(TARGET): gives TARGET embedded::all_files(), the tables of every room, for the run manifest.
function(list_data target)
  get_property(rooms GLOBAL PROPERTY RASHOMON_DATA_ROOMS)
  set(declared "")
  set(called "")
  foreach(room IN LISTS rooms)
    string(APPEND declared "std::span<const DataFile> files_${room}();\n")
    string(APPEND called "  for (const DataFile& file : files_${room}()) all.push_back(file);\n")
  endforeach()
  set(generated ${CMAKE_CURRENT_BINARY_DIR}/embedded/all_files.cpp)
  file(CONFIGURE OUTPUT ${generated} @ONLY CONTENT "// Generated from the rooms' tables: do not edit.
#include \"core/data.hpp\"

namespace rashomon::embedded {
${declared}std::vector<DataFile> all_files();
std::vector<DataFile> all_files() {
  std::vector<DataFile> all;
${called}  return all;
}
}  // namespace rashomon::embedded
")
  target_sources(${target} PRIVATE ${generated})
endfunction()
