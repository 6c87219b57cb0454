#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# completion_test.bash BIN SOURCE DOCS...: completes command lines with the generated scripts, as bash would, and looks at the
# manual pages.
set -euo pipefail
bin=$1 source=$2
shift 2
export PATH=$bin:$PATH
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
imr-index build --index "$work/ix" "$source"/sample-f0*.txt 2>/dev/null
export IMR_INDEX=$work/ix
unset IMR_PAGER PAGER
failures=0

fail() {
  echo "FAILED: $1" >&2
  failures=$((failures + 1))
}

# Works only while bash completes.
compopt() { :; }

# completes LINE WORD EXPECTED...: what bash would offer for a line whose last word, as bash splits it, is WORD.
completes() {
  local COMP_LINE=$1 COMP_POINT=${#1} COMP_CWORD=1 COMP_WORDBREAKS=$' \t\n"\'><=;|&(:'
  local COMP_WORDS=("${1%% *}" "$2") COMPREPLY=() function=_${1%% *}
  shift 2
  "${function//-/_}"
  local found="${COMPREPLY[*]-}" expected="$*"
  [ "$found" = "$expected" ] || fail "$COMP_LINE: \"$found\" is not \"$expected\""
}

for folder in "$@"; do
  for script in "$folder"/*.bash; do
    bash -n "$script"
    # shellcheck source=/dev/null
    . "$script"
  done
done

completes 'imr-search sho' sho show
completes 'imr-search --where sta' sta state=
completes 'imr-search mri --where state=Cal' Cal California
completes 'imr-search mri --where state=' = "$(imr-search terms state: | cut -f2 | sed 's/ /\\ /g' | paste -sd' ')"
completes 'imr-search specialty:Family' Family '\"Family\ Medicine\"'
completes 'imr-search mri --where "specialty=Family' '"specialty=Family' 'specialty=Family Medicine'
completes 'imr-search --group l' l letter
completes 'imr-search --group=l' l letter
completes 'imr-search facets --facet deci' deci decision decision_year
completes 'imr-search schema re' re request response record
completes 'imr-search show ' ''
completes 'imr-search mri --index /nowhere --where state=Cal' Cal
completes 'imr-index ch' ch check
completes 'imr-index stats --fo' --fo --format
completes 'imr-index stats --format j' j json

# What is offered for an option is taken.
for option in match sort group format color; do
  choices=$(imr-search --complete "imr-search --$option ")
  [ -n "$choices" ] || fail "--$option has no choices"
  for choice in $choices; do
    imr-search query mri "--$option=$choice" >/dev/null || fail "--$option=$choice is refused"
  done
done

for folder in "$@"; do
  for page in "$folder"/*.1; do
    [ -s "$page" ] || fail "$page is empty"
    grep -q '^\.SH EXIT STATUS$' "$page" || fail "$page has no exit status"
    if command -v man >/dev/null && command -v groff >/dev/null; then
      warnings=$(MANWIDTH=80 man --warnings -l "$page" 2>&1 >/dev/null) || true
      [ -z "$warnings" ] || fail "$page: $warnings"
    fi
    if command -v mandoc >/dev/null; then mandoc -T lint -W error "$page" || fail "$page: mandoc"; fi
  done
done
for shell in zsh fish; do
  command -v "$shell" >/dev/null || continue
  for folder in "$@"; do
    for script in "$folder"/*."$shell"; do "$shell" -n "$script" || fail "$script"; done
  done
done
exit $((failures > 0))
