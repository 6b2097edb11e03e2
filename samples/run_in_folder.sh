#!/bin/sh
# Runs a program in an empty folder of its own, which is removed afterwards.
# usage: run_in_folder.sh PROGRAM
set -eu
program=$(realpath "$1")
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
"$program"
