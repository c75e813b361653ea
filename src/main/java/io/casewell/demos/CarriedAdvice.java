package io.casewell.demos;

import io.casewell.advisor.Advisor;
import io.casewell.advisor.Verdict;
import io.casewell.platform.Cookies;
import io.casewell.platform.Form;
import io.casewell.platform.Refusal;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Carries what somebody asked the advisor to the demo they book: the question travels, in a cookie
 * of the booking pages, and is answered anew when it arrives. Whatever else arrives is no question
 * and is left out; it never stands in the way of booking.
 */
@Component
class CarriedAdvice {
  private static final int TEXT_MOST = 1500;
  private static final int VALUE_MOST = 3000;
  private static final Pattern HOURS =
      Pattern.compile("(T\\d{2}:\\d{1,2}([.]\\d{1,2})?)(,T\\d{2}:\\d{1,2}([.]\\d{1,2})?){0,13}");

  private final Advisor advisor;
  private final Cookies cookies;

  CarriedAdvice(Advisor advisor, Cookies cookies) {
    this.advisor = advisor;
    this.cookies = cookies;
  }

  /** Takes the question along from the advisor's page, where the address brings one. */
  void take(Form query, ServerWebExchange exchange) {
    if (query.has("hours") || query.has("text")) {
      var asked = query.text("hours") + "\n" + cut(query.text("text"));
      if (answered(asked).isPresent()) {
        cookies.carry(exchange, packed(asked));
      }
    }
  }

  /** What the advisor says to the question that came along. */
  Optional<LeadAdvice> read(ServerWebExchange exchange) {
    var carried = cookies.carried(exchange);
    if (carried.isEmpty() || carried.length() > VALUE_MOST) {
      return Optional.empty();
    }
    try {
      var bytes = Base64.getUrlDecoder().decode(carried);
      return answered(new String(bytes, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  /** It has arrived. */
  void drop(ServerWebExchange exchange) {
    if (!cookies.carried(exchange).isEmpty()) {
      cookies.carry(exchange, "");
    }
  }

  private static String packed(String asked) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(asked.getBytes(StandardCharsets.UTF_8));
  }

  private Optional<LeadAdvice> answered(String asked) {
    int line = asked.indexOf('\n');
    var typed = line < 0 ? "" : asked.substring(0, line);
    var text = plain(line < 0 ? "" : asked.substring(line + 1));
    if (!typed.isEmpty() && !HOURS.matcher(typed).matches() || typed.isEmpty() && text.isEmpty()) {
      return Optional.empty();
    }
    try {
      var advice = advisor.advise(hours(typed), text);
      return advice.verdict() == Verdict.NOT_ENOUGH_INFORMATION
          ? Optional.empty()
          : Optional.of(LeadAdvice.of(advice, text));
    } catch (Refusal.Invalid _) {
      return Optional.empty();
    }
  }

  private static Map<String, BigDecimal> hours(String typed) {
    var hours = new LinkedHashMap<String, BigDecimal>();
    for (var one : typed.split(",")) {
      if (!one.isEmpty()) {
        hours.put(one.substring(0, 3), new BigDecimal(one.substring(4)));
      }
    }
    return hours;
  }

  private static String plain(String text) {
    return cut(text.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029\\uFFFD]+", " ").strip());
  }

  private static String cut(String text) {
    return text.length() > TEXT_MOST ? text.substring(0, TEXT_MOST) : text;
  }
}
