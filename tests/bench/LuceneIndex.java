import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Paths;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.Version;

/** Indexes a file with several threads, into one segment. */
final class LuceneIndex {
  private LuceneIndex() {}

  private static Document document(String line) {
    final Record record = new Record(line);
    final Document document = new Document();
    document.add(new BinaryDocValuesField("id", new BytesRef(record.get("id"))));
    document.add(new StoredField("date", record.get("date")));
    for (String key : new String[] {"title", "author", "body"}) {
      final String text = record.get(key);
      document.add(new StoredField(key, text));
      document.add(new TextField(LuceneBench.WORDS, text, Field.Store.NO));
      document.add(new TextField(LuceneBench.PAIRS, text, Field.Store.NO));
    }
    return document;
  }

  private static void addAll(BufferedReader lines, IndexWriter writer) {
    try {
      for (String line = lines.readLine(); line != null; line = lines.readLine())
        writer.addDocument(document(line));
    } catch (IOException e) {
      e.printStackTrace();
      System.exit(2);
    }
  }

  static void run(String corpus, String folder, int threads, int memory)
      throws IOException, InterruptedException {
    final IndexWriterConfig config = new IndexWriterConfig(Version.LATEST, LuceneBench.analyzer());
    config.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    config.setRAMBufferSizeMB(memory);
    config.setSimilarity(new BM25Similarity());
    try (IndexWriter writer = new IndexWriter(FSDirectory.open(new File(folder)), config);
        BufferedReader lines = Files.newBufferedReader(Paths.get(corpus), StandardCharsets.UTF_8)) {
      final Thread[] workers = new Thread[threads];
      for (int i = 0; i < threads; i++) {
        workers[i] = new Thread(() -> addAll(lines, writer));
        workers[i].start();
      }
      for (Thread worker : workers) worker.join();
      writer.forceMerge(1);
    }
  }
}
