import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.Set;
import org.neo4j.configuration.Config;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.kernel.internal.GraphDatabaseAPI;

/**
 * A Neo4j server in the folder HOME, which holds its neo4j.conf. It says "ready" once it is, makes the databases that a
 * line of standard input names read-only (an empty line: none), and ends when standard input does.
 */
public class Server {
    public static void main(String[] args) throws Exception {
        Path home = Path.of(args[0]).toAbsolutePath().normalize();
        DatabaseManagementService server =
            new DatabaseManagementServiceBuilder(home).loadPropertiesFromFile(home.resolve("neo4j.conf")).build();
        GraphDatabaseAPI database = (GraphDatabaseAPI) server.database("neo4j");
        Config config = database.getDependencyResolver().resolveDependency(Config.class);
        System.out.println("ready");
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in));
        for (String line = input.readLine(); line != null; line = input.readLine()) {
            Set<String> names = line.isEmpty() ? Set.of() : Set.of(line);
            config.setDynamic(GraphDatabaseSettings.read_only_databases, names, "test");
            System.out.println("done");
        }
        Runtime.getRuntime().halt(0); // a clean end takes ten seconds, and the folder is thrown away
    }
}
