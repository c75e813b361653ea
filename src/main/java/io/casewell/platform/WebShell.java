package io.casewell.platform;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/** How requests are read: callers and forms as arguments, bodies up to a megabyte. */
@Configuration(proxyBeanMethods = false)
class WebShell implements WebFluxConfigurer {
  private static final int MEGABYTE = 1024 * 1024;

  @Override
  public void configureArgumentResolvers(ArgumentResolverConfigurer resolvers) {
    resolvers.addCustomResolver(new CallerResolver(), new FormResolver(), new UploadResolver());
  }

  @Override
  public void configureHttpMessageCodecs(ServerCodecConfigurer codecs) {
    codecs.defaultCodecs().maxInMemorySize(MEGABYTE);
  }

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  /** Serves the assets, compressed, to be kept for ever: their names change with their content. */
  @RestController
  static class AssetController {
    private final Assets assets;

    AssetController(Assets assets) {
      this.assets = assets;
    }

    @GetMapping("/assets/{file}")
    @Access(Access.Who.ANYBODY)
    ResponseEntity<byte[]> asset(@PathVariable String file) {
      var asset = assets.file(file);
      if (asset == null) {
        throw Refusal.notFound();
      }
      return ResponseEntity.ok()
          .contentType(MediaType.parseMediaType(asset.type()))
          .header("Content-Encoding", "gzip")
          .header("Vary", "Accept-Encoding")
          .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
          .body(asset.gzip());
    }
  }
}
