import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.ja.JapaneseAnalyzer;
import org.apache.lucene.util.Version;

/** Lucene for the benchmark; engine.py says how it is called. */
public class LuceneBench {
  /** Dictionary words, and bigrams; the values of both are title, author and body. */
  static final String WORDS = "words";
  static final String PAIRS = "pairs";

  /** So far apart are title, author and body, that no phrase joins them. */
  private static final int GAP_BETWEEN_VALUES = 100;

  static Analyzer analyzer() {
    final Map<String, Analyzer> analyzers = new HashMap<>();
    analyzers.put(WORDS, new JapaneseAnalyzer());
    analyzers.put(PAIRS, new CJKAnalyzer());
    return new AnalyzerWrapper(Analyzer.PER_FIELD_REUSE_STRATEGY) {
      @Override protected Analyzer getWrappedAnalyzer(String field) {
        return analyzers.get(field);
      }
      @Override public int getPositionIncrementGap(String field) {
        return GAP_BETWEEN_VALUES;
      }
    };
  }

  public static void main(String[] words) throws IOException, InterruptedException {
    if (words.length == 1 && words[0].equals("version")) {
      System.out.println("Lucene " + Version.LATEST);
    } else if (words.length == 5 && words[0].equals("index")) {
      LuceneIndex.run(words[1], words[2], Integer.parseInt(words[3]), Integer.parseInt(words[4]));
    } else if (words.length == 4 && words[0].equals("search")) {
      LuceneSearch.run(words[1], Integer.parseInt(words[2]), words[3].equals("question"));
    } else {
      System.err.println("usage: LuceneBench version|index|search ...");
      System.exit(2);
    }
  }
}
