package org.cohort.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.DeployResourceCommandStep1;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.camunda.client.api.response.DeploymentEvent;
import org.cohort.eligibility.DecisionTable;
import org.cohort.eligibility.DecisionTables;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.util.StreamUtils;

/**
 * Brings the diagrams, decisions and forms to the engine at start, all in one command, so that they are bound to each
 * other. The engine keeps its version of what did not change. Runs beside the application and tries until it succeeds:
 * Cohort takes applications while the engine is away.
 */
@Component
class Deployment implements SmartLifecycle {

	private static final Logger log = LoggerFactory.getLogger(Deployment.class);

	/** An engine that has just started takes its time over all of it. */
	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private static final String[] WHAT = { "classpath*:bpmn/**/*.bpmn", "classpath*:bpmn/**/*.dmn",
			"classpath*:bpmn/**/*.form" };

	private final CamundaClient client;

	private final EngineCommands commands;

	private final EngineSettings settings;

	private final EngineState state;

	private final ResourcePatternResolver resources;

	private final DecisionTables tables;

	private final ScreeningTables screeningTables;

	private @Nullable Thread thread;

	Deployment(CamundaClient client, EngineCommands commands, EngineSettings settings, EngineState state,
			ResourcePatternResolver resources, DecisionTables tables, ScreeningTables screeningTables) {
		this.client = client;
		this.commands = commands;
		this.settings = settings;
		this.state = state;
		this.resources = resources;
		this.tables = tables;
		this.screeningTables = screeningTables;
	}

	@Override
	public void start() {
		if (settings.present()) {
			thread = Thread.ofPlatform().daemon().name("deployment").start(this::untilDeployed);
		}
	}

	private void untilDeployed() {
		while (!Thread.currentThread().isInterrupted()) {
			Duration wait = Duration.ofSeconds(2);
			try {
				deploy();
				return;
			}
			catch (EngineUnavailable away) {
				log.debug("Not deployed yet: {}", away.getMessage());
			}
			catch (RuntimeException refused) {
				log.error("The engine would not take the diagrams: {}", refused.getMessage());
				state.markRefused(String.valueOf(refused.getMessage()));
				wait = Duration.ofMinutes(1);
			}
			try {
				Thread.sleep(wait);
			}
			catch (InterruptedException stopping) {
				return;
			}
		}
	}

	/** Another decision table was chosen: everything is brought again, bound to it. */
	@ApplicationModuleListener
	void on(DecisionTables.Chosen event) {
		deploy();
	}

	synchronized void deploy() {
		List<Resource> files = files();
		if (files.isEmpty()) {
			throw new IllegalStateException("There is nothing in bpmn/ to deploy");
		}
		DecisionTable table = tables.inForce().table();
		DeploymentEvent deployed = commands.ask("the deployment", PATIENCE, engine -> {
			DeployResourceCommandStep1 command = engine.newDeployResourceCommand();
			DeployResourceCommandStep2 filled = null;
			for (Resource file : files) {
				filled = (filled == null ? command : filled).addResourceBytes(bytes(file, table), file.getFilename());
			}
			return filled.requestTimeout(PATIENCE).send();
		});
		screeningTables.deployed(deployed, table.version());
		state.markDeployed();
		log.info("The engine has our {} diagrams, decisions and forms", files.size());
	}

	List<Resource> files() {
		List<Resource> files = new ArrayList<>();
		try {
			for (String pattern : WHAT) {
				files.addAll(List.of(resources.getResources(pattern)));
			}
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
		files.sort(Comparator.comparing(Resource::getFilename));
		return files;
	}

	/** The file, or what was chosen in the place of the decision table that ships with Cohort. */
	private static byte[] bytes(Resource file, DecisionTable table) {
		if ((DecisionTable.ID + ".dmn").equals(file.getFilename())) {
			return table.dmn().getBytes(StandardCharsets.UTF_8);
		}
		try {
			return StreamUtils.copyToByteArray(file.getInputStream());
		}
		catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
	}

	@Override
	public void stop() {
		if (thread != null) {
			thread.interrupt();
			thread = null;
		}
	}

	@Override
	public boolean isRunning() {
		return thread != null;
	}
}
