package io.creditstream.features.catalog;

import io.creditstream.features.history.HistoryDates;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Declares features of a set of history records: counts, shares and statistics. A subset of the
 * records is a record set of its own.
 */
final class RecordSet<R> {

  private final String prefix;
  private final String source;
  private final String en;
  private final String fr;
  private final Function<Applicant, List<R>> records;
  private final BiPredicate<R, HistoryDates> member;
  private final List<FeatureDefinition> definitions;

  private RecordSet(
      String prefix,
      String source,
      String en,
      String fr,
      Function<Applicant, List<R>> records,
      BiPredicate<R, HistoryDates> member,
      List<FeatureDefinition> definitions) {
    this.prefix = prefix;
    this.source = source;
    this.en = en;
    this.fr = fr;
    this.records = records;
    this.member = member;
    this.definitions = definitions;
  }

  /** All records of a source; the words name them, in the plural. */
  static <R> RecordSet<R> all(
      String prefix, String source, String en, String fr, Function<Applicant, List<R>> records) {
    return new RecordSet<>(
        prefix, source, en, fr, records, (record, dates) -> true, new ArrayList<>());
  }

  /** The records of this set that fulfil a condition. */
  RecordSet<R> where(String suffix, String en, String fr, BiPredicate<R, HistoryDates> condition) {
    return new RecordSet<>(
        prefix + "_" + suffix, source, en, fr, records, member.and(condition), definitions);
  }

  /** Declares the number of records. */
  RecordSet<R> count() {
    return define("COUNT", "number of " + en, "nombre : " + fr, this::countOf);
  }

  /** Declares the share of records that fulfil a condition; NaN where there is no record. */
  RecordSet<R> share(String name, String en, String fr, BiPredicate<R, HistoryDates> condition) {
    RecordSet<R> subset = where(name, en, fr, condition);
    return define(
        name + "_SHARE",
        "share of " + en + " among " + this.en,
        "part : " + fr + " parmi " + this.fr,
        applicant -> Measure.ratio(subset.countOf(applicant), countOf(applicant)));
  }

  /** Declares statistics of a measure. */
  RecordSet<R> stats(
      String name, String en, String fr, Measure<R> measure, Statistic... statistics) {
    for (Statistic statistic : statistics) {
      define(
          name + "_" + statistic,
          statistic.en(en) + " over " + this.en,
          statistic.fr(fr) + " (" + this.fr + ")",
          applicant -> statisticOf(applicant, measure, statistic));
    }
    return this;
  }

  /** Declares a feature computed from the statistic of two measures: first ÷ second. */
  RecordSet<R> quotient(
      String name, String en, String fr, Measure<R> dividend, Measure<R> divisor, Statistic of) {
    return define(
        name,
        en + " over " + this.en,
        fr + " (" + this.fr + ")",
        applicant ->
            Measure.ratio(
                statisticOf(applicant, dividend, of), statisticOf(applicant, divisor, of)));
  }

  /** Everything declared on this set and on the sets that it was made from. */
  List<FeatureDefinition> definitions() {
    return List.copyOf(definitions);
  }

  private RecordSet<R> define(
      String name, String en, String fr, ToDoubleFunction<Applicant> value) {
    definitions.add(
        new FeatureDefinition(
            prefix + "_" + name,
            source,
            en,
            fr,
            Sensitivity.NONE,
            new FeatureValue.Numeric(value)));
    return this;
  }

  private double countOf(Applicant applicant) {
    int count = 0;
    for (R record : records.apply(applicant)) {
      if (member.test(record, applicant.dates())) {
        count++;
      }
    }
    return count;
  }

  private double statisticOf(Applicant applicant, Measure<R> measure, Statistic statistic) {
    int size = 0;
    double sum = 0;
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (R record : records.apply(applicant)) {
      if (!member.test(record, applicant.dates())) {
        continue;
      }
      double value = measure.of(record, applicant.dates());
      if (!Double.isNaN(value)) {
        size++;
        sum += value;
        min = Math.min(min, value);
        max = Math.max(max, value);
      }
    }
    return statistic.of(size, sum, min, max);
  }
}
