package org.cohort.language;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/** Gives templates {@code #reader}, the {@link Dates} of whoever reads the page. */
@Component
public class ReaderDialect implements IExpressionObjectDialect, IExpressionObjectFactory {

	private static final String NAME = "reader";

	@Override
	public String getName() {
		return NAME;
	}

	@Override
	public IExpressionObjectFactory getExpressionObjectFactory() {
		return this;
	}

	@Override
	public Set<String> getAllExpressionObjectNames() {
		return Set.of(NAME);
	}

	@Override
	public Object buildObject(IExpressionContext context, String name) {
		return new Dates(context.getLocale());
	}

	@Override
	public boolean isCacheable(String name) {
		return true;
	}
}
