package io.creditstream.standalone.cli;

import io.creditstream.schemas.topic.Topics;
import io.creditstream.standalone.recorded.LetterReplay;
import io.creditstream.standalone.recorded.SetAside;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "replay",
    description = {
      "Sends dead letters to the topic that they came from, once what was wrong is mended.",
      "Each is sent at most once, unless --again is given."
    },
    mixinStandardHelpOptions = true)
final class DlqReplayCommand implements Callable<Integer> {

  private static final Pattern PLACE = Pattern.compile("[0-9]{1,9}:[0-9]{1,18}");

  @Mixin private RecordedData data = new RecordedData();

  @Option(
      names = "--topic",
      required = true,
      paramLabel = "TOPIC",
      description = "The topic that the letters came from, as in credit.applications.v1.")
  private String topic = "";

  @Option(
      names = "--offset",
      paramLabel = "PARTITION:OFFSET",
      description = "The letter that lies here, as dlq list shows it; repeatable.")
  private List<String> offsets = new ArrayList<>();

  @Option(
      names = "--reason",
      paramLabel = "REASON",
      description = "All letters that were set aside for this reason.")
  private Optional<String> reason = Optional.empty();

  @Option(names = "--again", description = "Also those that were sent before.")
  private boolean again;

  @Override
  public Integer call() throws Exception {
    if (offsets.isEmpty() == reason.isEmpty()) {
      throw new UsageException("give either --offset or --reason", null);
    }
    if (!offsets.stream().allMatch(place -> PLACE.matcher(place).matches())) {
      throw new UsageException("--offset is PARTITION:OFFSET, as in 0:17", null);
    }
    if (topic.equals(Topics.DECISIONS.name()) || topic.equals(Topics.CHALLENGER_DECISIONS.name())) {
      throw new UsageException(
          "decisions are not sent again: their readers would count a second one", null);
    }
    LetterReplay.Done done =
        data.open(connection -> new LetterReplay(connection.client(), topic).send(wanted(), again));
    System.out.printf(
        "%d dead letters of %s sent again, %d had been sent before%n",
        done.sent(), topic, done.sentBefore());
    if (done.leftOut() > 0) {
      System.out.printf(
          "not sent: %d, too large for a dead letter; their records lie where dlq list says%n",
          done.leftOut());
    }
    if (done.sent() + done.sentBefore() + done.leftOut() == 0) {
      throw new IllegalStateException("no such dead letter: see ./creditstream dlq list");
    }
    return 0;
  }

  private Predicate<SetAside> wanted() {
    Set<String> places = new HashSet<>(offsets);
    return letter ->
        reason
            .map(letter.reason()::equals)
            .orElseGet(
                () ->
                    places.contains(letter.record().partition() + ":" + letter.record().offset()));
  }
}
