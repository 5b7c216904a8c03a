# SPDX-FileCopyrightText: The Outlet developers
# SPDX-License-Identifier: MIT
#
# Puts beside the installed programs what they need of Qt, OpenSSL and the compiler. Runs while
# installing; works the same on Windows and cross-built, where Qt's own deployment tool does not run.
#   folder: where the programs go           qt_plugins, qt_qml: folders of Qt
#   programs: as they were built, since beside the installed ones may lie what was installed before
#   scanner: qmlimportscanner, or empty     qml_source: our QML            search: folders with libraries
#   objdump: of the compiler; empty with MSVC, whose dumpbin CMake finds
#   system_libraries: the compiler's import libraries of Windows; empty on Windows, which has the real ones
#   scratch: a folder that may be emptied  strip: of the compiler, or empty
cmake_minimum_required(VERSION 3.25) # install scripts have no policies of their own

set(plugins
    platforms/qwindows sqldrivers/qsqlite iconengines/qsvgicon imageformats/qsvg
    styles/qwindowsvistastyle styles/qmodernwindowsstyle printsupport/windowsprintersupport
    tls/qschannelbackend)
set(needed_plugins platforms/qwindows sqldrivers/qsqlite) # others are named differently from version to version
if(NOT scanner)
    set(plugins sqldrivers/qsqlite)
    set(needed_plugins ${plugins})
endif()

set(modules)
foreach(plugin IN LISTS plugins)
    set(file ${qt_plugins}/${plugin}.dll)
    get_filename_component(kind ${plugin} DIRECTORY)
    if(EXISTS ${file})
        file(INSTALL ${file} DESTINATION ${folder}/plugins/${kind})
        list(APPEND modules ${file})
    elseif(plugin IN_LIST needed_plugins)
        message(FATAL_ERROR "Qt for Windows has no ${file}, without which Outlet does not start.")
    endif()
endforeach()

# Every QML module that our interface imports, and what those import in turn.
if(scanner)
    execute_process(COMMAND ${scanner} -rootPath ${qml_source} -importPath ${qt_qml}
        OUTPUT_VARIABLE imports COMMAND_ERROR_IS_FATAL ANY)
    string(JSON last LENGTH ${imports})
    math(EXPR last "${last} - 1")
    set(names)
    foreach(i RANGE ${last})
        string(JSON type GET ${imports} ${i} type)
        string(JSON name ERROR_VARIABLE error GET ${imports} ${i} name)
        if(NOT type STREQUAL "module" OR name STREQUAL "Outlet" OR name IN_LIST names)
            continue()
        endif()
        list(APPEND names ${name})
        string(JSON path ERROR_VARIABLE error GET ${imports} ${i} path)
        if(error)
            message(FATAL_ERROR "The QML module ${name} is not in ${qt_qml}.")
        endif()
        file(RELATIVE_PATH place ${qt_qml} ${path})
        file(GLOB files LIST_DIRECTORIES FALSE ${path}/*)
        list(FILTER files EXCLUDE REGEX "\\.(pdb|debug|qmltypes)$")
        foreach(file IN LISTS files)
            string(REGEX REPLACE "d\\.dll$" ".dll" release ${file})
            if(NOT release STREQUAL file AND EXISTS ${release})
                continue() # Qt's debug library lies beside the one that is shipped
            endif()
            file(INSTALL ${file} DESTINATION ${folder}/qml/${place})
            if(file MATCHES "\\.dll$")
                list(APPEND modules ${file})
            endif()
        endforeach()
    endforeach()
    list(JOIN names ", " names)
    message(STATUS "QML modules: ${names}")
endif()

file(WRITE ${folder}/qt.conf "[Paths]\nPrefix=.\nPlugins=plugins\nQmlImports=qml\n")

if(objdump)
    set(CMAKE_GET_RUNTIME_DEPENDENCIES_PLATFORM windows+pe)
    set(CMAKE_GET_RUNTIME_DEPENDENCIES_TOOL objdump)
    set(CMAKE_GET_RUNTIME_DEPENDENCIES_COMMAND ${objdump})
endif()
set(places ${search})
# CMake asks for "qt6core.dll", and only Windows takes Qt6Core.dll for it.
if(NOT CMAKE_HOST_WIN32)
    file(REMOVE_RECURSE ${scratch})
    file(MAKE_DIRECTORY ${scratch})
    foreach(place IN LISTS search)
        file(GLOB libraries ${place}/*.dll)
        foreach(library IN LISTS libraries)
            get_filename_component(name ${library} NAME)
            string(TOLOWER ${name} name)
            if(NOT EXISTS ${scratch}/${name})
                file(CREATE_LINK ${library} ${scratch}/${name} SYMBOLIC)
            endif()
        endforeach()
    endforeach()
    set(search ${scratch})
endif()
file(GET_RUNTIME_DEPENDENCIES
    EXECUTABLES ${programs} MODULES ${modules}
    DIRECTORIES ${search}
    RESOLVED_DEPENDENCIES_VAR found UNRESOLVED_DEPENDENCIES_VAR unknown
    PRE_EXCLUDE_REGEXES "^api-ms-" "^ext-ms-" # names that only Windows resolves
    POST_EXCLUDE_REGEXES "[Ww][Ii][Nn][Dd][Oo][Ww][Ss][/\\\\][Ss]ystem32")
# Without a Windows, its own libraries are those that the compiler can link to.
set(missing)
foreach(library IN LISTS unknown)
    string(TOLOWER ${library} name)
    string(REGEX REPLACE "\\.(dll|drv)$" "" name ${name})
    if(NOT EXISTS ${system_libraries}/lib${name}.a AND NOT name MATCHES "^(uiautomationcore|icu.*)$")
        list(APPEND missing ${library})
    endif()
endforeach()
if(missing)
    list(JOIN missing ", " missing)
    message(FATAL_ERROR "These libraries were not found in ${places}: ${missing}. "
        "Give their folder in CMAKE_PREFIX_PATH.")
endif()
foreach(file IN LISTS found)
    if(NOT CMAKE_HOST_WIN32)
        file(READ_SYMLINK ${file} file)
    endif()
    file(INSTALL ${file} DESTINATION ${folder} FOLLOW_SYMLINK_CHAIN)
    if(strip AND CMAKE_INSTALL_DO_STRIP) # MinGW's libstdc++ has ten times its size in symbols
        get_filename_component(name ${file} NAME)
        execute_process(COMMAND ${strip} ${folder}/${name} COMMAND_ERROR_IS_FATAL ANY)
    endif()
endforeach()
list(LENGTH found count)
message(STATUS "${count} libraries are deployed")
