/** Takes strings out of a line of the corpus: a flat JSON object, one blank after each colon. */
final class Record {
  private final String line;

  Record(String line) {
    this.line = line;
  }

  /** The value of a key whose values are strings; "" if it is not there. */
  String get(String key) {
    final String start = "\"" + key + "\": \"";
    final int found = line.indexOf(start);
    if (found < 0) return "";
    final StringBuilder value = new StringBuilder();
    for (int at = found + start.length(); line.charAt(at) != '"'; at++) {
      char c = line.charAt(at);
      if (c == '\\') {
        c = line.charAt(++at);
        switch (c) {
          case 'b': c = '\b'; break;
          case 'f': c = '\f'; break;
          case 'n': c = '\n'; break;
          case 'r': c = '\r'; break;
          case 't': c = '\t'; break;
          case 'u':
            c = (char) Integer.parseInt(line.substring(at + 1, at + 5), 16);
            at += 4;
            break;
          default: break;
        }
      }
      value.append(c);
    }
    return value.toString();
  }
}
