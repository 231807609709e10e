#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Builds Keisan and opens it: the server window, listening on 127.0.0.1:10000, and the client window beside it.
# Without a display: the same job in this terminal. Ends when both are closed; Ctrl+C ends both.
# KEISAN_PORT=N takes another port.
set -euo pipefail
cd "$(dirname "$0")"
. scripts/requirements.sh

readonly address=127.0.0.1 port=${KEISAN_PORT:-10000} bin=build/release/bin
server_pid='' client_pid=''

build() {
    require_packages build run
    [ -f build/release/build.ninja ] || cmake --preset release -DBUILD_TESTING=OFF >/dev/null
    cmake --build --preset release --target keisan keisan-server
}

# A Keisan knows the factorial, which Python and so the tutorial's own server refuse. Something that accepts and
# says nothing is no Keisan either.
keisan_listens() {
    [ "$(timeout 2 "$bin/keisan" --host "$address" --port "$port" '5!' 2>/dev/null)" = 120 ]
}

# A process group of its own, so that Ctrl+C reaches a program once, through end_both: a second signal would end it
# at once, with nothing saved and nothing sent.
apart() {
    exec setsid "$@"
}

end_both() {
    trap '' INT TERM
    # shellcheck disable=SC2086  # empty when that program was not started
    kill $client_pid $server_pid 2>/dev/null || true
    wait
}

# Gives the server just started a moment. What else may hold the port is the server window's to say.
wait_until_listening() {
    local deadline=$((SECONDS + 5))
    until keisan_listens; do
        kill -0 "$server_pid" 2>/dev/null && [ $SECONDS -lt $deadline ] || return 1
        sleep 0.05
    done
}

open_windows() {
    if keisan_listens; then
        echo "A Keisan server already listens on $address:$port: opening a client only."
    else
        apart "$bin/keisan-server" --address "$address" --port "$port" &
        server_pid=$!
        wait_until_listening || true
    fi
    # An address that is given is connected to at once; the newcomer's own click on Connect comes first.
    if [ "$port" = 10000 ]; then apart "$bin/keisan" & else apart "$bin/keisan" --host "$address" --port "$port" & fi
    client_pid=$!
    wait
}

use_terminal() {
    echo "No display here: using the terminal. Type an expression and press Enter; quit leaves."
    if ! keisan_listens; then
        apart "$bin/keisan-server" --headless --address "$address" --port "$port" </dev/null &
        server_pid=$!
        wait_until_listening || exit 1
    fi
    "$bin/keisan" --terminal --host "$address" --port "$port"
}

build
trap end_both EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
trap 'exit 129' HUP
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    open_windows
else
    use_terminal
fi
