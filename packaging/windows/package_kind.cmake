# SPDX-FileCopyrightText: The Outlet developers
# SPDX-License-Identifier: MIT
#
# Read by CPack before each kind of package.
if(CPACK_GENERATOR STREQUAL "NSIS")
    set(CPACK_PACKAGE_FILE_NAME outlet-${CPACK_PACKAGE_VERSION}-windows-x64-setup)
elseif(CPACK_GENERATOR STREQUAL "ZIP")
    set(CPACK_PACKAGE_FILE_NAME outlet-${CPACK_PACKAGE_VERSION}-windows-x64-portable)
    set(CPACK_PRE_BUILD_SCRIPTS ${CPACK_OUTLET_FOLDER}/mark_portable.cmake)
endif()
