package io.creditstream.drift.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.creditstream.drift.measurement.FeatureMeasure;
import io.creditstream.drift.table.SpilledTable;
import io.creditstream.schemas.DriftStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableComparisonTest {

  private static final int ROWS = 3_000;

  @TempDir Path directory;

  @Test
  void shouldAlertOnTheColumnsThatDifferAndOnNoOthers() throws IOException {
    Path reference = table("a", 1, r -> "%s,%s,x".formatted(r.nextGaussian(), level(r, 4)));
    Path current = table("b", 2, r -> "%s,%s,x".formatted(r.nextGaussian() + 1, level(r, 4)));

    TableComparison found = compare(reference, current);

    assertThat(found.verdict()).isEqualTo(DriftStatus.ALERT);
    assertThat(verdict(found, "c0")).isEqualTo(DriftStatus.ALERT);
    assertThat(verdict(found, "c1")).isEqualTo(DriftStatus.STABLE);
    assertThat(verdict(found, "c2")).isEqualTo(DriftStatus.STABLE);
    assertThat(found.worstFirst().get(0).name()).isEqualTo("c0");
    assertThat(column(found, "c1").kind()).isEqualTo(ColumnKind.CATEGORY);
  }

  @Test
  void shouldHoldTheExactKolmogorovDistanceInItsBracket() throws IOException {
    long seed = 5;
    Path reference = table("a", seed, r -> Double.toString(Math.exp(r.nextGaussian())));
    Path current = table("b", seed + 1, r -> Double.toString(Math.exp(1.1 * r.nextGaussian())));
    double exact =
        KolmogorovSmirnovTest.withDefaults().statistic(numbers(reference), numbers(current));

    FeatureMeasure.Kolmogorov bracket =
        column(compare(reference, current), "c0").measure().kolmogorov().orElseThrow();

    assertThat(exact).isBetween(bracket.low(), bracket.high());
    assertThat(bracket.low()).isCloseTo(exact, within(0.0015));
  }

  @Test
  void shouldSeeValuesThatGoMissingAndLevelsThatAreNew() throws IOException {
    Path reference = table("a", 1, r -> r.nextInt(100) + "," + level(r, 3));
    Path current =
        table("b", 2, r -> (r.nextInt(5) == 0 ? "" : r.nextInt(100)) + "," + level(r, 4));

    TableComparison found = compare(reference, current);

    assertThat(column(found, "c0").measure().missing().rate()).isBetween(0.15, 0.25);
    assertThat(verdict(found, "c0")).isEqualTo(DriftStatus.ALERT);
    assertThat(column(found, "c1").measure().unseen().rate()).isBetween(0.2, 0.3);
    assertThat(verdict(found, "c1")).isEqualTo(DriftStatus.ALERT);
  }

  @Test
  void shouldDefineEveryNumberForAwkwardColumns() throws IOException {
    Path reference = table("a", 1, r -> "7,,%s,%d".formatted(mixed(r), r.nextInt(10_000)) + ",t");
    Path current =
        table("b", 2, r -> "7,,%s,level %d".formatted(mixed(r), r.nextInt(10_000)) + ",t");

    TableComparison found = compare(reference, current);

    for (ComparedColumn column : found.columns()) {
      assertThat(column.measure().psi()).as(column.name()).isFinite().isNotNegative();
      assertThat(column.measure().jensenShannon()).as(column.name()).isBetween(0.0, 1.0);
      assertThat(Arrays.stream(column.shape().reference()).sum()).isEqualTo(ROWS);
      assertThat(Arrays.stream(column.shape().current()).sum()).isEqualTo(ROWS);
    }
    assertThat(verdict(found, "c0")).as("constant").isEqualTo(DriftStatus.STABLE);
    assertThat(verdict(found, "c1")).as("all missing").isEqualTo(DriftStatus.STABLE);
    assertThat(column(found, "c2").kind()).as("mixed").isEqualTo(ColumnKind.CATEGORY);
    assertThat(column(found, "c3").measure().unseen().rate()).as("text for number").isEqualTo(1);
  }

  @Test
  void shouldGiveNoVerdictOnASingleRow() throws IOException {
    Path reference = table("a", 1, r -> Integer.toString(r.nextInt(9)));
    Path current = Files.writeString(directory.resolve("one.csv"), "c0\n5\n");

    TableComparison found = compare(reference, current);

    assertThat(found.verdict()).isEqualTo(DriftStatus.INSUFFICIENT);
    assertThat(found.columns().get(0).measure().psi()).isFinite();
  }

  @Test
  void shouldNameColumnsOfOneTableAloneAndSkipTheClientId() throws IOException {
    Path reference =
        Files.writeString(directory.resolve("r.csv"), "SK_ID_CURR,TARGET,a,b\n1,0,2,3\n");
    Path current = Files.writeString(directory.resolve("c.csv"), "b,SK_ID_CURR,new\n3,1,4\n");

    TableComparison found = compare(reference, current);

    assertThat(found.columns()).extracting(ComparedColumn::name).containsExactly("b");
    assertThat(found.onlyInReference()).containsExactly("TARGET", "a");
    assertThat(found.onlyInCurrent()).containsExactly("new");
  }

  @Test
  void shouldRefuseAColumnThatIsNotThereAndTablesWithNothingInCommon() throws IOException {
    Path reference = Files.writeString(directory.resolve("r.csv"), "a\n1\n");
    Path current = Files.writeString(directory.resolve("c.csv"), "b\n1\n");

    assertThatThrownBy(() -> compare(reference, current))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no column in common");
    assertThatThrownBy(() -> compare(reference, reference, Set.of("z")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("z");
  }

  private static String level(Random random, int levels) {
    return "level " + random.nextInt(levels);
  }

  private static String mixed(Random random) {
    return random.nextBoolean() ? "12" : "twelve";
  }

  private TableComparison compare(Path reference, Path current) {
    return compare(reference, current, Set.of());
  }

  private static TableComparison compare(Path reference, Path current, Set<String> chosen) {
    try (SpilledTable before = SpilledTable.read(reference);
        SpilledTable after = SpilledTable.read(current)) {
      return TableComparison.of(before, after, chosen, (done, total) -> {});
    }
  }

  private static ComparedColumn column(TableComparison comparison, String name) {
    return comparison.columns().stream()
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static DriftStatus verdict(TableComparison comparison, String name) {
    return column(comparison, name).verdict().verdict();
  }

  private Path table(String name, long seed, Function<Random, String> row) throws IOException {
    Random random = new Random(seed);
    String rows =
        IntStream.range(0, ROWS).mapToObj(i -> row.apply(random)).collect(Collectors.joining("\n"));
    int columns = rows.lines().findFirst().orElseThrow().split(",", -1).length;
    String header =
        IntStream.range(0, columns).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
    return Files.writeString(directory.resolve(name + ".csv"), header + "\n" + rows + "\n");
  }

  private static double[] numbers(Path file) throws IOException {
    return Files.readAllLines(file).stream().skip(1).mapToDouble(Double::parseDouble).toArray();
  }
}
