# SPDX-FileCopyrightText: The Outlet developers
# SPDX-License-Identifier: MIT
#
# Read by CPack itself, for what its variables can't say for one generator alone.
if(CPACK_GENERATOR STREQUAL "RPM" AND CPACK_OUTLET_LIBDIR MATCHES "/")
    message(FATAL_ERROR "Libraries in ${CPACK_OUTLET_LIBDIR} are for Debian. "
        "packaging/linux/make-packages.sh makes rpms with Fedora's folder.")
endif()
if(CPACK_GENERATOR STREQUAL "DEB")
    # Each package has a first line of its own.
    set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "")
    # Debian's Qt WebSockets makes whoever links it depend on exactly its version, for those who use
    # its private parts. Outlet does not, and Qt keeps the rest: so the package installs on later
    # releases, too.
    set(SHLIBDEPS_EXECUTABLE dpkg-shlibdeps -xqt6-websockets-abi)
endif()
