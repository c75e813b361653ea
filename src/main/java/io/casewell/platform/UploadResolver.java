package io.casewell.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.HandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Gives a controller a form with its file, and a form without one as such. */
final class UploadResolver implements HandlerMethodArgumentResolver {
  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Upload.class;
  }

  @Override
  public Mono<Object> resolveArgument(
      MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
    return isMultipart(exchange)
        ? exchange.getMultipartData().map(UploadResolver::upload)
        : exchange.getFormData().map(fields -> new Upload(Form.of(fields), null));
  }

  static boolean isMultipart(ServerWebExchange exchange) {
    return MediaType.MULTIPART_FORM_DATA.isCompatibleWith(
        exchange.getRequest().getHeaders().getContentType());
  }

  private static Upload upload(MultiValueMap<String, Part> parts) {
    var fields = new LinkedMultiValueMap<String, String>();
    @Nullable FilePart file = null;
    for (var named : parts.values()) {
      for (var part : named) {
        if (part instanceof FormFieldPart field) {
          fields.add(field.name(), field.value());
        } else if (part instanceof FilePart one && file == null && !one.filename().isEmpty()) {
          file = one;
        }
      }
    }
    return new Upload(Form.of(fields), file);
  }
}
