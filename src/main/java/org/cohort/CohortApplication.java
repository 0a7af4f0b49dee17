package org.cohort;

import org.cohort.selection.SelectionCommands;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts Cohort. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class CohortApplication {

	public static void main(String[] args) {
		if (SelectionCommands.handle(args)) {
			System.exit(SelectionCommands.run(args));
		}
		SpringApplication.run(CohortApplication.class, args);
	}
}
