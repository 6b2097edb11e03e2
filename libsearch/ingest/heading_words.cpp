#include "ingest/heading_words.hpp"

#include "ingest/names.hpp"
#include "ingest/pattern.hpp"
#include "ingest/series_line.hpp"
#include "ingest/title_lines.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

constexpr std::size_t longest_title = 600;

/// 【講演】題名, "Q. 題名か？" without what says the kind. 【前編】 is a part of the title.
std::string without_kind(const std::string &line) {
  static const pattern kind(
      u"[【［\\[〔](?:(?:基調|記念|特別|招待)?講演(?:録|要旨)?|挨拶|スピーチ|対談|鼎談|座談会|(?:特別|読者)?寄稿|論説|論考|論文|小論|社説|コラム|解説|随筆|エッセ[イー]|視点|論点|提言|書評|時評|時論|インタビュー|"
      u"レポート|調査報告|研究ノート|報道発表|プレスリリース)[】］\\]〕][ 　]*(.{4,})");
  static const pattern question(u"[QＱ][0-9０-９]{0,3}[.．:：、][ 　]*([^ 　].{4,}(?:[?？]|か。?))");
  if (line.size() > longest_title || line.empty()) return line;
  const bool question_begins = line[0] == 'Q' || line.compare(0, 3, "Ｑ") == 0;
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(line);
  if (question_begins)
    if (const auto match = question.match(text)) return to_utf8(match->groups[1]);
  if (begins_with_any(text, u"【［[〔"))
    if (const auto match = kind.match(text)) return to_utf8(match->groups[1]);
  return line;
}

/// 読み物 >> 薪の煙 behind links that lead to it.
std::string without_links_before(const text_block &block) {
  if (block.link_bytes == 0 || block.link_bytes * 10 >= block.text.size() * 9) return block.text;
  for (const std::string_view sign : {"»", "›", ">", "＞", "≫"})
    if (const std::size_t at = block.text.rfind(sign); at != npos && at >= block.link_bytes && at <= block.link_bytes + 8 && at + sign.size() + 3 < block.text.size())
      return std::string(trim(std::string_view(block.text).substr(at + sign.size())));
  return block.text;
}

}  // namespace

std::string without_mark(const std::string &line) {
  static const pattern marked(u"[■□◆◇●◎▼▽▲△★☆◼◾▪♦]+ ?([^■□◆◇●◎▼▽▲△★☆◼◾▪♦]{2,}?)[ ■□◆◇●◎▼▽▲△★☆◼◾▪♦]*");
  const std::string_view text = trim(line);
  if (text.size() < 3 || static_cast<unsigned char>(text[0]) < 0xE2 || text.size() > longest_title) return std::string(text);
  const auto match = marked.match(icu::UnicodeString::fromUTF8(std::string(text)));
  return match ? to_utf8(match->groups[1]) : std::string(text);
}

std::string bare_heading(const std::string &line) { return without_kind(without_mark(line)); }

std::string title_of_heading(const text_block &block) {
  std::string text = without_links_before(block);
  // <span class="section-number">3. </span>
  if (block.number_bytes > 0 && block.number_bytes < text.size()) text = std::string(trim(std::string_view(text).substr(block.number_bytes)));
  return bare_heading(one_line(text));
}

bool names_column(const icu::UnicodeString &line) {
  static const pattern site(
      u".{2,30}(?:(?:公式)?(?:ホーム ?ページ|サイト|ブログ)|ウェブ(?:版|サイト)|web ?版|web ?マガジン|オンライン|デジタル|newsroom|news ?letter|home ?page|印刷用?(?:画面|ページ)?)|.{1,20}新聞(?:「.{1,20}」)?",
      letter_case::any);
  // 港の窓 その二十七, and the journal that a text is taken from: 「港」誌から, 『港』より
  static const pattern number(u"[^、。?!]{2,20} (?:その|之|其の?)[0-9一二三四五六七八九十百]{1,5}|[「『].{1,20}[」』](?:誌|紙|会報)?(?:から|より)");
  if (line.length() < 2 || line.length() > 40) return false;
  if (ends_with_any(line, u"ジトグ版ンルmreE面刷」聞MRR") && site.matches(line)) return true;
  if (ends_with_any(line, u"0123456789一二三四五六七八九十百らり") && number.matches(line)) return true;
  if (is_rubric(line) || is_regular_column(line) || is_genre(line) || series_line(line)) return true;
  const words parts = split_words(line);
  return is_organisation(line) || is_office(line) || (!parts.empty() && parts.size() <= 6 && is_organisation(parts[0]) && names_institution(parts[0]));
}

bool is_word_for_column(const icu::UnicodeString &line) {
  static const pattern it(
      u"(?:the )?(?:latest |press |event )?(?:news(?: ?release)?s?|columns?|blogs?|topics|interviews?|events?|publications?|insights?)|"
      u"(?:ニュース|トピックス|お知らせ|プレスリリース|イベント)(?:一覧|情報)?|[\\p{Han}]{0,6}インタビュー|(?:イベント|開催|活動|実施)(?:報告|レポート)|講演録",
      letter_case::any);
  return line.length() <= 16 && ends_with_any(line, u"sSwWgGeEtTスせト覧報ー告録") && it.matches(line);
}

bool is_office(const icu::UnicodeString &line) {
  static const pattern it(u"(?:The )?(?:[A-Z][a-z]+ )?(?:Department|Ministry|Office|Bureau|Institute|University|Agency|Commission|Bank) (?:of|for) (?:the )?[A-Z][A-Za-z]+(?:,? (?:and |of )?[A-Z][A-Za-z]+){0,5}");
  return line.length() <= 80 && it.matches(line);
}

bool is_numbered_part(const icu::UnicodeString &line) {
  static const pattern it(u"(?:[0-9〇一二三四五六七八九十IVXⅠⅡⅢⅣⅤ]{1,4}(?:[.-][0-9]{1,2})*[.、 )]|\\([0-9一二三四五六七八九十]{1,2}\\)|[0-9] ?[^0-9年月./ -]|[①-⑳]|第 ?[0-9一二三四五六七八九十]+ ?[章節部編]|[■◆●◇□▼]|(?:part|chapter|section) ).*",
                          letter_case::any);
  return begins_with_any(line, u"0123456789〇一二三四五六七八九十IVXⅠⅡⅢⅣⅤ(①②③④⑤⑥⑦⑧⑨⑩第■◆●◇□▼pcsPCS") && it.matches(line);
}

}  // namespace libsearch::ingest
