// Names as pages and front matter declare them.
#ifndef LIBSEARCH_INGEST_DECLARED_PEOPLE_HPP
#define LIBSEARCH_INGEST_DECLARED_PEOPLE_HPP

#include <string>
#include <string_view>
#include <vector>

#include "ingest/author_line.hpp"

namespace libsearch::ingest {

/// The people of "Jane Doe, John Smith", "Doe, Jane; Smith, John", 「青海 太郎（海都大学）、白浜 花子」, "By Jane Doe, Lake University".
/// Addresses and accounts are left out. What can't be read as people is taken as it is written.
std::vector<author> declared_people(std::string_view text);

/// One person: "Doe, Jane" is Jane Doe, 「青海, 太郎」 is 青海 太郎.
author declared_person(std::string_view text);

/// Whether a name that also stands in a page's title, or is declared as its site's, is a person's all the same:
/// 入江しずく, Jane Doe; not 北辰日報, 運河便り, Saltmarsh Letters.
bool is_person_and_site(const icu::UnicodeString &name);

/// Whether a name is that of an account or an office: admin, webmaster, user01, 編集部, an organisation, one of `sites` that is no person.
bool is_junk_author(const std::string &name, const std::vector<std::string> &sites);

}  // namespace libsearch::ingest

#endif
