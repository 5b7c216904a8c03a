#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Outlet developers
# SPDX-License-Identifier: MIT
#
# Builds what a cross build of Outlet without its desktop app needs, with MinGW, from the sources of this
# Debian: Qt (Core, Network, Sql with SQLite, Test, WebSockets), SQLite and OpenSSL's libcrypto. The version
# is that of the Qt in /usr, whose moc and rcc are used. About 500 steps; ends what an earlier run began.
#   packaging/windows/build-qt.sh PREFIX [SCRATCH-FOLDER]
# Needs the build packages of packaging/linux/packages.sh and g++-mingw-w64-x86-64-posix, dpkg-dev, perl, tcl.
set -euo pipefail
windows=$(cd "$(dirname "$0")" && pwd)
prefix=$(mkdir -p "$1" && cd "$1" && pwd)
scratch=$(mkdir -p "${2:-/tmp/outlet-qt-windows}" && cd "${2:-/tmp/outlet-qt-windows}" && pwd)
jobs=$(nproc)
mkdir -p "$scratch"/{apt/lists/partial,apt/cache,source,qtbase,qtwebsockets,openssl,sqlite} "$prefix"/{bin,include,lib}

# The same Debian's sources, without changing what the system has.
sed 's/^Types:.*/Types: deb-src/' /etc/apt/sources.list.d/debian.sources >"$scratch/apt/debian.sources"
apt=(-o Dir::Etc::SourceList=/dev/null -o Dir::Etc::SourceParts="$scratch/apt"
    -o Dir::State::Lists="$scratch/apt/lists" -o Dir::Cache="$scratch/apt/cache" -o APT::Sandbox::User=root)
apt-get "${apt[@]}" update -qq
fetch() { # fetch PACKAGE: prints where its source lies
    if [ ! -e "$scratch/source/$1/.there" ]; then
        mkdir -p "$scratch/source/$1"
        (cd "$scratch/source/$1" && apt-get "${apt[@]}" source -qq "$1" >&2)
        touch "$scratch/source/$1/.there"
    fi
    find "$scratch/source/$1" -mindepth 1 -maxdepth 1 -type d
}

if [ ! -e "$prefix/lib/libsqlite3.a" ]; then
    from=$(fetch sqlite3)
    (cd "$scratch/sqlite" && "$from/configure" --disable-readline >configure.log && make sqlite3.c >make.log)
    x86_64-w64-mingw32-gcc -O2 -DSQLITE_ENABLE_FTS5 -DSQLITE_ENABLE_COLUMN_METADATA \
        -c "$scratch/sqlite/sqlite3.c" -o "$scratch/sqlite/sqlite3.o"
    x86_64-w64-mingw32-ar rcs "$prefix/lib/libsqlite3.a" "$scratch/sqlite/sqlite3.o"
    cp "$scratch/sqlite/sqlite3.h" "$prefix/include/"
fi

# libcrypto alone, without what nobody here asks it for.
if [ ! -e "$prefix/lib/libcrypto.dll.a" ]; then
    from=$(fetch openssl)
    cd "$scratch/openssl"
    "$from/Configure" mingw64 --cross-compile-prefix=x86_64-w64-mingw32- --prefix="$prefix" --libdir=lib \
        --openssldir=C:/openssl shared no-tests no-asm no-engine no-legacy no-capieng no-dtls no-srp no-cms \
        no-cmp no-ts no-ct no-ocsp no-gost >configure.log
    make -j "$jobs" build_generated >make.log
    make -j "$jobs" libcrypto-3-x64.dll libcrypto.dll.a >>make.log
    mkdir -p "$prefix/include/openssl"
    cp "$from"/include/openssl/*.h "$prefix/include/openssl/"
    cp -f include/openssl/*.h "$prefix/include/openssl/"
    cp libcrypto-3-x64.dll "$prefix/bin/"
    cp libcrypto.dll.a "$prefix/lib/"
fi

qt() { # qt SOURCE BUILD ARGUMENT...: configures, builds and installs one part of Qt
    local from=$1 build=$2
    shift 2
    cmake -S "$from" -B "$build" -G Ninja -DCMAKE_TOOLCHAIN_FILE="$windows/mingw-w64.cmake" \
        -DCMAKE_PREFIX_PATH="$prefix" -DCMAKE_INSTALL_PREFIX="$prefix" -DQT_HOST_PATH=/usr \
        -DCMAKE_BUILD_TYPE=Release -DBUILD_WITH_PCH=ON -DQT_BUILD_TESTS=OFF -DQT_BUILD_EXAMPLES=OFF "$@" \
        >"$build/configure.log"
    cmake --build "$build" -j "$jobs"
    cmake --install "$build" >"$build/install.log"
}
qt "$(fetch qt6-base)" "$scratch/qtbase" -DFEATURE_gui=OFF -DFEATURE_widgets=OFF -DFEATURE_printsupport=OFF \
    -DFEATURE_xml=OFF -DFEATURE_dbus=OFF -DFEATURE_sql_odbc=OFF -DFEATURE_system_sqlite=ON
qt "$(fetch qt6-websockets)" "$scratch/qtwebsockets"
echo "Qt for Windows is in $prefix"
