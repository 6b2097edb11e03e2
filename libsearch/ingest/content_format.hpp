// What a text is, by what is in it.
#ifndef LIBSEARCH_INGEST_CONTENT_FORMAT_HPP
#define LIBSEARCH_INGEST_CONTENT_FORMAT_HPP

#include <string>
#include <string_view>

#include <libsearch/ingest.hpp>

namespace libsearch::ingest {

/// html, markdown or text. The name decides only between the last two, where a text may be both.
file_format format_of_text(std::string_view text, std::string_view name);

/// Whether a file is JSON lines: asked for, or said by its name (.jsonl, .ndjson), or its first line
/// is a record and its name does not say text.
bool is_json_lines_file(const std::string &path, const read_options &options);

}  // namespace libsearch::ingest

#endif
