package io.creditstream.scorer.http;

import io.creditstream.scorer.query.Instances;
import io.creditstream.scorer.query.StateUnavailableException;
import io.creditstream.service.http.ProblemException;
import io.javalin.http.Context;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Lets the instance answer that holds what a request asks for. A request is handed on once: the
 * instance that it reaches answers it, or says that it cannot.
 */
final class Relay {

  private static final int NOT_FOUND = 404;
  private static final int SERVER_ERROR = 500;
  private static final int UNAVAILABLE = 503;

  private final Instances instances;
  private final Peers peers;

  Relay(Instances instances, Peers peers) {
    this.instances = instances;
    this.peers = peers;
  }

  /**
   * Answers a request about a client.
   *
   * @param here answers it from the stores of this process
   */
  void forClient(Context context, String clientId, Runnable here) {
    Instances.Holder holder = instances.of(clientId);
    if (holder instanceof Instances.Holder.Here) {
      here.run();
      return;
    }
    if (holder instanceof Instances.Holder.There there && !Peers.isRelayed(context)) {
      Peers.answer(
          context,
          peers
              .ask(there.uri(), context, Duration.ZERO)
              .orElseThrow(() -> tryAgain("The instance that holds the client cannot be reached")));
      return;
    }
    throw tryAgain("The instance that holds the client cannot be told now");
  }

  /** What has become of a request about a client that an instance may answer without the holder. */
  enum Answer {
    /** The instance that holds the client has answered it. */
    GIVEN,
    /** It is up to this instance, which holds the client. */
    UP_TO_THE_HOLDER,
    /** It is up to this instance, which does not hold the client. */
    UP_TO_A_STRANGER
  }

  /**
   * Has another instance answer a request about a client if it holds the client.
   *
   * @param more how long that may take beyond the usual time
   */
  Answer elsewhere(Context context, String clientId, Duration more) {
    Instances.Holder holder = instances.of(clientId);
    if (holder instanceof Instances.Holder.Here) {
      return Answer.UP_TO_THE_HOLDER;
    }
    if (!(holder instanceof Instances.Holder.There there) || Peers.isRelayed(context)) {
      return Answer.UP_TO_A_STRANGER;
    }
    Optional<HttpResponse<byte[]>> response =
        peers.ask(there.uri(), context, more).filter(answer -> answer.statusCode() != UNAVAILABLE);
    response.ifPresent(answer -> Peers.answer(context, answer));
    return response.isPresent() ? Answer.GIVEN : Answer.UP_TO_A_STRANGER;
  }

  /**
   * Answers a request about something of which only the instance that holds it knows where it is:
   * this instance is asked first, then all others.
   *
   * @param here answers it if this process holds it, and says whether it does
   * @param nothing what to say if nobody holds it
   */
  void anywhere(Context context, BooleanSupplier here, String nothing) {
    boolean unsure = false;
    try {
      if (here.getAsBoolean()) {
        return;
      }
    } catch (StateUnavailableException e) {
      unsure = true;
    }
    if (!Peers.isRelayed(context)) {
      for (URI other : instances.others()) {
        int status = ask(other, context);
        if (isAnswer(status)) {
          return;
        }
        unsure |= status != NOT_FOUND;
      }
    }
    if (unsure) {
      throw tryAgain("Not every instance can be asked now");
    }
    throw new ProblemException(NOT_FOUND, nothing);
  }

  private int ask(URI other, Context context) {
    Optional<HttpResponse<byte[]>> response = peers.ask(other, context, Duration.ZERO);
    response
        .filter(answer -> isAnswer(answer.statusCode()))
        .ifPresent(answer -> Peers.answer(context, answer));
    return response.map(HttpResponse::statusCode).orElse(UNAVAILABLE);
  }

  /** Whether an instance has settled a request, for better or worse. */
  private static boolean isAnswer(int status) {
    return status < SERVER_ERROR && status != NOT_FOUND;
  }

  private static ProblemException tryAgain(String why) {
    return new ProblemException(UNAVAILABLE, why + ": try again");
  }
}
