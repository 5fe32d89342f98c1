# Tests of the house and of the program as a whole. Each prints why when it skips (exit code 77).
find_package(Python3 COMPONENTS Interpreter REQUIRED)
function(add_system_test name)
  add_test(NAME ${name} COMMAND ${ARGN} WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR})
  set_tests_properties(${name} PROPERTIES SKIP_RETURN_CODE 77)
endfunction()


# Decisions of the language engine against spaCy's, where ../shared and spaCy are present.
add_system_test(parity.shared ${Python3_EXECUTABLE} tests/language/parity_shared.py --bin $<TARGET_FILE:rashomon>)
