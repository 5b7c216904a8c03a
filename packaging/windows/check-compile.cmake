# SPDX-FileCopyrightText: The Outlet developers
# SPDX-License-Identifier: MIT
#
# Part of check-compile.sh: libraries for Linux stand in for those of Windows, so nothing can be linked.
# CMake wants to know an import library of each all the same.
function(outlet_pretend_import_libraries)
    get_directory_property(targets DIRECTORY ${CMAKE_SOURCE_DIR} IMPORTED_TARGETS)
    foreach(target IN LISTS targets)
        get_target_property(type ${target} TYPE)
        if(type STREQUAL "SHARED_LIBRARY")
            set_target_properties(${target} PROPERTIES IMPORTED_IMPLIB ${OUTLET_PRETENDED_LIBRARY})
        endif()
    endforeach()
endfunction()
cmake_language(DEFER DIRECTORY ${CMAKE_SOURCE_DIR} CALL outlet_pretend_import_libraries)

# Some tests wait for the programs that they start: an empty file does as one.
set(CMAKE_CXX_LINK_EXECUTABLE "${CMAKE_COMMAND} -E touch <TARGET>")
