package io.creditstream.drift.http;

import io.creditstream.schemas.DriftStatus;
import io.creditstream.schemas.JointDrift;
import java.util.List;

/** Says what the joint distance means: it moves with each of its features, too. */
final class JointWords {

  private static final int NAMED = 5;

  private JointWords() {}

  static String of(JointDrift joint) {
    boolean moved =
        joint.getStatus() == DriftStatus.WARNING || joint.getStatus() == DriftStatus.ALERT;
    List<String> drifting = joint.getDrifting();
    if (!moved) {
      return "";
    }
    if (drifting.isEmpty()) {
      return "None of its features drifts by itself: they no longer go together as in training.";
    }
    return "It moves since features of it drift by themselves ("
        + String.join(", ", drifting.subList(0, Math.min(NAMED, drifting.size())))
        + (drifting.size() > NAMED ? " and " + (drifting.size() - NAMED) + " more" : "")
        + "): whether they still go together shows once these are mended.";
  }
}
