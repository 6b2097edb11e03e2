# Shared by samples/quickstart.sh and tests/run.sh, which read it from the top of the tree:
# the packages there have to be, and the folder "build".

# What the library and jsearch are built with (README.md says what for), and what the tests need beside it.
build_packages='g++ meson ninja-build pkg-config libxapian-dev libicu-dev nlohmann-json3-dev libxxhash-dev
  libstemmer-dev libboost-program-options-dev libxml2-dev libmd4c-html0-dev libmd4c-dev poppler-utils'
# Words by MeCab: without them libsearch is built and works, with ICU's words alone.
build_packages="$build_packages libmecab-dev mecab-ipadic-utf8"
test_packages='doctest-dev python3 binutils make zstd python3-reportlab fonts-ipafont-gothic qpdf'
# The samples with a library of their own; without it such a sample is left out.
test_packages="$test_packages libcpp-httplib-dev libncurses-dev python3-pyte"

# install_missing PACKAGE...: installs those that are not there, as root or through sudo.
install_missing() {
  missing=
  for package in "$@"; do
    case $(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null || true) in
      installed) ;;
      *) missing="$missing $package" ;;
    esac
  done
  [ -n "$missing" ] || return 0
  echo "Installing:$missing"
  as_root=
  [ "$(id -u)" -eq 0 ] || as_root=sudo
  $as_root apt-get update -q
  # shellcheck disable=SC2086
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing
}

# holds OPTION=VALUE...: whether "build" is set up with these options.
holds() {
  [ -f build/build.ninja ] || return 1
  meson introspect build --buildoptions 2>/dev/null | python3 -c '
import json, sys
options = {o["name"]: str(o["value"]).lower() for o in json.load(sys.stdin)}
sys.exit(any(options.get(name) != value for name, value in (w.split("=") for w in sys.argv[1:])))
' "$@" 2>/dev/null
}

# configure OPTION=VALUE...: sets "build" up. Other options of a folder that is there stay; if it can't be
# used, as after a change of compiler or meson, it is set up anew.
configure() {
  if holds "$@"; then return 0; fi
  for option in "$@"; do
    set -- "$@" "-D$option"
    shift
  done
  if [ -f build/build.ninja ]; then
    if meson setup --reconfigure build "$@"; then return 0; fi
    echo 'The folder "build" is of no use any more; it is set up anew.'
    rm -rf build/meson-private build/meson-info build/build.ninja
  fi
  meson setup build "$@"
}
