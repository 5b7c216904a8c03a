#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Outlet developers
# SPDX-License-Identifier: MIT
#
# The wizard in a real window, driven by mouse and keys, against simulated outlets that have to be
# set up: from the welcome page to the first watt, by SmartConfig and through the outlet's own
# network; every failure that a simulated fault provokes shows its own cause; and nowhere is the
# typed password found afterwards, not in the data, the logs or a report that was saved either.
#   setup_window.sh FOLDER_OF_THE_PROGRAMS [FOLDER_FOR_PICTURES]
set -euo pipefail
bin=$1
pictures=${2:-}
[ -z "$pictures" ] || mkdir -p "$pictures"
. "$(dirname "$0")/support/window.sh"

click() { xdotool mousemove "$1" "$2" click 1 mousemove 1270 790; }
picture() { [ -z "$pictures" ] || import -window root "$pictures/$1.png"; }

# accent_row X: where a filled button is in this column of pixels, a little below its edge; or nothing.
accent_row() {
    import -window root -crop "1x800+$1+0" -depth 8 rgb:- | od -An -v -tx1 -w3 | tr -d ' ' |
        grep -n "^$accent$" | sed -n '8s/:.*//p'
}

# The light theme's colours (Theme.qml) and where a 1280x800 window has what they tell.
accent=0a7a66 danger_soft=fbe5e2 accent_soft=dcf1ea
step_y=36 first_step=452 second_step=655 third_step=845 # the numbered circles, above their numbers
tile_x=575 tile_y=140 # beside "The outlet is here", or what went wrong
first_hint_y=320       # the button of the first hint below it
password='Tr0ub4dor zebra'

start_screen
printf '%s\n' "$password" >"$scratch/password"

# Ports below those that the system gives away by itself, so that they are free.
first=$((20000 + RANDOM % 12000))
udp=$first announce=$((first + 1)) tcp=$((first + 2)) port=$((first + 3))

listens() { ctl status --json 2>/dev/null | tr -d ' \n' | grep -q '"listening":true'; }
# app LIMIT [OUTLET_ADDRESS [BIND]]
app() {
    OUTLET_SETUP_LOOPBACK="$udp,$announce,$tcp,$1${2:+,$2}" \
        "$bin/outlet" --data-dir "$scratch/data" --port $port --bind "${3:-127.0.0.1}" \
        >>"$scratch/outlet.log" 2>&1 &
    app=$!
    pids+=($app)
    within 60 listens
    window=$(xdotool search --sync --onlyvisible --pid $app | tail -1)
    xdotool mousemove 1270 790 # so that nothing is tinted by hovering
}
end_app() {
    kill $app
    wait $app || true
}
# waiting WAY [OPTION...]: an outlet that has to be set up.
waiting() {
    "$bin/outlet-sim" --json --setup "$1" --setup-udp-port $udp --setup-announce-port $announce \
        --setup-tcp-port $tcp --setup-server-port $port --setup-ssid 'Maple House' \
        --setup-password-file "$scratch/password" --seed $((++seed)) "${@:2}" \
        >"$scratch/outlet-sim.log" 2>&1 &
    simulator=$!
    pids+=($simulator)
    within 20 grep -q setup-waiting "$scratch/outlet-sim.log"
}
seed=40
unplug() {
    kill $simulator
    wait $simulator || true
}

# The wizard is open at its first step: takes it to the third with this password.
send() { # send WAY_X PASSWORD
    within 20 pixel_is $first_step $step_y $accent
    click "$1" 215
    xdotool windowfocus "$window" key Return
    within 20 pixel_is $second_step $step_y $accent
    xdotool windowfocus "$window" mousemove 400 291 click 1 mousemove 1270 790
    xdotool key ctrl+a type --delay 15 "$2"
    picture "$3-wifi"
    xdotool key Return
    within 20 pixel_is $third_step $step_y $accent
}
smartconfig=300 own_wifi=680

# fails NAME CAUSE: the page tells this cause, and what it copies has no password.
fails() {
    within 40 pixel_is $tile_x $tile_y $danger_soft
    sleep 0.3 # the last frame of the page's fade, for the picture
    picture "$1"
    click 270 752 # Copy details
    timeout 10 xclip -selection clipboard -o >"$scratch/details"
    grep -q "^cause: $2" "$scratch/details" || {
        echo "$1: not $2, but:" && cat "$scratch/details"
        return 1
    }
    echo "$1: $(head -1 "$scratch/details")"
    cat "$scratch/details" >>"$scratch/all-details"
}
add_again() { # from wherever the wizard is
    xdotool key Escape
    sleep 0.5
    xdotool key ctrl+n
}

app 14
within 60 pixel_is 700 396 $accent # the welcome page's first choice
picture 0-welcome
click 834 396
within 20 pixel_is $first_step $step_y $accent
picture 1-choose
waiting smartconfig
click $smartconfig 215
xdotool windowfocus "$window" key Return
within 20 pixel_is $second_step $step_y $accent
xdotool windowfocus "$window" type --delay 15 'Maple House'
xdotool key Return type --delay 15 "$password"
picture 2-wifi
began=$(date +%s%N)
xdotool key Return
within 20 pixel_is $third_step $step_y $accent
picture 3-connect
within 40 pixel_is $tile_x $tile_y $accent_soft
echo "SmartConfig: the first watt after $((($(date +%s%N) - began) / 1000000)) ms"
sleep 0.3
picture 4-here
xdotool windowfocus "$window" mousemove 800 225 click 1 mousemove 1270 790
xdotool type --delay 15 'Kitchen lamp'
click 1208 752 # Finish
named() { ctl list --json | grep -q 'Kitchen lamp'; }
within 20 named
unplug

xdotool key ctrl+n
waiting ap
within 20 pixel_is $first_step $step_y $accent
send $own_wifi "$password" own
within 20 pixel_is 1240 752 $accent # nothing runs before "Send now"
picture 5-join
click 1200 752 # Send now
within 40 pixel_is $tile_x $tile_y $accent_soft
echo "own Wi-Fi: the outlet is here"
unplug

# refuse NAME CAUSE WAY_X WAY PASSWORD OPTION...: one failure, from the first step to its cause.
provoke() {
    add_again
    waiting "$4" "${@:6}"
    send "$3" "$5" "fault-$1"
    [ "$4" != ap ] || { within 20 pixel_is 1240 752 $accent && click 1200 752; }
    fails "fault-$1" "$2"
    unplug
}
provoke no-announce noAnnounce $smartconfig smartconfig "$password" --setup-fault deaf
provoke refused connectionRefused $smartconfig smartconfig "$password" --setup-fault refuse-tcp
provoke reset connectionReset $smartconfig smartconfig "$password" --setup-fault reset-tcp
provoke silent noReply $smartconfig smartconfig "$password" --setup-fault silent-tcp
provoke garbage unreadableReply $smartconfig smartconfig "$password" --setup-fault garbage-reply
provoke refuses refused $own_wifi ap "$password" --setup-fault refuse-request
provoke password passwordRefused $own_wifi ap 'another password'
provoke generation unsupportedFirmware $smartconfig smartconfig "$password" --setup-firmware gen2
provoke no-login noLogin $smartconfig smartconfig "$password" --setup-fault never-logs-in

# A report of all this, as a user saves it who asks for help.
xdotool windowfocus "$window" key ctrl+shift+d
made() { [ -n "$(accent_row 880)" ]; } # the dialog's own button, which has the focus
asked() { # scrolls to the foot of the page and clicks, again where the page was still on its way
    made && return
    xdotool mousemove 700 760 click --repeat 30 --delay 20 5
    report_y=$(accent_row 1000) # nothing under the veil of the dialog, while what is known is gathered
    [ -z "$report_y" ] || click 1000 "$report_y"
    return 1
}
within 30 asked
picture 6-report
xdotool key Return
chooser=$(xdotool search --sync --onlyvisible --name '^Save a report$' | tail -1)
xdotool windowfocus "$chooser"
sleep 0.5
xdotool key ctrl+a type --delay 15 "$scratch/report.txt"
picture 7-report-file
xdotool key Return
within 20 test -s "$scratch/report.txt"
grep -q '^Outlet 1, ID ' "$scratch/report.txt" # of what was set up above
echo "report: $(wc -l <"$scratch/report.txt") lines saved"
end_app

# An outlet logs in from elsewhere than the one that is set up.
app 30 127.0.0.2
within 60 pixel_is 46 26 $accent # the logo, on the rail
xdotool windowfocus "$window" key ctrl+n
waiting smartconfig --setup-address 127.0.0.2 --setup-fault never-logs-in
send $smartconfig "$password" fault-stranger
within 30 grep -q setup-announced "$scratch/outlet-sim.log" # who comes earlier is none of its business
"$bin/outlet-sim" --server "ws://127.0.0.1:$port" --count 1 --seed 77 >"$scratch/stranger.log" 2>&1 &
pids+=($!)
fails fault-stranger unexpectedAddress
unplug
end_app

# What a firewall that drops everything looks like from this computer itself: connections to its own
# port are never answered. A listener that is full does the same without any rights.
python3 - $port >"$scratch/firewall.log" 2>&1 <<'END' &
import socket, sys, time
port = int(sys.argv[1])
full = socket.socket()
full.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
full.bind(('127.0.0.1', port))
full.listen(0)
waiting = [socket.socket() for _ in range(4)]
for each in waiting:
    each.setblocking(False)
    each.connect_ex(('127.0.0.1', port))
print('full', flush=True)
time.sleep(300)
END
wall=$!
pids+=($wall)
within 10 grep -q full "$scratch/firewall.log"
app 14 127.0.0.1 127.0.0.3
within 60 pixel_is 46 26 $accent
xdotool windowfocus "$window" key ctrl+n
waiting smartconfig --setup-fault never-logs-in
send $smartconfig "$password" fault-firewall
fails fault-firewall firewall
click 1140 $first_hint_y # Show how
sleep 0.3
picture fault-firewall-lines
end_app
unplug
kill $wall
wait $wall || true

# The server does not listen at the address that outlets are told.
app 14 127.0.0.1 127.0.0.3
within 60 pixel_is 46 26 $accent
xdotool windowfocus "$window" key ctrl+n
waiting smartconfig --setup-fault never-logs-in
send $smartconfig "$password" fault-server
fails fault-server serverUnreachable
xdotool getwindowname "$window" >"$scratch/titles"
end_app
unplug

if grep -iE 'qrc:|qml|warning' "$scratch/outlet.log"; then
    echo 'the app printed warnings' >&2
    exit 1
fi
# The password, as bytes and as Qt keeps text: in the data, the settings, the logs, the saved report,
# the copied details and the window's title. The outlet's own file is what it was typed from.
rm "$scratch/password"
found() { # the files below the scratch folder that have it
    grep -rlaF "$password" "$scratch" || true
    grep -rlaP 'T\x00r\x000\x00u\x00b\x004' "$scratch" || true
}
if [ -n "$(found)" ]; then
    echo "the password was left behind: $(found)" >&2
    exit 1
fi
echo "nothing on the disk has the password: $(find "$scratch" -type f | wc -l) files searched"
# That the search finds what is there: in a log, in the report, and as Qt keeps text.
cp "$scratch/report.txt" "$scratch/data/planted.txt"
echo "ssid=Maple House password=$password" | tee -a "$scratch/data/planted.txt" >"$scratch/planted.log"
printf %s "$password" | iconv -t UTF-16LE >"$scratch/planted.bin"
[ "$(found | sort -u | wc -l)" -eq 3 ] || {
    echo "the search did not find what was planted, but: $(found)" >&2
    exit 1
}
echo "the search finds what is planted: $(found | sort -u | xargs -n1 basename | xargs)"
