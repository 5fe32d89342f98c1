# Tests of the house and of the program as a whole. Each prints why when it skips (exit code 77).
find_package(Python3 COMPONENTS Interpreter REQUIRED)
function(add_system_test name)
  add_test(NAME ${name} COMMAND ${ARGN} WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR})
  set_tests_properties(${name} PROPERTIES SKIP_RETURN_CODE 77 LABELS system TIMEOUT 1500
                       ENVIRONMENT "RASHOMON=$<TARGET_FILE:rashomon>;PYTHONDONTWRITEBYTECODE=1")
endfunction()
set(python ${Python3_EXECUTABLE})

# The house: what may include what, sizes, texts.
add_system_test(house.format tools/check --format)
add_system_test(house.lint tools/check --lint)
add_system_test(house.layers ${python} tools/check_layers)
add_system_test(house.layers_can_fail ${python} tools/check_layers --self-test)
add_system_test(house.texts ${python} tools/check_texts)
add_system_test(house.texts_can_fail ${python} tools/check_texts --self-test)

# The program: commands, inputs, the record, formats, models, the installed tree.
add_system_test(system.commands ${python} tests/test_commands.py)
add_system_test(system.readme ${python} tests/test_readme.py)
add_system_test(system.inputs ${python} tests/test_inputs.py)
add_system_test(system.archives ${python} tests/test_archives.py)
add_system_test(system.formats ${python} tests/test_formats.py)
add_system_test(system.record ${python} tests/test_record.py SameBytes)
add_system_test(system.killed ${python} tests/test_record.py Killed)
add_system_test(system.schemas ${python} tests/test_schemas.py)
add_system_test(system.models ${python} tests/test_models.py)
add_system_test(system.install ${python} tests/test_install.py ${CMAKE_BINARY_DIR})

# Quality: the samples' gold reading, and the shared sets where they lie beside the repository.
add_system_test(quality.self_test ${python} eval/score_samples.py --self-test)
add_system_test(quality.samples ${python} eval/score_samples.py --bin $<TARGET_FILE:rashomon> --floors eval/baseline.json)
add_system_test(quality.shared_self_test ${python} eval/run_shared.py --self-test)
add_system_test(quality.shared ${python} eval/run_shared.py --bin $<TARGET_FILE:rashomon> --floors eval/baseline.json)
add_system_test(quality.tolls_self_test ${python} eval/score_tolls.py --self-test)
add_system_test(quality.tolls ${python} eval/score_tolls.py --bin $<TARGET_FILE:rashomon> --floors eval/baseline.json)
add_system_test(quality.cost ${python} bench/cost.py)
set_tests_properties(quality.cost PROPERTIES RUN_SERIAL ON)  # it measures wall-clock time
add_system_test(quality.hostile ${python} bench/hostile.py)
add_system_test(quality.hostile_inputs ${python} bench/hostile_inputs.py)

# Decisions of the language engine against spaCy's, where ../shared and spaCy are present.
add_system_test(parity.shared ${python} tests/language/parity_shared.py --bin $<TARGET_FILE:rashomon>)

# The language room links alone: the example of docs/examples reads a text.
add_executable(example_parse docs/examples/parse.cpp)
target_link_libraries(example_parse PRIVATE rashomon_language rashomon_flags)
add_system_test(language.example ${python} tests/language/example.py $<TARGET_FILE:example_parse>)
