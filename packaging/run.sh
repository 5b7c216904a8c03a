#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Outlet developers
# SPDX-License-Identifier: MIT
#
# Installs what is missing, builds Outlet, and starts it with eight simulated outlets.
# Arguments are handed to the app; without any, it is started with --demo.
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/linux/packages.sh
install_missing "${packages_build[@]}" "${packages_run[@]}"

[ -f build-release/CMakeCache.txt ] || cmake --preset release -DOUTLET_BUILD_TESTS=OFF
cmake --build --preset release -j "$(nproc)"

if [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    cat <<'TEXT'

Outlet is built, but there is no display here to show its window on.
  On a desktop:        build-release/bin/outlet --demo
  Without a window:    build-release/bin/outletd --port 0 --data-dir /tmp/outlet-trial --accept-new
                       build-release/bin/outlet-sim --server ws://127.0.0.1:PORT --count 8
                       build-release/bin/outletctl --data-dir /tmp/outlet-trial list
  On a virtual screen: apt-get install xvfb xauth && xvfb-run build-release/bin/outlet --demo
TEXT
    exit 0
fi
[ $# -gt 0 ] || set -- --demo
exec build-release/bin/outlet "$@"
