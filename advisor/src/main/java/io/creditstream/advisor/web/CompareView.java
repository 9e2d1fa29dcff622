package io.creditstream.advisor.web;

import java.util.List;

/**
 * A client among others, as its template reads it.
 *
 * @param kind which group is chosen: all, filter or near
 * @param rule the rule of the group in words
 * @param size how many decisions it holds
 * @param small whether that is too few to say much
 * @param form fields of the filter, as on the page that finds decisions
 * @param similar how many similar clients were asked for
 * @param features features to choose from, that of the spread chosen
 * @param near the same, those of similar clients chosen
 * @param xs the same, that of the horizontal axis chosen
 * @param ys the same, that of the vertical axis chosen
 * @param name name of the feature
 * @param sentence where the client is
 * @param bins the spread
 * @param unknown clients without a value; empty where there are none
 * @param xName name of the horizontal axis
 * @param yName name of the vertical axis
 * @param points clients as points, the client in question first
 */
public record CompareView(
    String kind,
    String rule,
    String size,
    boolean small,
    FindView form,
    String similar,
    List<FindView.Option> features,
    List<FindView.Option> near,
    List<FindView.Option> xs,
    List<FindView.Option> ys,
    String name,
    String sentence,
    List<Bin> bins,
    String unknown,
    String xName,
    String yName,
    List<Dot> points) {

  /** A bin: shares of accepted and of other clients, and whether the client is in it. */
  public record Bin(
      String label,
      double accepted,
      double others,
      String acceptedText,
      String othersText,
      boolean here) {}

  /** A client as a point. */
  public record Dot(double x, double y, String xText, String yText, String kind, String kindText) {}
}
