#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Outlet developers
# SPDX-License-Identifier: MIT
#
# Configures Outlet for Windows and compiles every source that Windows would get, with MinGW and warnings
# as errors, without a Qt for Windows: Qt's and OpenSSL's headers of this computer stand in. Nothing is
# linked or run; that needs the real libraries (packaging/README.md).
#   packaging/windows/check-compile.sh [BUILD-FOLDER [TARGET...]]
# A TARGET is a folder below the source, such as src/server; without one, everything is compiled.
set -euo pipefail
cd "$(dirname "$0")/../.."
build=${1:-build-check-windows}
shift || true
multiarch=$(gcc -print-multiarch)

# OpenSSL's headers lie among those of Linux, which MinGW must not see.
mkdir -p "$build/stand-in/include/openssl" "$build/stand-in/lib"
ln -sf /usr/include/openssl/*.h "/usr/include/$multiarch/openssl"/*.h "$build/stand-in/include/openssl/"
x86_64-w64-mingw32-ar rcs "$build/stand-in/lib/libcrypto.a"
stand_in=$(cd "$build/stand-in" && pwd)

cmake -S . -B "$build" -G Ninja \
    -DCMAKE_TOOLCHAIN_FILE="$PWD/packaging/windows/mingw-w64.cmake" \
    -DCMAKE_PREFIX_PATH="/usr/lib/$multiarch/cmake;$stand_in" \
    -DCMAKE_PROJECT_Outlet_INCLUDE="$PWD/packaging/windows/check-compile.cmake" \
    -DOUTLET_PRETENDED_LIBRARY="$stand_in/lib/libcrypto.a" \
    -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS_DEBUG=-O0 -DOUTLET_PCH=ON -DOUTLET_WERROR=ON

mapfile -t objects < <(ninja -C "$build" -t targets all | sed -n 's/^\(.*\.obj\): .*/\1/p')
if [ $# -gt 0 ]; then
    wanted=()
    for folder in "$@"; do
        for object in "${objects[@]}"; do
            case $object in "$folder"/*) wanted+=("$object") ;; esac
        done
    done
    objects=("${wanted[@]}")
fi
ninja -C "$build" -k 0 "${objects[@]}"
echo "${#objects[@]} objects compile for Windows"
