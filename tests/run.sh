#!/bin/sh
# Installs what is missing, builds, runs the whole test suite. The last line counts it:
# "N passed, N failed, N skipped". The exit status is 0 if none failed.
set -eu
cd "$(dirname "$0")/.."
. samples/prepare.sh

# shellcheck disable=SC2086
install_missing $build_packages $test_packages

configure buildtype=release tools=enabled tests=enabled samples=true
ninja -C build

rm -f build/meson-logs/testlog.json
status=0
meson test -C build --no-rebuild --print-errorlogs || status=$?

python3 - build/meson-logs/testlog.json "$status" <<'END'
import json
import sys

passed = failed = skipped = 0
try:
    with open(sys.argv[1], encoding="utf-8") as log:
        for line in log:
            result = json.loads(line)["result"]
            if result in ("OK", "EXPECTEDFAIL"):
                passed += 1
            elif result == "SKIP":
                skipped += 1
            else:
                failed += 1
except OSError as problem:
    print(problem, file=sys.stderr)
# meson itself failed, or there was nothing to run.
if failed == 0 and (int(sys.argv[2]) != 0 or passed == 0):
    failed = 1
print(f"{passed} passed, {failed} failed, {skipped} skipped")
sys.exit(1 if failed else 0)
END
