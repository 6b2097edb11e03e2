// Letters and signs as pdftotext prints them.
#include "ingest/pdf_letters.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace libsearch::ingest;

TEST_CASE("make_signs_upright: the signs of vertical lines become the usual ones") {
  std::string text = "港は︑朝が早い︒﹁潮﹂と︵風︶を︑﹃港の記﹄で見る︙";
  make_signs_upright(text);
  CHECK(text == "港は、朝が早い。「潮」と（風）を、『港の記』で見る…");
  // Half-width forms, and a sign that is cut
  std::string other = "ﾐﾅﾄ｡（潮）\xEF\xB8";
  const std::string before = other;
  make_signs_upright(other);
  CHECK(other == before);
}
