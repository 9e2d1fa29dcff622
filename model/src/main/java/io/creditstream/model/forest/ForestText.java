package io.creditstream.model.forest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads LightGBM's text form: a head, then one block a tree, each of lines {@code key=value}; blank
 * lines part them.
 */
public final class ForestText {

  private static final Set<String> VERSIONS = Set.of("v3", "v4");
  private static final String TREE = "Tree=";
  private static final String END = "end of trees";

  private ForestText() {}

  /**
   * The forest of a text.
   *
   * @throws MalformedForestException if its trees are none, whatever else it says
   * @throws UnsupportedForestException if it is no sum of plain trees for one score, or of a
   *     version that is not known
   */
  public static Forest parse(String text) {
    try {
      return read(text.lines().iterator());
    } catch (NumberFormatException | ArithmeticException e) {
      throw new MalformedForestException("the text of the model is not understood", e);
    }
  }

  private static Forest read(Iterator<String> lines) {
    Map<String, String> head = new HashMap<>();
    String line = block(lines, head);
    List<String> featureNames = List.of(head.getOrDefault("feature_names", "").split(" "));
    List<String> obstacles = obstacles(head);
    List<Tree> trees = new ArrayList<>();
    while (line.startsWith(TREE)) {
      Map<String, String> block = new HashMap<>();
      line = block(lines, block);
      TreeText tree = new TreeText(block, featureNames.size());
      trees.add(tree.read());
      obstacles.addAll(tree.obstacles());
    }
    if (!line.equals(END)) {
      throw new MalformedForestException("the text of the model has no end");
    }
    if (head.containsKey("tree_sizes") && trees.size() != words(head, "tree_sizes")) {
      throw new MalformedForestException("the text of the model lacks trees");
    }
    Forest forest = new Forest(featureNames, trees);
    if (!obstacles.isEmpty()) {
      throw new UnsupportedForestException(obstacles.get(0));
    }
    return forest;
  }

  /** Collects lines up to the next block, and gives the line that begins it. */
  private static String block(Iterator<String> lines, Map<String, String> into) {
    while (lines.hasNext()) {
      String line = lines.next();
      if (line.startsWith(TREE) || line.equals(END)) {
        return line;
      }
      int equals = line.indexOf('=');
      if (equals < 0) {
        into.put(line, "");
      } else {
        into.put(line.substring(0, equals), line.substring(equals + 1));
      }
    }
    return "";
  }

  /** Why only LightGBM can run the model. */
  private static List<String> obstacles(Map<String, String> head) {
    List<String> obstacles = new ArrayList<>();
    String version = head.getOrDefault("version", "none");
    if (!head.containsKey("tree") || !VERSIONS.contains(version)) {
      obstacles.add("the text of the model has version " + version);
    }
    if (!"1".equals(head.get("num_class")) || !"1".equals(head.get("num_tree_per_iteration"))) {
      obstacles.add("the model gives several scores");
    }
    if (head.containsKey("average_output")) {
      obstacles.add("the model averages its trees");
    }
    return obstacles;
  }

  private static int words(Map<String, String> head, String key) {
    String value = head.getOrDefault(key, "");
    return value.isBlank() ? 0 : value.trim().split(" ").length;
  }
}
