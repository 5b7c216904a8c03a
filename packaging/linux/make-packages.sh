#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Outlet developers
# SPDX-License-Identifier: MIT
#
# Makes Linux packages of what is built, all from one build.
#   packaging/linux/make-packages.sh BUILD_FOLDER [deb] [rpm] [archive]       default: all three
set -euo pipefail
build=$(cd "$1" && pwd)
cd "$(dirname "$0")/../.."
shift
[ $# -gt 0 ] || set -- deb rpm archive
# shellcheck source=packages.sh
. packaging/linux/packages.sh

made() { # the generator speaks of every file that it installs
    (cd "$build" && cpack -G "$1") >"$build/cpack.txt" 2>&1 || { cat "$build/cpack.txt" >&2; return 1; }
    grep 'generated' "$build/cpack.txt"
}
for kind in "$@"; do
    case $kind in
    deb)
        install_missing "${packages_deb[@]}"
        made DEB
        ;;
    rpm)
        # Fedora's folder for libraries is another one. Nothing is built anew for it.
        install_missing "${packages_rpm[@]}"
        libdir=$(sed -n 's/^CMAKE_INSTALL_LIBDIR:[A-Z]*=//p' "$build/CMakeCache.txt")
        cmake -DCMAKE_INSTALL_LIBDIR="lib$(getconf LONG_BIT | sed 's/32//')" "$build" >/dev/null
        made RPM || { cmake -DCMAKE_INSTALL_LIBDIR="$libdir" "$build" >/dev/null; exit 1; }
        cmake -DCMAKE_INSTALL_LIBDIR="$libdir" "$build" >/dev/null
        ;;
    archive)
        install_missing "${packages_archive[@]}"
        packaging/linux/tarball.sh "$build" >/dev/null
        ;;
    *)
        printf '%s is none of deb, rpm and archive\n' "$kind" >&2
        exit 2
        ;;
    esac
done
(cd "$build/packages" && find . -maxdepth 1 -type f \( -name '*.deb' -o -name '*.rpm' -o -name '*.xz' \) \
    -printf '%9s  %f\n' | sort -k2)
