# SPDX-FileCopyrightText: The Outlet developers
# SPDX-License-Identifier: MIT
#
# CPack's settings for the Windows installer (NSIS) and the portable zip. check-installer.sh uses them, too.
set(CPACK_GENERATOR NSIS ZIP)
set(CPACK_PACKAGE_NAME outlet)
set(CPACK_PACKAGE_VENDOR "The Outlet developers")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY ${PROJECT_DESCRIPTION})
set(CPACK_PACKAGE_HOMEPAGE_URL ${PROJECT_HOMEPAGE_URL})
set(CPACK_RESOURCE_FILE_LICENSE ${CMAKE_CURRENT_LIST_DIR}/../../LICENSE)
set(CPACK_PACKAGE_DIRECTORY ${CMAKE_BINARY_DIR}/packages)
set(CPACK_PACKAGE_INSTALL_DIRECTORY Outlet)
set(CPACK_PACKAGE_INSTALL_REGISTRY_KEY Outlet)
set(CPACK_STRIP_FILES ON)

# One package with all that users need; the framework is for who builds from source.
set(CPACK_MONOLITHIC_INSTALL ON)
set(CPACK_INSTALL_CMAKE_PROJECTS)
foreach(component IN ITEMS desktop daemon windows)
    list(APPEND CPACK_INSTALL_CMAKE_PROJECTS ${CMAKE_BINARY_DIR} ${PROJECT_NAME} ${component} /)
endforeach()

# The installer's script is ours: packaging/windows/NSIS.template.in.
list(PREPEND CMAKE_MODULE_PATH ${CMAKE_CURRENT_LIST_DIR})
set(CPACK_MODULE_PATH ${CMAKE_CURRENT_LIST_DIR})
set(CPACK_NSIS_DISPLAY_NAME Outlet)
if(NOT CMAKE_HOST_WIN32)
    # Debian's NSIS can make a 64-bit installer, which Wine runs without its 32-bit half. That for Windows
    # makes 32-bit ones, which every 64-bit Windows runs.
    set(CPACK_NSIS_DEFINES "Target amd64-unicode")
endif()
set(CPACK_OUTLET_FOLDER ${CMAKE_CURRENT_LIST_DIR})

# Names, and the mark that makes the zip keep its data beside the program.
set(CPACK_PROJECT_CONFIG_FILE ${CMAKE_CURRENT_LIST_DIR}/package_kind.cmake)
