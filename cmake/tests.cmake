# SPDX-License-Identifier: MIT
# thread_tests builds what carries the label "threads", which is what the tsan preset is about.
add_custom_target(thread_tests)
function(keisan_note_labels target)
    if("threads" IN_LIST ARGN)
        add_dependencies(thread_tests ${target})
    endif()
endfunction()

# keisan_add_eval_test(name SOURCES... LIBRARIES... [LABELS...]): a GoogleTest program, one ctest test a case. Needs no
# Qt. The label "threads" is for what runs in threads: the tsan preset is about those.
function(keisan_add_eval_test name)
    cmake_parse_arguments(arg "" "" "SOURCES;LIBRARIES;LABELS" ${ARGN})
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE ${arg_LIBRARIES} keisan_options GTest::gtest_main)
    keisan_note_labels(${name} ${arg_LABELS})
    gtest_discover_tests(${name} DISCOVERY_TIMEOUT 60 PROPERTIES TIMEOUT 300 LABELS "${arg_LABELS}")
endfunction()

# keisan_add_qt_test(name SOURCES... LIBRARIES... [LABELS...]): a Qt Test program, one ctest test, without a display.
function(keisan_add_qt_test name)
    cmake_parse_arguments(arg "" "" "SOURCES;LIBRARIES;LABELS" ${ARGN})
    add_executable(${name} ${arg_SOURCES})
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    target_link_libraries(${name} PRIVATE ${arg_LIBRARIES} keisan_qt_options Qt6::Test)
    keisan_note_labels(${name} ${arg_LABELS})
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES LABELS "${arg_LABELS}" TIMEOUT 300 ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8")
endfunction()
