package io.creditstream.drift.segment;

import io.creditstream.drift.histogram.VarintReader;
import io.creditstream.drift.histogram.VarintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where an applicant belongs.
 *
 * @param segments segments of the population
 * @param groups group by attribute, in the order of the attributes
 */
public record Traits(List<String> segments, Map<String, String> groups) {

  /** Of somebody of whom nothing is known. */
  public static final Traits UNKNOWN = new Traits(List.of(), Map.of());

  public Traits {
    segments = List.copyOf(segments);
    groups = new LinkedHashMap<>(groups);
  }

  /** Writes the traits. */
  public void write(VarintWriter out) {
    writeTexts(out, segments);
    writeTexts(out, List.copyOf(groups.keySet()));
    writeTexts(out, List.copyOf(groups.values()));
  }

  /** Reads what {@link #write} wrote. */
  public static Traits read(VarintReader in) {
    List<String> segments = readTexts(in);
    List<String> attributes = readTexts(in);
    List<String> values = readTexts(in);
    Map<String, String> groups = new LinkedHashMap<>();
    for (int i = 0; i < attributes.size(); i++) {
      groups.put(attributes.get(i), values.get(i));
    }
    return new Traits(segments, groups);
  }

  /** Writes texts with their number before them. */
  public static void writeTexts(VarintWriter out, List<String> texts) {
    out.write(texts.size());
    texts.forEach(out::write);
  }

  /** Reads what {@link #writeTexts} wrote. */
  public static List<String> readTexts(VarintReader in) {
    List<String> texts = new ArrayList<>();
    for (long left = in.read(); left > 0; left--) {
      texts.add(in.readText());
    }
    return texts;
  }

  /** Says nothing about the person. */
  @Override
  public String toString() {
    return "Traits";
  }
}
