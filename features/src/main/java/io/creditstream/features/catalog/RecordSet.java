package io.creditstream.features.catalog;

import io.creditstream.features.dataset.KaggleTable;
import io.creditstream.features.history.HistoryDates;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Declares features of a set of history records: counts, shares and statistics. A subset of the
 * records is a record set of its own.
 */
final class RecordSet<R> {

  private final String prefix;
  private final String source;
  private final Set<KaggleTable> tables;
  private final String en;
  private final String fr;
  private final RecordTable<R> table;
  private final int set;
  private final List<FeatureDefinition> definitions;

  private RecordSet(
      String prefix,
      String source,
      Set<KaggleTable> tables,
      String en,
      String fr,
      RecordTable<R> table,
      int set,
      List<FeatureDefinition> definitions) {
    this.prefix = prefix;
    this.source = source;
    this.tables = tables;
    this.en = en;
    this.fr = fr;
    this.table = table;
    this.set = set;
    this.definitions = definitions;
  }

  /**
   * All records of a source; the words name them, in the plural.
   *
   * @param table whose rows are the records
   * @param date when a record is of, in days or months
   */
  static <R> RecordSet<R> all(
      String prefix,
      KaggleTable table,
      String en,
      String fr,
      Function<Applicant, List<R>> records,
      Measure<R> date) {
    return new RecordSet<>(
        prefix,
        table.topic(),
        Set.of(table),
        en,
        fr,
        new RecordTable<>(records, date),
        RecordTable.ALL,
        new ArrayList<>());
  }

  /** The records of this set that fulfil a condition. */
  RecordSet<R> where(String suffix, String en, String fr, BiPredicate<R, HistoryDates> condition) {
    return part(suffix, en, fr, table.where(set, condition));
  }

  /** The records of this set of which a measure, maybe NaN, fulfils a condition. */
  RecordSet<R> where(
      String suffix, String en, String fr, Measure<R> measure, DoublePredicate condition) {
    return part(suffix, en, fr, table.where(set, measure, condition));
  }

  /** The same records, for features that need another table as well. */
  RecordSet<R> with(KaggleTable further) {
    Set<KaggleTable> both =
        Stream.concat(tables.stream(), Stream.of(further)).collect(Collectors.toSet());
    return new RecordSet<>(prefix, source, both, en, fr, table, set, definitions);
  }

  /** The latest records of the source, of whichever set. */
  RecordSet<R> latest(int size, String suffix, String en, String fr) {
    return part(suffix, en, fr, table.latest(size));
  }

  /** Declares the number of records. */
  RecordSet<R> count() {
    return define("COUNT", "number of " + en, "nombre : " + fr, this::countOf);
  }

  /** Declares the share of records that fulfil a condition; NaN where there is no record. */
  RecordSet<R> share(String name, String en, String fr, BiPredicate<R, HistoryDates> condition) {
    return share(name, where(name, en, fr, condition));
  }

  /** Declares the share of records of which a measure, maybe NaN, fulfils a condition. */
  RecordSet<R> share(
      String name, String en, String fr, Measure<R> measure, DoublePredicate condition) {
    return share(name, where(name, en, fr, measure, condition));
  }

  /** Declares statistics of a measure. */
  RecordSet<R> stats(
      String name, String en, String fr, Measure<R> measure, Statistic... statistics) {
    for (Statistic statistic : statistics) {
      define(
          name + "_" + statistic,
          statistic.en(en) + " over " + this.en,
          statistic.fr(fr) + " (" + this.fr + ")",
          statistic(measure, statistic));
    }
    return this;
  }

  /** Declares a feature computed from the statistic of two measures: first ÷ second. */
  RecordSet<R> quotient(
      String name, String en, String fr, Measure<R> dividend, Measure<R> divisor, Statistic of) {
    ToDoubleFunction<Applicant> upper = statistic(dividend, of);
    ToDoubleFunction<Applicant> lower = statistic(divisor, of);
    return define(
        name,
        en + " over " + this.en,
        fr + " (" + this.fr + ")",
        applicant -> Measure.ratio(upper.applyAsDouble(applicant), lower.applyAsDouble(applicant)));
  }

  /** Declares how the average of a measure over this set differs from that over a wider one. */
  RecordSet<R> trend(String name, String en, String fr, Measure<R> measure, RecordSet<R> wider) {
    ToDoubleFunction<Applicant> here = statistic(measure, Statistic.MEAN);
    ToDoubleFunction<Applicant> there = wider.statistic(measure, Statistic.MEAN);
    return define(
        name + "_TREND",
        en + ": average over " + this.en + " minus that over " + wider.en,
        fr + " : moyenne (" + this.fr + ") moins moyenne (" + wider.fr + ")",
        applicant -> here.applyAsDouble(applicant) - there.applyAsDouble(applicant));
  }

  /** A statistic of a measure over this set, for features that need more than one source. */
  ToDoubleFunction<Applicant> statistic(Measure<R> measure, Statistic statistic) {
    int cell = table.cell(set, measure);
    return applicant -> applicant.tally(table).of(cell, statistic);
  }

  /** Everything declared on this set and on the sets that it was made from. */
  List<FeatureDefinition> definitions() {
    return List.copyOf(definitions);
  }

  private RecordSet<R> share(String name, RecordSet<R> subset) {
    return define(
        name + "_SHARE",
        "share of " + subset.en + " among " + this.en,
        "part : " + subset.fr + " parmi " + this.fr,
        applicant -> Measure.ratio(subset.countOf(applicant), countOf(applicant)));
  }

  private RecordSet<R> part(String suffix, String en, String fr, int part) {
    return new RecordSet<>(prefix + "_" + suffix, source, tables, en, fr, table, part, definitions);
  }

  private RecordSet<R> define(
      String name, String en, String fr, ToDoubleFunction<Applicant> value) {
    definitions.add(
        new FeatureDefinition(
            prefix + "_" + name,
            source,
            tables,
            en,
            fr,
            Sensitivity.NONE,
            new FeatureValue.Numeric(value)));
    return this;
  }

  private double countOf(Applicant applicant) {
    return applicant.tally(table).countOf(set);
  }
}
