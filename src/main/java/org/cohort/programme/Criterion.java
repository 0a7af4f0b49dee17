package org.cohort.programme;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * One criterion of the rubric, with the points of its scale in words, from 1 upwards.
 *
 * @param weight how much it counts beside the others; 1 if not given
 * @param points what earns 1, 2, 3 … points, so that two reviewers mean the same by the same number
 */
public record Criterion(String key, Wording label, @Nullable Wording help, @Nullable Double weight,
		List<Wording> points) {

	public Criterion {
		Check.key(key, "The criterion");
		label = Check.text(label, "The label of criterion " + key);
		weight = weight == null ? 1.0 : Check.between(weight, 0.01, 100, "The weight of criterion " + key);
		points = points == null ? List.of() : List.copyOf(points);
		Check.between(points.size(), 2, 10, "The number of points of criterion " + key);
		points.forEach(point -> Check.text(point, "A point of criterion " + key));
	}

	Criterion spoken(String main) {
		return new Criterion(key, label.spoken(main), Wording.spoken(help, main), weight,
				points.stream().map(point -> point.spoken(main)).toList());
	}

	/** The highest number of points. */
	public int highest() {
		return points.size();
	}
}
