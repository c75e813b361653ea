package io.casewell.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** The two ways of asking: as fast as answers come, or as people do. */
final class Load {
  private Load() {}

  /** Answers a second over so many connections that each ask again at once. */
  static double throughput(int port, String path, String cookie, int connections, int seconds)
      throws Exception {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    var counts = all(connections, () -> countUntil(end, new Client(port, path, cookie)));
    return counts.stream().mapToLong(Long::longValue).sum() / (double) seconds;
  }

  private static long countUntil(long end, Client client) throws IOException {
    try (client) {
      long count = 0;
      while (System.nanoTime() < end) {
        expectOk(client.ask());
        count++;
      }
      return count;
    }
  }

  /**
   * Milliseconds of each answer to so many viewers who ask once a second, each at its own moment.
   */
  static double[] viewers(int port, String path, String cookie, int viewers, int seconds)
      throws Exception {
    long begin = System.nanoTime();
    var tasks = new ArrayList<Callable<double[]>>();
    for (int i = 0; i < viewers; i++) {
      long first = begin + i * 1_000_000_000L / viewers;
      tasks.add(() -> view(new Client(port, path, cookie), first, seconds));
    }
    return all(tasks).stream().flatMapToDouble(Arrays::stream).sorted().toArray();
  }

  private static double[] view(Client client, long first, int times)
      throws IOException, InterruptedException {
    try (client) {
      var took = new double[times];
      for (int i = 0; i < times; i++) {
        long due = first + i * 1_000_000_000L;
        long wait = due - System.nanoTime();
        if (wait > 0) {
          java.util.concurrent.TimeUnit.NANOSECONDS.sleep(wait);
        }
        // from when it was due: an answer that holds up the next one is not hidden
        expectOk(client.ask());
        took[i] = (System.nanoTime() - due) / 1e6;
      }
      return took;
    }
  }

  static double percentile(double[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1L, Math.round(share * sorted.length))];
  }

  private static void expectOk(int status) {
    if (status != 200) {
      throw new IllegalStateException("answered " + status);
    }
  }

  private static <T> List<T> all(int times, Callable<T> task) throws Exception {
    return all(java.util.Collections.nCopies(times, task));
  }

  private static <T> List<T> all(List<? extends Callable<T>> tasks)
      throws InterruptedException, ExecutionException {
    try (var threads = Executors.newFixedThreadPool(tasks.size())) {
      var results = new ArrayList<T>();
      for (var future : threads.invokeAll(tasks)) {
        results.add(future.get());
      }
      return results;
    }
  }
}
