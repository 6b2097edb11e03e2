#!/bin/sh
# Runs a program in an empty folder of its own, which is removed afterwards.
# usage: run_in_folder.sh PROGRAM [EXPECTED]: a file that the output has to be equal to
set -eu
program=$(realpath "$1")
expected=${2:+$(realpath "$2")}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
if [ -n "$expected" ]; then
  "$program" > output
  diff -u "$expected" output
else
  "$program"
fi
