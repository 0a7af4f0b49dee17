package org.cohort.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A token bucket per address for the pages that need no sign-in. It stands before everything else, so that
 * a flood costs neither a session nor a database connection. At most 100,000 addresses are remembered.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
class RateLimit extends OncePerRequestFilter {

	private final RateLimitProperties limits;

	private final Cache<String, Bucket> buckets =
			Caffeine.newBuilder().maximumSize(100_000).expireAfterAccess(Duration.ofMinutes(5)).build();

	RateLimit(RateLimitProperties limits) {
		this.limits = limits;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		var path = request.getRequestURI();
		return !limits.enabled() || path.startsWith("/staff") || path.startsWith("/webjars/")
				|| path.startsWith("/actuator/") || path.endsWith(".css") || path.endsWith(".js");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		var reading = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
		var bucket = buckets.get((reading ? "r" : "w") + request.getRemoteAddr(), key -> bucket(reading));
		var probe = bucket.tryConsumeAndReturnRemaining(1);
		if (probe.isConsumed()) {
			chain.doFilter(request, response);
			return;
		}
		var wait = Math.max(1, TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill()) + 1);
		response.setStatus(429);
		response.setHeader("Retry-After", Long.toString(wait));
		response.setContentType("text/plain;charset=UTF-8");
		response.getOutputStream().write(("Too many requests from your address. Nothing you sent earlier was lost, "
				+ "this one was not taken. Please try again in " + wait + " seconds.\n")
				.getBytes(StandardCharsets.UTF_8));
	}

	private Bucket bucket(boolean reading) {
		var perMinute = reading ? limits.getsPerMinute() : limits.postsPerMinute();
		return Bucket.builder()
				.addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
				.build();
	}
}
