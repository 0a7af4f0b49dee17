package org.cohort.eligibility.evidence;

import java.nio.file.Path;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How repositories are read ({@code cohort.evidence.*}).
 *
 * @param folder where copies of repositories are kept between times
 * @param mirrors below which folder the mirrors must be that programmes name; none are read without it
 * @param insecure whether addresses that begin with http: are fetched, too
 * @param within how long fetching one repository may take
 * @param mostMegabytes how large the copy of one repository may become
 */
@ConfigurationProperties("cohort.evidence")
record EvidenceSettings(@DefaultValue(".cohort/repositories") Path folder, @Nullable Path mirrors,
		@DefaultValue("false") boolean insecure, @DefaultValue("5m") Duration within,
		@DefaultValue("2000") int mostMegabytes) {
}
