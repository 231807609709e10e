#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Builds Keisan and runs all its tests, without a display. ./test.sh [PRESET [ctest's arguments...]]
# Presets: release (what users get; the default), dev, asan, tsan (only what runs in threads).
set -euo pipefail
cd "$(dirname "$0")"
. scripts/requirements.sh

preset=${1:-release}
require_packages build run test
cmake --preset "$preset" -DBUILD_TESTING=ON >/dev/null
only=()
if [ "$preset" = tsan ]; then
    only=(--label-regex threads)
    cmake --build --preset tsan --target thread_tests
else
    cmake --build --preset "$preset"
fi
QT_QPA_PLATFORM=offscreen ctest --preset "$preset" --parallel "$(nproc)" "${only[@]}" "${@:2}"
