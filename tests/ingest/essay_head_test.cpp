// Heads of essays: who wrote them, what stands above their titles, and which of their dates counts.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include <libsearch/ingest.hpp>

using namespace libsearch;
using namespace libsearch::ingest;

namespace {

using names = std::vector<std::string>;

const std::string paragraph = "　港の朝は早い。荷役の機械が動き出す前に潮位と風を確かめるのが係の仕事である。燃料\nの船が一隻遅れるだけで町の発電所の予定は組み替えられる。それでも町は待たない。\n";

names authors_of(const std::string &line) { return read_essay("港の朝の仕事\n\n" + line + "\n\n" + paragraph).authors; }

}  // namespace

TEST_CASE("essay head: names in several scripts") {
  CHECK(authors_of("上席フェロー　デービッド・K・森") == names{"デービッド・K・森"});
  CHECK(authors_of("調査部 研究員　白浜エリック") == names{"白浜エリック"});
  CHECK(authors_of("白浜 花子*　　武井 ジェームズ 健**") == names{"白浜 花子", "武井 ジェームズ 健"});
  CHECK(authors_of("宇田真理・ベンジャミン・オコエ") == names{"宇田真理", "ベンジャミン・オコエ"});
  CHECK(authors_of("綿 谷　　創＊・今村　　舞＊＊") == names{"綿谷 創", "今村 舞"});
  CHECK(authors_of("Marta Nowak（客員研究員、ポーランド）") == names{"Marta Nowak"});
  CHECK(authors_of("白浜 花子さん").front() == "白浜 花子");
}

TEST_CASE("essay head: words that are no names") {
  for (const char *line : {"風力プラント", "執　筆", "電力市場・アジア・アフリカ", "首脳会談・アジア・アフリカ"}) CHECK_MESSAGE(authors_of(line).empty(), line);
  CHECK(authors_of("調査部　水素ステーション").empty());
  CHECK(authors_of("執　筆　市場分析チーム").empty());
  CHECK(authors_of("取材・文＝白浜花子") == names{"白浜花子"});
}

TEST_CASE("essay head: who spoke did not write") {
  const document read = read_essay("港は町に何を残すか\n執筆：白浜 花子\n\n登壇者\n・青海 太郎（北浜町長）\n・司会　白浜 花子\n\n" + paragraph);
  CHECK(read.authors == names{"白浜 花子"});
}

TEST_CASE("essay head: an author over an address, below the abstract") {
  const document read = read_essay("みなと銀行　調査部\n\n2025年9月12日\n\n金利のある町の不動産\n\n【要旨】\n◆地方都市の融資の伸びは鈍化しているが、地価の上昇は続いており、調整は緩やかなものにとどまる。\n\n\n調査部　主任　青海 太郎\nTEL：03-0000-1234　E-mail：t.aomi@example.jp\n\n" + paragraph);
  CHECK(read.authors == names{"青海 太郎"});
  CHECK(read.title == "金利のある町の不動産");
}

TEST_CASE("essay head: what stands above a title") {
  const document serial = read_essay("連載　港の窓から\n第32回\n\n静かな夏\n―収入と仕事―\n\n白浜 花子\n\n" + paragraph);
  CHECK(serial.title == "静かな夏 ―収入と仕事―");
  CHECK(serial.attribute("series") == "港の窓から");
  CHECK(serial.attribute("number") == "32");
  const document coded = read_essay("調査メモ（R6-08）\n\n最低賃金と町の小売業\n\n" + paragraph);
  CHECK(coded.title == "最低賃金と町の小売業");
  CHECK(coded.attribute("number") == "R6-08");
  const document both = read_essay("研究員の声 Fellow’s Voice\n\n2023/06/16\n\n南から見た港の政策\nHarbour Policy as Seen from the South\n\nMarta Nowak（客員研究員）\n\n" + paragraph);
  CHECK(both.title == "南から見た港の政策");
  const document unit = read_essay("Market Outlook\nJune 30, 2025\nResearch Division\n\nHarbour Dues in the North,\nSecond Half of 2025\n\nSUMMARY\n- Dues are to fall by a tenth.\n\nDues\n\nThe dues of the northern harbours averaged a tenth less than in the first half.\n");
  CHECK(unit.title == "Harbour Dues in the North, Second Half of 2025");
}

TEST_CASE("essay head: a title that goes on in small letters") {
  const std::string text = "\n\nSam Green, Research Associate\nPublished: March 28, 2025\n\nThe sixth meeting of the forum brought together participants from many harbours of the north.\n";
  CHECK(read_essay("Report on the 6th Northern Forum\non Harbour Finance\n\nPort Ellery, 4-5 February 2025" + text).title == "Report on the 6th Northern Forum on Harbour Finance");
  CHECK(read_essay("Fuel Subsidies, Household Expectations\nand Household Spending:\nEvidence from Scanner Data" + text).title == "Fuel Subsidies, Household Expectations and Household Spending: Evidence from Scanner Data");
}

TEST_CASE("essay head: the day of publication goes before that of the occasion") {
  const std::string head = "港の会合の報告\n\n白浜 花子\n\n";
  CHECK(read_essay(head + "開催日：2024年11月18日～20日\n主　催：港湾連合\n発行日：2025年1月20日\n\n" + paragraph).date == "2025-01-20");
  CHECK(read_essay(head + "公開：2025年3月31日　／　シンポジウム開催：2025年2月22日（土）\n\n" + paragraph).date == "2025-03-31");
  CHECK(read_essay(head + "開催日：2024年11月18日\n\n" + paragraph).date == "2024-11-18");
  CHECK(read_essay(head + "　本稿は、2月に開かれた会合の内容を編集部がまとめたものです。\n　港湾協会　会報　2023年4月発行\n\n" + paragraph).date == "2023-04");
}

TEST_CASE("essay head: a title and its author in one line, a journal and a kind in another") {
  const document beside = read_essay("港湾研究機構　コラム\n\n港の「二つの顔」　　　　　　　　　　　　　　　　野々垣　淳\n\n" + paragraph);
  CHECK(beside.title == "港の「二つの顔」");
  CHECK(beside.authors == names{"野々垣 淳"});
  const document review = read_essay("港湾学会誌　第61巻　　　　　　　　　　　　　　　書　評\n\n大場 周三 著\n『桟橋の百年』\n（暁鐘書房、2024年、312頁）\n\n港の歴史から考える\n\n評者　三枝　香里\n\n" + paragraph);
  CHECK(review.title == "港の歴史から考える");
  CHECK(review.authors == names{"三枝 香里"});
  CHECK(review.attribute("series") == "港湾学会誌");
}

TEST_CASE("essay head: letters of a position and of a name set apart, and a name in two scripts") {
  CHECK(authors_of("主席研究員　白浜いずみ\n研　究　員　矢 作 大 地") == names{"白浜いずみ", "矢作大地"});
  CHECK(authors_of("Shun Tateishi (立石 駿)") == names{"Shun Tateishi"});
}

TEST_CASE("essay head: a meeting and its place, who published it, and a panel") {
  const std::string where = "港の十年\n\n講師　白浜　花子　氏\n\n2024年9月6日（金）　於：北浜学院大学　記念講堂\n";
  const document read = read_essay(where + "（2024年10月　公開講座委員会　発行）\n\n" + paragraph);
  CHECK(read.authors == names{"白浜 花子"});
  CHECK(read.date == "2024-10");
  CHECK(read_essay(where + "\n" + paragraph).date == "2024-09-06");
  const document panel = read_essay("港の「次の一手」を語る\n\n　パネリスト　　青海　佐和（臨海ガス　常務）\n　　　　　　　　門田　ジョージ（港湾会議　顧問）\n　モデレーター　名越　敬（未来研究所　所長）\n\n　　　　　（文責：岩清水　健）\n\n" + paragraph);
  CHECK(panel.authors == names{"岩清水 健"});
}

TEST_CASE("essay head: dates in other brackets, beside a meeting, in two languages and below organisations") {
  const std::string head = "港の会合の報告\n\n白浜 花子\n\n";
  CHECK(read_essay(head + "《2024年2月》\n\n" + paragraph).date == "2024-02");
  CHECK(read_essay(head + "August 29, 2025 （2025年8月29日）\n\n" + paragraph).date == "2025-08-29");
  CHECK(read_essay("第452回　定例報告会　　　　　　　　　　　2025年12月23日\n\n港の電気の見通し\n\n白浜 花子\n\n" + paragraph).date == "2025-12-23");
  CHECK(read_essay("共同提言　港の移行に向けて\nJoint Proposal for Our Harbours\n\n一般財団法人　東港フォーラム\nEast Harbour Forum\n\n17 October 2025\n\nWe call on governments and companies to place the harbours at the centre of their plans.\n").date == "2025-10-17");
}

TEST_CASE("essay head: a periodical above its piece, and a label over a title of two lines") {
  const document piece = read_essay("The Lantern - Quarterly of the Kaito Foundation\n\nINTERVIEW\n\"We Stopped Counting\"\n\nSam Green, Senior Researcher, Kaito Institute\n\nYou spent thirty years forecasting. What changed your mind about the exercise in the end?\n");
  CHECK(piece.title == "\"We Stopped Counting\"");
  const document report = read_essay("出張報告書\n\n件　名　：　北国出張報告\n　　　　　　塩湖と港を結ぶ道\n報告者　：　資源調査課　　青海　太郎\n報告日　：　令和６年12月18日\n\n\n1. 目的\n" + paragraph);
  CHECK_MESSAGE(report.title.find("件") == std::string::npos, report.title);
  CHECK(report.title.find("塩湖と港を結ぶ道") != std::string::npos);
}

TEST_CASE("essay head: who is asked and who asks, in the order of the text") {
  CHECK(authors_of("長峰 隼 氏（グリッド会社 代表）\n聞き手：柏崎美帆（編集部）") == names{"長峰 隼", "柏崎美帆"});
  CHECK(authors_of("長峰 隼 氏（グリッド会社 代表）\n聞き手：編集部") == names{"長峰 隼"});
}

TEST_CASE("essay head: a column, its author and its date above the title") {
  const document weekly = read_essay("週刊港寸評（第406号）\n葛城　伸\n２０２４年１２月５日\n\n冬の電力、綱渡りは終わったか\n\n" + paragraph);
  CHECK(weekly.title == "冬の電力、綱渡りは終わったか");
  CHECK(weekly.authors == names{"葛城 伸"});
  CHECK(weekly.date == "2024-12-05");
  CHECK(weekly.attribute("series") == "港寸評");
  // A part of an essay that counts few
  CHECK(read_essay("港の未来（第2回）\n葛城　伸\n２０２４年１２月５日\n\n政策の転換\n\n" + paragraph).title.find("港の未来") == 0);
}

TEST_CASE("essay head: names as they are set") {
  CHECK(read_essay("港の団地を訪ねて\n辻村航太郎\n\n" + paragraph).authors == names{"辻村航太郎"});
  CHECK(authors_of("八乙女詩織・朽木 洋・陣内康平") == names{"八乙女詩織", "朽木 洋", "陣内康平"});
  CHECK(authors_of("錦戸 晃 [1]　春日部 千尋 [2]　米良 直哉 [1][3]") == names{"錦戸 晃", "春日部 千尋", "米良 直哉"});
  CHECK(authors_of("北浜駐在員事務所　所長　真木壮一郎　（2024年７月８日　記）") == names{"真木壮一郎"});
  CHECK(authors_of("堀川    真 理 子（港湾研究所）") == names{"堀川 真理子"});
  CHECK(read_essay("From Oil Shock to Chip Shock:\nSecurity in a New Key\n\nProfessor Emeritus Ryo Takamatsu\n\nLadies and gentlemen, when I was a student the word security meant oil, and nothing else.\n").authors == names{"Ryo Takamatsu"});
  CHECK(authors_of("調査月報").empty());
}
