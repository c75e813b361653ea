package io.casewell.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call a controller's method. A method without it answers nobody. Whoever comes in another
 * hat meets 404; whoever wears the right hat without the role meets 403.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Access {
  /** The hats that may. */
  Who[] value();

  /** Of a firm's people, only these roles (an owner holds all); empty: every member. */
  FirmRole[] firm() default {};

  /** Of operations, only these roles; empty: all. */
  OperationsRole[] operations() default {};

  /** The scope an API token needs; empty: tokens may not. */
  String scope() default "";

  /** The hats, and two wider circles. */
  enum Who {
    ANYBODY,
    SIGNED_IN,
    FIRM,
    STAFF,
    SALES,
    OPERATIONS
  }
}
