package dev.tieout.torture;

import java.util.Map;
import java.util.Set;

/**
 * What a world comes to, in words that any calculator can say.
 *
 * @param decisions by store, slash and order id
 * @param outcomes numbers of requests with their outcomes
 * @param connections their parties, beginnings, ends, and what ended them
 */
record Answers(Map<String, SecondDecision> decisions, Set<String> outcomes, Set<String> connections) {

}
