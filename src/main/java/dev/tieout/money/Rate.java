package dev.tieout.money;

/**
 * A commission rate: a percentage of the base or a flat amount per order (rules.md 7).
 */
public sealed interface Rate permits Percentage, FlatRate {

}
