#include <utility>

#include "ingest/dates.hpp"
#include "ingest/head_fields.hpp"
#include "ingest/pattern.hpp"
#include "ingest/title_lines.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

icu::UnicodeString head_fields::without_date(const icu::UnicodeString &whole) {
  icu::UnicodeString text = whole;
  if (text.length() > 200) return text;
  if (const auto date = find_date(text)) {
    // 2022年8月号
    const bool issue = date->end < text.length() && text[date->end] == u'号' && (date->end + 1 == text.length() || holds_any(icu::UnicodeString(text, date->end + 1, 1), u" ()"));
    text.removeBetween(date->start, issue ? date->end + 1 : date->end);
  }
  // 2024年3月29日 発行
  static const pattern published(u"(?:^| )(?:発行|掲載|公開|発表|刊行|更新|配信|脱稿|執筆|作成|現在|付け?|記)(?=[ )]|$)");
  if (text.length() < whole.length())
    if (const auto word = published.find(text)) text.removeBetween(word->start, word->end);
  static const pattern empty_brackets(u"\\( *\\)| *\\((?:[月火水木金土日](?:曜日?)?|Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun)\\.?\\)");
  if (const auto hole = text.indexOf(u'(') >= 0 ? empty_brackets.find(text) : std::nullopt) text.removeBetween(hole->start, hole->end);
  // 2022.04.19 | 白浜 花子 | かいとう研究所
  static const pattern edge(u"^ ?[|/] ?| ?[|/] ?$");
  if (text.length() < whole.length())
    while (const auto sign = holds_any(text, u"|/") ? edge.find(text) : std::nullopt) text.removeBetween(sign->start, sign->end);
  return text.trim();
}

void head_fields::note_date(const std::string &date) {
  if (date.size() > head_.date.size()) head_.date = date;
}

void head_fields::note_date_in(std::size_t i) {
  // 2025/10/20 14:33: when a page was printed
  static const pattern hour(u" ?[0-9]{1,2}:[0-9]{2}(?: .*)?");
  const auto date = find_date(folded(i));
  if (date && !hour.matches(icu::UnicodeString(folded(i), date->end))) {
    may_count_reports_ = head_.date.empty() && date->end - date->start == 7 && date->end == folded(i).length() && folded(i)[date->start + 4] == u'-';
    note_date(date->date);
  } else if (date) return;
  else if (const auto season = find_season(folded(i))) note_date(season->date);
  // 北浜大学紀要 第71集(2020年)
  static const pattern year(u".*\\( ?((?:19|20)[0-9]{2}) ?(?:年(?:度)?)?\\)(?:,? ?(?:pp?\\.)? ?[0-9]+(?: ?[–~-] ?[0-9]+)?)?");
  // 北浜大学紀要 第52巻 2018年
  static const pattern behind(u".*(?:第 ?[0-9]+ ?[巻号集輯]|(?:Vol|No)\\.? ?[0-9]+)[ 、,].*?((?:19|20)[0-9]{2}) ?年?(?:度)?", letter_case::any);
  // "Proceedings of the Annual Meeting, 2018, pp. 31-33"
  static const pattern pages(u".*, ((?:19|20)[0-9]{2}), ?pp?\\. ?[0-9]+.*", letter_case::any);
  // 2010年 第3号(通巻156号)
  static const pattern before(u"(?:.* )?((?:19|20)[0-9]{2}) ?年 ?第 ?[0-9]+ ?[号巻].*");
  const std::pair<const pattern *, std::u16string_view> forms[] = {{&year, u"("}, {&behind, u"巻号集輯."}, {&pages, u"pP"}, {&before, u"号巻"}};
  for (const auto &[form, signs] : forms)
    if (const auto said = head_.date.empty() && holds_any(folded(i), signs) ? form->match(folded(i)) : std::nullopt) note_date(to_utf8(said->groups[1]));
}

bool head_fields::take_date(std::size_t i) {
  const auto &date = date_at(i);
  if (!date) return false;
  const bool of_event = is_circumstance(folded(i)), of_receipt = is_receipt(folded(i));
  // 開催日, or the day on which a manuscript came in, and below it 発行日; 調査レポート 2022-11 may count its reports.
  const bool said_less = (head_.date_of_event && !of_event && date->size() >= head_.date.size()) || (head_.date_of_receipt && !of_receipt && !of_event) ||
                         (may_count_reports_ && date->size() == head_.date.size());
  if (said_less) head_.date.clear();
  if (head_.date.empty()) {
    head_.date_of_event = of_event;
    head_.date_of_receipt = of_receipt;
  }
  const bool says_more = of_event ? date->compare(0, head_.date.size(), head_.date) == 0 : !of_receipt;
  if (head_.date.empty() || head_.date_of_event || says_more) note_date(*date);
  take(i);
  return true;
}

}  // namespace libsearch::ingest
