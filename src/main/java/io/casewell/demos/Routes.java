package io.casewell.demos;

import io.r2dbc.postgresql.codec.Json;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The questions that lead to a demo. */
@Component
class Routes {
  private static final TypeReference<List<Route.Answer>> ANSWERS = new TypeReference<>() {};

  private final DatabaseClient db;
  private final JsonMapper json;

  Routes(DatabaseClient db, JsonMapper json) {
    this.db = db;
    this.json = json;
  }

  private record Row(UUID id, int place, String question, String answers, long version) {}

  /** All of them, in their order. */
  Flux<Route> all() {
    return db.sql(
            """
            select id, place, question, answers::text as answers, version from demo_route
            order by place, id
            """)
        .mapProperties(Row.class)
        .all()
        .map(row ->
            new Route(
                row.id(),
                row.place(),
                row.question(),
                json.readValue(row.answers(), ANSWERS),
                row.version()));
  }

  Mono<Void> put(Route route) {
    return db.sql(
            """
            insert into demo_route (id, place, question, answers)
            values (:id, :place, :question, :answers)
            on conflict (id) do update set place = excluded.place, question = excluded.question,
              answers = excluded.answers, version = demo_route.version + 1
            """)
        .bind("id", route.id())
        .bind("place", route.place())
        .bind("question", route.question())
        .bind("answers", Json.of(json.writeValueAsBytes(route.answers())))
        .then();
  }

  Mono<Void> remove(UUID id) {
    return db.sql("delete from demo_route where id = :id").bind("id", id).then();
  }

  /** Where this answer leads, e.g. {@code 019…:2}; null when it leads nowhere that is open. */
  static @Nullable String led(List<Route> routes, String answer, List<DemoType> open) {
    int colon = answer.indexOf(':');
    if (colon < 0 || !answer.substring(colon + 1).matches("[0-9]{1,2}")) {
      return null;
    }
    int place = Integer.parseInt(answer.substring(colon + 1));
    return routes.stream()
        .filter(route -> route.id().toString().equals(answer.substring(0, colon)))
        .filter(route -> place < route.answers().size())
        .map(route -> route.answers().get(place))
        .filter(to -> open.stream().anyMatch(type -> type.slug().equals(to.slug())))
        .map(to -> "/demo/" + to.slug() + (to.rep().isEmpty() ? "" : "?with=" + to.rep()))
        .findFirst()
        .orElse(null);
  }
}
