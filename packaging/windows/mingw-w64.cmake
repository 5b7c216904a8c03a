# SPDX-FileCopyrightText: The Outlet developers
# SPDX-License-Identifier: MIT
#
# Builds Outlet for 64-bit Windows on Linux, with MinGW-w64:
#   cmake -S . -B build-windows -G Ninja -DCMAKE_TOOLCHAIN_FILE=packaging/windows/mingw-w64.cmake \
#       -DCMAKE_PREFIX_PATH="/opt/qt-windows;/opt/openssl-windows" -DQT_HOST_PATH=/usr
# CMAKE_PREFIX_PATH: where Qt and OpenSSL for Windows are. QT_HOST_PATH: a Qt of this computer of the
# same version, for moc, rcc and the QML tools; without it, the one in /usr.
# Tests are run by Wine when it is there (CMAKE_CROSSCOMPILING_EMULATOR chooses another).
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)

# What CMake hands to the little projects with which it tries the compiler.
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES CMAKE_PREFIX_PATH)

# Debian has two threading models under names of their own; std::mutex needs this one.
set(triple x86_64-w64-mingw32)
find_program(OUTLET_MINGW_CC NAMES ${triple}-gcc-posix ${triple}-gcc REQUIRED)
find_program(OUTLET_MINGW_CXX NAMES ${triple}-g++-posix ${triple}-g++ REQUIRED)
find_program(OUTLET_MINGW_RC NAMES ${triple}-windres REQUIRED)
set(CMAKE_C_COMPILER ${OUTLET_MINGW_CC})
set(CMAKE_CXX_COMPILER ${OUTLET_MINGW_CXX})
set(CMAKE_RC_COMPILER ${OUTLET_MINGW_RC})

# Programs come from this computer, everything else from the compiler and the prefix.
set(CMAKE_FIND_ROOT_PATH /usr/${triple} ${CMAKE_PREFIX_PATH})
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)

# Debian keeps the packages of Qt's tools in a folder that CMake does not look into for Windows.
if(NOT QT_HOST_PATH)
    set(QT_HOST_PATH /usr CACHE PATH "Qt of this computer, for its tools")
endif()
if(NOT QT_HOST_PATH_CMAKE_DIR)
    file(GLOB host_info ${QT_HOST_PATH}/lib/*/cmake/Qt6HostInfo ${QT_HOST_PATH}/lib*/cmake/Qt6HostInfo)
    if(host_info)
        list(GET host_info 0 host_info)
        get_filename_component(host_info ${host_info} DIRECTORY)
        set(QT_HOST_PATH_CMAKE_DIR ${host_info} CACHE PATH "CMake packages of Qt's tools")
    endif()
endif()

# The compiler's own libraries, which programs need while they run.
set(OUTLET_MINGW_RUNTIME)
foreach(library libstdc++-6.dll libwinpthread-1.dll)
    execute_process(COMMAND ${OUTLET_MINGW_CXX} -print-file-name=${library}
        OUTPUT_VARIABLE place OUTPUT_STRIP_TRAILING_WHITESPACE)
    if(IS_ABSOLUTE "${place}")
        get_filename_component(place ${place} REALPATH)
        get_filename_component(place ${place} DIRECTORY)
        list(APPEND OUTLET_MINGW_RUNTIME ${place})
    endif()
endforeach()

if(NOT CMAKE_CROSSCOMPILING_EMULATOR)
    find_program(OUTLET_WINE NAMES wine64 wine)
    if(OUTLET_WINE)
        set(CMAKE_CROSSCOMPILING_EMULATOR ${OUTLET_WINE})
    endif()
endif()
