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

  /**
   * Whether the person must have proved within the last minutes that it is they: for what a thief
   * of a session would do first. A token never has.
   */
  boolean fresh() default false;

  /** Whether it opens for somebody who has yet to agree to terms that have changed. */
  boolean beforeAgreeing() default false;

  /** What of it one of operations may who looks at this person's pages. */
  Watch.Rule watched() default Watch.Rule.READS;

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
