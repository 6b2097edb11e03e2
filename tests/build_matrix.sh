#!/bin/sh
# Builds libsearch in each way it is meant to be built in, warnings being errors, and runs the tests.
# One after another, in folders build-matrix-NAME; takes an hour or so on two cores, much less with ccache.
#
# usage: tests/build_matrix.sh [NAME]...      without a name: all of them
#   both      gcc, shared and static library, all tests
#   static    gcc, static library alone, tests of the C interface and of the installed library
#   debug     gcc, without optimization: assertions of ours and of the standard library
#   no-mecab  without MeCab, all tests
#   no-tools  the libraries alone, tests of the C interface
#   no-tests  libraries, jsearch and samples
#   lto       link-time optimization, samples
#   clang     all tests
#   sanitize  AddressSanitizer and UndefinedBehaviorSanitizer, all tests
#   sanitize-thread  ThreadSanitizer, tests with threads: eight that search while one commits, first builds, reading ahead
#   subproject  a small project with libsearch inside, shared and static
#   dist      the archive that "meson dist" makes of the last commit: built, samples run
#
# CC and CXX name the compilers of all but "clang" and the sanitizers, CLANG and CLANGXX those of these (where there is
# no clang++, the sanitizers are gcc's, which take three times as long to compile); NINJA_JOBS limits the jobs.
set -eu
cd "$(dirname "$0")/.."
CLANG=${CLANG:-$(command -v clang || command -v clang-14 || true)}
CLANGXX=${CLANGXX:-$(command -v clang++ || command -v clang++-14 || true)}
jobs=${NINJA_JOBS:-$(nproc)}

# build NAME OPTION...: sets up (anew, options may have changed) and builds.
build() {
  name=$1
  shift
  rm -rf "build-matrix-$name"
  meson setup "build-matrix-$name" -Dwerror=true -Dwarning_level=3 "$@" >"build-matrix-$name.log" 2>&1 || {
    cat "build-matrix-$name.log"
    return 1
  }
  ninja -C "build-matrix-$name" -k 0 -j "$jobs" >>"build-matrix-$name.log" 2>&1 || {
    tail -n 60 "build-matrix-$name.log"
    return 1
  }
  if grep -n 'warning: ' "build-matrix-$name.log"; then return 1; fi
}

# check NAME ARGUMENT...: runs tests.
check() {
  name=$1
  shift
  meson test -C "build-matrix-$name" --no-rebuild --print-errorlogs --num-processes "$jobs" "$@" \
    >>"build-matrix-$name.log" 2>&1 || {
    tail -n 80 "build-matrix-$name.log"
    return 1
  }
}

run() {
  case $1 in
    both)
      build both -Dtests=enabled -Ddefault_library=both && check both --no-suite bench
      ;;
    static)
      build static -Dtests=enabled -Ddefault_library=static && check static --suite capi --suite samples --suite packaging
      ;;
    debug)
      build debug -Dtests=enabled -Dbuildtype=debug -Dcpp_args=-D_GLIBCXX_ASSERTIONS && check debug --no-suite bench
      ;;
    no-mecab)
      build no-mecab -Dtests=enabled -Dmecab=disabled && check no-mecab --no-suite bench
      ;;
    no-tools)
      build no-tools -Dtests=enabled -Dtools=disabled && check no-tools --suite capi --suite samples --suite lint
      ;;
    no-tests)
      build no-tests -Dtests=disabled && check no-tests
      ;;
    lto)
      build lto -Dtests=disabled -Db_lto=true && check lto
      ;;
    clang)
      if [ -z "$CLANGXX" ]; then
        echo 'clang: skipped, there is no clang++'
        return 0
      fi
      CC=$CLANG CXX=$CLANGXX build clang -Dtests=enabled && check clang --no-suite bench
      ;;
    sanitize)
      # Without "no undefined symbols": the sanitizer's are resolved by the program.
      CC=${CLANG:-${CC:-cc}} CXX=${CLANGXX:-${CXX:-c++}} \
        build sanitize -Dtests=enabled -Dbuildtype=debugoptimized -Db_sanitize=address,undefined -Db_lundef=false &&
        check sanitize --no-suite bench --timeout-multiplier 10
      ;;
    sanitize-thread)
      CC=${CLANG:-${CC:-cc}} CXX=${CLANGXX:-${CXX:-c++}} \
        build sanitize-thread -Dtests=enabled -Dbuildtype=debugoptimized -Db_sanitize=thread -Db_lundef=false &&
        check sanitize-thread --suite capi --suite index --suite api --suite ingest --suite tools --timeout-multiplier 10
      ;;
    subproject)
      python3 tests/packaging/subproject.py . meson --build >build-matrix-subproject.log 2>&1 || {
        tail -n 60 build-matrix-subproject.log
        return 1
      }
      ;;
    dist)
      rm -rf build-matrix-dist
      meson setup build-matrix-dist >build-matrix-dist.log 2>&1 &&
        meson dist -C build-matrix-dist --no-tests --allow-dirty >>build-matrix-dist.log 2>&1 || {
        cat build-matrix-dist.log
        return 1
      }
      (cd build-matrix-dist && tar -xf meson-dist/*.tar.xz && meson setup unpacked libsearch-*/ -Dtests=disabled &&
        ninja -C unpacked -j "$jobs" && meson test -C unpacked) >>build-matrix-dist.log 2>&1 || {
        tail -n 60 build-matrix-dist.log
        return 1
      }
      ;;
    *)
      echo "$1: there is no such build; they are named at the head of tests/build_matrix.sh"
      return 1
      ;;
  esac
}

[ $# -gt 0 ] || set -- both static debug no-mecab no-tools no-tests lto clang sanitize sanitize-thread subproject dist
failed=
for one in "$@"; do
  echo "== $one"
  # Not in a condition: set -e would not hold inside.
  if run "$one"; then echo "   good"; else failed="$failed $one"; fi
done
if [ -n "$failed" ]; then
  echo "failed:$failed"
  exit 1
fi
echo 'all good'
