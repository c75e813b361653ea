package io.casewell.platform;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What is done with the installation's key ({@code casewell.encryption-key}, 32 bytes in Base64):
 * AES-256-GCM for secrets at rest (NIST SP 800-38D) and HMAC-SHA-256 keyed per purpose, so that a
 * value made for one purpose proves nothing for another.
 */
@Component
public class Secrets {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int NONCE = 12;
  private static final byte KEY_ID = 1;

  private final byte[] key;

  Secrets(@Value("${casewell.encryption-key}") String base64) {
    this.key = Base64.getDecoder().decode(base64);
    if (key.length != 32) {
      throw new IllegalArgumentException("casewell.encryption-key must be 32 bytes in Base64");
    }
  }

  /** 256 random bits in 43 characters that may stand in a URL or cookie. */
  public static String token() {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** SHA-256 of the text; what is kept of a token. */
  public static byte[] hash(String text) {
    return hash(text.getBytes(StandardCharsets.UTF_8));
  }

  /** SHA-256 of the bytes. */
  public static byte[] hash(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** HMAC-SHA-256 of the text under a key of its own for this purpose. */
  public byte[] mac(String purpose, String text) {
    return mac(keyFor(purpose), text.getBytes(StandardCharsets.UTF_8));
  }

  /** The key of its own for this purpose: HMAC-SHA-256(installation key, purpose). */
  public byte[] keyFor(String purpose) {
    return mac(key, purpose.getBytes(StandardCharsets.UTF_8));
  }

  /** Seals the bytes; they open only with the same context, e.g. the row's id. */
  public byte[] seal(byte[] plain, String context) {
    var nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, context, plain, 0, plain.length);
    return ByteBuffer.allocate(1 + NONCE + sealed.length)
        .put(KEY_ID)
        .put(nonce)
        .put(sealed)
        .array();
  }

  /** Opens what {@link #seal} made; refuses what was changed or moved to another context. */
  public byte[] open(byte[] sealed, String context) {
    if (sealed.length < 1 + NONCE || sealed[0] != KEY_ID) {
      throw new IllegalArgumentException("not sealed with a known key");
    }
    var nonce = new byte[NONCE];
    System.arraycopy(sealed, 1, nonce, 0, NONCE);
    int from = 1 + NONCE;
    return cipher(Cipher.DECRYPT_MODE, nonce, context, sealed, from, sealed.length - from);
  }

  private byte[] cipher(int mode, byte[] nonce, String context, byte[] data, int from, int length) {
    try {
      var cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
      cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
      return cipher.doFinal(data, from, length);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("sealed bytes do not open", e);
    }
  }

  private static byte[] mac(byte[] key, byte[] data) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(data);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
