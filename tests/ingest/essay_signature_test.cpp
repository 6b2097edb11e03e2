// What an index keeps of essays to tell copies by: its form must not change under indexes that exist.
#include <string>

#include <doctest/doctest.h>

#include "ingest/document_reader.hpp"
#include "ingest/essay_signature.hpp"

namespace ingest = libsearch::ingest;

namespace {

std::string signature_text(const std::string &body) {
  ingest::read_result read;
  read.content.title = "港の燃料";
  read.content.body = body;
  return ingest::to_text(ingest::signature_of(read));
}

/// The places of the sketch, four digits each.
std::string sketch_of(const std::string &body) {
  const std::string text = signature_text(body);
  const std::size_t title_end = text.find('\t', text.find('\t') + 1);
  return text.substr(title_end + 1, text.find('\t', title_end + 1) - title_end - 1);
}

std::string repeated(const std::string &before, const std::string &behind) {
  std::string body;
  for (int i = 0; i < 400; ++i) body += before + std::to_string(i * 7919 % 1000) + behind;
  return body;
}

}  // namespace

TEST_CASE("a signature is what it was") {
  CHECK(signature_text("港の燃") == "text\tb8f2de94e828f5cf\tffffffffffffffffffffffffffffffffffffffffffffffffffffffffa249ffff\t\t0\t0\t");
  CHECK(sketch_of("港の燃料が届く") == "ffffffffffffd579ffffffffffffffffffffffffffffffffffffffffffffffff");
  CHECK(sketch_of("港の燃料が届いた") == "ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7605");
  CHECK(sketch_of("港の燃料が届いた。Port Fuel 2024") == "43a91593fffff074ffffffff0dd8fffffffff219ffffdbd8eec3ffffb2927605");
  // Some thousand letters, and the same with forms that normalization takes to others.
  CHECK(sketch_of(repeated("港の燃料は第", "の町に届く。\n")) == "0088003f0013004e00b203f90052044b00fe008306d4016c034500400115021e");
  CHECK(sketch_of(repeated("港の燃料は第", "の町に届く。Ｏil ﾀﾝｸ, ")) == "0088003f00130024017503f90052044b00fe008306d4016c034500400115021e");
}

TEST_CASE("what stands behind a signature is not its own") {
  const std::string text = "html\tb8f2de94e828f5cf\t" + sketch_of("港の燃料が届いた") + "\t2024-11\t1\t1\t青海 太郎";
  const auto read = ingest::signature_from(text + "\n[\"topics\",\"a\\tb\"]");
  REQUIRE(read);
  CHECK(ingest::to_text(*read) == text);
}

TEST_CASE("letters count, signs and breaks do not") {
  CHECK(sketch_of("港の燃料が届いた。明日も来る") == sketch_of("港の燃料が\n届いた——明日も来る!"));
  CHECK(sketch_of("港の燃料が届いた。明日も来る") != sketch_of("港の燃料が届いた。昨日も来る"));
}
