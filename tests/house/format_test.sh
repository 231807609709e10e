#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# Every C++ file looks as .clang-format says. format_test.sh CLANG_FORMAT ROOT
set -euo pipefail
cd "$2"
find common server client tests -name '*.h' -o -name '*.cpp' | sort | xargs "$1" --dry-run -Werror
