// Xapian's TermGenerator and QueryParser with FLAG_CJK_NGRAM, for the benchmark.
// engine.py says how it is called. Words of one character have positions, so a phrase is exact.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>
#include <xapian.h>

namespace {

using std::chrono::steady_clock;

// Documents in one flush: more takes more memory and is slower.
constexpr int documents_a_flush = 1000;
constexpr Xapian::termcount gap_between_fields = 100;

void index(const std::string &corpus, const std::string &folder) {
  const std::string loose = folder + "/loose";
  {
    Xapian::WritableDatabase database(
        loose, Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS);
    Xapian::TermGenerator generator;
    generator.set_flags(Xapian::TermGenerator::FLAG_CJK_NGRAM);
    std::ifstream in(corpus);
    int pending = 0;
    for (std::string line; std::getline(in, line);) {
      const auto record = nlohmann::json::parse(line);
      Xapian::Document document;
      generator.set_document(document);
      generator.set_termpos(0);
      for (const char *field : {"title", "author", "body"}) {
        generator.index_text(record.at(field).get_ref<const std::string &>());
        generator.increase_termpos(gap_between_fields);
      }
      document.set_data(line);
      document.add_value(0, record.at("id").get_ref<const std::string &>());
      database.add_document(document);
      if (++pending % documents_a_flush == 0) database.commit();
    }
    database.commit();
  }
  Xapian::Database(loose).compact(folder + "/index");
  std::filesystem::remove_all(loose);
}

/// Any term of a text. (The parser refuses some sentences of Japanese and Latin letters.)
Xapian::Query any_term(const std::string &text) {
  Xapian::Document terms;
  Xapian::TermGenerator generator;
  generator.set_flags(Xapian::TermGenerator::FLAG_CJK_NGRAM);
  generator.set_document(terms);
  generator.index_text_without_positions(text);
  std::vector<Xapian::Query> each;
  for (auto term = terms.termlist_begin(); term != terms.termlist_end(); ++term)
    each.emplace_back(*term, term.get_wdf());
  return Xapian::Query(Xapian::Query::OP_OR, each.begin(), each.end());
}

/// Each part is a phrase, and all must occur.
Xapian::Query all_parts(Xapian::QueryParser &parser, std::string text) {
  text.erase(std::remove(text.begin(), text.end(), '"'), text.end());
  constexpr unsigned flags = Xapian::QueryParser::FLAG_CJK_NGRAM | Xapian::QueryParser::FLAG_PHRASE;
  Xapian::Query all;
  std::istringstream parts(text);
  for (std::string part; parts >> part;) {
    const Xapian::Query one = parser.parse_query('"' + part + '"', flags);
    all = all.empty() ? one : Xapian::Query(Xapian::Query::OP_AND, all, one);
  }
  return all;
}

void search(const std::string &folder, Xapian::doccount limit, bool question) {
  Xapian::Database database(folder + "/index");
  Xapian::QueryParser parser;
  Xapian::Enquire enquire(database);
  for (std::string line; std::getline(std::cin, line);) {
    const auto started = steady_clock::now();
    enquire.set_query(question ? any_term(line) : all_parts(parser, line));
    const Xapian::MSet hits = enquire.get_mset(0, limit);
    std::string ids;
    for (auto hit = hits.begin(); hit != hits.end(); ++hit)
      ids += "\t" + hit.get_document().get_value(0);
    const std::chrono::duration<double, std::milli> taken = steady_clock::now() - started;
    std::printf("%.4f\t%u%s\n", taken.count(), hits.get_matches_estimated(), ids.c_str());
  }
}

}  // namespace

int main(int count, char **words) {
  try {
    const std::string mode = count > 1 ? words[1] : "";
    if (mode == "version") {
      std::printf("Xapian %s\n", Xapian::version_string());
    } else if (mode == "index" && count == 6) {
      index(words[2], words[3]);
    } else if (mode == "search" && count == 5) {
      search(words[2], static_cast<Xapian::doccount>(std::atoi(words[3])),
             std::string(words[4]) == "question");
    } else {
      std::fputs("usage: xapian_ngram version|index|search ...\n", stderr);
      return 2;
    }
  } catch (const Xapian::Error &e) {
    std::fprintf(stderr, "%s\n", e.get_description().c_str());
    return 2;
  } catch (const std::exception &e) {
    std::fprintf(stderr, "%s\n", e.what());
    return 2;
  }
  return 0;
}
