package io.creditstream.benchmarks.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameTest {

  @TempDir Path directory;

  @Test
  void shouldAggregateEveryColumnByItsKey() throws IOException {
    Path csv = directory.resolve("t.csv");
    Files.writeString(csv, "SK_ID_CURR,A,S\n1,2,x\n1,4,\n1,,x\n2,7,y\n");

    Frame frame = Frame.read(csv).aggregate("SK_ID_CURR", new double[] {2, 1, 9}, "T_");

    assertThat(frame.column("T_A_MEAN")).containsExactly(7, 3, Double.NaN);
    assertThat(frame.column("T_A_MIN")).containsExactly(7, 2, Double.NaN);
    assertThat(frame.column("T_A_SUM")).containsExactly(7, 6, Double.NaN);
    assertThat(frame.column("T_A_VAR")).containsExactly(Double.NaN, 2, Double.NaN);
    assertThat(frame.column("T_S_x_MEAN")).containsExactly(0, 2.0 / 3, Double.NaN);
    assertThat(frame.column("T_S_nan_MEAN")).containsExactly(0, 1.0 / 3, Double.NaN);
    assertThat(frame.column("T_COUNT")).containsExactly(1, 3, Double.NaN);
    assertThat(frame.has("T_SK_ID_CURR_MEAN")).isFalse();
  }

  @Test
  void shouldTakeSentinelsForMissingAndKeepTheRowsOfALevel() throws IOException {
    Path csv = directory.resolve("t.csv");
    Files.writeString(csv, "DAYS_A,S\n365243,on\n-5,off\n-7,on\n");

    Frame frame = Frame.read(csv).missing(365_243, "DAYS_");

    assertThat(frame.column("DAYS_A")).containsExactly(Double.NaN, -5, -7);
    assertThat(frame.where("S_on", on -> on == 1).column("DAYS_A")).containsExactly(Double.NaN, -7);
  }
}
