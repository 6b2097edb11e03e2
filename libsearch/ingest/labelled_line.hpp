// Lines of a head that say what they are: "TO: ...", "演　題：...", "１．日時　...".
#ifndef LIBSEARCH_INGEST_LABELLED_LINE_HPP
#define LIBSEARCH_INGEST_LABELLED_LINE_HPP

#include <optional>

#include <unicode/unistr.h>

namespace libsearch::ingest {

enum class head_label {
  title,         ///< RE, Subject, 件名, 演題, 題名
  author,        ///< FROM, 発信者, 講師, 著者
  affiliation,   ///< 所属
  date,          ///< DATE, 発行日
  number,        ///< 文書番号
  routing,       ///< TO, 宛先, 配布: what only the sending needed
  circumstance,  ///< 日時, 会場, 主催: these are text as well
};

struct labelled_line {
  head_label label;
  icu::UnicodeString value;
};

/// Reads a folded line; blanks within a Japanese label are looked through.
std::optional<labelled_line> labelled_line_of(const icu::UnicodeString &line);

}  // namespace libsearch::ingest

#endif
