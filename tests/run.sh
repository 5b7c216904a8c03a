#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Outlet developers
# SPDX-License-Identifier: MIT
#
# Installs what is missing, builds, and runs all tests; needs no display.
#   tests/run.sh [--preset NAME] [ctest arguments]      NAME is one of CMakePresets.json, default dev
set -euo pipefail
cd "$(dirname "$0")/.."
preset=dev
if [ "${1:-}" = --preset ]; then
    preset=$2
    shift 2
fi
. packaging/linux/packages.sh
install_missing "${packages_build[@]}" "${packages_run[@]}" "${packages_test[@]}"

cmake --preset "$preset"
cmake --build --preset "$preset" -j "$(nproc)"
exec ctest --test-dir "build-$preset" --output-on-failure -j "$(nproc)" "$@"
