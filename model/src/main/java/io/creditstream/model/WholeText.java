package io.creditstream.model;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Whether LightGBM's text form is whole. Its head tells the bytes of each tree, which LightGBM
 * follows without looking: a text that was cut, or whose trees have other lengths, ends the
 * process.
 */
final class WholeText {

  private static final String SIZES = "tree_sizes=";
  private static final String TREE = "Tree=";
  private static final String END = "end of trees";

  private WholeText() {}

  /**
   * Refuses a text that does not hold what its head tells.
   *
   * @throws ModelRefusedException naming what is wrong
   */
  static void require(String modelText) {
    // One character a byte, since sizes count bytes.
    String text = "\n" + new String(modelText.getBytes(UTF_8), ISO_8859_1);
    if (line(text, END) < 0) {
      throw new ModelRefusedException("the text of the model has no end: it was cut");
    }
    int sizes = line(text, SIZES);
    int first = line(text, TREE);
    if (sizes >= 0 && first >= 0 && sizes < first) {
      requireSizes(text, first, text.substring(sizes + SIZES.length(), text.indexOf('\n', sizes)));
    }
  }

  private static void requireSizes(String text, int first, String sizes) {
    int at = first;
    for (String size : sizes.trim().split(" ")) {
      if (!text.startsWith(TREE, at) || !size.matches("[0-9]{1,9}")) {
        throw otherSizes();
      }
      at = Math.addExact(at, Integer.parseInt(size));
    }
    if (!text.startsWith(END, at)) {
      throw otherSizes();
    }
  }

  private static ModelRefusedException otherSizes() {
    return new ModelRefusedException(
        "the trees of the model are not as long as its head says: use the text as LightGBM saved it");
  }

  /** Where a line begins that begins so; -1 if there is none. */
  private static int line(String text, String beginning) {
    int before = text.indexOf("\n" + beginning);
    return before < 0 ? before : before + 1;
  }
}
