#!/bin/sh
# Installs what is missing, builds jsearch, indexes samples/archive and searches it. As often as you like.
set -eu
cd "$(dirname "$0")/.."
. samples/prepare.sh

# shellcheck disable=SC2086
install_missing $build_packages

# A new folder goes without the tests, which need more packages; tests/run.sh adds them.
if [ ! -f build/build.ninja ]; then configure buildtype=release tools=enabled tests=disabled; fi
configure buildtype=release tools=enabled
ninja -C build tools/jsearch

jsearch=build/tools/jsearch
index_archive() {
  "$jsearch" index -i build/demo.idx --topics samples/archive/topics.tsv \
    --synonyms samples/synonyms-energy.txt "$@" samples/archive
}
echo
echo "\$ jsearch index -i build/demo.idx --topics samples/archive/topics.tsv --synonyms samples/synonyms-energy.txt samples/archive"
# An index of an earlier version can't be updated, but it can be made again.
index_archive || index_archive --rebuild

echo
echo "\$ jsearch search -i build/demo.idx 送電網 --facets topic,author,date:year"
"$jsearch" search -i build/demo.idx 送電網 --facets topic,author,date:year

cat <<'END'

Go on with a search of your own:

  build/tools/jsearch search -i build/demo.idx '水素 OR アンモニア' --filter date=2020..2024 --facets topic
  build/tools/jsearch --help
END
