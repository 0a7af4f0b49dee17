package org.cohort.demographics;

import java.util.function.Supplier;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The connections to the schema {@code demographics}. They are no beans: nobody outside this package can be given one,
 * and the application's own connections have no rights there.
 */
@Component
@DependsOnDatabaseInitialization
class DemographicsDatabase implements DisposableBean {

	private final HikariDataSource dataSource;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	DemographicsDatabase(DemographicsSettings settings) {
		HikariConfig config = new HikariConfig();
		config.setPoolName("demographics");
		config.setJdbcUrl(settings.url());
		config.setUsername(settings.username());
		config.setPassword(settings.password());
		config.setMaximumPoolSize(4);
		config.setMinimumIdle(0);
		config.setInitializationFailTimeout(-1);
		// What the server says about a refused row quotes the row; it belongs in no log.
		config.addDataSourceProperty("logServerErrorDetail", "false");
		dataSource = new HikariDataSource(config);
		jdbc = JdbcClient.create(dataSource);
		transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
	}

	JdbcClient jdbc() {
		return jdbc;
	}

	<T> T inTransaction(Supplier<T> work) {
		return transaction.execute(status -> work.get());
	}

	@Override
	public void destroy() {
		dataSource.close();
	}
}
