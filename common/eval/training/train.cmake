# SPDX-License-Identifier: MIT
# Runs PROGRAM with LINES and lays what its objects counted (FROM) beside the objects that are to use it (TO).
file(GLOB_RECURSE old ${FROM}/*.gcda)
if(old)
    file(REMOVE ${old}) # a second run would be added to the first
endif()
execute_process(COMMAND ${PROGRAM} ${LINES} COMMAND_ERROR_IS_FATAL ANY)
file(GLOB_RECURSE counted RELATIVE ${FROM} ${FROM}/*.gcda)
if(NOT counted)
    message(FATAL_ERROR "The run of ${PROGRAM} left no counts below ${FROM}")
endif()
foreach(count IN LISTS counted)
    get_filename_component(folder ${TO}/${count} DIRECTORY)
    file(COPY ${FROM}/${count} DESTINATION ${folder})
endforeach()
