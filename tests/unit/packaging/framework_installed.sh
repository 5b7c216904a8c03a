#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Outlet developers
# SPDX-License-Identifier: MIT
#
# Installs the framework into a folder of its own, and builds and runs the example against it.
#   framework_installed.sh BUILD_FOLDER OUTLET_SIM
set -euo pipefail
prefix=$(mktemp -d)
trap 'rm -rf "$prefix"' EXIT
cmake --install "$1" --prefix "$prefix" --component development >/dev/null
"$(dirname "$0")/../../../packaging/framework/try.sh" "$2" "$prefix"
