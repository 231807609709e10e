#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# How much of the evaluator its tests run: lines of each folder of common/eval, and the files that are run least.
#
#   scripts/coverage.sh [BUILD_FOLDER]     (build/coverage)
#
# Needs clang and llvm (apt-get install clang-14 llvm-14), builds without Qt, judges nothing.
set -euo pipefail
cd "$(dirname "$0")/.."
build=${1:-build/coverage}
version=${LLVM_VERSION:-14}
tests=(evaluation_test library_test oracle_test syntax_test)

cmake -S . -B "$build" -G Ninja -DKEISAN_WITH_QT=OFF -DBUILD_TESTING=ON -DCMAKE_BUILD_TYPE=Debug \
    -DCMAKE_CXX_COMPILER="clang++-$version" -DCMAKE_CXX_FLAGS="-O1 -fprofile-instr-generate -fcoverage-mapping" >/dev/null
cmake --build "$build" --target "${tests[@]}" >/dev/null

objects=()
for test in "${tests[@]}"; do
    LLVM_PROFILE_FILE="$build/$test.profraw" "$build/bin/$test" --gtest_brief=1 >"$build/$test.log" ||
        { tail -20 "$build/$test.log" >&2; exit 1; }
    objects+=(-object "$build/bin/$test")
done
"llvm-profdata-$version" merge -sparse "$build"/*.profraw -o "$build/all.profdata"
"llvm-cov-$version" export -summary-only -instr-profile="$build/all.profdata" "${objects[@]}" \
    >"$build/coverage.json"
python3 - "$build/coverage.json" <<'PYTHON'
import collections
import json
import pathlib
import sys

files = json.load(open(sys.argv[1], encoding="utf-8"))["data"][0]["files"]
folders = collections.defaultdict(lambda: [0, 0])
for file in files:
    lines = file["summary"]["lines"]
    path = pathlib.Path(file["filename"])
    if "common/eval" not in str(path.parent):
        continue
    name = str(path.parent)[str(path.parent).index("common/eval"):]
    for key in (name, "all of common/eval"):
        folders[key][0] += lines["covered"]
        folders[key][1] += lines["count"]
for name, (covered, count) in sorted(folders.items()):
    print("%-24s %6d of %6d lines   %5.1f %%" % (name, covered, count, 100 * covered / count))
print("least:")
ours = [file for file in files if "/common/eval/" in file["filename"]]
for file in sorted(ours, key=lambda one: one["summary"]["lines"]["percent"])[:8]:
    print("  %5.1f %%  %s" % (file["summary"]["lines"]["percent"], file["filename"].partition("common/eval/")[2]))
PYTHON
