package io.casewell.calendar;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.InetNameResolver;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientResponse;

/**
 * Fetches a calendar from an address somebody typed. The address a connection goes to is judged at
 * the moment of connecting, whatever a name resolved to before; nothing leads on from there.
 */
@Component
class FetchCalendar {
  /** The longest address that is kept. */
  static final int MOST_ADDRESS = 2_000;

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final String UNREACHABLE =
      "We could not reach a calendar at that address. Please check it, or try again later.";

  private final Lookup lookup;
  private final boolean loopback;
  private final HttpClient client;

  @Autowired
  FetchCalendar(@Value("${casewell.feeds.loopback:false}") boolean loopback) {
    this(InetAddress::getAllByName, loopback);
  }

  FetchCalendar(Lookup lookup, boolean loopback) {
    this.lookup = lookup;
    this.loopback = loopback;
    this.client =
        HttpClient.newConnection()
            .resolver(new OpenResolver())
            .followRedirect(false)
            .keepAlive(false)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 3_000)
            .responseTimeout(PATIENCE)
            .httpResponseDecoder(limits -> limits.maxHeaderSize(16_384))
            .doOnChannelInit((_, channel, _) -> channel.pipeline().addFirst(new Doorkeeper()));
  }

  /** Looks up a host's addresses. */
  interface Lookup {
    /** All of them. */
    InetAddress[] of(String host) throws UnknownHostException;
  }

  /** What came of fetching. */
  sealed interface Fetched {}

  /** The file, and the tag to ask with the next time, or empty. */
  record File(byte[] bytes, String tag) implements Fetched {}

  /** It is the one we have. */
  record Unchanged() implements Fetched {}

  /** Nothing came, and why, in a sentence. */
  record Failed(String sentence) implements Fetched {}

  /**
   * Reads an address as somebody pasted it: https or http (webcal is https) on its usual port,
   * without a name and password; empty otherwise.
   */
  Optional<URI> address(String typed) {
    var text = typed.strip();
    if (text.regionMatches(true, 0, "webcal://", 0, 9)) {
      text = "https://" + text.substring(9);
    } else if (text.regionMatches(true, 0, "webcals://", 0, 10)) {
      text = "https://" + text.substring(10);
    }
    if (text.length() > MOST_ADDRESS) {
      return Optional.empty();
    }
    try {
      var uri = new URI(text);
      var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      int usual = scheme.equals("https") ? 443 : scheme.equals("http") ? 80 : -1;
      boolean port = uri.getPort() == -1 || uri.getPort() == usual || loopback;
      return usual < 0 || !port || uri.getHost() == null || uri.getRawUserInfo() != null
          ? Optional.empty()
          : Optional.of(uri);
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  /**
   * Fetches it.
   *
   * @param tag the one that came with the file we have, or empty
   */
  Mono<Fetched> fetch(URI address, String tag) {
    return client
        .headers(headers -> {
          headers.set("User-Agent", "Casewell-Calendar/1");
          headers.set("Accept", "text/calendar, text/plain;q=0.5");
          // nothing is unpacked: a small file could grow without end
          headers.set("Accept-Encoding", "identity");
          if (!tag.isEmpty()) {
            headers.set("If-None-Match", tag);
          }
        })
        .get()
        .uri(address)
        .response(FetchCalendar::read)
        .next()
        .timeout(PATIENCE)
        .onErrorResume(FetchCalendar::failed);
  }

  private static Mono<Fetched> read(HttpClientResponse response, ByteBufFlux body) {
    int status = response.status().code();
    if (status == 304) {
      return Mono.just(new Unchanged());
    }
    if (status != 200) {
      return Mono.just(new Failed(words(status)));
    }
    if (!response.responseHeaders().get("Content-Encoding", "identity").equals("identity")) {
      return Mono.just(new Failed("That address sends its calendar packed, though not asked to."));
    }
    var tag = response.responseHeaders().get("ETag", "");
    return body.asByteArray()
        .reduceWith(ByteArrayOutputStream::new, FetchCalendar::grown)
        .map(all -> new File(all.toByteArray(), tag.length() > 200 ? "" : tag));
  }

  private static ByteArrayOutputStream grown(ByteArrayOutputStream all, byte[] more) {
    if (all.size() + more.length > IcsParts.MOST_BYTES) {
      throw new IcsRefused("That calendar is larger than 1 MB.");
    }
    all.write(more, 0, more.length);
    return all;
  }

  private static String words(int status) {
    if (status >= 300 && status < 400) {
      return "That address leads on to another one, which we do not follow. Please give the address"
          + " it leads to.";
    }
    return switch (status) {
      case 401, 403 -> "That calendar may not be read by its address alone. Share it by a link.";
      case 404, 410 -> "There is no calendar at that address any more.";
      default -> "The server of that calendar answered with an error.";
    };
  }

  private static Mono<Fetched> failed(Throwable trouble) {
    for (Throwable cause = trouble; cause != null; cause = cause.getCause()) {
      if (cause instanceof IcsRefused refused) {
        return Mono.just(new Failed(refused.sentence()));
      }
    }
    // one sentence for every other reason: it tells nothing of what stands at an address
    return trouble instanceof Exception ? Mono.just(new Failed(UNREACHABLE)) : Mono.error(trouble);
  }

  private boolean mayConnect(InetAddress address) {
    return OpenAddresses.open(address) || (loopback && address.isLoopbackAddress());
  }

  /** Looks at where a connection really goes. */
  private final class Doorkeeper extends ChannelOutboundHandlerAdapter {
    @Override
    public void connect(
        ChannelHandlerContext context,
        SocketAddress remote,
        SocketAddress local,
        ChannelPromise promise) {
      if (remote instanceof InetSocketAddress inet
          && inet.getAddress() != null
          && mayConnect(inet.getAddress())) {
        context.connect(remote, local, promise);
      } else {
        promise.setFailure(new ConnectException("not an address of the open internet"));
      }
    }
  }

  /** Gives a host's addresses when every one of them is open, and nothing otherwise. */
  private final class OpenResolver extends AddressResolverGroup<InetSocketAddress> {
    @Override
    protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
      return new InetNameResolver(executor) {
        @Override
        protected void doResolve(String host, Promise<InetAddress> promise) {
          look(host, found -> promise.trySuccess(found.getFirst()), promise::tryFailure);
        }

        @Override
        protected void doResolveAll(String host, Promise<List<InetAddress>> promise) {
          look(host, promise::trySuccess, promise::tryFailure);
        }
      }.asAddressResolver();
    }

    private void look(
        String host,
        java.util.function.Consumer<List<InetAddress>> found,
        java.util.function.Consumer<Throwable> not) {
      Thread.ofVirtual()
          .start(() -> {
            try {
              var all = List.of(lookup.of(host));
              if (all.isEmpty() || !all.stream().allMatch(FetchCalendar.this::mayConnect)) {
                throw new UnknownHostException("no address of the open internet");
              }
              found.accept(all);
            } catch (IOException | RuntimeException trouble) {
              not.accept(trouble);
            }
          });
    }
  }
}
