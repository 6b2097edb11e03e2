#include <doctest/doctest.h>

#include <fstream>
#include <string>

#include <sys/stat.h>

#include <libsearch/error.hpp>
#include <libsearch/ingest.hpp>

#include "ingest/file_text.hpp"
#include "support.hpp"

namespace {

using libsearch::errc;
using libsearch::error;
using libsearch::ingest::checked_text;
using libsearch::ingest::read_essay_file;
using libsearch::ingest::read_file;

struct problem {
  errc code = errc::internal;
  std::string message, hint;
};

template <typename Call>
problem problem_of(const Call &call) {
  try {
    call();
  } catch (const error &caught) {
    return {caught.code(), caught.what(), caught.hint()};
  }
  return {errc::internal, "nothing was thrown", ""};
}

bool holds(const std::string &text, const std::string &part) {
  return text.find(part) != std::string::npos;
}

void write(const std::string &path, const std::string &bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

}  // namespace

TEST_CASE("checked_text: byte order mark and carriage returns go") {
  CHECK(checked_text("\xEF\xBB\xBF港\r\n電気\rと\n").text == "港\n電気\nと\n");
}

TEST_CASE("checked_text: what is not text is refused with its kind") {
  using namespace std::string_literals;
  for (const auto &bytes :
       {"a\0b"s, "\x89PNG\r\n"s, "PK\x03\x04 and more"s, "\x01\x02\x03 text"s}) {
    const problem found = problem_of([&] { checked_text(bytes); });
    CHECK(found.code == errc::malformed);
    CHECK(holds(found.message, "is not text"));
    CHECK_FALSE(found.hint.empty());
  }
  CHECK(holds(problem_of([] { checked_text("%PDF-1.7\n"); }).message, "PDF"));
  for (const char *bytes : {"", " \n\xE3\x80\x80\n"})
    CHECK(holds(problem_of([&] { checked_text(bytes); }).message, "is empty"));
}

TEST_CASE("checked_text: what is ill-formed in the encoding asked for is named by byte and line") {
  const problem found =
      problem_of([] { checked_text("one\ntwo \x93\xfa\x96{\n", "UTF-8"); });
  CHECK(found.code == errc::malformed);
  CHECK(holds(found.message, "byte 8"));
  CHECK(holds(found.message, "line 2"));
  CHECK(holds(found.hint, "--encoding"));
}

TEST_CASE("checked_text: markup declares its encoding, plain text does not") {
  const std::string page = "<meta charset=\"Shift_JIS\"><p>\x93\xfa\x96{</p>";
  CHECK(holds(checked_text(page).text, "日本"));
  CHECK(holds(problem_of([&] { checked_text("See: " + page); }).message, "not certain"));
}

TEST_CASE("read_file: limits and kinds of files") {
  const test::temporary_folder folder;
  write(folder / "a.txt", "0123456789");
  libsearch::ingest::read_options ten, nine;
  ten.max_file_bytes = 10;
  nine.max_file_bytes = 9;
  CHECK(read_file(folder / "a.txt", ten).bytes == "0123456789");
  CHECK(read_file(folder / "a.txt", ten).stamp.size == 10);
  CHECK(read_file(folder / "a.txt", ten).stamp.mtime > 0);
  CHECK(problem_of([&] { read_file(folder / "a.txt", nine); }).code == errc::too_large);
  CHECK(problem_of([&] { read_file(folder / "none", nine); }).code == errc::not_found);
  CHECK(problem_of([&] { read_file(folder.path(), nine); }).code == errc::invalid_argument);
  REQUIRE(mkfifo((folder / "pipe").c_str(), 0600) == 0);
  CHECK(holds(problem_of([&] { read_file(folder / "pipe", nine); }).message, "a pipe"));
}

TEST_CASE("read_essay_file: the error names the file") {
  const test::temporary_folder folder;
  write(folder / "empty.txt", "");
  const problem found = problem_of([&] { read_essay_file(folder / "empty.txt"); });
  CHECK(found.code == errc::malformed);
  CHECK(found.message == (folder / "empty.txt") + ": is empty");
}
