package org.cohort.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.cohort.application.Standings;
import org.cohort.review.Review.Judgement;
import org.cohort.review.Strictness.Rated;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes the tables {@code review} and {@code review_score}. */
@Repository
class ReviewStore {

	private static final TypeReference<Map<String, Integer>> POINTS = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	private final JsonMapper json;

	private final Standings standings;

	ReviewStore(JdbcClient jdbc, JsonMapper json, Standings standings) {
		this.jdbc = jdbc;
		this.json = json;
		this.standings = standings;
	}

	/** Lets one assignment of a round at a time count the open reviews; held until the transaction ends. */
	void lockRound(UUID roundId) {
		jdbc.sql("select pg_advisory_xact_lock(hashtextextended('review:' || :round, 0))")
			.param("round", roundId.toString())
			.query((row, number) -> true)
			.single();
	}

	void insert(Review review) {
		jdbc.sql("""
				insert into review (id, application_id, round_id, slot, reviewer, state, assigned_at, remind_at, due_at)
				values (:id, :application, :round, :slot, :reviewer, 'assigned', :assigned, :remind, :due)
				""")
			.param("id", review.id())
			.param("application", review.applicationId())
			.param("round", review.roundId())
			.param("slot", review.slot())
			.param("reviewer", review.reviewer())
			.param("assigned", timestamp(review.assignedAt()))
			.param("remind", timestamp(review.remindAt()))
			.param("due", timestamp(review.dueAt()))
			.update();
		tell(review.applicationId());
	}

	Optional<Review> byId(UUID id) {
		return jdbc.sql("select * from review where id = :id").param("id", id).query(this::review).optional();
	}

	/** The review that counts in this slot: open, scored or skipped. */
	Optional<Review> counting(UUID applicationId, int slot) {
		return jdbc.sql("""
				select * from review
				where application_id = :application and slot = :slot and state in ('assigned', 'scored', 'skipped')
				""").param("application", applicationId).param("slot", slot).query(this::review).optional();
	}

	List<Review> ofReviewer(String reviewer) {
		return jdbc.sql("select * from review where reviewer = :reviewer order by due_at, id")
			.param("reviewer", reviewer)
			.query(this::review)
			.list();
	}

	List<Review> ofApplication(UUID applicationId) {
		return jdbc.sql("select * from review where application_id = :application order by slot, assigned_at, id")
			.param("application", applicationId)
			.query(this::review)
			.list();
	}

	/** Everybody who ever had this application, whatever became of it. */
	Set<String> everAsked(UUID applicationId) {
		return Set.copyOf(jdbc.sql("select reviewer from review where application_id = :application")
			.param("application", applicationId)
			.query(String.class)
			.list());
	}

	Map<String, Integer> openByReviewer(UUID roundId) {
		Map<String, Integer> open = new HashMap<>();
		jdbc.sql("select reviewer, count(*) from review where round_id = :round and state = 'assigned' group by reviewer")
			.param("round", roundId)
			.query(row -> {
				open.put(row.getString(1), row.getInt(2));
			});
		return open;
	}

	/** Reviews that count against a reviewer's cap: open and scored ones. */
	Map<String, Integer> loadByReviewer(UUID roundId) {
		Map<String, Integer> load = new HashMap<>();
		jdbc.sql("""
				select reviewer, count(*) from review where round_id = :round and state in ('assigned', 'scored')
				group by reviewer
				""").param("round", roundId).query(row -> {
					load.put(row.getString(1), row.getInt(2));
				});
		return load;
	}

	/** Everything that waits for a reviewer, the first due first. */
	List<Review> open() {
		return jdbc.sql("select * from review where state = 'assigned' order by due_at, id").query(this::review).list();
	}

	/** How far the reviews of a round are; the late ones are open too. */
	record Progress(int open, int late, int scored) {
	}

	Progress progress(UUID roundId, Instant now) {
		return jdbc.sql("""
				select count(*) filter (where state = 'assigned'),
					count(*) filter (where state = 'assigned' and due_at < :now), count(*) filter (where state = 'scored')
				from review where round_id = :round
				""")
			.param("round", roundId)
			.param("now", timestamp(now))
			.query((row, number) -> new Progress(row.getInt(1), row.getInt(2), row.getInt(3)))
			.single();
	}

	List<Review> ofRound(UUID roundId) {
		return jdbc.sql("select * from review where round_id = :round order by application_id, slot, assigned_at, id")
			.param("round", roundId)
			.query(this::review)
			.list();
	}

	/** @return whether the review was still open */
	boolean keepDraft(UUID id, Judgement judgement, Instant now) {
		return judged(id, judgement, "assigned", null, now);
	}

	/** @return whether the review was still open */
	boolean score(UUID id, Judgement judgement, double value, Instant now) {
		return told(id, judged(id, judgement, "scored", value, now));
	}

	private boolean judged(UUID id, Judgement judgement, String state, @Nullable Double value, Instant now) {
		return jdbc.sql("""
				update review set state = :state, points = cast(:points as jsonb), confidence = :confidence,
					comment_to_committee = :committee, comment_to_applicant = :applicant, value = :value, saved_at = :now,
					settled_at = case when :state = 'assigned' then null else cast(:now as timestamptz) end
				where id = :id and state = 'assigned'
				""")
			.param("id", id)
			.param("state", state)
			.param("points", json.writeValueAsString(judgement.points()))
			.param("confidence", judgement.confidence())
			.param("committee", judgement.toCommittee())
			.param("applicant", judgement.toApplicant())
			.param("value", value)
			.param("now", timestamp(now))
			.update() == 1;
	}

	/** Ends an open review without a score. @return whether it was still open */
	boolean settle(UUID id, ReviewState state, String reason, Instant now) {
		boolean open = jdbc.sql("""
				update review set state = :state, conflict_reason = :reason, settled_at = :now, value = null
				where id = :id and state = 'assigned'
				""")
			.param("id", id)
			.param("state", state.name().toLowerCase(Locale.ROOT))
			.param("reason", reason)
			.param("now", timestamp(now))
			.update() == 1;
		return told(id, open);
	}

	/** Releases a review that nobody has begun. @return whether it was so */
	boolean takeBack(UUID id, Instant now) {
		return jdbc.sql("""
				update review set state = 'released', settled_at = :now
				where id = :id and state = 'assigned' and saved_at is null
				""").param("id", id).param("now", timestamp(now)).update() == 1;
	}

	/** What the reviewer gave as the conflict of interest; empty when there was none. */
	String conflict(UUID id) {
		return jdbc.sql("select conflict_reason from review where id = :id").param("id", id).query(String.class).single();
	}

	/** @return whether the review was still open */
	boolean extend(UUID id, Instant remindAt, Instant dueAt) {
		boolean open = jdbc.sql("update review set remind_at = :remind, due_at = :due where id = :id and state = 'assigned'")
			.param("id", id)
			.param("remind", timestamp(remindAt))
			.param("due", timestamp(dueAt))
			.update() == 1;
		return told(id, open);
	}

	private boolean told(UUID reviewId, boolean changed) {
		if (changed) {
			tell(jdbc.sql("select application_id from review where id = :id").param("id", reviewId).query(UUID.class)
				.single());
		}
		return changed;
	}

	/** The list of applications is filtered by how far the reviews are. */
	private void tell(UUID applicationId) {
		jdbc.sql("""
				select count(*) filter (where state = 'assigned') as open, count(*) filter (where state = 'scored') as done,
					min(due_at) filter (where state = 'assigned') as due_at
				from review where application_id = :application
				""")
			.param("application", applicationId)
			.query(row -> {
				standings.reviews(applicationId, row.getInt("open"), row.getInt("done"),
						instant(row.getTimestamp("due_at")));
			});
	}

	void keepScore(Score score, Instant now) {
		jdbc.sql("""
				insert into review_score (application_id, value, reviews, formula, computed_at)
				values (:application, :value, :reviews, :formula, :now)
				on conflict (application_id) do update set value = excluded.value, reviews = excluded.reviews,
					formula = excluded.formula, computed_at = excluded.computed_at
				""")
			.param("application", score.applicationId())
			.param("value", score.value())
			.param("reviews", score.reviews())
			.param("formula", RubricScore.FORMULA)
			.param("now", timestamp(now))
			.update();
		standings.scored(score.applicationId(), score.value());
	}

	List<Score> scores(Collection<UUID> applicationIds) {
		return jdbc.sql("select application_id, value, reviews from review_score where application_id = any(:ids)")
			.param("ids", applicationIds.toArray(UUID[]::new))
			.query((row, number) -> new Score(row.getObject(1, UUID.class), row.getDouble(2), row.getInt(3)))
			.list();
	}

	Set<UUID> roundsOf(Collection<UUID> applicationIds) {
		return Set.copyOf(jdbc.sql("select distinct round_id from review where application_id = any(:ids)")
			.param("ids", applicationIds.toArray(UUID[]::new))
			.query(UUID.class)
			.list());
	}

	/** Every score of a round with its reviewer. */
	List<Rated> rated(UUID roundId) {
		return jdbc.sql("select application_id, reviewer, value from review where round_id = :round and state = 'scored'")
			.param("round", roundId)
			.query((row, number) -> new Rated(row.getObject(1, UUID.class), row.getString(2), row.getDouble(3)))
			.list();
	}

	private Review review(ResultSet row, int number) throws SQLException {
		Judgement judgement = new Judgement(json.readValue(row.getString("points"), POINTS),
				(Integer) row.getObject("confidence"), row.getString("comment_to_committee"),
				row.getString("comment_to_applicant"));
		double value = row.getDouble("value");
		return new Review(row.getObject("id", UUID.class), row.getObject("application_id", UUID.class),
				row.getObject("round_id", UUID.class), row.getInt("slot"), row.getString("reviewer"),
				ReviewState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
				row.getTimestamp("assigned_at").toInstant(), row.getTimestamp("remind_at").toInstant(),
				row.getTimestamp("due_at").toInstant(), instant(row.getTimestamp("settled_at")), judgement,
				row.getObject("value") == null ? null : value, instant(row.getTimestamp("saved_at")));
	}

	private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
		return timestamp == null ? null : timestamp.toInstant();
	}

	private static OffsetDateTime timestamp(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}
}
