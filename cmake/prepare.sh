# SPDX-License-Identifier: GPL-3.0-or-later
# What quickstart and check share; sourced by both, never run.

# Debian 12 and newer. ccache makes the second build quick.
packages=(g++ cmake ninja-build pkg-config ccache libxapian-dev libicu-dev libboost-program-options-dev
  libpoppler-cpp-dev nlohmann-json3-dev libre2-dev libarchive-dev libseccomp-dev libxxhash-dev libzstd-dev
  zlib1g-dev doctest-dev)

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    echo "${0##*/}: cannot install packages: be root, or install sudo" >&2
    return 1
  fi
}

install_missing_packages() {
  command -v apt-get >/dev/null || { echo "${0##*/}: needs apt (Debian 12 or newer)" >&2; return 1; }
  local missing=() package
  for package in "${packages[@]}"; do
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return
  echo "installing with apt: ${missing[*]}"
  as_root apt-get update -qq
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" \
    >/dev/null
}

# build PRESET [CMAKE ARGUMENTS]: configures and builds, quietly unless something fails.
build() {
  local preset=$1
  shift
  local log=build/$preset.log
  mkdir -p build
  echo "building (build/$preset, log in $log)"
  cmake --preset "$preset" "$@" >"$log" 2>&1 && cmake --build --preset "$preset" >>"$log" 2>&1 || {
    tail -n 60 "$log" >&2
    return 1
  }
}
