# SPDX-License-Identifier: MIT
# keisan_options: what every target of ours is compiled with. Link it PRIVATE.
add_library(keisan_options INTERFACE)
target_include_directories(keisan_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_options(keisan_options INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow)
if(CMAKE_CXX_COMPILER_ID MATCHES Clang)
    # clang asks for braces that C++ does not need around a base in an aggregate; g++ does not.
    target_compile_options(keisan_options INTERFACE -Wno-missing-braces)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    # g++ 12 sees overlaps in std::string's own operator+ that are not there (GCC bug 105651).
    target_compile_options(keisan_options INTERFACE -Wno-restrict)
endif()
target_compile_definitions(keisan_options INTERFACE KEISAN_VERSION="${PROJECT_VERSION}")
if(KEISAN_WARNINGS_AS_ERRORS)
    target_compile_options(keisan_options INTERFACE -Werror)
endif()
if(KEISAN_SANITIZERS)
    set(flags -fsanitize=${KEISAN_SANITIZERS} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_compile_options(keisan_options INTERFACE ${flags})
    target_compile_definitions(keisan_options INTERFACE _GLIBCXX_ASSERTIONS) # std::string_view().front() and the like
    target_link_options(keisan_options INTERFACE ${flags})
endif()
if(KEISAN_FUZZ)
    # What libFuzzer follows is the library too, not only its targets.
    target_compile_options(keisan_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
if(KEISAN_CLANG_TIDY)
    find_program(KEISAN_CLANG_TIDY_PROGRAM NAMES clang-tidy-14 clang-tidy REQUIRED)
    set(CMAKE_CXX_CLANG_TIDY ${KEISAN_CLANG_TIDY_PROGRAM} --quiet)
    # What Qt's tools generate lies below the build folder and is not ours to judge.
    file(WRITE ${CMAKE_BINARY_DIR}/.clang-tidy "Checks: '-*,misc-definitions-in-headers'\n")
endif()
