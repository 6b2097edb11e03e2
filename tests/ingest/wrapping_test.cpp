// Hits do not depend on where the lines and pages of a text end.
#include <doctest/doctest.h>

#include <random>
#include <set>
#include <string>
#include <vector>

#include <libsearch/index.hpp>
#include <libsearch/ingest.hpp>

#include "ingest/unicode.hpp"
#include "support.hpp"

namespace {

using namespace libsearch;
using namespace libsearch::ingest;

struct sample {
  std::string head;
  std::vector<std::string> paragraphs;
};

const std::vector<sample> samples = {
    {"港の電気\n\nかいとう資源研究所 研究員 青海 太郎\n\n",
     {"港の朝は早い。荷役の機械が動き出す前に、潮位と風を確かめるのが係の仕事である。2021年3月の嵐では三隻が沖で待ち、町の備蓄は半分になった。"
      "備えの厚さは、こうした小さな遅れの積み重ねで試されるのである。",
      "図らずも結論は単純であった。燃料を多く持つ町より、船の順番を早く知る町のほうが、冬を静かに過ごした。日米首脳会談の翌週、"
      "小型モジュール炉を載せた台船が沖を通ったが、町の人は洗濯物を気にしていた。",
      "筆者は「待つ船」の費用を5,500万円と見積もったが、AIを使った運航ではさらに下がるだろう。エネルギー需給の見通しは、紙の上ではなく、"
      "桟橋の上で毎朝書き直されているのである。"}},
    {"Harbour Notes on Waiting\n\nToru Aomi, Chief Economist, Kaito Institute of Resource Economics\n\n",
     {"The harbour wakes early, and somebody has to check the tide and the wind before the machines start. When one ship is late, the whole plan of "
      "the power station is made again. The opinions of those who wait are seldom asked for.",
      "A long-term contract is a promise about weather. The US-Japan talks of that spring produced a list of twelve minerals and a carbon-neutral "
      "corridor; the carbon-neutral part was written by people who had never loaded a ship.",
      "Another port made up for the same delay within half a day. The difference was not the crane but a short call to the ships every morning, and "
      "an understanding that reserves are conversations."}}};

/// The paragraphs in lines of `width` columns: Japanese between any two characters, English at blanks, at hyphens, and
/// long words with a hyphen.
std::string wrapped(const std::string &text, std::size_t width, std::mt19937_64 &random) {
  std::string out, line;
  std::size_t column = 0;
  const auto flush = [&] {
    out += line + "\n";
    line.clear();
    column = 0;
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t c = next(text, at);
    if (is_cjk(c)) {
      // No line begins with a mark that closes.
      if (column + 2 > width && c != U'。' && c != U'、' && c != U'」') flush();
      line += text.substr(start, at - start);
      column += 2;
      continue;
    }
    if (c == ' ') {
      if (column > 0) line += ' ', ++column;
      continue;
    }
    std::size_t end = start;
    while (end < text.size() && text[end] != ' ' && static_cast<unsigned char>(text[end]) < 0x80) ++end;
    std::string word = text.substr(start, end - start);
    at = end;
    if (column + word.size() > width && column > 0) {
      const std::size_t hyphen = word.find('-');
      if (hyphen != std::string::npos && column + hyphen + 1 <= width) {
        line += word.substr(0, hyphen + 1);
        word.erase(0, hyphen + 1);
      } else if (word == "understanding" && random() % 2 == 0) {
        line += "under-";
        word = "standing";
      }
      while (!line.empty() && line.back() == ' ') line.pop_back();
      flush();
    }
    line += word;
    column += word.size();
  }
  flush();
  return out;
}

/// `cut` where the page ends within a sentence.
std::string page_end(int page, bool english, bool cut, std::mt19937_64 &random) {
  const std::string number = std::to_string(page);
  // A short line of English and one that begins with a name do not show that a note cuts their sentence.
  if (!english && cut && random() % 3 == 0) {
    // The same note on two pages would be a running foot.
    const std::string where[] = {"桟橋の東", "岬の西", "湾の南", "島の北", "沖合", "河口", "船着場"}, place = where[static_cast<std::size_t>(page) % std::size(where)];
    const std::string notes[] = {"\n[1] 数字は" + place + "の帳簿による。\n", "\n* 潮位は" + place + "で測った。\n12 " + place + "協会『潮位年報』、2019年。\n",
                                 "\n――――――――――\n注1) " + place + "の数字は帳簿により、\n" + place + "で測った。\n"};
    return notes[random() % 3] + "\n- " + number + " -\n\f";
  }
  switch (random() % 4) {
    case 0: return "\n" + std::string(english ? "KREI: November 2025 © KREI2025" : "KREI: 2021年3月掲載 禁無断転載") + "\n\n- " + number + " -\n\f";
    case 1: return "\n- " + number + " -\n\f";
    case 2: return "\n" + number + " / 9\n\f";
    default: return "\n～" + number + "～\n\f";
  }
}

std::string set(const sample &from, std::mt19937_64 &random) {
  const bool english = static_cast<unsigned char>(from.head[0]) < 0x80;
  const std::size_t width = 44 + random() % 60, page_lines = 6 + random() % 20;
  std::string text = from.head, lines;
  for (const std::string &paragraph : from.paragraphs) lines += wrapped(paragraph, width, random) + "\n";
  std::size_t line = 4;
  int page = 1;
  for (std::size_t start = 0; start < lines.size();) {
    const std::size_t end = lines.find('\n', start) + 1;
    text += lines.substr(start, end - start);
    start = end;
    if (++line % page_lines == 0 && start < lines.size()) text += page_end(page++, english, text[text.size() - 2] != '\n' && !text.ends_with("。\n"), random);
  }
  return text;
}

}  // namespace

TEST_CASE("wrapping: any width and any pages give the same hits, also for strings across line and page ends") {
  std::mt19937_64 random(test::seed(20260613));
  test::temporary_folder folder;
  index_writer writer(folder / "a.idx");
  constexpr std::size_t copies = 60;
  for (std::size_t s = 0; s < samples.size(); ++s)
    for (std::size_t i = 0; i < copies; ++i) {
      document essay = read_essay(set(samples[s], random));
      CHECK(essay.title == samples[s].head.substr(0, samples[s].head.find('\n')));
      essay.id = std::to_string(s) + "-" + std::to_string(i);
      writer.put(essay);
    }
  writer.commit();
  index opened(folder / "a.idx");
  const auto found = [&](const std::string &query) {
    search_request request;
    request.query = query;
    request.match = match_mode::phrase;
    request.variants = false;
    request.total = total_mode::exact;
    request.limit = 0;
    return opened.search(request).total.value;
  };
  for (const sample &one : samples)
    for (const std::string &paragraph : one.paragraphs)
      for (int round = 0; round < 60; ++round) {
        // Any stretch of the text, from a character or, in English, a word on.
        std::vector<std::size_t> starts;
        for (std::size_t at = 0; at < paragraph.size();) {
          const std::size_t start = at;
          const char32_t c = next(paragraph, at);
          if (is_cjk(c) || start == 0 || paragraph[start - 1] == ' ') starts.push_back(start);
        }
        const std::size_t first = random() % starts.size();
        const std::size_t last = std::min(starts.size() - 1, first + 1 + random() % 12);
        if (first == last || starts[last] - starts[first] < 6) continue;
        std::string part = paragraph.substr(starts[first], starts[last] - starts[first]);
        while (!part.empty() && part.back() == ' ') part.pop_back();
        CAPTURE(part);
        CHECK(found(part) == copies);
      }
  for (const char *furniture : {"KREI", "禁無断転載", "- 1 -", "～2～", "1 / 9"}) CHECK(found(furniture) == 0);
}
