-- The dashboard of a round counts its reviews by reviewer and by day.
create index review_by_day on review (round_id, state, due_at, settled_at);
