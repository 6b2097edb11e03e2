import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.MultiDocValues;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;

/** Answers the queries of standard input. */
final class LuceneSearch {
  private final QueryBuilder builder;
  private final boolean question;

  private LuceneSearch(Analyzer analyzer, boolean question) {
    this.builder = new QueryBuilder(analyzer);
    this.question = question;
  }

  /** A phrase, or any word of a question, in either field; no clauses if no term is left. */
  private BooleanQuery inEitherField(String text) {
    final BooleanQuery either = new BooleanQuery();
    for (String field : new String[] {LuceneBench.WORDS, LuceneBench.PAIRS}) {
      final Query query = question ? builder.createBooleanQuery(field, text)
                                   : builder.createPhraseQuery(field, text);
      if (query != null) either.add(query, BooleanClause.Occur.SHOULD);
    }
    return either;
  }

  /** All parts of a query must occur. */
  private Query parse(String text) {
    if (question) return inEitherField(text);
    final BooleanQuery all = new BooleanQuery();
    for (String part : text.trim().split("\\s+"))
      all.add(inEitherField(part), BooleanClause.Occur.MUST);
    return all;
  }

  static void run(String folder, int limit, boolean question) throws IOException {
    final IndexSearcher searcher =
        new IndexSearcher(DirectoryReader.open(FSDirectory.open(new File(folder))));
    searcher.setSimilarity(new BM25Similarity());
    final BinaryDocValues idOf = MultiDocValues.getBinaryValues(searcher.getIndexReader(), "id");
    final LuceneSearch search = new LuceneSearch(LuceneBench.analyzer(), question);
    final PrintStream out = new PrintStream(System.out, false, "UTF-8");
    final BufferedReader lines =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      final long started = System.nanoTime();
      final TopDocs found = searcher.search(search.parse(line), limit);
      final StringBuilder ids = new StringBuilder();
      for (ScoreDoc hit : found.scoreDocs)
        ids.append('\t').append(idOf.get(hit.doc).utf8ToString());
      final double taken = (System.nanoTime() - started) / 1e6;
      out.println(String.format(Locale.ROOT, "%.4f\t%d%s", taken, found.totalHits, ids));
    }
    out.flush();
  }
}
