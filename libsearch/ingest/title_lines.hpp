// What lines of a head are by their words: folded lines in, yes or no out.
#ifndef LIBSEARCH_INGEST_TITLE_LINES_HPP
#define LIBSEARCH_INGEST_TITLE_LINES_HPP

#include <string>
#include <string_view>

#include <unicode/unistr.h>

namespace libsearch::ingest {

/// A word that says what kind of text this is: 書評, 【コラム】, 論考2, Press Release, 報道関係各位.
bool is_genre(const icu::UnicodeString &line);

/// The heading of a part: 要約, ＜要旨＞, 目次, はじめに, Abstract, キーワード: ...
bool is_section_label(const icu::UnicodeString &line);

/// "Ann Reed*a), Member, Sam Green*": names with marks that point at notes.
bool marks_names(const icu::UnicodeString &line);

/// Numbers of a publication: ISSN 1234-5678, DOI: ..., https://...
bool is_identifier(const icu::UnicodeString &line);

/// 目次, Contents.
bool is_contents_heading(const icu::UnicodeString &line);

/// 議事概要, 講演録: with the meeting above it, it makes a title.
bool is_record(const icu::UnicodeString &line);

/// To whom a letter goes: 会員各位, 品質保証部長 殿.
bool is_addressee(const icu::UnicodeString &line);

/// A word for what an institute publishes again and again: コラム, 研究員レポート, インサイト.
bool is_regular_column(const icu::UnicodeString &line);

/// A word for a part of a journal: 業界動向, 技術解説.
bool is_word_for_section(const icu::UnicodeString &line);
/// The number of a paper, alone: No. 2011-J-07.
bool is_number_of_paper(const icu::UnicodeString &line);
/// The number itself, "" where is_number_of_paper() is false: 2011-J-07
std::string number_of_paper(const icu::UnicodeString &line);

/// 2024年11月号, alone.
bool is_issue_of_month(const icu::UnicodeString &line);

/// ※発行元の許可を得て転載しています。
bool is_permission(const icu::UnicodeString &line);

/// The name of a column in a paper, by its last word: 経済教室ノート, 港の窓, 電気歳時記, 【観光の論点】, Special Bulletin.
bool is_rubric(const icu::UnicodeString &line);

/// A line drawn with signs: -----, ――――, =====.
bool is_rule(const icu::UnicodeString &line);

/// Circumstances of a talk or a meeting, which are text too: 日時 ..., 会場: ..., 1. 出席者: ...
bool is_circumstance(const icu::UnicodeString &line);
/// 2024年9月6日 於:北浜大学 講堂
bool says_where(const icu::UnicodeString &line);

/// Where a book that is reviewed came out: (燈火書房、2022年、312頁、3,200円)
bool is_imprint(const icu::UnicodeString &line);

/// Who did something else than writing: 監修: ..., 写真 ...
/// 最判令和元年7月25日(平成30年(ネ)第811号): the decision that a note is about.
bool is_court_case(const icu::UnicodeString &line);

bool is_contribution(const icu::UnicodeString &line);

/// How a name is read: (いみ はるき)
bool is_reading(const icu::UnicodeString &line);

/// Names in Latin letters that read as Japanese: KAJIRO Wakako; Takeshi SAGARA and Miori HOJO.
bool is_romanized_name(const icu::UnicodeString &line);

/// A title without "題名:", 【特集】, ■ ... ■ or a Markdown sign around it.
std::string bare_title(const std::string &title);

/// A title without the mark behind it that points at a note.
std::string without_note_mark(const std::string &title);
/// A column's name without the bracket around it.
std::string bare_rubric(const icu::UnicodeString &line);

/// Letters set apart, put together: "石 油 備 蓄" is 石油備蓄, "顧 問　　鰐 淵　　義 弘" is 顧問 鰐淵 義弘.
std::string without_letter_spacing(std::string_view text);

}  // namespace libsearch::ingest

#endif
