package io.casewell.advisor;

import io.casewell.catalogue.Catalogue;
import io.casewell.catalogue.Role;
import io.casewell.platform.Access;
import io.casewell.platform.Access.Who;
import io.casewell.platform.Form;
import io.casewell.platform.Limits;
import io.casewell.platform.Problems;
import io.casewell.platform.Refusal;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The role advisor's page: asked as a plain form, or answered live beside it. */
@Controller
class AdvisorController {
  private static final int NUMBER_MAX = 12;
  private static final int A_MINUTE = 600;

  private final Advisor advisor;
  private final DirectoryRates rates;
  private final Catalogue catalogue;
  private final Limits limits;

  AdvisorController(Advisor advisor, DirectoryRates rates, Catalogue catalogue, Limits limits) {
    this.advisor = advisor;
    this.rates = rates;
    this.catalogue = catalogue;
    this.limits = limits;
  }

  @GetMapping("/advisor")
  @Access(Who.ANYBODY)
  Rendering ask() {
    return page(Answer.NOTHING_ASKED, HttpStatus.OK);
  }

  @PostMapping("/advisor")
  @Access(Who.ANYBODY)
  Mono<Rendering> answer(Form form, ServerWebExchange exchange) {
    limits.count("advice", exchange, A_MINUTE);
    boolean live = exchange.getRequest().getHeaders().containsHeader("HX-Request");
    return answered(form).map(answer -> live ? fragment(answer) : page(answer, status(answer)));
  }

  private Mono<Answer> answered(Form form) {
    var typed = new LinkedHashMap<String, String>();
    catalogue.tasks().forEach(task -> typed.put(task.id(), form.text("hours." + task.id())));
    var text = form.text("text");
    var problems = new Problems();
    var hours = numbers(typed, problems);
    try {
      var advice = advisor.advise(hours, text, problems);
      return rates
          .ranges()
          .map(ranges -> new Answer(typed, text, advice, cost(advice, ranges), Map.of()));
    } catch (Refusal.Invalid refusal) {
      return Mono.just(new Answer(typed, text, null, null, refusal.problems().byField()));
    }
  }

  private static @Nullable WeeklyCost cost(Advice advice, Map<Role, RateRange> ranges) {
    return WeeklyCost.of(advice, ranges).orElse(null);
  }

  private static Map<String, BigDecimal> numbers(Map<String, String> typed, Problems problems) {
    var hours = new LinkedHashMap<String, BigDecimal>();
    typed.forEach((task, text) -> {
      if (!text.isEmpty()) {
        var number = number(text);
        if (number == null) {
          problems.add("hours." + task, "Give a number of hours, such as 7.5.");
        } else {
          hours.put(task, number);
        }
      }
    });
    return hours;
  }

  private static @Nullable BigDecimal number(String text) {
    boolean plain = text.chars().allMatch(c -> c >= '0' && c <= '9' || c == '.' || c == '-');
    if (!plain || text.length() > NUMBER_MAX) {
      return null;
    }
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException _) {
      return null;
    }
  }

  private static HttpStatus status(Answer answer) {
    return answer.problems().isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
  }

  private Rendering page(Answer answer, HttpStatus status) {
    return Rendering.view("advisor/show")
        .modelAttribute("answer", answer)
        .modelAttribute("tasks", catalogue.tasks())
        .status(status)
        .build();
  }

  /** While somebody is still typing, an unfinished question is no failure. */
  private static Rendering fragment(Answer answer) {
    return Rendering.view("advisor/answer").modelAttribute("answer", answer).build();
  }
}
