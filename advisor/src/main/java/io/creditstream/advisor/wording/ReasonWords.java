package io.creditstream.advisor.wording;

import io.creditstream.advisor.explain.Argument;
import io.creditstream.advisor.explain.Contribution;
import io.creditstream.features.dictionary.FeatureEntry;

/** Tells how a value lies among those of accepted clients. */
public final class ReasonWords {

  /** The level that stands for what nobody said. */
  private static final String UNSAID = "XNA";

  private static final double STRONG = 0.3;
  private static final double MODERATE = 0.1;
  private static final double TINY = 0.005;

  private final Messages messages;
  private final Formats formats;
  private final FeatureWords features;

  public ReasonWords(Wording wording) {
    this.messages = wording.messages();
    this.formats = wording.formats();
    this.features = wording.features();
  }

  /**
   * One sentence; empty where the most frequent level says nothing.
   *
   * @param value the client's value; NaN where missing
   * @param low a quarter of the accepted clients has less
   * @param high a quarter of them has more
   * @param most the most frequent value among them
   */
  public String comparison(
      FeatureEntry feature, double value, double low, double high, double most) {
    if (Double.isNaN(value)) {
      return messages.text("compare.missing");
    }
    if (feature.isCategory() && UNSAID.equals(feature.describe(most))) {
      return "";
    }
    if (feature.isCategory() || features.isFlag(feature)) {
      String key = value == most ? "compare.asMost" : "compare.most";
      return messages.text(key, features.value(feature, most));
    }
    boolean backwards = features.isBackwards(feature);
    double least = backwards ? high : low;
    double greatest = backwards ? low : high;
    double client = features.number(feature, value);
    String from = features.value(feature, least);
    String to = features.value(feature, greatest);
    double lower = features.number(feature, least);
    double upper = features.number(feature, greatest);
    if (from.equals(to) && (client < lower || client > upper)) {
      return messages.text("compare.have", from);
    }
    if (client < lower) {
      return messages.text("compare.above", from);
    }
    if (client > upper) {
      return messages.text("compare.below", to);
    }
    return from.equals(to)
        ? messages.text("compare.same", from)
        : messages.text("compare.between", from, to);
  }

  /** What an argument is about; where a single fact makes it up, that fact. */
  public String title(Argument argument) {
    return isOneFact(argument)
        ? fact("why.fact", argument.strongest())
        : messages.text("subject." + argument.subject().name());
  }

  /** The fact that stands for an argument; empty where {@link #title} tells it. */
  public String strongest(Argument argument) {
    return isOneFact(argument)
        ? ""
        : messages.text(
            "why.strongest",
            fact("why.fact", argument.strongest()),
            number(argument.strongest().logOdds()),
            formats.whole(argument.facts()));
  }

  /** The fact that stands for an argument, for the client. */
  public String forClient(Argument argument) {
    return fact("letter.fact", argument.strongest());
  }

  private String fact(String key, Contribution one) {
    return messages.text(
        key, features.name(one.feature()), features.value(one.feature(), one.value()));
  }

  /** With a decimal more where there would be nothing but zeros. */
  private String number(double logOdds) {
    return formats.signed(logOdds, Math.abs(logOdds) < TINY ? 3 : 2);
  }

  private static boolean isOneFact(Argument argument) {
    return argument.facts() == 1 || !argument.subject().known();
  }

  /** How heavy a contribution is, with its number. */
  public String weight(double logOdds) {
    double size = Math.abs(logOdds);
    String word = size >= STRONG ? "strong" : size >= MODERATE ? "moderate" : "slight";
    return messages.text("weight", number(logOdds), messages.text("weight." + word));
  }
}
