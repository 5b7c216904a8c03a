# SPDX-FileCopyrightText: The Outlet developers
# SPDX-License-Identifier: MIT

# outlet_add_program_resources(<program> <description>): what Windows shows of a program (icon, version)
# and how it treats it (manifest: sharp on every screen, long paths, UTF-8). Nothing elsewhere.
function(outlet_add_program_resources program description)
    if(NOT WIN32)
        return()
    endif()
    set(OUTLET_RC_PROGRAM ${program})
    set(OUTLET_RC_DESCRIPTION ${description})
    set(OUTLET_RC_FOLDER ${CMAKE_SOURCE_DIR}/packaging/windows)
    configure_file(${OUTLET_RC_FOLDER}/program.rc.in ${CMAKE_CURRENT_BINARY_DIR}/${program}.rc @ONLY)
    target_sources(${program} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/${program}.rc)
    set_source_files_properties(${CMAKE_CURRENT_BINARY_DIR}/${program}.rc PROPERTIES
        OBJECT_DEPENDS "${OUTLET_RC_FOLDER}/outlet.ico;${OUTLET_RC_FOLDER}/outlet.manifest")
    if(MSVC)
        target_link_options(${program} PRIVATE /MANIFEST:NO) # the resource has it
    endif()
endfunction()
