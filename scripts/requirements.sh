# SPDX-License-Identifier: MIT
# shellcheck shell=bash
# What Keisan needs from the system, and installing what is missing of it. Sourced by run.sh, test.sh and .ci/run:
#   require_packages build run      (groups: build, run, test)

packages_of() {
    case $1 in
    build) echo g++ cmake ninja-build pkg-config qt6-base-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools \
                libgmp-dev libedit-dev ;;
    run) echo qt6-translations-l10n fonts-noto-cjk ;;
    test) echo libgtest-dev python3 netcat-openbsd clang-format-14 xvfb ;;
    esac
}

# The same for people without apt-get: names that their own package manager knows.
foreign_packages() {
    case $1 in
    dnf) echo "gcc-c++ cmake ninja-build pkgconf qt6-qtbase-devel qt6-qttools-devel gmp-devel libedit-devel" \
              "qt6-qttranslations google-noto-sans-cjk-fonts gtest-devel python3 netcat clang-tools-extra" \
              "xorg-x11-server-Xvfb" ;;
    pacman) echo "base-devel cmake ninja pkgconf qt6-base qt6-tools gmp libedit qt6-translations noto-fonts-cjk" \
                 "gtest python openbsd-netcat clang xorg-server-xvfb" ;;
    brew) echo "cmake ninja pkg-config qt gmp libedit googletest python netcat clang-format" ;;
    esac
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo DEBIAN_FRONTEND=noninteractive "$@"; fi
}

missing_debian_packages() {
    local name
    for name in "$@"; do
        dpkg-query -W -f '${db:Status-Status}\n' "$name" 2>/dev/null | grep -qx installed || echo "$name"
    done
}

# Installs what is missing of the named groups where there is apt-get; elsewhere says once what is needed and goes
# on, since the build itself names what it does not find.
require_packages() {
    local group names=() missing manager
    for group in "$@"; do
        read -ra group <<<"$(packages_of "$group")"
        names+=("${group[@]}")
    done
    if command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; then
        mapfile -t missing < <(missing_debian_packages "${names[@]}")
        [ ${#missing[@]} -eq 0 ] && return 0
        echo "Installing ${missing[*]}"
        export DEBIAN_FRONTEND=noninteractive
        as_root apt-get update -qq
        as_root apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
        return
    fi
    for manager in dnf pacman brew; do
        if command -v "$manager" >/dev/null; then
            echo "Keisan needs these packages of $manager: $(foreign_packages "$manager")"
            return 0
        fi
    done
    echo "Keisan needs (Debian's names): ${names[*]}"
}
