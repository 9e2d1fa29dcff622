package io.creditstream.advisor.wording;

/** The score in one sentence: risk, limit, distance. */
public final class ScoreSentence {

  private static final double FINE = 0.1;

  private final Wording wording;
  private final Messages messages;
  private final Formats formats;

  public ScoreSentence(Wording wording) {
    this.wording = wording;
    this.messages = wording.messages();
    this.formats = wording.formats();
  }

  /** Such as "31% risk; the limit is 40%; 9 points below". */
  public String of(double probability, double limit) {
    int decimals = decimals(probability, limit);
    // Of the figures as they are shown, so that a reader's subtraction comes to the same.
    double distance =
        rounded(rounded(probability * 100, decimals) - rounded(limit * 100, decimals), decimals);
    String points = formats.number(Math.abs(distance), decimals);
    String where = distance < 0 ? "score.below" : "score.above";
    if (Math.abs(distance) < Math.pow(10, -decimals) / 2) {
      return messages.text(
          probability < limit ? "score.sentence.justBelow" : "score.sentence.at",
          formats.percent(probability, decimals),
          formats.percent(limit, decimals));
    }
    return messages.text(
        "score.sentence",
        formats.percent(probability, decimals),
        formats.percent(limit, decimals),
        wording.counted(where, distance, points));
  }

  /** Decimals that keep small risks and small distances apart. */
  public static int decimals(double probability, double limit) {
    boolean fine = probability < FINE || limit < FINE || Math.abs(probability - limit) < FINE / 10;
    return fine ? 1 : 0;
  }

  private static double rounded(double value, int decimals) {
    double scale = Math.pow(10, decimals);
    return Math.round(value * scale) / scale;
  }
}
