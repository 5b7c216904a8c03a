# SPDX-FileCopyrightText: The Outlet developers
# SPDX-License-Identifier: MIT
#
# Writes the three manifests that winget wants of a release, from its installer:
#   cmake -DSETUP=outlet-1.2.3-windows-x64-setup.exe -DURL=https://... -DFOLDER=winget \
#       -P packaging/windows/winget/make.cmake
cmake_minimum_required(VERSION 3.25)
foreach(name IN ITEMS SETUP URL FOLDER)
    if(NOT ${name})
        message(FATAL_ERROR "Say -D${name}=...")
    endif()
endforeach()
if(NOT SETUP MATCHES "outlet-([0-9]+\\.[0-9]+\\.[0-9]+)-windows-x64-setup\\.exe$")
    message(FATAL_ERROR "${SETUP} is not named like an installer of Outlet.")
endif()
set(VERSION ${CMAKE_MATCH_1})
file(SHA256 ${SETUP} SHA256)
string(TOUPPER ${SHA256} SHA256)
string(TIMESTAMP DATE "%Y-%m-%d" UTC)
file(STRINGS ${CMAKE_CURRENT_LIST_DIR}/../../../CMakeLists.txt homepage REGEX "HOMEPAGE_URL \"")
string(REGEX REPLACE ".*\"(.*)\".*" "\\1" HOMEPAGE "${homepage}")
set(id TheOutletDevelopers.Outlet)
configure_file(${CMAKE_CURRENT_LIST_DIR}/version.yaml.in ${FOLDER}/${id}.yaml @ONLY)
configure_file(${CMAKE_CURRENT_LIST_DIR}/installer.yaml.in ${FOLDER}/${id}.installer.yaml @ONLY)
configure_file(${CMAKE_CURRENT_LIST_DIR}/locale.en-US.yaml.in ${FOLDER}/${id}.locale.en-US.yaml @ONLY)
