// Which lines are the title, where the size of their letters is known.
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "ingest/essay.hpp"

using namespace libsearch::ingest;

namespace {

using blocks = std::vector<std::vector<std::string>>;

std::string title_of(const std::string &head, const blocks &largest) {
  const std::string text = head + "\n\n　港の朝は早い。荷役の機械が動き出す前に潮位と風を確かめるのが係の仕事で\nある。燃料の船が一隻遅れるだけで町の発電所の予定は組み替えられる。\n";
  return read_essay_fields(text, {{}, largest}).content.title;
}

}  // namespace

TEST_CASE("title_reader: the largest letters are the title, be they few") {
  CHECK(title_of("小論\n\n海の水素\n\n2024年5月", {{"海の水素"}, {"2024年5月"}}) == "海の水素");
  CHECK(title_of("Islands without Diesel\nHow small ferries can anchor local power systems\n\n6 November 2024",
                 {{"Islands without Diesel"}, {"How small ferries can anchor local power systems"}}) ==
        "Islands without Diesel How small ferries can anchor local power systems");
}

TEST_CASE("title_reader: where they name a publisher or a series, smaller ones that look like a title are it") {
  CHECK(title_of("群青エネルギー財団\n2025年7月3日\n\n港の灯りを守る人々の賞を\n設ける\n", {{"群青エネルギー財団"}, {"港の灯りを守る人々の賞を", "設ける"}}) == "港の灯りを守る人々の賞を設ける");
  CHECK(title_of("Weekly 経済レター\n\n補助の再開が実質賃金に与える影響\n\n2025年7月3日", {{"Weekly 経済レター"}, {"補助の再開が実質賃金に与える影響"}}) ==
        "補助の再開が実質賃金に与える影響");
}

TEST_CASE("title_reader: what is directly below a title and larger than the text belongs to it") {
  CHECK(title_of("2026年度の需給の見通し\nデジタル需要の増勢\n計量ユニット 研究員 白浜 花子", {{"2026年度の需給の見通し"}, {"デジタル需要の増勢"}}) ==
        "2026年度の需給の見通し デジタル需要の増勢");
  // An author is none of it, however large.
  CHECK(title_of("2026年度の需給の見通し\n計量ユニット 研究員 白浜 花子", {{"2026年度の需給の見通し"}, {"計量ユニット 研究員 白浜 花子"}}) == "2026年度の需給の見通し");
  // A mark ends the first line of two.
  CHECK(title_of("賃上げ税制は投資を代替したか： *\n企業の個票による検証\n\n白浜 花子（北浜大学）", {{"賃上げ税制は投資を代替したか： *", "企業の個票による検証"}}) ==
        "賃上げ税制は投資を代替したか：企業の個票による検証");
}
