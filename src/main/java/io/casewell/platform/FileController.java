package io.casewell.platform;

import io.casewell.platform.Access.Who;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ZeroCopyHttpOutputMessage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Serves uploaded files to whoever may see them: always as a download, never kept, and sandboxed
 * should a browser show it after all.
 */
@Controller
class FileController {
  private static final int PIECE = 64 * 1024;

  private final StoredFiles files;
  private final PdfPages pdfPages;
  private final Tenancy tx;

  FileController(StoredFiles files, PdfPages pdfPages, Tenancy tx) {
    this.files = files;
    this.pdfPages = pdfPages;
    this.tx = tx;
  }

  @GetMapping("/files/{id}")
  @Access(
      value = {Who.STAFF, Who.OPERATIONS},
      operations = OperationsRole.ADMIN)
  Mono<Void> send(@PathVariable String id, ServerWebExchange exchange) {
    return files
        .find(Ids.parse(id))
        .as(tx::transactional)
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .flatMap(found -> send(found, exchange));
  }

  /** A page of a PDF as a picture, for whoever vets it. */
  @GetMapping("/files/{id}/pages/{page}")
  @Access(value = Who.OPERATIONS, operations = OperationsRole.ADMIN)
  Mono<Void> page(@PathVariable String id, @PathVariable String page, ServerWebExchange exchange) {
    return files
        .find(Ids.parse(id))
        .as(tx::transactional)
        .filter(found -> found.file().kind() == FileKind.PDF && page.matches("[1-9]\\d?"))
        .switchIfEmpty(Mono.error(Refusal.notFound()))
        .flatMap(found -> pdfPages.draw(found.path(), Integer.parseInt(page)))
        .flatMap(picture -> send(picture, exchange));
  }

  private static Mono<Void> send(byte[] picture, ServerWebExchange exchange) {
    var response = exchange.getResponse();
    response.setStatusCode(HttpStatus.OK);
    response.getHeaders().setContentType(MediaType.IMAGE_PNG);
    response.getHeaders().setContentLength(picture.length);
    response.getHeaders().setCacheControl("no-store");
    SafetyHeaders.sandbox(exchange);
    return response.writeWith(Mono.just(response.bufferFactory().wrap(picture)));
  }

  private static Mono<Void> send(StoredFiles.Located found, ServerWebExchange exchange) {
    var response = exchange.getResponse();
    response.setStatusCode(HttpStatus.OK);
    var headers = response.getHeaders();
    headers.setContentType(MediaType.parseMediaType(found.file().kind().type()));
    headers.setContentLength(found.file().bytes());
    headers.set(HttpHeaders.CONTENT_DISPOSITION, FileName.attachment(found.file().name()));
    headers.setCacheControl("no-store");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    SafetyHeaders.sandbox(exchange);
    return response instanceof ZeroCopyHttpOutputMessage direct
        ? direct.writeWith(found.path(), 0, found.file().bytes())
        : response.writeWith(DataBufferUtils.read(found.path(), response.bufferFactory(), PIECE));
  }
}
