// PDFs made here from our own essays. Skipped by name where the maker or its font is not there.
#include <doctest/doctest.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <sys/wait.h>

#include <libsearch/error.hpp>
#include <libsearch/index.hpp>
#include <libsearch/ingest.hpp>

#include "ingest/child_process.hpp"
#include "ingest/pdf_reader.hpp"
#include "support.hpp"

namespace {

namespace fs = std::filesystem;
using namespace libsearch;
using namespace libsearch::ingest;

std::string slurp(const std::string &path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write(const std::string &path, const std::string &bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

bool runs(std::vector<std::string> words) {
  const child_result done = run_child(words, child_limits{});
  return done.end == child_end::exited && done.status == 0;
}

std::string maker() {
  return test::environment("LIBSEARCH_SOURCE", "../..") + "/tests/ingest/make_pdf.py";
}

/// A folder for PDFs; `ready` when they can be made and read here.
class pdf_folder {
 public:
  pdf_folder() {
    write(folder_ / "probe.txt", "港\n");
    // The child of a test writes a file, which the children of the library may not.
    ready = make("probe.txt", "probe.pdf") && runs({"pdfinfo", folder_ / "probe.pdf"});
    if (!ready)
      std::cerr << "skipped: python3-reportlab, fonts-ipafont-gothic or poppler-utils is not there\n";
    fs::remove(folder_ / "probe.txt");
    fs::remove(folder_ / "probe.pdf");
  }
  bool make(const std::string &text, const std::string &pdf, const std::string &options = {}) const {
    // Debian's modules belong to its own python3, which may not be the first of the PATH.
    const std::string command = "/usr/bin/python3 '" + maker() + "' '" + (folder_ / text) + "' '" +
                                (folder_ / pdf) + "' " + options + " 2>/dev/null";
    return std::system(command.c_str()) == 0;
  }
  std::string operator/(const std::string &name) const { return folder_ / name; }
  const std::string &path() const { return folder_.path(); }
  bool ready = false;

 private:
  test::temporary_folder folder_;
};

std::string reason(const std::string &path, const read_options &options = {}) {
  try {
    read_document(path, options);
    return "was read";
  } catch (const error &problem) {
    return problem.what();
  }
}

bool holds(const std::string &text, const std::string &part) {
  return text.find(part) != std::string::npos;
}

bool has_children() {
  return ::waitpid(-1, nullptr, WNOHANG) != -1 || errno != ECHILD;
}

}  // namespace

TEST_CASE("read_document: a PDF is the essay it was made from, with the pages it has") {
  const pdf_folder here;
  if (!here.ready) return;
  const std::string text =
      "港の朝と送電線\n\n一般財団法人 かいとう資源研究所 主任研究員 青海 太郎\n\n"
      "港の朝は早い。荷役の機械が動き出す前に、潮位と風を確かめるのが係の仕事である。燃料の船が一隻"
      "遅れるだけで、町の発電所の予定は組み替えられる。備えの厚さは、こうした小さな遅れの積み重ねで試"
      "される。\n\nKREI: 2024年11月掲載 禁無断転載\n- 1 -\f"
      "二枚目には首脳会談の話がある。日米の約束は重い。\n\nKREI: 2024年11月掲載 禁無断転載\n- 2 -\f"
      "三枚目には蓄電池の話がある。\n\n以上\n\nKREI: 2024年11月掲載 禁無断転載\n- 3 -\n";
  write(here / "a.txt", text);
  REQUIRE(here.make("a.txt", "a.pdf", "--title 'Microsoft Word - a.docx' --author user"));
  const read_result pdf = read_document(here / "a.pdf");
  const document plain = read_essay(text);
  CHECK(pdf.format == file_format::pdf);
  CHECK(pdf.content.title == plain.title);
  CHECK(pdf.content.authors == plain.authors);
  CHECK(pdf.content.date == "2024-11");
  CHECK(pdf.content.body == plain.body);
  CHECK(pdf.content.page_starts == plain.page_starts);

  fs::rename(here / "a.pdf", here / "pages.dat");
  fs::remove(here / "a.txt");
  std::istringstream none;
  {
    index_writer writer(here / "t.idx");
    ingest::sync(here / "t.idx", writer, {here.path()}, {}, none);
  }
  index found(here / "t.idx");
  for (const auto &[query, page] : std::map<std::string, std::size_t>{
           {"荷役の機械", 1}, {"首脳会談", 2}, {"蓄電池", 3}}) {
    search_request request;
    request.query = query;
    const auto results = found.search(request);
    REQUIRE(results.hits.size() == 1);
    CHECK(results.hits[0].page == page);
  }
  search_request footer;
  footer.query = "\"禁無断転載\"";
  CHECK(found.search(footer).hits.empty());
}

TEST_CASE("read_document: PDFs of the table's essays hold the text of the originals") {
  const pdf_folder here;
  if (!here.ready) return;
  const auto tight = [](const std::string &text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i)
      if (text[i] != ' ' && text[i] != '\n') out += text[i];
    return out;
  };
  std::size_t same = 0, all = 0;
  for (const char *name : {"footer_only", "head_date_wins", "kanji_date", "series_english",
                           "same_affiliation", "two_line_title", "wrapped_paragraphs", "headings"}) {
    fs::copy_file(test::data_file("ingest/essays/") + name + ".txt", here / "e.txt",
                  fs::copy_options::overwrite_existing);
    REQUIRE(here.make("e.txt", "e.pdf"));
    const document pdf = read_document(here / "e.pdf").content;
    const document plain = read_essay(slurp(here / "e.txt"));
    ++all;
    CAPTURE(name);
    CHECK(pdf.title == plain.title);
    CHECK(pdf.authors == plain.authors);
    // Without a date in the text, the document's own goes for one.
    CHECK(pdf.date == (plain.date.empty() ? "2000-01-01" : plain.date));
    if (tight(pdf.body) == tight(plain.body))
      ++same;
    else
      MESSAGE(name << ": " << pdf.body << "\n---\n" << plain.body);
  }
  CHECK(same == all);
}

TEST_CASE("read_document: a PDF that cannot be read says why, and leaves nothing behind") {
  const pdf_folder here;
  if (!here.ready) return;
  write(here / "a.txt", "港の朝\n\n船は待つ。\n");
  REQUIRE(here.make("a.txt", "a.pdf"));
  REQUIRE(here.make("a.txt", "image.pdf", "--image-only"));
  CHECK(holds(reason(here / "image.pdf"), "images only"));
  const std::string whole = slurp(here / "a.pdf");
  write(here / "cut.pdf", whole.substr(0, whole.size() / 2));
  CHECK(holds(reason(here / "cut.pdf"), "truncated"));
  write(here / "noise.pdf", "%PDF-1.7\nand nothing more\n");
  CHECK(holds(reason(here / "noise.pdf"), "damaged"));
  REQUIRE(here.make("a.txt", "long.pdf", "--pages 51000"));
  CHECK(holds(reason(here / "long.pdf"), "51000 pages"));
  const std::string encrypt = "qpdf --encrypt secret owner 256 -- '" + (here / "a.pdf") + "' '" +
                              (here / "locked.pdf") + "' 2>/dev/null";
  if (std::system(encrypt.c_str()) == 0)
    CHECK(holds(reason(here / "locked.pdf"), "password"));
  else
    std::cerr << "skipped: encrypted PDF: qpdf is not there\n";
  read_options little;
  little.pdf_memory = 16u << 20;
  CHECK(reason(here / "a.pdf", little) != "was read");
  CHECK_FALSE(has_children());
}

TEST_CASE("read_document: a PDF whose streams unfold into a gigabyte fails within its limits") {
  const pdf_folder here;
  if (!here.ready) return;
  const std::string command = "/usr/bin/python3 '" + maker() + "' --bomb '" + (here / "bomb.pdf") + "'";
  REQUIRE(std::system(command.c_str()) == 0);
  CHECK(fs::file_size(here / "bomb.pdf") < 1000000);
  read_options limits;
  limits.pdf_seconds = 3;
  limits.pdf_memory = 256u << 20;
  const auto start = std::chrono::steady_clock::now();
  CHECK(reason(here / "bomb.pdf", limits) != "was read");
  CHECK(std::chrono::steady_clock::now() - start < std::chrono::seconds(30));
  CHECK_FALSE(has_children());
  // Nothing stays beside it, and nothing in the folder for temporary files.
  std::size_t files = 0;
  for (const auto &entry : fs::directory_iterator(here.path())) files += entry.is_regular_file();
  CHECK(files == 1);
}

TEST_CASE("read_document: PDF without poppler's programs is a failure that names them") {
  const test::temporary_folder folder;
  write(folder / "a.pdf", "%PDF-1.7\n");
  const std::string path = test::environment("PATH");
  setenv("PATH", "/nonexistent", 1);
  const std::string message = reason(folder / "a.pdf");
  setenv("PATH", path.c_str(), 1);
  CHECK(holds(message, "pdfinfo, which is not installed"));
}

TEST_CASE("run_child: output, time, memory and streams are bounded, and no process stays") {
  child_limits limits;
  limits.output = 1000;
  CHECK(run_child({"yes"}, limits).end == child_end::too_large);
  CHECK(run_child({"yes"}, limits).output.size() == 1000);
  limits.seconds = 1;
  CHECK(run_child({"sleep", "60"}, limits).end == child_end::timed_out);
  const child_result busy = run_child({"sh", "-c", "while :; do :; done"}, limits);
  // The processor's limit, or the clock's on a machine that has other work.
  CHECK((busy.end == child_end::signalled || busy.end == child_end::timed_out));
  const child_result both = run_child({"sh", "-c", "echo out; echo err >&2; exit 3"}, limits);
  CHECK(both.end == child_end::exited);
  CHECK(both.status == 3);
  CHECK(both.output == "out\n");
  CHECK(both.errors == "err\n");
  CHECK(run_child({"no such program"}, limits).end == child_end::missing);
  CHECK(run_child({"cat"}, limits).output.empty());
  CHECK_FALSE(has_children());
}

TEST_CASE("is_title_of_people: what programs write into a PDF is no title") {
  for (const char *title : {"Microsoft Word - draft.docx", "untitled", "無題", "scan0001.pdf",
                            "2024-11-04", "文書1", "C:\\a\\b"})
    CHECK_FALSE(is_title_of_people(title));
  for (const char *title : {"港の朝", "The Quiet Substation", "無題の港"})
    CHECK(is_title_of_people(title));
}

TEST_CASE("is_author_of_people: accounts of computers and organisations are no authors") {
  for (const char *author : {"koho02", "u0417", "user", "Owner", "燃料政策庁", "一般財団法人 かいとう研究所", ""}) CHECK_FALSE(is_author_of_people(author));
  for (const char *author : {"白浜 花子", "Sam Green"}) CHECK(is_author_of_people(author));
}
