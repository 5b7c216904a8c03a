# SPDX-FileCopyrightText: The Outlet developers
# SPDX-License-Identifier: MIT
#
# CPack's settings for .deb and .rpm, and what each package needs beyond the libraries that its
# programs link, which dpkg-shlibdeps and rpm find by themselves.

set(outlet_components daemon development)
set(outlet_packages outletd liboutlet-dev)
if(OUTLET_BUILD_DESKTOP)
    list(PREPEND outlet_components desktop)
    list(PREPEND outlet_packages outlet)
endif()

# The QML modules that the interface imports, and what those import in turn. Nothing finds them while
# linking: packaging/linux/check.sh does, and fails when one is missing here.
set(outlet_deb_qml
    qml6-module-qtqml qml6-module-qtqml-models qml6-module-qtqml-workerscript
    qml6-module-qtquick qml6-module-qtquick-controls qml6-module-qtquick-layouts
    qml6-module-qtquick-shapes qml6-module-qtquick-templates qml6-module-qtquick-window)
set(outlet_rpm_qml "qt6-qtdeclarative") # Fedora has all of these in one

set(CPACK_VERBATIM_VARIABLES ON)
set(CPACK_PACKAGE_NAME outlet)
set(CPACK_PACKAGE_VENDOR "The Outlet developers")
set(CPACK_PACKAGE_CONTACT "The Outlet developers <maintainers@outlet.example>")
set(CPACK_PACKAGE_HOMEPAGE_URL ${PROJECT_HOMEPAGE_URL})
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY ${PROJECT_DESCRIPTION})
set(CPACK_RESOURCE_FILE_LICENSE ${CMAKE_SOURCE_DIR}/LICENSE)
set(CPACK_PACKAGE_DIRECTORY ${CMAKE_BINARY_DIR}/packages)
set(CPACK_PACKAGING_INSTALL_PREFIX ${CMAKE_INSTALL_PREFIX}) # /usr in the presets that package
set(CPACK_COMPONENTS_ALL ${outlet_components})
set(CPACK_COMPONENTS_GROUPING IGNORE) # a package for each component
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_THREADS 0)

set(CPACK_OUTLET_LIBDIR ${CMAKE_INSTALL_LIBDIR}) # what cpack-project.cmake looks at
set(CPACK_PROJECT_CONFIG_FILE ${CMAKE_CURRENT_SOURCE_DIR}/cpack-project.cmake)

# The first line is the summary.
set(about "Etekcity and VeSync \"Voltson\" wifi outlets call the vendor's cloud and
obey whoever answers. Outlet answers, on a computer at home: no account,
no cloud, and nothing leaves the house.")
set(CPACK_COMPONENT_DESKTOP_DESCRIPTION "own your Etekcity / VeSync wifi outlets
${about}
.
This is the desktop app: outlets as cards with a switch and live power,
energy and cost over years, and everything for setting outlets up.")
set(CPACK_COMPONENT_DAEMON_DESCRIPTION "own your Etekcity / VeSync wifi outlets, without a window
${about}
.
This is the daemon outletd, the command line outletctl that drives it or
the desktop app, and outlet-sim, which simulates outlets. None of them
needs a display or its libraries.")
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION "C++ framework for Etekcity / VeSync wifi outlets
Static libraries, headers and a CMake package: the protocol, the living
model of outlets, the server that they connect to, and the history of
what they measured.")

# --- .deb ---
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
list(JOIN outlet_deb_qml ", " qml)
set(CPACK_DEBIAN_DESKTOP_PACKAGE_NAME outlet)
set(CPACK_DEBIAN_DESKTOP_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_DESKTOP_PACKAGE_DEPENDS "${qml}, libqt6sql6-sqlite, libqt6svg6, hicolor-icon-theme")
set(CPACK_DEBIAN_DESKTOP_PACKAGE_RECOMMENDS "qt6-wayland")
set(CPACK_DEBIAN_DESKTOP_PACKAGE_SUGGESTS "outletd")
set(CPACK_DEBIAN_DAEMON_PACKAGE_NAME outletd)
set(CPACK_DEBIAN_DAEMON_PACKAGE_SECTION net)
set(CPACK_DEBIAN_DAEMON_PACKAGE_DEPENDS "adduser, debconf (>= 0.5) | debconf-2.0, libqt6sql6-sqlite")
set(CPACK_DEBIAN_DAEMON_PACKAGE_CONTROL_EXTRA ${CMAKE_CURRENT_BINARY_DIR}/control/outletd/conffiles)
set(CPACK_DEBIAN_DESKTOP_PACKAGE_CONTROL_EXTRA ${CMAKE_CURRENT_BINARY_DIR}/control/outlet/conffiles)
foreach(package outlet outletd)
    file(CONFIGURE OUTPUT control/${package}/conffiles CONTENT "/etc/ufw/applications.d/${package}\n")
endforeach()
foreach(script config postinst prerm postrm templates)
    list(APPEND CPACK_DEBIAN_DAEMON_PACKAGE_CONTROL_EXTRA
        ${CMAKE_CURRENT_SOURCE_DIR}/deb/outletd/${script})
endforeach()
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME liboutlet-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SHLIBDEPS OFF)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "qt6-base-dev (>= 6.4), libssl-dev")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_RECOMMENDS "cmake, g++")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SUGGESTS "libqt6sql6-sqlite, outletd")

# --- .rpm, with Fedora's names ---
set(CPACK_RPM_COMPONENT_INSTALL ON)
set(CPACK_RPM_FILE_NAME RPM-DEFAULT)
set(CPACK_RPM_PACKAGE_LICENSE MIT)
set(CPACK_RPM_PACKAGE_RELEASE 1)
set(CPACK_RPM_COMPRESSION_TYPE xz)
set(CPACK_RPM_PACKAGE_AUTOREQ ON)
set(CPACK_RPM_PACKAGE_RELOCATABLE OFF)
# Folders that belong to the system and to other packages.
foreach(folder IN ITEMS bash-completion bash-completion/completions fish fish/vendor_completions.d
        icons man metainfo mime mime/packages zsh zsh/site-functions)
    list(APPEND CPACK_RPM_EXCLUDE_FROM_AUTO_FILELIST_ADDITION /usr/share/${folder})
endforeach()
set(icon_folders /usr/share/icons/hicolor)
foreach(size IN ITEMS 16x16 22x22 24x24 32x32 48x48 64x64 128x128 256x256 512x512 scalable)
    list(APPEND icon_folders /usr/share/icons/hicolor/${size} /usr/share/icons/hicolor/${size}/apps)
endforeach()
list(APPEND CPACK_RPM_EXCLUDE_FROM_AUTO_FILELIST_ADDITION ${icon_folders}
    /etc/ufw /etc/ufw/applications.d /usr/share/man/man1 /usr/lib/firewalld
    /usr/lib/firewalld/services /usr/lib/systemd /usr/lib/systemd/system /usr/lib/systemd/user
    /usr/lib/sysusers.d)
set(CPACK_RPM_DAEMON_POST_INSTALL_SCRIPT_FILE ${CMAKE_CURRENT_SOURCE_DIR}/rpm/outletd.post)
set(CPACK_RPM_DAEMON_PRE_UNINSTALL_SCRIPT_FILE ${CMAKE_CURRENT_SOURCE_DIR}/rpm/outletd.preun)
set(CPACK_RPM_DESKTOP_PACKAGE_NAME outlet)
set(CPACK_RPM_DESKTOP_PACKAGE_GROUP "Applications/Internet")
set(CPACK_RPM_DESKTOP_PACKAGE_REQUIRES "${outlet_rpm_qml}, qt6-qtbase, qt6-qtsvg, hicolor-icon-theme")
set(CPACK_RPM_DAEMON_PACKAGE_NAME outletd)
set(CPACK_RPM_DAEMON_PACKAGE_GROUP "System Environment/Daemons")
set(CPACK_RPM_DAEMON_PACKAGE_REQUIRES "qt6-qtbase, systemd")
set(CPACK_RPM_DESKTOP_USER_FILELIST "%config(noreplace) /etc/ufw/applications.d/outlet")
set(CPACK_RPM_DAEMON_USER_FILELIST "%config(noreplace) /etc/ufw/applications.d/outletd")
set(CPACK_RPM_DEVELOPMENT_PACKAGE_NAME outlet-devel)
set(CPACK_RPM_DEVELOPMENT_PACKAGE_GROUP "Development/Libraries")
set(CPACK_RPM_DEVELOPMENT_PACKAGE_REQUIRES "qt6-qtbase-devel >= 6.4, openssl-devel")
