#!/usr/bin/env bash
# SPDX-FileCopyrightText: The Outlet developers
# SPDX-License-Identifier: MIT
#
# Builds the example and the check of all headers outside of this tree, against the framework as it is
# installed, and runs both; the example serves a simulated outlet and turns it off by its name.
#   packaging/framework/try.sh OUTLET_SIM [PREFIX]        OUTLET_SIM is the program; PREFIX where not /usr
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
simulator=$1
prefix=${2:-}
work=$(mktemp -d)
pids=()
finish() {
    local status=$?
    for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null || true; done
    [ $status -eq 0 ] || cat "$work"/*.log
    rm -rf "$work"
    exit $status
}
trap finish EXIT
within() { # within SECONDS COMMAND...: repeats the command until it succeeds
    local deadline=$((SECONDS + $1))
    shift
    until "$@"; do
        [ $SECONDS -lt $deadline ] || { echo "not so in time: $*" >&2; return 1; }
        sleep 0.1
    done
}
said() { grep -q -- "$1" "$work/example.log"; }

for project in example check; do
    cp -r "$here/$project" "$work/$project"
    cmake -S "$work/$project" -B "$work/$project/build" ${prefix:+"-DCMAKE_PREFIX_PATH=$prefix"} \
        -DCMAKE_CXX_FLAGS="-Wall -Wextra -Werror" >"$work/$project-cmake.log" 2>&1
    cmake --build "$work/$project/build" >"$work/$project-build.log" 2>&1
    echo "$project is built"
done
"$work/check/build/outlet-check" "$work/data"

mkfifo "$work/keys"
exec 4<>"$work/keys"
"$work/example/build/outlet-example" 0 <&4 >"$work/example.log" 2>&1 &
pids+=($!)
within 60 said listening
"$simulator" --server "ws://127.0.0.1:$(sed -n 's/listening on port //p' "$work/example.log")" --count 1 \
    --seed 3 >"$work/simulator.log" 2>&1 &
pids+=($!)
within 60 said ' W$'
within 60 said ' on$'
sed -n 's/ on$//p' "$work/example.log" | head -n 1 >&4
within 60 said ' off$'
cat "$work/example.log"
