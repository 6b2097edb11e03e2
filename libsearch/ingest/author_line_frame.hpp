// What stands around the names of an author line: labels, marks of notes, the same names in other letters.
#ifndef LIBSEARCH_INGEST_AUTHOR_LINE_FRAME_HPP
#define LIBSEARCH_INGEST_AUTHOR_LINE_FRAME_HPP

#include <unicode/unistr.h>

namespace libsearch::ingest {

/// What a label before or behind the names says: 著者: ..., 【文】..., ... 著, ... 訳.
struct author_label {
  icu::UnicodeString rest;
  bool found = false, translator = false;
};

author_label without_label(const icu::UnicodeString &line);

/// Without marks that point at notes: 青海太郎*1、白浜花子*2; "Sam Green a,*". A mark may part names as a comma does.
icu::UnicodeString without_marks(icu::UnicodeString line);

/// 教 授: a position's two letters set apart, between other words.
icu::UnicodeString without_spaced_positions(icu::UnicodeString line);

/// 八重樫 光 / Hikaru YAEGASHI: the same name twice.
icu::UnicodeString without_name_again(const icu::UnicodeString &line);

/// 仁科 航平 Kohei NISHINA, 西海大学 Saikai University: what is said again in Latin letters goes.
icu::UnicodeString without_latin_gloss(const icu::UnicodeString &line);

}  // namespace libsearch::ingest

#endif
