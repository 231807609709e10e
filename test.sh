#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Builds Keisan and runs all its tests, without a display. ./test.sh [PRESET [ctest's arguments...]]
# Presets: release (what users get; the default), dev, asan, tsan.
set -euo pipefail
cd "$(dirname "$0")"
. scripts/requirements.sh

preset=${1:-release}
require_packages build run test
cmake --preset "$preset" -DBUILD_TESTING=ON >/dev/null
cmake --build --preset "$preset"
QT_QPA_PLATFORM=offscreen ctest --preset "$preset" --parallel "$(nproc)" "${@:2}"
