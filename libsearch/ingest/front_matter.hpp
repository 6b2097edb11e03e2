// Front matter of Markdown: YAML between "---", TOML between "+++", a JSON object.
#ifndef LIBSEARCH_INGEST_FRONT_MATTER_HPP
#define LIBSEARCH_INGEST_FRONT_MATTER_HPP

#include <string_view>

#include "ingest/markup.hpp"

namespace libsearch::ingest {

enum class front_matter_kind : unsigned char { none, yaml, toml, json };

struct front_matter {
  front_matter_kind kind = front_matter_kind::none;
  std::string_view text;  ///< without the lines around it
  std::string_view rest;  ///< what follows it
};

front_matter split_front_matter(std::string_view text);

/// Title, authors, affiliation, dates, topics and keywords. The forms of YAML and TOML that front matter is written in: scalars,
/// quoted strings, lists in both forms, mappings and tables of a person. What else there is is passed over.
void read_front_matter(const front_matter &front, markup &page);

}  // namespace libsearch::ingest

#endif
