#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Outlet developers
# SPDX-License-Identifier: MIT
#
# Installs the framework into a folder of its own, and builds and runs the example against it.
#   framework_installed.sh BUILD_FOLDER OUTLET_SIM GENERATOR      GENERATOR is CMake's
set -euo pipefail
prefix=$(mktemp -d)
trap 'rm -rf "$prefix"' EXIT
export CMAKE_GENERATOR=$3 # the default one may lack its program here
cmake --install "$1" --prefix "$prefix" --component development >/dev/null
"$(dirname "$0")/../../../packaging/framework/try.sh" "$2" "$prefix"
