package io.creditstream.trainer.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.creditstream.features.bundle.Bundle;
import io.creditstream.trainer.result.TrainingResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills the frames of the notes, which lie beside this class in each language. A frame names what
 * goes where: a figure as <code>{{version}}</code>, a table as <code>{{table.models}}</code>, the
 * findings on a topic as <code>{{points.summary}}</code> or, in one paragraph, as <code>
 * {{paragraph.summary}}</code>.
 */
final class Notes {

  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z.]+)}}");

  private final Words words;
  private final Map<String, String> parts = new HashMap<>();

  Notes(TrainingResult result, Bundle bundle, Map<String, List<String>> findings, Words words) {
    this.words = words;
    findings.forEach(
        (topic, sentences) -> {
          parts.put("points." + topic, Markdown.points(sentences));
          parts.put("paragraph." + topic, Markdown.paragraph(sentences));
        });
    putFigures(result, bundle);
    putTables(result, bundle);
  }

  private void putFigures(TrainingResult result, Bundle bundle) {
    parts.put("version", bundle.manifest().version());
    parts.put("sha", bundle.manifest().modelSha256());
    parts.put("made", bundle.manifest().createdAt().toString());
    parts.put("trees", words.count(result.run().trees(), "tree"));
    parts.put("features", words.count(bundle.dictionary().size(), "feature"));
    parts.put("threshold", words.number(bundle.policy().declineFrom()));
    parts.put("folds", Integer.toString(result.run().folds()));
    parts.put("defaulted", words.percent(result.data().defaultRate()));
    parts.put("repaid", words.percent(1 - result.data().defaultRate()));
  }

  private void putTables(TrainingResult result, Bundle bundle) {
    OperatingPoint at = OperatingPoints.at(result.outOfFold(), bundle.policy().declineFrom());
    QualityTables quality = new QualityTables(words);
    Tables tables = new Tables(words);
    parts.put("table.summary", quality.summary(result, at));
    parts.put("table.imbalance", quality.imbalance(result));
    parts.put("table.models", quality.models(result));
    parts.put("table.confusion", tables.confusion(at));
    parts.put("table.importance", tables.importance(result, bundle.dictionary().entries()));
    parts.put("table.fairness", tables.fairness(result));
    parts.put("table.shift", tables.shift(result));
    parts.put("table.suspects", tables.suspects(result));
    parts.put("table.settings", tables.pairs(result.run().settings()));
    parts.put("table.parameters", tables.pairs(result.run().parameters()));
  }

  /**
   * A note in Markdown.
   *
   * @param name its file name in English
   * @throws IllegalStateException if its frame asks for what there is not
   */
  String write(String name) {
    // In one pass, so that nothing that was put in is taken for a place itself.
    return PLACE
        .matcher(words.typeset(frame(words.language().file(name))))
        .replaceAll(place -> Matcher.quoteReplacement(part(place.group(1))));
  }

  private String part(String name) {
    String part = parts.get(name);
    if (part == null) {
      throw new IllegalStateException("no part " + name + " of a note");
    }
    return part;
  }

  private static String frame(String name) {
    try (InputStream stream = Objects.requireNonNull(Notes.class.getResourceAsStream(name), name)) {
      return new String(stream.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
