#!/bin/sh
# Checks that every source is as clang-format 14 leaves it. Another version would lay lines differently: exit 77, skipped.
cd "$1" || exit 1
version=$(clang-format --version 2>/dev/null) || { echo "clang-format is not installed"; exit 77; }
case $version in
  *"version 14."*) ;;
  *) echo "needs clang-format 14, found: $version"; exit 77 ;;
esac
find src tests -name '*.[ch]' -print0 | xargs -0 -r clang-format --dry-run -Werror
