#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Outlet developers
# SPDX-License-Identifier: MIT
#
# Draws the icon in hicolor's sizes anew, after resources/icons/app-logo.svg has changed.
# Needs rsvg-convert (librsvg2-bin).
set -euo pipefail
cd "$(dirname "$0")"
for size in 16 22 24 32 48 64 128 256 512; do
    rsvg-convert -w $size -h $size ../../../resources/icons/app-logo.svg -o $size.png
done
