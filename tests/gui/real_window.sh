#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Outlet developers
# SPDX-License-Identifier: MIT
#
# The main job with a real window, a real mouse and real sockets: a click on a card's switch reaches a
# simulated outlet, the card shows pending and then what the outlet confirmed; the outlet's own button
# shows at once; an outlet that never confirms shows its failure, and Retry tries again.
#   real_window.sh FOLDER_OF_THE_PROGRAMS
set -euo pipefail
bin=$1
. "$(dirname "$0")/support/window.sh"

# The mouse leaves again, so that what is seen is not tinted by hovering.
click() { xdotool mousemove "$1" "$2" click 1 mousemove 1000 700; }
list_has() { ctl list --json | tr -d ' \n' | grep -q "$1"; }
leave_welcome() {
    click 1063 613 # Skip
    pixel_is 46 26 0a7a66 # the logo, on the rail
}

# The light theme's colours (Theme.qml) and where a 1280x800 window has the first two cards.
accent=0a7a66 accent_soft=dcf1ea inset=edf1ef danger_soft=fbe5e2
track_y=282 first_x=332 second_x=617 # inside the switches, left of where an "on" thumb is
strip_y=376 second_strip_x=500 retry_x=628 retry_y=388

start_screen
mkfifo "$scratch/commands"
exec 4<>"$scratch/commands"

"$bin/outlet" --data-dir "$scratch/data" --port 0 --bind 127.0.0.1 --accept-new \
    >"$scratch/outlet.log" 2>&1 &
pids+=($!)
listens() { ctl status --json 2>/dev/null | tr -d ' \n' | grep -q '"listening":true'; }
within 60 listens
port=$(ctl status --json | tr -d ' \n' | sed 's/.*"port":\([0-9]*\).*/\1/')
within 60 leave_welcome
echo "the window is there, the server listens on port $port"

"$bin/outlet-sim" --server "ws://127.0.0.1:$port" --count 1 --seed 3 --slow-rate 1 \
    --slow-seconds 4 --commands <&4 >"$scratch/first.log" 2>&1 &
pids+=($!)
within 60 list_has '"relay":true'
within 30 pixel_is $first_x $track_y $accent
echo "on: the card shows what the outlet said"

click $first_x $track_y
within 3 list_has '"pending":false'
within 3 pixel_is 360 $track_y $accent_soft
echo "pending: the wish shows, the relay is still on"
within 30 list_has '"relay":false'
within 10 pixel_is 360 $track_y $inset
echo "off: confirmed by the outlet"

echo 'press 0' >&4
within 10 list_has '"relay":true'
within 10 pixel_is $first_x $track_y $accent
echo "the outlet's own button shows"

"$bin/outlet-sim" --server "ws://127.0.0.1:$port" --count 1 --seed 8 --never-confirm 1 \
    >"$scratch/second.log" 2>&1 &
pids+=($!)
within 60 pixel_is $second_x $track_y $accent
click $second_x $track_y
within 30 pixel_is $second_strip_x $strip_y $danger_soft
echo "failed: the card says that the outlet did not turn off"
click $retry_x $retry_y
within 5 pixel_is $second_strip_x $strip_y $inset
echo "Retry: pending again"

if grep -iE 'qrc:|qml|warning' "$scratch/outlet.log"; then
    echo 'the app printed warnings' >&2
    exit 1
fi
