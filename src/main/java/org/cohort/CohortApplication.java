package org.cohort;

import org.cohort.selection.commandline.CommandLine;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts Cohort. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class CohortApplication {

	public static void main(String[] args) {
		if (CommandLine.handles(args)) {
			System.exit(CommandLine.run(args));
		}
		SpringApplication.run(CohortApplication.class, args);
	}
}
