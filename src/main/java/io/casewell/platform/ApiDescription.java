package io.casewell.platform;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** What the API's description says of all of it: tokens, and problems as RFC 9457 writes them. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {
  static {
    // found out by ourselves, not sent by the program
    SpringDocUtils.getConfig()
        .addRequestWrapperToIgnore(
            Caller.class,
            Caller.FirmMember.class,
            Caller.Professional.class,
            Caller.SalesRep.class,
            Caller.Operations.class,
            SignedIn.class,
            Form.class);
  }

  /**
   * What describes the API is made when somebody reads the description: it would hold up every
   * start by some 800 classes, a second reader of JSON among them.
   */
  @Bean
  static BeanFactoryPostProcessor describedWhenAsked() {
    return beans -> {
      for (var name : beans.getBeanDefinitionNames()) {
        var definition = beans.getBeanDefinition(name);
        var maker = String.valueOf(definition.getFactoryBeanName());
        if (name.startsWith("org.springdoc.") || maker.startsWith("org.springdoc.")) {
          definition.setLazyInit(true);
        }
      }
    };
  }

  @Bean
  @Lazy
  OpenAPI description() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Casewell API")
                .version("v1")
                .description(
                    "Needs and matches for programs. Make a token under API tokens and send it as"
                        + " a bearer token; what it may do is what its scopes say. What is not"
                        + " yours answers 404."))
        .servers(List.of(new Server().url("/").description("This installation")))
        .addSecurityItem(new SecurityRequirement().addList("token"))
        .components(components());
  }

  private static Components components() {
    return new Components()
        .addSecuritySchemes(
            "token",
            new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description("A personal access token, e.g. cw_…"))
        .addSchemas("Problem", problem())
        .addResponses("BadRequest", answer("The body is not JSON"))
        .addResponses("NotFound", answer("It does not exist or is not yours"))
        .addResponses("Conflict", answer("It moved on: the state does not allow this"))
        .addResponses("Invalid", answer("Some fields are wrong; errors names each"));
  }

  private static Schema<?> problem() {
    return new ObjectSchema()
        .description("Problem details (RFC 9457)")
        .addProperty("type", new StringSchema().example("about:blank"))
        .addProperty("title", new StringSchema().example("Unprocessable Content"))
        .addProperty("status", new IntegerSchema().example(422))
        .addProperty("detail", new StringSchema().description("A sentence a person understands"))
        .addProperty("instance", new StringSchema().example("/api/v1/needs"))
        .addProperty(
            "errors",
            new ArraySchema()
                .items(
                    new ObjectSchema()
                        .addProperty("field", new StringSchema().example("mustSkills[0].minLevel"))
                        .addProperty(
                            "message",
                            new StringSchema()
                                .example("The lowest level must be a whole number from 1 to 5."))));
  }

  private static ApiResponse answer(String words) {
    return new ApiResponse()
        .description(words)
        .content(
            new Content()
                .addMediaType(
                    "application/problem+json",
                    new MediaType().schema(new Schema<>().$ref("#/components/schemas/Problem"))));
  }
}
