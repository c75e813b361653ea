package io.casewell.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Holds back who asks too often at the doors that need no sign-in, by the address the connection
 * comes from; a forwarded address counts only where the server was told to trust its proxy.
 */
@Component
public class Limits {
  private final Cache<String, Bucket> buckets =
      Caffeine.newBuilder().maximumSize(100_000).expireAfterAccess(Duration.ofMinutes(10)).build();

  /**
   * Counts one request at this door, of a person where somebody is signed in, whatever the address;
   * refuses with 429 above so many a minute.
   */
  public void count(String door, Caller caller, ServerWebExchange exchange, long aMinute) {
    switch (caller) {
      case Caller.Visitor _ -> count(door, exchange, aMinute);
      case Caller.FirmMember(_, var account, _) -> count(door + " " + account, aMinute);
      case Caller.Professional(_, var account) -> count(door + " " + account, aMinute);
      case Caller.SalesRep(var account, _) -> count(door + " " + account, aMinute);
      case Caller.Operations(var account, _) -> count(door + " " + account, aMinute);
    }
  }

  /** Counts one request at this door; refuses with 429 above so many a minute. */
  public void count(String door, ServerWebExchange exchange, long aMinute) {
    var remote = exchange.getRequest().getRemoteAddress();
    var host = remote == null ? "unknown" : remote.getHostString();
    count(door + " " + host, aMinute);
  }

  /** Counts one more of this, whoever asks; refuses with 429 above so many a minute. */
  public void count(String what, long aMinute) {
    var bucket = buckets.get(what, _ -> bucket(aMinute));
    var probe = bucket.tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw new Refusal.TooMany(1 + Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds());
    }
  }

  private static Bucket bucket(long aMinute) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(aMinute).refillGreedy(aMinute, Duration.ofMinutes(1)))
        .build();
  }
}
