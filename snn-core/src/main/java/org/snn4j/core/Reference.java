package org.snn4j.core;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The publication or the code that a component follows, down to the equation. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Reference {
    /** Title of the publication, or name of the code base. */
    String title();

    /** DOI, arXiv number or address; empty when there is none. */
    String link() default "";

    /** Equation, section or file that is implemented. */
    String equation() default "";

    /** True when the source leaves something open that was chosen here: never to be presented as the source's method. */
    boolean reconstruction() default false;
}
