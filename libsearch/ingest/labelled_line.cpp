#include "ingest/labelled_line.hpp"

#include <string>
#include <unordered_map>

#include "ingest/names.hpp"
#include "ingest/pattern.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

using label_table = std::unordered_map<std::string, head_label>;

const label_table &labels() {
  static const label_table table = [] {
    constexpr std::pair<head_label, std::u16string_view> lists[] = {
        {head_label::title,
         u"re subject title theme 件名 件 題 演題 演目 講題 論題 題名 題目 標題 表題 タイトル テーマ 講演題目 発表題目 報告題目 講演題名 講演テーマ 講演タイトル 表題名"},
        {head_label::author,
         u"from author authors author(s) speaker speakers lecturer presenter rapporteur moderator writtenby preparedby 差出人 投稿者 発 発信 発信者 発信元 発信人 著者 著者名 筆者 執筆 執筆者 作成 作成者 講師 "
         u"講演者 発表者 報告者 話し手 スピーカー 寄稿者 評者 文責 回答者 氏名 著者氏名 講師名"},
        {head_label::affiliation, u"所属 所属機関 所属先 勤務先 affiliation affiliations institution organization organisation"},
        {head_label::date, u"date dated sent datesent issued published thisversion currentversion 日 日付 発行日 発行年月日 発行年月 作成日 掲載日 公開日 発表日 発信日 送信日 送信日時 公開日時 年月日 提出日 報告日 記入日 執筆日 起案日 刊行日 配信日 更新日"},
        {head_label::number, u"文書番号 資料番号 整理番号 発番 no. ref ref. reference refno."},
        {head_label::routing, u"to cc bcc attention attn 宛先 宛名 宛 送付先 返信先 replyto contenttype mimeversion messageid 配布 配布先 区分 取扱 取扱い 取扱区分 写 写し 添付 添付資料 配付 配付先 発行 発行者 発行元 発行所 編集 編集・発行 編集発行 発行・編集 編集者 制作 publisher"},
        {head_label::circumstance,
         u"とき ところ when where venue place location time organizer organiser host participants chair 日時 日程 開催日 開催日時 開催日程 講演日 講演日時 期日 会期 会場 場所 開催場所 主催 共催 後援 "
         u"協賛 期間 調査期間 訪問先 出張先 調査先 出席者 出席 参加者 司会 進行 議題 議事 定員 参加費"},
    };
    label_table made;
    for (const auto &[label, words] : lists)
      for (const icu::UnicodeString &word : split_words(icu::UnicodeString(words.data(), static_cast<int32_t>(words.size()))))
        made.emplace(to_utf8(word), label);
    return made;
  }();
  return table;
}

std::optional<head_label> label_of(const icu::UnicodeString &words) {
  icu::UnicodeString bare = tight(words);
  const auto found = labels().find(to_utf8(bare.toLower()));
  if (found == labels().end()) return std::nullopt;
  return found->second;
}

}  // namespace

std::optional<labelled_line> labelled_line_of(const icu::UnicodeString &line) {
  static const pattern marked(
      u"(?:[0-9]{1,2}[.、)] ?|[・○●■◆-] ?|\\([0-9]{1,2}\\) ?)?(?:[【\\[〔]([^】\\]〕:]{1,14})[】\\]〕] ?:? ?|([^:]{1,16}?) ?[:/] ?)(.+)");
  // Without a sign behind it a label is a Japanese word of its own.
  static const pattern apart(u"(?:[0-9]{1,2}[.、)] ?|[・○●■◆-] ?|\\([0-9]{1,2}\\) ?)?(\\p{Han}(?:\\p{Han}| (?=\\p{Han} )){1,4}) (.+)");
  if (line.length() > 160) return std::nullopt;
  if (const auto match = holds_any(line, u":/】]〕") ? marked.match(line) : std::nullopt) {
    const auto label = label_of(match->groups[match->groups[1].isEmpty() ? 2 : 1]);
    if (label) return labelled_line{*label, match->groups[3]};
  }
  const int32_t blank = line.indexOf(u' ');
  if (const auto match = blank > 0 && blank < 12 ? apart.match(line) : std::nullopt) {
    const auto label = label_of(match->groups[1]);
    if (label) return labelled_line{*label, match->groups[2]};
  }
  return std::nullopt;
}

}  // namespace libsearch::ingest
