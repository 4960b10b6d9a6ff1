package dev.tieout.audit;

import java.time.LocalDate;

/**
 * What is on hold for an affiliate until a day.
 *
 * @param until on this day it is released
 * @param amount the net of the entries payable then
 */
public record Hold(LocalDate until, Total amount) {

}
