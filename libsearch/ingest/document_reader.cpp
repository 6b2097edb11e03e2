#include "ingest/document_reader.hpp"

#include <filesystem>

#include <libsearch/error.hpp>

#include "ingest/content_format.hpp"
#include "ingest/html_reader.hpp"
#include "ingest/keyphrases.hpp"
#include "ingest/markdown_reader.hpp"
#include "ingest/markup_essay.hpp"
#include "ingest/pdf_reader.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

/// A document's information may know the title, and the day when the text has no date.
essay essay_of_pdf(const std::string &path, const read_options &options) {
  child_limits limits;
  limits.seconds = options.pdf_seconds;
  limits.memory = options.pdf_memory;
  limits.output = limits::document_bytes;
  const pdf_text pdf = read_pdf(path, limits);
  essay made = read_essay_fields(pdf.text, {{}, pdf.largest});
  document &content = made.content;
  if (is_title_of_people(pdf.title)) {
    const std::string first_page = pdf.text.substr(0, pdf.text.find('\f'));
    const icu::UnicodeString declared = tight(fold(pdf.title));
    const bool shown = tight(fold(first_page)).indexOf(declared) >= 0;
    if (declared == tight(fold(content.title))) {
      made.confidence["title"] = 0.99;
    } else if (content.title.empty() || (shown && tight(fold(content.title)).indexOf(declared) < 0 && made.confidence["authors"] < 0.7)) {
      content.title = pdf.title;
      made.confidence["title"] = shown ? 0.9 : 0.7;
    }
  }
  if (content.authors.empty() && is_author_of_people(pdf.author)) {
    content.authors = declared_list(pdf.author);
    made.confidence["authors"] = document_author_confidence;
  }
  if (content.date.empty() && !pdf.date.empty()) {
    content.date = pdf.date;
    made.confidence["date"] = document_date_confidence;
  }
  return made;
}

essay essay_of_text(const std::string &text, file_format format) {
  if (format == file_format::html) return essay_of(read_html(text));
  if (format == file_format::markdown) return essay_of(read_markdown(text));
  return read_essay_fields(text);
}

}  // namespace

std::string digest_with(const file_content &file, const std::string &sidecar_record) {
  return sidecar_record.empty() ? file.digest : digest_of(file.digest + sidecar_record);
}

read_result read_content(const std::string &path, file_content file, const read_options &options,
                         const std::string &sidecar_record) {
  read_result result;
  essay made;
  if (file.pdf) {
    result.format = file_format::pdf;
    made = essay_of_pdf(path, options);
  } else {
    const decoded_text decoded = checked_text(std::move(file.bytes), options.encoding);
    result.charset = decoded.charset;
    result.charset_confidence = decoded.confidence;
    result.charset_evidence = name(decoded.evidence);
    result.format = options.format == file_format::automatic
                        ? format_of_text(decoded.text, path)
                        : options.format;
    made = essay_of_text(decoded.text, result.format);
  }
  if (!sidecar_record.empty()) apply_sidecar(sidecar_record, made);
  add_keyphrases(made.content);
  result.content = std::move(made.content);
  result.confidence = std::move(made.confidence);
  return result;
}

read_result read_document(const std::string &path, const read_options &options) {
  if (options.format == file_format::jsonl)
    throw error(errc::invalid_argument, "a file of JSON lines holds many documents",
                "read it with sync() or preview()");
  try {
    // pdftotext must not take a name for an option.
    const std::string place = std::filesystem::absolute(path).string();
    sidecars beside;
    return read_content(place, read_file(place, options), options, beside.record_of(place));
  } catch (const error &problem) {
    throw error(problem.code(), printable(path) + ": " + problem.what(), problem.hint());
  }
}

}  // namespace libsearch::ingest
