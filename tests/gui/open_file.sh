#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Outlet developers
# SPDX-License-Identifier: MIT
#
# What a file manager does with an export: "outlet FILE" shows what importing the file would do, in the
# window that is there already or in a new one, and imports it when told to.
#   open_file.sh FOLDER_OF_THE_PROGRAMS
set -euo pipefail
bin=$(realpath "$1") # another folder is gone to below
. "$(dirname "$0")/support/window.sh"

start_screen

# On the welcome page, beside which a dialog dims the window; and the dialog's "Import 2 rows".
ground=f3f5f4 dimmed=919695 accent=0a7a66
ground_x=20 ground_y=780 import_x=880 import_y=692
shows_dialog() { pixel_is $ground_x $ground_y $dimmed && pixel_is $import_x $import_y $accent; }
imports() { ctl import --list | grep -c "$1" || true; }
has_imported() { [ "$(imports "$1")" = 1 ]; }
listens() { ctl status --json 2>/dev/null | tr -d ' \n' | grep -q '"listening":true'; }
is_online() { ctl list --json | grep -q online; }
start() {
    "$bin/outlet" --data-dir "$scratch/data" --port 0 --bind 127.0.0.1 --accept-new "$@" \
        >>"$scratch/outlet.log" 2>&1 &
    outlet=$!
    pids+=("$outlet")
    within 60 listens
}
csv() { printf 'time,outlet,kwh\n%s-01T00:00,Freezer,0.5\n%s-02T00:00,Freezer,0.25\n' "$1" "$1"; }

start
"$bin/outlet-sim" --server "ws://127.0.0.1:$(ctl status --json | tr -d ' \n' |
    sed 's/.*"port":\([0-9]*\).*/\1/')" --count 1 --seed 3 >"$scratch/simulator.log" 2>&1 &
pids+=($!)
within 60 is_online
ctl rename "$(ctl list --json | tr -d ' \n' | sed 's/.*"id":"\([^"]*\)".*/\1/')" Freezer >/dev/null
within 60 pixel_is $ground_x $ground_y $ground
echo "the window is there"

mkdir "$scratch/files"
csv 2024-10 >"$scratch/files/first export.csv"
csv 2024-11 >"$scratch/files/second.csv"
# A second start, in another folder.
(cd "$scratch/files" && "$bin/outlet" --data-dir "$scratch/data" "first export.csv")
within 30 shows_dialog
[ "$(imports 'first export.csv')" = 0 ] || { echo "imported without being told to" >&2; exit 1; }
xdotool mousemove $import_x $import_y click 1 mousemove 20 400
within 30 has_imported 'first export.csv'
within 30 pixel_is $ground_x $ground_y $ground
echo "handed to the Outlet that runs, shown, imported when told to"

ctl quit
wait "$outlet"
start --hidden "$scratch/files/second.csv"
within 60 shows_dialog
xdotool mousemove $import_x $import_y click 1 mousemove 20 400
within 30 has_imported 'second.csv'
echo "shown and imported by an Outlet that was started with it"

if grep -iE 'qrc:|qml|warning' "$scratch/outlet.log"; then
    echo 'the app printed warnings' >&2
    exit 1
fi
