#include "ingest/pdf_reader.hpp"

#include <charconv>
#include <csignal>
#include <fstream>
#include <iterator>

#include <libsearch/document.hpp>
#include <libsearch/error.hpp>

#include "ingest/names.hpp"
#include "ingest/pattern.hpp"
#include "ingest/pdf_columns.hpp"
#include "ingest/pdf_letters.hpp"
#include "ingest/pdf_page.hpp"
#include "ingest/pdf_side_box.hpp"
#include "ingest/unicode.hpp"

namespace libsearch::ingest {

namespace {

constexpr std::size_t most_pages = 50000;

/// The value of a line "Key:   value" of pdfinfo.
std::string value_of(std::string_view info, std::string_view key) {
  for (std::size_t at = 0; at < info.size();) {
    std::size_t end = info.find('\n', at);
    if (end == npos) end = info.size();
    const std::string_view line = info.substr(at, end - at);
    if (line.substr(0, key.size()) == key && line.size() > key.size() && line[key.size()] == ':')
      return squeeze(line.substr(key.size() + 1));
    at = end + 1;
  }
  return {};
}

/// The first complaint of poppler, without its boilerplate.
std::string complaint(const std::string &errors) {
  static const pattern prefix(u"(?:Syntax |Internal |I/O |Command Line )?(?:Error|Warning)"
                              u"(?: \\([0-9]+\\))?: (.*)");
  std::string first = errors.substr(0, std::min(errors.find('\n'), errors.size()));
  if (const auto match = prefix.match(fold(first))) first = to_utf8(match->groups[1]);
  return printable(first.substr(0, 200));
}

[[noreturn]] void refuse_limit(const std::string &what) {
  throw error(errc::too_large, "the PDF document " + what,
              "extract its text yourself: pdftotext FILE.pdf FILE.txt");
}

/// Throws for every end of a child but a good one.
void check(const child_result &done, const char *program, const child_limits &limits) {
  switch (done.end) {
    case child_end::missing:
      throw error(errc::unsupported,
                  std::string("PDF needs the program ") + program + ", which is not installed",
                  "install it: apt install poppler-utils");
    case child_end::timed_out:
      refuse_limit("takes more than " + std::to_string(2 * limits.seconds) + " s to read");
    case child_end::too_large:
      refuse_limit("holds more than " + std::to_string(limits.output >> 20) + " MiB of text");
    case child_end::signalled:
      if (done.status == SIGXCPU || done.status == SIGKILL)
        refuse_limit("takes more than " + std::to_string(limits.seconds) +
                     " s of processor time to read");
      refuse_limit("cannot be read within " + std::to_string(limits.memory >> 20) +
                   " MiB of memory, or is damaged: " + program + " crashed");
    case child_end::exited:
      break;
  }
  if (done.status == 0) return;
  if (done.errors.find("ncorrect password") != npos)
    throw error(errc::malformed, "is encrypted: it opens with a password only",
                "save a copy without one: qpdf --decrypt --password=... FILE NEW_FILE");
  if (done.status == 3)
    throw error(errc::malformed, "is protected: its author does not permit copying its text");
  if (done.errors.find("emory") != npos)
    refuse_limit("cannot be read within " + std::to_string(limits.memory >> 20) + " MiB of memory");
  const std::string cause = complaint(done.errors);
  throw error(errc::malformed,
              "is a damaged or truncated PDF document" + (cause.empty() ? "" : ": " + cause),
              "get it again, or repair it: qpdf FILE NEW_FILE");
}

/// "2024-11-04T09:00:00+09" as a day.
std::string day_of(const std::string &time) {
  const std::string day = time.substr(0, 10);
  return is_date(day) ? day : std::string();
}

/// A whole PDF ends in a marker; one that does not, and that poppler complains of, lost its end.
bool has_end(const std::string &path) {
  constexpr std::streamoff tail = 2048;
  std::ifstream in(path, std::ios::binary | std::ios::ate);
  const std::streamoff size = in.tellg();
  in.seekg(std::max<std::streamoff>(0, size - tail));
  const std::string end{std::istreambuf_iterator<char>(in), {}};
  return end.find("%%EOF") != npos;
}

bool has_text(std::string_view text) {
  for (const char c : text)
    if (static_cast<unsigned char>(c) > ' ') return true;
  return false;
}

}  // namespace

bool is_title_of_people(std::string_view title) {
  static const pattern program(
      u"microsoft (?:word|powerpoint|excel).*|untitled.{0,4}|無題|名称未設定.{0,4}|タイトルなし"
      u"|(?:文書|document|slide|プレゼンテーション|powerpoint ?プレゼンテーション) ?[0-9]*"
      u"|.*\\.(?:docx?|pptx?|xlsx?|pdf|indd|ai|tex|dvi|jtd|txt|html?)|[0-9_\\-. ]+|.*\\\\.*|(?:参考)?資料 ?[0-9]+(?:[-‐–][0-9]+)?|別[紙添] ?[0-9]*|newsletter|briefing|report",
      letter_case::any);
  const icu::UnicodeString text = fold(title.substr(0, 1000));
  return text.length() >= 2 && !program.matches(text);
}

bool is_author_of_people(std::string_view author) {
  static const pattern program(
      u"\\(?(?:anonymous|unknown|unspecified|none|user|users|admin|administrator|owner|author|guest|pc|test)[0-9]*\\)?"
      u"|作成者|ユーザー?|所有者|不明|.*\\\\.*|.*(?:microsoft|adobe|word|acrobat|latex).*|[a-z._-]{0,16}[0-9]{1,8}|(?-i:[a-z][a-z._-]{2,20})",
      letter_case::any);
  const icu::UnicodeString text = fold(author.substr(0, 1000));
  return !author.empty() && !program.matches(text) && !names_institution(text) && !is_organisation(text);
}

pdf_text read_pdf(const std::string &path, const child_limits &limits) {
  const child_result info = run_child({"pdfinfo", "-enc", "UTF-8", "-isodates", path}, limits);
  check(info, "pdfinfo", limits);
  pdf_text result;
  const std::string pages = value_of(info.output, "Pages");
  std::from_chars(pages.data(), pages.data() + pages.size(), result.pages);
  if (result.pages > most_pages)
    refuse_limit("has " + pages + " pages, more than " + std::to_string(most_pages));
  result.title = value_of(info.output, "Title");
  result.author = value_of(info.output, "Author");
  result.date = day_of(value_of(info.output, "CreationDate"));

  child_result text = run_child({"pdftotext", "-enc", "UTF-8", "-eol", "unix", path, "-"}, limits);
  check(text, "pdftotext", limits);
  if (!text.errors.empty() && !has_end(path))
    throw error(errc::malformed, "is a truncated PDF document: its end is missing", "get it again");
  if (!has_text(text.output))
    throw error(errc::malformed,
                "holds no text: its " + (pages.empty() ? std::string() : pages + " ") +
                    "page(s) are images only",
                "recognize the text first, for example with ocrmypdf");
  result.text = std::move(text.output);
  make_signs_upright(result.text);
  child_result page =
      run_child({"pdftotext", "-enc", "UTF-8", "-eol", "unix", "-bbox", "-f", "1", "-l", "1", path, "-"}, limits);
  if (page.end == child_end::exited && page.status == 0) {
    make_signs_upright(page.output);
    std::vector<page_word> words = words_of_page(page.output);
    if (is_vertical(words)) {
      turn_lines(words);
      const std::vector<page_line> lines = lines_of_words(std::move(words));
      result.largest = largest_on_page(lines);
      result.text = as_set(lines) + result.text.substr(std::min(result.text.find('\f'), result.text.size()));
      return result;
    }
    const std::vector<page_line> box = lines_of_words(take_side_box(words));
    const std::vector<page_line> lines = lines_of_words(std::move(words));
    result.largest = largest_on_page(lines);
    result.text = with_head_as_set(with_box_below_title(with_letters_joined(result.text, lines), box, result.largest), lines);
  }
  if (may_have_columns(result.text)) {
    const child_result raw = run_child({"pdftotext", "-enc", "UTF-8", "-eol", "unix", "-raw", path, "-"}, limits);
    if (raw.end == child_end::exited && raw.status == 0) result.text = with_columns_apart(result.text, raw.output);
  }
  return result;
}

}  // namespace libsearch::ingest
