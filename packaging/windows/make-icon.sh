#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Outlet developers
# SPDX-License-Identifier: MIT
#
# Draws outlet.ico anew from resources/icons/app-logo.svg, in the sizes that Windows shows at 100 to 400 %.
# By hand, when the logo changes; needs librsvg2-bin and icoutils.
set -euo pipefail
cd "$(dirname "$0")"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
arguments=()
for size in 16 20 24 32 40 48 64 128; do
    rsvg-convert -w $size -h $size ../../resources/icons/app-logo.svg -o "$scratch/$size.png"
    arguments+=("$scratch/$size.png")
done
rsvg-convert -w 256 -h 256 ../../resources/icons/app-logo.svg -o "$scratch/256.png"
icotool --create --output=outlet.ico "${arguments[@]}" --raw="$scratch/256.png"
icotool --list outlet.ico
