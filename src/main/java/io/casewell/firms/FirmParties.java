package io.casewell.firms;

import io.casewell.platform.FirmId;
import io.casewell.platform.PartyNames;
import io.casewell.platform.Secrets;
import java.nio.ByteBuffer;
import java.util.Collection;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The names a firm keeps for conflict checks, to the firm itself alone. */
@Component
public class FirmParties {
  /** How many are shown. */
  static final int SHOWN = 300;

  private final DatabaseClient db;
  private final PartyNames partyNames;

  FirmParties(DatabaseClient db, Secrets secrets) {
    this.db = db;
    this.partyNames = new PartyNames(secrets.keyFor("party"));
  }

  /** The latest of them. */
  Flux<PartyName> latest(FirmId firm) {
    return db.sql(
            """
            select side, name from firm_party where firm = :firm
            order by added_at desc, lower(name) limit :limit
            """)
        .bind("firm", firm.value())
        .bind("limit", SHOWN)
        .mapProperties(PartyName.class)
        .all();
  }

  /** How many there are on a side. */
  Mono<Integer> count(FirmId firm, String side) {
    return db.sql("select count(*)::int from firm_party where firm = :firm and side = :side")
        .bind("firm", firm.value())
        .bind("side", side)
        .mapValue(Integer.class)
        .one();
  }

  /** Adds these; one that is there already, however it was written, is not added again. */
  Mono<Long> add(FirmId firm, Collection<PartyName> names) {
    var all = java.util.List.copyOf(names);
    var sides = new String[all.size()];
    var hashes = new byte[all.size()][];
    var grams = new byte[all.size()][];
    var written = new String[all.size()];
    for (int i = 0; i < all.size(); i++) {
      var one = all.get(i);
      sides[i] = one.side();
      hashes[i] = partyNames.hash(one.name()).bytes();
      grams[i] = bytes(partyNames.trigramHashes(one.name()));
      written[i] = one.name();
    }
    return db.sql(
            """
            insert into firm_party (firm, side, name_hash, grams, name)
            select :firm, r.side, decode(r.hash, 'hex'), decode(r.grams, 'hex'), r.name
            from unnest(:sides, :hashes, :grams, :names) as r(side, hash, grams, name)
            on conflict do nothing
            """)
        .bind("firm", firm.value())
        .bind("sides", sides)
        .bind("hashes", hex(hashes))
        .bind("grams", hex(grams))
        .bind("names", written)
        .fetch()
        .rowsUpdated();
  }

  private static String[] hex(byte[][] all) {
    var hex = new String[all.length];
    for (int i = 0; i < all.length; i++) {
      hex[i] = java.util.HexFormat.of().formatHex(all[i]);
    }
    return hex;
  }

  private static byte[] bytes(long[] hashes) {
    var buffer = ByteBuffer.allocate(hashes.length * Long.BYTES);
    for (long hash : hashes) {
      buffer.putLong(hash);
    }
    return buffer.array();
  }

  /** Takes one out, however it is written; false when there is no such one. */
  Mono<Boolean> remove(FirmId firm, PartyName one) {
    return db.sql(
            "delete from firm_party where firm = :firm and side = :side and name_hash = :hash")
        .bind("firm", firm.value())
        .bind("side", one.side())
        .bind("hash", partyNames.hash(one.name()).bytes())
        .fetch()
        .rowsUpdated()
        .map(rows -> rows == 1);
  }
}
