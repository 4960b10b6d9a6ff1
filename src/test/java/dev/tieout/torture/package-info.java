/**
 * What must not be able to harm a ledger, tried at random: briefly with every build, for
 * as long as is asked with {@code ./mvnw -Ptorture verify}.
 */
@org.jspecify.annotations.NullMarked
package dev.tieout.torture;
