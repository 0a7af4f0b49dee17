package org.cohort.review;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase.Status;
import org.cohort.solver.SolverNatives;

/**
 * Deals reviews out as a flow of least cost: from applications, over the pairs that are allowed, to reviewers. As many
 * reviews as possible find a reviewer; among all ways to do that the loads are the most even (each further review of
 * one reviewer costs more than the one before, so that the sum of the squared loads is least); among those the fewest
 * reviews change hands. A pair that a coordinator wants is dealt first, if it is allowed and the reviewer has room.
 * Source: Ahuja, Magnanti and Orlin, Network Flows, 1993, chapters 9 and 14 (convex costs as parallel arcs).
 */
final class FairShare {

	private FairShare() {
	}

	/**
	 * An application that needs reviewers.
	 *
	 * @param reviews how many more
	 * @param bars who must not get it, and why
	 * @param wanted who gets it by a coordinator's word
	 * @param holders who has it now and has not begun
	 */
	record Demand(UUID applicationId, int reviews, Map<String, Bar> bars, Set<String> wanted, Set<String> holders) {
	}

	/**
	 * A reviewer.
	 *
	 * @param load reviews that stay with them in any case
	 * @param room how many more they take
	 */
	record Supply(String reviewer, int load, int room) {

		Supply {
			if (load < 0 || room < 0) {
				throw new IllegalArgumentException("Load and room count reviews, so neither is negative");
			}
		}
	}

	/** How many reviews of an application found nobody, and how many reviewers were out of question for which reason. */
	record Shortfall(int reviews, Map<Bar, Integer> why) {
	}

	/** Who gets what; an application that got nobody has an empty list. */
	record Dealt(Map<UUID, List<String>> given, Map<UUID, Shortfall> missing) {
	}

	/** The same question has the same answer. */
	static Dealt deal(List<Demand> demands, List<Supply> supplies) {
		Map<UUID, List<String>> given = new LinkedHashMap<>();
		demands.forEach(demand -> given.put(demand.applicationId(), new ArrayList<>()));
		Map<String, Integer> taken = new HashMap<>();
		for (Demand demand : demands) {
			for (Supply supply : supplies) {
				if (demand.wanted().contains(supply.reviewer()) && !demand.bars().containsKey(supply.reviewer())
						&& given.get(demand.applicationId()).size() < demand.reviews()
						&& taken.getOrDefault(supply.reviewer(), 0) < supply.room()) {
					given.get(demand.applicationId()).add(supply.reviewer());
					taken.merge(supply.reviewer(), 1, Integer::sum);
				}
			}
		}
		flow(demands, supplies, given, taken);
		return new Dealt(given, missing(demands, supplies, given));
	}

	private static void flow(List<Demand> demands, List<Supply> supplies, Map<UUID, List<String>> given,
			Map<String, Integer> taken) {
		SolverNatives.load();
		MinCostFlow flow = new MinCostFlow();
		int sink = demands.size() + supplies.size();
		int open = demands.stream().mapToInt(demand -> demand.reviews() - given.get(demand.applicationId()).size()).sum();
		if (open == 0) {
			return;
		}
		// One step of load outweighs everything that changing hands could cost.
		long step = open + 1L;
		record Pair(int arc, int demand, int supply) {
		}
		List<Pair> pairs = new ArrayList<>();
		int[] reach = new int[supplies.size()];
		for (int d = 0; d < demands.size(); d++) {
			Demand demand = demands.get(d);
			List<String> already = given.get(demand.applicationId());
			flow.setNodeSupply(d, demand.reviews() - already.size());
			for (int s = 0; s < supplies.size(); s++) {
				String reviewer = supplies.get(s).reviewer();
				if (!demand.bars().containsKey(reviewer) && !already.contains(reviewer)) {
					long cost = demand.holders().contains(reviewer) ? 0 : 1;
					pairs.add(new Pair(flow.addArcWithCapacityAndUnitCost(d, demands.size() + s, 1, cost), d, s));
					reach[s]++;
				}
			}
		}
		for (int s = 0; s < supplies.size(); s++) {
			Supply supply = supplies.get(s);
			int before = taken.getOrDefault(supply.reviewer(), 0);
			for (int more = 0; more < Math.min(supply.room() - before, reach[s]); more++) {
				// From the square of n to that of n + 1 it is 2n + 1.
				long cost = (2L * (supply.load() + before + more) + 1) * step;
				flow.addArcWithCapacityAndUnitCost(demands.size() + s, sink, 1, cost);
			}
		}
		flow.setNodeSupply(sink, -open);
		Status status = flow.solveMaxFlowWithMinCost();
		if (status != Status.OPTIMAL) {
			throw new IllegalStateException("The assignment could not be computed: the solver says " + status);
		}
		pairs.stream().filter(pair -> flow.getFlow(pair.arc()) > 0).forEach(pair ->
				given.get(demands.get(pair.demand()).applicationId()).add(supplies.get(pair.supply()).reviewer()));
	}

	private static Map<UUID, Shortfall> missing(List<Demand> demands, List<Supply> supplies,
			Map<UUID, List<String>> given) {
		Map<UUID, Shortfall> missing = new LinkedHashMap<>();
		for (Demand demand : demands) {
			List<String> got = given.get(demand.applicationId());
			if (got.size() < demand.reviews()) {
				Map<Bar, Integer> why = new EnumMap<>(Bar.class);
				supplies.stream().map(Supply::reviewer).filter(reviewer -> !got.contains(reviewer)).forEach(reviewer ->
						why.merge(demand.bars().getOrDefault(reviewer, Bar.FULL), 1, Integer::sum));
				missing.put(demand.applicationId(), new Shortfall(demand.reviews() - got.size(), why));
			}
		}
		return missing;
	}
}
