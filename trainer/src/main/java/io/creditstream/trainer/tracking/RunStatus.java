package io.creditstream.trainer.tracking;

/** How a run stands; MLflow's names and numbers. */
public enum RunStatus {
  RUNNING(1),
  FINISHED(3),
  FAILED(4),
  KILLED(5);

  private final int number;

  RunStatus(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }

  static RunStatus of(int number) {
    for (RunStatus status : values()) {
      if (status.number == number) {
        return status;
      }
    }
    throw new IllegalArgumentException("no status of a run has the number " + number);
  }
}
