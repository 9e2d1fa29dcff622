package io.creditstream.model.forest;

/** Numbers parted by blanks, as the text of a tree holds them. */
final class Words {

  private final String key;
  private final String text;
  private int position;

  /**
   * @param key what the numbers are, for messages
   */
  Words(String key, String text) {
    this.key = key;
    this.text = text;
  }

  /** All numbers, which have to be this many. */
  double[] doubles(int size) {
    requireRoomFor(size);
    double[] numbers = new double[size];
    for (int i = 0; i < size; i++) {
      numbers[i] = number(next());
    }
    requireEnd();
    return numbers;
  }

  /** All whole numbers, which have to be this many. */
  long[] longs(int size) {
    requireRoomFor(size);
    long[] numbers = new long[size];
    for (int i = 0; i < size; i++) {
      numbers[i] = Long.parseLong(next());
    }
    requireEnd();
    return numbers;
  }

  private String next() {
    skipBlanks();
    int start = position;
    while (position < text.length() && text.charAt(position) != ' ') {
      position++;
    }
    if (start == position) {
      throw wrongSize();
    }
    return text.substring(start, position);
  }

  private void skipBlanks() {
    while (position < text.length() && text.charAt(position) == ' ') {
      position++;
    }
  }

  /** A number takes one character at least: no text makes room for more than it holds. */
  private void requireRoomFor(int size) {
    if (size < 0 || size > text.length()) {
      throw wrongSize();
    }
  }

  private void requireEnd() {
    skipBlanks();
    if (position < text.length()) {
      throw wrongSize();
    }
  }

  private MalformedForestException wrongSize() {
    return new MalformedForestException("a tree has another number of values in " + key);
  }

  /** Infinite thresholds part missing values from all others. */
  private static double number(String word) {
    return switch (word) {
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(word);
    };
  }
}
