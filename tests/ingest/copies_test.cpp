// The same essay in several formats is one document; essays that resemble each other are not.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include <libsearch/index.hpp>
#include <libsearch/ingest.hpp>

#include "ingest/copy_groups.hpp"
#include "support.hpp"

namespace {

namespace fs = std::filesystem;
using namespace libsearch;
using namespace libsearch::ingest;

// Absolute: the tests work in folders of their own.
const std::string source_root = fs::absolute(test::environment("LIBSEARCH_SOURCE", "../..")).string();

void write(const std::string &path, const std::string &bytes) {
  if (fs::path(path).has_parent_path()) fs::create_directories(fs::path(path).parent_path());
  std::ofstream(path, std::ios::binary) << bytes;
}

std::string html_of(const document &essay) {
  std::string page = "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>" + essay.title + "</title>";
  for (const std::string &author : essay.authors) page += "<meta name=\"author\" content=\"" + author + "\">";
  if (!essay.date.empty()) page += "<meta name=\"date\" content=\"" + essay.date + "\">";
  page += "</head><body><nav><a href=\"/\">Home</a></nav><article><h1>" + essay.title + "</h1>\n<p>";
  for (std::size_t at = 0; at < essay.body.size(); ++at) {
    if (essay.body.compare(at, 2, "\n\n") == 0) page += "</p>\n<p>", ++at;
    else page += essay.body[at];
  }
  return page + "</p></article><footer>2031 Kaito</footer></body></html>\n";
}

/// A PDF of each text in one folder in another one; false where they can't be made here.
bool make_pdfs(const std::string &texts, const std::string &pdfs) {
  fs::create_directories(pdfs);
  const std::string command = "/usr/bin/python3 '" + source_root +
                              "/tests/ingest/make_pdf.py' --folder '" + texts + "' '" + pdfs + "' 2>/dev/null";
  if (std::system(command.c_str()) == 0 && std::system("pdfinfo -v >/dev/null 2>&1") == 0) return true;
  std::cerr << "skipped: PDFs, for want of python3-reportlab, fonts-ipafont-gothic or poppler-utils\n";
  fs::remove_all(pdfs);
  return false;
}

/// A folder that is the working folder while it lives.
class workplace {
 public:
  workplace() : before_(fs::current_path()) { fs::current_path(folder_.path()); }
  ~workplace() { fs::current_path(before_); }

 private:
  test::temporary_folder folder_;
  fs::path before_;
};

sync_report run(const std::string &index_path, const std::vector<std::string> &paths, const sync_options &options = {}) {
  std::istringstream none;
  writer_options how;
  how.rebuild = options.rebuild;
  index_writer writer(index_path, how);
  return sync(index_path, writer, paths, options, none);
}

/// All that a user sees of each document, and the files it came from.
std::map<std::string, std::string> documents(const std::string &index_path) {
  std::map<std::string, std::string> all;
  index opened(index_path);
  std::vector<std::string> ids;
  opened.for_each_origin([&](const std::string &id, const source &) { ids.push_back(id); });
  for (const std::string &id : ids) {
    const document found = *opened.get(id);
    std::string files = found.origin.path;
    for (const source &copy : found.origin.copies) files += "\n" + copy.shown + " " + copy.path + " " + copy.digest;
    all[id] = to_json(found) + files;
  }
  return all;
}

std::size_t count(const std::string &index_path) { return documents(index_path).size(); }

const std::string body =
    "港の朝は早い。荷役の機械が動き出す前に、潮位と風を確かめるのが係の仕事である。燃料の船が一隻遅れるだけで、町の発電所の予定は"
    "組み替えられる。備えの厚さは、こうした小さな遅れの積み重ねで試される。2024年の冬、需要は3.2%増えて1,250万kWに達した。\n\n"
    "別の港では、同じ遅れを半日で取り戻したという。違いは設備ではなく、沖の船と毎朝交わす短い電話にあった。町の人はそれを「港の朝礼」"
    "と呼び、輪番で受話器を取る。値段の話はしない。風と波と、船長の機嫌だけを聞く。五年続けて、待つ船は三分の一に減った。";

std::string text_of(const std::string &title, const std::string &date, const std::string &text) {
  return title + "\n\nかいとう研究所 研究員 青海 太郎\n\n" + (date.empty() ? "" : date + "\n\n") + text + "\n";
}

document essay(const std::string &title, const std::string &date, const std::string &text) {
  document made;
  made.title = title;
  made.authors = {"青海 太郎"};
  made.date = date;
  made.body = text;
  return made;
}

std::string replaced(std::string text, const std::string &from, const std::string &to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

}  // namespace

TEST_CASE("copies: each essay as PDF, HTML and text is one document with three paths") {
  workplace here;
  std::vector<fs::path> sources;
  for (const char *folder : {"/samples/archive", "/tests/data/ingest/essays"})
    for (const auto &entry : fs::recursive_directory_iterator(source_root + folder))
      if (entry.path().extension() == ".txt") sources.push_back(entry.path());
  std::size_t essays = 0;
  for (const fs::path &file : sources) {
    const document read = read_essay_file(file.string());
    // Without a title there is nothing to go by; a head in Markdown is a text of another kind.
    if (read.title.empty() || file.stem() == "markdown" || file.stem() == "label_english") continue;
    const std::string stem = std::to_string(essays++);
    fs::create_directories("archive/texts");
    fs::copy_file(file, "archive/texts/" + stem + ".txt");
    write("archive/pages/" + stem + ".html", html_of(read));
  }
  const bool pdfs = make_pdfs("archive/texts", "archive/print");
  REQUIRE(essays >= 70);
  CHECK(run("a.idx", {"archive"}).failed == 0);
  std::size_t whole = 0;
  index opened("a.idx");
  opened.for_each_origin([&](const std::string &id, const source &origin) {
    if (origin.copies.size() == (pdfs ? 2u : 1u)) {
      ++whole;
      for (const source &copy : origin.copies) CHECK(fs::path(copy.shown).stem() == fs::path(id).stem());
      CHECK(fs::path(id).extension() == (pdfs ? ".pdf" : ".html"));
    } else {
      std::cerr << "not whole: " << id << " with " << origin.copies.size() << " copies\n";
    }
  });
  MESSAGE(whole << " of " << essays << " essays are whole");
  CHECK(whole * 100 >= essays * 95);
}

TEST_CASE("copies: what resembles an essay and is none of its copies stays a document") {
  const std::string title = "港の燃料";
  struct pair {
    const char *what;
    document text, page;
  };
  const std::vector<pair> pairs = {
      {"another title", essay(title, "", body), essay("港の燃料（第2報）", "", body)},
      {"another year's outlook, the same words", essay(title, "2024-12-01", body), essay(title, "2025-12-01", body)},
      {"another month", essay(title, "2024-11", body), essay(title, "2024-12", body)},
      {"figures brought up to date", essay(title, "", body),
       essay(title, "", replaced(replaced(body, "2024年", "2025年"), "3.2%", "2.8%"))},
      {"one figure brought up to date", essay(title, "", body), essay(title, "", replaced(body, "1,250", "1,260"))},
      {"a word that turns it round", essay(title, "", body), essay(title, "", replaced(body, "需要は3.2%増えて", "需要は3.2%減って"))},
      {"a new paragraph on the page", essay(title, "", body),
       essay(title, "", body + "\n\n追記。この春、港には新しい桟橋ができ、船は昼にも着くようになった。電話の当番は続いている。")},
      {"the summary of a text", essay(title, "", body), essay(title, "", body.substr(0, body.find("\n\n")))},
      {"other words", essay(title, "", body), essay(title, "", replaced(body, "風と波と、船長の機嫌だけを聞く", "天気の話もしない。黙って聞く"))},
  };
  for (const pair &one : pairs) {
    CAPTURE(std::string(one.what));
    workplace here;
    std::string date = one.text.date;
    write("docs/a.txt", text_of(one.text.title, date, one.text.body));
    write("docs/a.html", html_of(one.page));
    run("a.idx", {"docs"});
    CHECK(count("a.idx") == 2);
  }
  workplace here;
  document other = essay(title, "", body);
  other.authors = {"白浜 花子"};
  write("docs/a.txt", text_of(title, "", body));
  write("docs/a.html", html_of(other));
  write("docs/b.txt", text_of(title, "", body));
  run("a.idx", {"docs"});
  CHECK_MESSAGE(count("a.idx") == 3, "other authors, and two texts");
  write("docs/a.html", html_of(essay(title, "", body)));
  run("a.idx", {"docs"});
  CHECK_MESSAGE(count("a.idx") == 2, "the page goes to the text of its name");
  CHECK(documents("a.idx").count("docs/b.txt") == 1);
}

TEST_CASE("copies: a first and a second report with one title find their own pages, whatever the files are called") {
  workplace here;
  const std::string second = replaced(replaced(body, "2024年", "2025年"), "五年続けて", "六年続けて");
  write("docs/x1.html", html_of(essay("港の燃料", "", second)));
  write("docs/x2.html", html_of(essay("港の燃料", "", body)));
  write("docs/y1.txt", text_of("港の燃料", "", body));
  write("docs/y2.txt", text_of("港の燃料", "", second));
  run("a.idx", {"docs"});
  const auto all = documents("a.idx");
  REQUIRE(all.size() == 2);
  CHECK(all.at("docs/x1.html").find("docs/y2.txt") != std::string::npos);
  CHECK(all.at("docs/x2.html").find("docs/y1.txt") != std::string::npos);
}

TEST_CASE("copies: a document takes the day and the authors that only a copy knows") {
  workplace here;
  document page = essay("港の燃料", "2024-11", body);
  page.authors.clear();
  write("docs/a.html", html_of(page));
  write("docs/a.txt", text_of("港の燃料", "2024-11-04", body));
  run("a.idx", {"docs"});
  {
    const document found = *index("a.idx").get("docs/a.html");
    CHECK(found.date == "2024-11-04");
    CHECK(found.authors == std::vector<std::string>{"青海 太郎"});
    CHECK(found.attribute("paths") == "[\"docs/a.html\",\"docs/a.txt\"]");
  }
  fs::remove("docs/a.txt");
  const sync_report report = run("a.idx", {"docs"});
  CHECK(report.removed == 1);
  CHECK(report.unchanged == 1);
  const document left = *index("a.idx").get("docs/a.html");
  CHECK(left.date == "2024-11");
  CHECK(left.authors.empty());
  CHECK(left.attribute("paths").empty());
}

TEST_CASE("copies: a document takes from a copy's sidecar what it does not say itself, as long as both are there") {
  workplace here;
  write("docs/a.html", html_of(essay("港の燃料", "2024-11", body)));
  write("docs/a.txt", text_of("港の燃料", "2024-11", body));
  write("docs/a.md", "---\ntitle: 港の燃料\n---\n\n" + body + "\n");
  write("docs/a.txt.meta.json", R"({"topics": ["船"], "series": "港の窓", "affiliation": "かいとう研究所"})");
  write("docs/a.html.meta.json", R"({"number": "第3号", "topics": ["港"]})");
  const auto get = [] { return index("a.idx").get("docs/a.html").value_or(document{}); };
  const auto look = [&](const std::string &series, const std::vector<std::string> &topics) {
    run("a.idx", {"docs"});
    CHECK(count("a.idx") == 1);
    CHECK(get().attribute("series") == series);
    CHECK(get().topics == topics);
    CHECK(get().attribute("number") == "第3号");
    CHECK(get().origin.copies.size() == 2);
    run("new.idx", {"docs"});
    CHECK(documents("a.idx") == documents("new.idx"));
    fs::remove_all("new.idx");
    CHECK(run("a.idx", {"docs"}).unchanged == 3);
  };
  SUBCASE("the sidecar changes and goes") {
    look("港の窓", {"港"});
    write("docs/a.html.meta.json", R"({"number": "第3号"})");
    look("港の窓", {"船"});
    write("docs/a.txt.meta.json", R"({"series": "沖の窓"})");
    look("沖の窓", {});
    fs::remove("docs/a.txt.meta.json");
    look("", {});
  }
  SUBCASE("the document says it itself") {
    look("港の窓", {"港"});
    write("docs/a.html.meta.json", R"({"number": "第3号", "series": "町の窓", "topics": ["町"]})");
    look("町の窓", {"町"});
    write("docs/a.html.meta.json", R"({"number": "第3号"})");
    look("港の窓", {"船"});
  }
  SUBCASE("another copy knows it as well") {
    write("docs/a.md.meta.json", R"({"series": "町の窓"})");
    look("町の窓", {"港"});
    fs::remove("docs/a.md.meta.json");
    look("港の窓", {"港"});
  }
  SUBCASE("the copy goes, while the document's file has moved") {
    look("港の窓", {"港"});
    fs::remove("docs/a.txt");
    fs::rename("docs/a.html", "docs/b.html");
    fs::rename("docs/a.html.meta.json", "docs/b.html.meta.json");
    const sync_report report = run("a.idx", {"docs"});
    CHECK(report.renamed.size() == 1);
    const document left = index("a.idx").get("docs/b.html").value_or(document{});
    CHECK(left.attribute("series").empty());
    CHECK(left.attribute("number") == "第3号");
    CHECK(left.topics == std::vector<std::string>{"港"});
  }
  SUBCASE("the sidecar is broken while the document changes, then as it was") {
    look("港の窓", {"港"});
    const std::string said = R"({"topics": ["船"], "series": "港の窓", "affiliation": "かいとう研究所"})";
    write("docs/a.txt.meta.json", "{");
    write("docs/a.html.meta.json", R"({"number": "第3号"})");
    CHECK(run("a.idx", {"docs"}).failed == 1);
    write("docs/a.txt.meta.json", said);
    look("港の窓", {"船"});
  }
}

TEST_CASE("copies: search and facets count a document once, and a hit names its files") {
  workplace here;
  write("docs/a.html", html_of(essay("港の燃料", "2024-11", body)));
  write("docs/a.txt", text_of("港の燃料", "2024-11", body));
  write("docs/b.txt", text_of("沖の船", "2024-11", body));
  run("a.idx", {"docs"});
  index opened("a.idx");
  search_request request;
  request.query = "受話器";
  request.facets = {{"author"}};
  const search_results found = opened.search(request);
  CHECK(found.total.value == 2);
  REQUIRE(found.facets.size() == 1);
  REQUIRE(found.facets[0].values.size() == 1);
  CHECK(found.facets[0].values[0].count == 2);
  for (const hit &one : found.hits) {
    if (one.id == "docs/b.txt") CHECK(one.paths.empty());
    else CHECK(one.paths == std::vector<std::string>{"docs/a.html", "docs/a.txt"});
  }
  CHECK(to_json(found).find("\"paths\":[\"docs/a.html\",\"docs/a.txt\"]") != std::string::npos);
}

TEST_CASE("copies: keeping them apart is remembered, and joining them again needs no change of a file") {
  workplace here;
  write("docs/a.html", html_of(essay("港の燃料", "", body)));
  write("docs/a.txt", text_of("港の燃料", "", body));
  sync_options keep;
  keep.copies = copies_mode::keep;
  run("a.idx", {"docs"}, keep);
  CHECK(count("a.idx") == 2);
  write("docs/a.txt", text_of("港の燃料", "2024-11", body));
  run("a.idx", {"docs"});
  CHECK(count("a.idx") == 2);
  sync_options join;
  join.copies = copies_mode::join;
  CHECK(run("a.idx", {}, join).failed == 0);
  CHECK(count("a.idx") == 1);
  CHECK(run("a.idx", {}, keep).failed == 0);
  CHECK(count("a.idx") == 2);
}

TEST_CASE("copies: groups don't depend on the order of their members") {
  std::mt19937_64 random(test::seed(20260611));
  for (int round = 0; round < 300; ++round) {
    std::vector<group_file> members;
    std::map<std::string, int> content;
    const std::size_t size = 1 + random() % 12;
    for (std::size_t i = 0; i < size; ++i) {
      group_file one;
      one.id = std::to_string(random() % 3) + "/" + std::to_string(i);
      one.signature.title = 1;
      one.signature.format = static_cast<file_format>(1 + random() % 4);
      content[one.id] = static_cast<int>(random() % 4);
      members.push_back(one);
    }
    const auto groups = [&](std::vector<group_file> given) {
      std::map<std::string, std::vector<std::string>> result;
      for (const copy_group &group : group_copies(given, [&](std::size_t a, std::size_t b) -> std::optional<std::uint32_t> {
             const int distance = std::abs(content[given[a].id] - content[given[b].id]);
             return distance > 1 ? std::nullopt : std::optional<std::uint32_t>(distance);
           })) {
        auto &copies = result[given[group.document].id];
        for (const group_copy &copy : group.copies) copies.push_back(given[copy.member].id);
      }
      return result;
    };
    const auto expected = groups(members);
    std::shuffle(members.begin(), members.end(), random);
    CHECK(groups(members) == expected);
  }
}

TEST_CASE("copies: after any changes the index is what a new one would be") {
  workplace here;
  std::mt19937_64 random(test::seed(20260612));
  const auto pick = [&](std::size_t below) { return static_cast<std::size_t>(random() % below); };
  const std::string titles[] = {"港の燃料", "沖の船"};
  const std::string bodies[] = {body, replaced(body, "2024年", "2025年"), body + "\n\n追記。" + body.substr(0, body.find("2024年"))};
  const std::string dates[] = {"", "2024-11", "2024-11-04"};
  const auto make = [&](const std::string &path) {
    const std::string &title = titles[pick(2)], &text = bodies[pick(3)], &date = dates[pick(3)];
    write(path, fs::path(path).extension() == ".html" ? html_of(essay(title, date, text))
                : fs::path(path).extension() == ".md" ? "---\ntitle: " + title + "\nauthor: 青海 太郎\n---\n\n" + text + "\n"
                                                      : text_of(title, date, text));
  };
  std::vector<std::string> names;
  for (const char *folder : {"docs/a", "docs/b"})
    for (const char *stem : {"/x", "/y"})
      for (const char *ending : {".html", ".md", ".txt"}) names.push_back(std::string(folder) + stem + ending);
  fs::create_directories("docs");
  std::int64_t files = 0;
  for (int round = 0; round < 60; ++round) {
    CAPTURE(round);
    std::string did;
    for (std::size_t step = 1 + pick(4); step > 0; --step) {
      const std::string &name = names[pick(names.size())], &other = names[pick(names.size())];
      switch (pick(6)) {
        case 0:
          fs::remove(name);
          did += "remove " + name + "; ";
          break;
        case 1:
          if (fs::exists(name) && !fs::exists(other) && fs::path(name).extension() == fs::path(other).extension()) {
            fs::create_directories(fs::path(other).parent_path());
            fs::rename(name, other);
            did += "move " + name + " to " + other + "; ";
          }
          break;
        case 2:
          if (const std::string sidecar = name + ".meta.json"; pick(2) == 0) {
            fs::remove(sidecar);
            did += "remove " + sidecar + "; ";
          } else {
            const std::string said[] = {R"("topics": ["海/港", "船"])", R"("topics": ["町"])", R"("series": "港の窓", "place": 7)",
                                        R"("series": "沖の窓")"};
            write(sidecar, "{" + said[pick(4)] + "}");
            did += "write " + sidecar + "; ";
          }
          break;
        default:
          make(name);
          did += "write " + name + "; ";
      }
    }
    CAPTURE(did);
    std::vector<std::string> paths{"docs"};
    const sync_report report = run("a.idx", paths);
    CHECK(report.failed == 0);
    std::int64_t there = 0;
    for (const auto &entry : fs::recursive_directory_iterator("docs"))
      there += entry.is_regular_file() && entry.path().extension() != ".json";
    CHECK(static_cast<std::int64_t>(report.added) - static_cast<std::int64_t>(report.removed) == there - files);
    CHECK(static_cast<std::int64_t>(report.added + report.updated + report.unchanged) == there);
    files = there;
    fs::remove_all("new.idx");
    run("new.idx", paths);
    REQUIRE(documents("a.idx") == documents("new.idx"));
    CHECK(check_index("a.idx").empty());
    CHECK(run("a.idx", paths).unchanged == static_cast<std::size_t>(there));
    if (round % 20 == 19) {
      sync_options rebuild;
      rebuild.rebuild = true;
      run("a.idx", paths, rebuild);
      REQUIRE(documents("a.idx") == documents("new.idx"));
    }
  }
}
