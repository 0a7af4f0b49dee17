package org.cohort.web;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Refuses every handler of ours that does not say who may call it: a forgotten annotation opens nothing. */
@Configuration(proxyBeanMethods = false)
class EveryHandlerSaysWho implements WebMvcConfigurer, HandlerInterceptor {

	private static final List<Class<? extends Annotation>> SAYINGS =
			List.of(PermitAll.class, RolesAllowed.class, DenyAll.class);

	/** Looked up once: it is asked at every request and never changes. */
	private final Map<HandlerMethod, Boolean> known = new ConcurrentHashMap<>();

	@Override
	public void addInterceptors(InterceptorRegistry registry) {
		registry.addInterceptor(this);
	}

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (handler instanceof HandlerMethod method && isOurs(method)
				&& !known.computeIfAbsent(method, EveryHandlerSaysWho::saysWho)) {
			throw new AccessDeniedException("No rule says who may call " + method.getShortLogMessage());
		}
		return true;
	}

	static boolean isOurs(HandlerMethod method) {
		return method.getBeanType().getPackageName().startsWith("org.cohort");
	}

	static boolean saysWho(HandlerMethod method) {
		return SAYINGS.stream().anyMatch(saying -> AnnotatedElementUtils.hasAnnotation(method.getMethod(), saying)
				|| AnnotatedElementUtils.hasAnnotation(method.getBeanType(), saying));
	}
}
