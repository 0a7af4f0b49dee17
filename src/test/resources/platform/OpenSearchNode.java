import org.codelibs.opensearch.runner.OpenSearchRunner;

/**
 * Runs one OpenSearch node, launched from source. It is a resource and no class of the tests because it needs
 * OpenSearch's class path, and because its main method would be a second one for spring-boot:test-run. The runner's
 * own main method takes no port above 9299.
 */
class OpenSearchNode {

	public static void main(String[] arguments) throws InterruptedException {
		var runner = new OpenSearchRunner();
		runner.setMaxHttpPort(-1);
		// Without «ingest» it could not put times off the whole second: see RecordTimes.
		runner.onBuild((number, settings) -> settings.putList("node.roles", "cluster_manager", "data", "ingest"));
		Runtime.getRuntime().addShutdownHook(new Thread(() -> {
			try {
				runner.close();
			}
			catch (java.io.IOException exception) {
				exception.printStackTrace();
			}
		}));
		try {
			runner.build(arguments);
			Thread.currentThread().join();
		}
		catch (RuntimeException exception) {
			exception.printStackTrace();
			System.exit(1);
		}
	}
}
