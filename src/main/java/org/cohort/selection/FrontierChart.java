package org.cohort.selection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

import org.cohort.selection.Proposal.Point;

/**
 * The merit–diversity frontier drawn as dots: diversity to the right, mean score upwards. Numbers are in the drawing's
 * own units; the page turns them into SVG and puts the figures into a table.
 *
 * @param dots in the order of the frontier, the most diverse first
 * @param line through those of which none has less of both than another
 */
record FrontierChart(List<Dot> dots, String leastDiverse, String mostDiverse, String weakest, String strongest,
		String line) {

	static final int LEFT = 46;

	static final int RIGHT = 456;

	static final int TOP = 16;

	static final int BOTTOM = 176;

	FrontierChart {
		dots = List.copyOf(dots);
	}

	/**
	 * @param index in the frontier
	 * @param current whether these are the members of the shortlist as it is now
	 * @param others how many of its members are not on the shortlist as it is now
	 */
	record Dot(int index, double x, double y, Point point, boolean current, int others) {
	}

	/** Nothing to draw when there are fewer than two cohorts or nobody has a score. */
	static FrontierChart of(List<Point> frontier, List<UUID> members) {
		List<Point> points = frontier.stream().filter(point -> point.figures().meanScore() != null).toList();
		if (points.size() < 2) {
			return new FrontierChart(List.of(), "", "", "", "", "");
		}
		double[] diversity = points.stream().mapToDouble(point -> point.figures().diversity()).toArray();
		double[] score = points.stream().mapToDouble(point -> score(point)).toArray();
		double left = Arrays.stream(diversity).min().orElseThrow();
		double right = Arrays.stream(diversity).max().orElseThrow();
		double bottom = Arrays.stream(score).min().orElseThrow();
		double top = Arrays.stream(score).max().orElseThrow();
		List<Dot> dots = new ArrayList<>();
		StringBuilder line = new StringBuilder();
		for (int i = 0; i < points.size(); i++) {
			Point point = points.get(i);
			double x = place(diversity[i], left, right, LEFT + 14, RIGHT - 14);
			double y = place(score[i], bottom, top, BOTTOM - 14, TOP + 14);
			int others = (int) point.members().stream().filter(member -> !members.contains(member)).count();
			boolean current = Set.copyOf(point.members()).equals(Set.copyOf(members));
			dots.add(new Dot(frontier.indexOf(point), x, y, point, current, others));
			if (!dominated(i, diversity, score)) {
				line.append(line.isEmpty() ? "" : " ").append(x).append(',').append(y);
			}
		}
		return new FrontierChart(dots, percent(left), percent(right), number(bottom), number(top), line.toString());
	}

	/** The programme's own tolerance is always a dot, though another may have more of both: the line passes it by. */
	private static boolean dominated(int point, double[] diversity, double[] score) {
		return IntStream.range(0, score.length).anyMatch(other -> diversity[other] >= diversity[point]
				&& score[other] >= score[point] && (diversity[other] > diversity[point] || score[other] > score[point]));
	}

	private static double score(Point point) {
		Double mean = point.figures().meanScore();
		return mean == null ? 0 : mean;
	}

	private static double place(double value, double low, double high, double from, double to) {
		double share = high - low < 1e-12 ? 0.5 : (value - low) / (high - low);
		return Math.round(10 * (from + share * (to - from))) / 10.0;
	}

	private static String percent(double share) {
		return String.format(Locale.ROOT, "%.1f %%", share * 100);
	}

	private static String number(double value) {
		return String.format(Locale.ROOT, "%.1f", value);
	}
}
