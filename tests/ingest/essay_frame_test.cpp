// What stands around the text of an essay says when, and is no text.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include <libsearch/ingest.hpp>

using namespace libsearch;
using namespace libsearch::ingest;

namespace {

const std::string paragraph = "　港の朝は早い。荷役の機械が動き出す前に潮位と風を確かめるのが係の仕事である。燃料\nの船が一隻遅れるだけで町の発電所の予定は組み替えられる。それでも町は待たない。\n";
const std::string half = "　夏の夕方には送電線の余裕が乏しくなる。隣の町から融通を受ける約束は、両方が暑い日に\n";
const std::string other_half = "は役に立たない。蓄えるほうが早いという声が出たのは、この年の秋であった。\n";

bool holds(const document &read, const std::string &part) { return read.body.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("essay frame: the year of a paper's number or of a copyright, where nothing else says one") {
  const std::string text = "Kaito Institute\n\nPOLICY BRIEF 14/2023\n\nDigital Identity and Older Citizens\n\nSam Green, Kaito Institute\n\nA digital identity opens nearly all services of the state.\n";
  CHECK(read_essay(text).date == "2023");
  CHECK(read_essay(text + "\nMay 2024\n").date == "2024-05");
}

TEST_CASE("essay frame: a long sentence at the foot of each page") {
  const std::string foot = "The contents of this paper are the author's sole responsibility. They do not necessarily represent the views of the Kaito Institute or any of its many members,\n";
  const document read = read_essay("港の朝の仕事\n\n白浜 花子\n\n" + paragraph + half + foot + "1\n\f" + other_half + paragraph + foot + "2\n\f");
  CHECK_FALSE(holds(read, "sole responsibility"));
  CHECK(holds(read, "両方が暑い日には役に立たない"));
}

TEST_CASE("essay frame: the publisher's address at the foot of a page, and what is below it") {
  const std::string foot = "かいとう総研 丸の内オフィス　〒100-0000 東京都千代田区丸の内一丁目 9 番 99 号\nこの紙面の数字は信頼できると考えられる情報源から取りました。\n";
  const document read = read_essay("港の朝の仕事\n\n白浜 花子\n\n" + paragraph + half + "\n" + foot + "\f" + other_half + paragraph);
  CHECK_FALSE(holds(read, "丸の内"));
  CHECK_FALSE(holds(read, "情報源"));
  CHECK(holds(read, "両方が暑い日には役に立たない"));
}

TEST_CASE("essay frame: when a page was printed is not when it came out") {
  const std::string printed = "2025/10/20 14:33                    港の朝の仕事 | かいとうフォーラム\n";
  CHECK(read_essay(printed + "\n公開日：2025.9.30\n\n港の朝の仕事\n執筆：白浜 花子（かいとうフォーラム 客員研究員）\n\n" + paragraph).date == "2025-09-30");
  const std::string page = printed + "\n" + paragraph;
  CHECK(read_essay("港の朝の仕事\n\n白浜 花子\n\n" + paragraph + "\f" + page + "\f" + page).date == "");
}

TEST_CASE("essay frame: the dateline of a press release, the day of an occasion right below the author") {
  CHECK(read_essay("Kaito Grid Opens a New Line\n\nHARROWMERE, 9 September 2025 – Kaito Grid today opened a line of 150 megawatts between two stations of the city,\nwhich will allow two older ones to be closed.\n")
            .date == "2025-09-09");
  CHECK(read_essay("Who Curtails First?\n\nSam Green\nDirector, Grid Policy Lab, Kaito College\nPacific Grid Forum 2024, Suva, 21–22 February 2024\n\nMidday output now exceeds demand on more than ninety days a year.\n")
            .date == "2024-02-21");
}

TEST_CASE("essay frame: the issue of a periodical below the date at the end") {
  const document read = read_essay("港の朝の仕事\n\n会長 白浜 花子\n\n" + paragraph + "\n2026年1月5日\n\n機関誌『みなと』 第205号\n");
  CHECK(read.date == "2026-01-05");
  CHECK_FALSE(holds(read, "機関誌"));
}

TEST_CASE("essay frame: the day of a talk gives way to the month in which it was printed") {
  const std::string head = "百年後の森をだれが見るのか\n\n講師　青海 太郎 氏\n\n日時　2018年11月17日（土）14:00～16:00\n会場　三ツ石ホール\n\n";
  CHECK(read_essay(head + paragraph).date == "2018-11-17");
  CHECK(read_essay(head + paragraph + "\n2019年3月 発行\n発行：かいとう財団\n北浜市青葉区広瀬 3-3-3\n").date == "2019-03");
}

TEST_CASE("essay frame: a date above a note on opinions, and one with who publishes") {
  CHECK(read_essay("家計簿はいつ閉じられるのか\n\n白浜 花子\n\n" + paragraph + "\n（平成30年3月9日）\n\n（注）本稿の意見は筆者個人のものです。\n").date == "2018-03-09");
  CHECK(read_essay("電気自動車と送電網\n\n白浜 花子\n\n" + paragraph + "\n2022年6月30日　株式会社 かいとう総研\n").date == "2022-06-30");
}

TEST_CASE("essay frame: the year beside a volume, where nothing else says one") {
  const auto with = [](const std::string &line) { return read_essay(line + "\n\n成長なき時代の水の値段を問う\n\n白浜 花子\n\n" + paragraph).date; };
  CHECK(with("法曹と実務　91巻6号（2020年）　　115") == "2020");
  CHECK(with("公共政策レビュー　Vol.11　2019") == "2019");
  CHECK(with("燃料と暮らし　2017 No.3") == "2017");
}

TEST_CASE("essay frame: whom a report is written to is no author") {
  const document read = read_essay("令和元年７月３１日\n北浜市議会\n議長　青 海 太 郎 様\n                  経済港湾委員会\n                    委員　白浜 花子\n                    委員　灰原 ナオミ\n\n     クルーズ船の受入れと港の緑化について\n\n" + paragraph);
  CHECK(read.title == "クルーズ船の受入れと港の緑化について");
  CHECK(read.authors == std::vector<std::string>{"白浜 花子", "灰原 ナオミ"});
}

TEST_CASE("essay frame: who writes of somebody called さん is the author") {
  const document read = read_essay("炎の色を守る仕事\n\n有限会社 峠下燃料店\n代表取締役　青海 太郎さん\n\n取材・文　白浜 花子\n\n" + paragraph);
  CHECK(read.authors == std::vector<std::string>{"白浜 花子"});
}

TEST_CASE("essay frame: who speaks, where and when, in the sentence below a title") {
  const document read = read_essay("Governor Ann Reed: The last mile is made of contracts\n\nSpeech by Ms Ann Reed, Governor of the Bank of Kaito, at the annual dinner of the Kaito Economic\nSociety, Lower Ashby, 23 November 2023.\n\nIt is a pleasure to be back in this hall, where as a student I heard one of my\npredecessors explain why the rate had to be defended.\n");
  CHECK(read.title == "The last mile is made of contracts");
  CHECK(read.authors == std::vector<std::string>{"Ann Reed"});
  CHECK(read.date == "2023-11-23");
}

TEST_CASE("essay frame: an occasion with its date below the authors' places, and a number and a date beside addresses") {
  CHECK(read_essay("Keeping the Lights On\n\nTomas Green and Ann Reed\nSystem Planning Division\nAnnual Technical Conference, Port Ellery, 9 April 2025\n\nHousehold adaptation is limited less by income than by tenure. Our survey of renters found that\nonly forty per cent had asked a landlord for any change to the building.\n").date == "2025-04-09");
  const document read = read_essay("価格改定の頻度\n\n白浜 花子1\nshirahama@kaito.example\n\n青海 太郎2\naomi@kaito.example\n\nNo.24-J-11          かいとう銀行\n2024 年 8 月         〒 103-0000 東京都中央区仮町 2-1-1\n\n" + paragraph);
  CHECK(read.authors == std::vector<std::string>{"白浜 花子", "青海 太郎"});
  CHECK(read.date == "2024-08");
}

TEST_CASE("essay frame: the first heading of the text goes on with no title") {
  const document read = read_essay("住民が守る水源の地図\n■ 調査の概要\n" + paragraph);
  CHECK(read.title == "住民が守る水源の地図");
}

TEST_CASE("essay frame: the table of contents, whatever its dots") {
  for (const std::string dots : {"･･････････", "……………", "............", "・・・・・・"}) {
    const document read = read_essay("港の朝の仕事\n\n白浜 花子\n\n目次\n１．港の朝" + dots + " 1\n２．町の電気" + dots + " 2\n\n" + paragraph + half + other_half);
    CHECK_MESSAGE(!holds(read, dots), read.body);
    CHECK(holds(read, "港の朝は早い"));
  }
}

TEST_CASE("essay frame: the name of a running foot alone at the head of a page, and a heading that contents name") {
  const std::string foot = "港湾協会だより　第204号　　　", pages = paragraph + half + foot + "1\n\f港湾協会だより\n\n" + other_half + paragraph + foot + "2\n\f";
  const document read = read_essay("港の朝の仕事\n\n白浜 花子\n\n" + pages);
  CHECK_MESSAGE(!holds(read, "協会だより"), read.body);
  CHECK(holds(read, "両方が暑い日には役に立たない"));
  const document listed = read_essay("港の朝の仕事\n\n白浜 花子\n\n目次\n１　港の朝 …………… 1\n２　町の夕方 …………… 2\n\f１　港の朝\n" + paragraph + half + other_half + "\f２　町の夕方\n" + paragraph);
  CHECK_MESSAGE(holds(listed, "町の夕方"), listed.body);
}

TEST_CASE("essay frame: a paragraph that goes on behind a page's end, where paragraphs are indented") {
  const std::string second = "　町の発電所の係は、船の便りを毎朝の会で読み上げる。遅れがあればその日のうちに代わり\nの燃料を探し、隣の町へ人をやる。\n";
  const std::string full = "　夏の夕方には送電線の余裕が乏しくなる。隣の町から融通を受ける約束は暑い日に破られた。\n", more = "蓄えるほうが早いという声が出たのは、その年の秋に入ってからのことであったと言われて\nいる。\n";
  CHECK(holds(read_essay("港の朝の仕事\n\n白浜 花子\n\n" + paragraph + "\n" + second + "\n" + full + "1\n\f" + more + "\n" + half + other_half), "破られた。蓄えるほう"));
  CHECK_FALSE(holds(read_essay("港の朝の仕事\n\n白浜 花子\n\n" + paragraph + "\n" + second + "\n" + full + "1\n\f　" + more + "\n" + half + other_half), "破られた。蓄えるほう"));
}

TEST_CASE("essay frame: a periodical with its volume and pages, and a page of how many") {
  const std::string text = "The Harbour and the Town\n\nReviewed by Sam Green\n\nHistories of the harbour have been written from the quay, and we know a great deal\nabout the labour bosses and their unions.\n\nThe first chapters follow the coal. Drawing on diaries the authors show that\n\n";
  const document read = read_essay(text + "Review of Harbour History 12(1), April 2025, 157-159\n157\n\f158     BOOK REVIEWS\n\nfuel shaped the calendar of the farms for many years before the war.\n");
  CHECK_MESSAGE(!holds(read, "157-159"), read.body);
  CHECK(read.date == "2025-04");
  const document counted = read_essay("港の朝の仕事\n\n白浜 花子\n\n" + paragraph + half + "\n1 | 2\n\f" + other_half + paragraph + "\n2 | 2\n");
  CHECK_MESSAGE(!holds(counted, "| 2"), counted.body);
}

TEST_CASE("essay frame: the day on which a manuscript came in says less than the issue") {
  const std::string issue = "港湾技術時報 2019 年 7 月号";
  const std::string text = "港の朝の仕事\n\n白浜 花子\n\n" + paragraph + half + "\n" + issue + "\n\f" + other_half + paragraph;
  CHECK(read_essay(text + "（2019 年 5 月 6 日原稿受付）\n\n" + issue + "\n\f").date == "2019-07");
  CHECK_FALSE(holds(read_essay(text + "\n" + issue + "\n\f"), issue));
  const std::string journal = "Trans. Kaito Soc. Ports, Vol. 7, No. 1, 2021\n\nThe Work of a Harbour in the Morning\n\nSam Green, Kaito Institute\n\n";
  const std::string prose = "\nThe harbour wakes early. Before the cranes begin to move, the wind and the tide are looked at with care by those whose work it is.\n";
  CHECK(read_essay(journal + "(Manuscript received Aug. 3, 2020, revised Nov. 20, 2020)\n" + prose).date == "2021");
  CHECK(read_essay(journal + "3 August 2020\n" + prose).date == "2020-08-03");
}

TEST_CASE("essay frame: a foot as wide as a column counts with the pages") {
  const auto text = [](const std::string &first, const std::string &second) {
    return "港の朝の仕事\n\n白浜 花子\n\n港の朝は早い。荷役の機械が動き出す前に潮位と\n風を確かめるのが係の仕事である。燃料の船が一\n隻遅れるだけで町の発電所の予定は組み替えられ\n" + first +
           "\n\fる。それでも町は待たない。夏の夕方には送電線\nの余裕が乏しくなる。隣の町から融通を受ける約\n束は、両方が暑い日には役に立たない。蓄えるほ\nうが早いという声が出たのは、この年の秋だった。\n" + second + "\n\f";
  };
  const std::string foot = "かいとう港湾エネルギーセンターだより No.37";
  CHECK(holds(read_essay(text(foot + " 1", foot + " 2")), "組み替えられる。"));
  CHECK_FALSE(holds(read_essay(text(foot + " 1", foot + " 2")), "No.37"));
  // One page on, but three on as it counts
  CHECK(holds(read_essay(text(foot + " 1", foot + " 4")), "No.37"));
}

TEST_CASE("essay frame: notes below a page's last line, right below it or with a raised number") {
  const auto read = [](const std::string &note) {
    return read_essay("港の朝の仕事\n\n白浜 花子\n\n" + paragraph + half + "\n" + note + "\n\n1\n\f" + other_half + "　冬の港では解氷の費用が膨らむ。係は朝から綱を温め、氷を砕いて岸壁までの道を開けること\nから始める。\n");
  };
  CHECK(holds(read("1来港者数は入口の計数による。"), "両方が暑い日には役に立たない"));
  CHECK_FALSE(holds(read("1人の係が残った。"), "両方が暑い日には役に立たない"));
  const std::string english = "The Harbour\n\nSam Green, Kaito Institute\n\nThe harbour wakes early. Before the cranes begin to move, the wind and the tide are looked at.\nThe dependence was mutual. A port that bought the power of the dam could in the same year of all\n";
  const std::string rest = "1\n\freduce its dues, and the number of ships that called in the harbour rose in the years that came.\nDrought exposed the weakness of the arrangement, as the council of the town was to learn in time.\n";
  CHECK(holds(read_essay(english + "1 The reports are held by the archives of the town.\n\n" + rest), "same year of all reduce its dues"));
}

TEST_CASE("essay frame: the date behind a cover, and one beside a number that looks like a month") {
  const std::string cover = "かいとう研究所\nディスカッション・ペーパー\n\n港の朝の仕事と燃料の備え\n\n白浜 花子\n\n\f", prose = "\n" + paragraph + half + other_half;
  CHECK(read_essay(cover + "2016 年 6 月\n\n港の朝の仕事と燃料の備え\n白浜 花子\n" + prose).date == "2016-06");
  // No title below it: a month that the text tells of
  CHECK(read_essay(cover + paragraph + half + other_half + "\n2016 年 6 月\n\n　冬の港では解氷の費用が膨らむ。係は朝から綱を温め、氷を砕いて道を開ける。\n" + prose).date == "");
  CHECK(read_essay("海都地域政策研究所 調査研究レポート 2022-11\n\n港の朝の仕事と燃料の備え\n海都地域政策研究所 白浜 花子\n\n２０２３年１月\n" + prose).date == "2023-01");
  CHECK(read_essay("海都地域政策研究所 調査研究レポート 2022-11\n\n港の朝の仕事と燃料の備え\n\n白浜 花子\n" + prose).date == "2022-11");
}

TEST_CASE("essay frame: feet with the page's number in the middle, and of how many sheets") {
  for (const std::string foot : {"港だより　第88号　　　(1)　　　かいとう省エネルギー協会", "Weekly 港の窓　1枚目/全2枚"}) {
    const document read = read_essay("港の朝の仕事\n\n白浜 花子\n\n" + paragraph + half + "\n" + foot + "\n\n" + other_half + paragraph);
    CHECK_MESSAGE(!holds(read, foot.substr(0, 9)), read.body);
    CHECK(holds(read, "両方が暑い日には役に立たない"));
  }
}
