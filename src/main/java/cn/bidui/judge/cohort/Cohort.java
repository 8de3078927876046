package cn.bidui.judge.cohort;

import cn.bidui.judge.score.Place;

/**
 * The children of one place who enter school in one autumn (入学批次), those born from September to
 * August.
 *
 * @param entry the calendar year of that autumn
 * @param children how many of them tonight's lists have
 * @param onRoll how many of them a roll of the county has
 * @param before how many the lists of the publication before had; -1 where none is known
 */
public record Cohort(Place place, int entry, int children, int onRoll, int before) {}
