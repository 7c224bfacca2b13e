package org.sampan.console.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sampan.console.secret.SecretFile;

/**
 * The PostgreSQL of one data folder: programs in {@code postgres-<version>}, database in {@code postgres}. It listens on 127.0.0.1 alone, asks for a
 * password, and answers a commit when it is on the disk. Not thread-safe; only the holder of the supervisor's lock may use it.
 */
public final class EmbeddedPostgres {

    private static final String NAME = "sampan";
    private static final String CLUSTER_FOLDER = "postgres";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /**
     * The built-in C.UTF-8 sorts and folds the same on every machine. fsync, synchronous_commit and checksums are on by default and stay
     * so. mmap: neither a small /dev/shm nor a log-out that clears it may take the memory away.
     */
    private static final List<String> CLUSTER = List.of(
            "--username=postgres",
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--locale=C",
            "--set=max_connections=100",
            "--set=shared_buffers=128MB",
            "--set=dynamic_shared_memory_type=mmap",
            "--set=fsync=on",
            "--set=synchronous_commit=on",
            "--set=jit=off",
            "--set=log_checkpoints=off",
            "--set=timezone=UTC",
            "--set=log_timezone=UTC");

    private final Path data;
    private final int port;
    private final Path cluster;
    private final PostgresBinaries binaries;
    private final Path programs;
    private final PostgresAccount account;

    private EmbeddedPostgres(Path data, int port, PostgresBinaries binaries, PostgresAccount account)
            throws IOException {
        this.data = data;
        this.port = port;
        this.cluster = cluster(data);
        this.binaries = binaries;
        this.programs = binaries.unpackInto(data);
        this.account = account;
    }

    /**
     * Unpacks the programs and creates the database when they are not there yet; a crash in the middle leaves nothing half made.
     *
     * @throws PostgresException when that is impossible, saying what to do
     */
    public static EmbeddedPostgres prepare(Path data, int port) {
        try {
            PostgresBinaries binaries = PostgresBinaries.forThisMachine();
            PostgresAccount account = PostgresAccount.choose(data, binaries.unpackInto(data));
            return prepare(data, port, account);
        } catch (IOException e) {
            throw new PostgresException("cannot prepare PostgreSQL in " + data + ": " + e.getMessage(), e);
        }
    }

    /** The same, on a port of this moment's choice: for what nobody else is to find. */
    public static EmbeddedPostgres prepareOnFreePort(Path data) {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int free = socket.getLocalPort();
            socket.close();
            return prepare(data, free);
        } catch (IOException e) {
            throw new PostgresException("no port is free: " + e.getMessage(), e);
        }
    }

    static EmbeddedPostgres prepare(Path data, int port, PostgresAccount account) throws IOException {
        EmbeddedPostgres postgres = new EmbeddedPostgres(data, port, PostgresBinaries.forThisMachine(), account);
        if (Files.exists(postgres.cluster)) {
            postgres.takeUp();
        } else {
            postgres.create();
        }
        return postgres;
    }

    /** The version of the programs, and the kind of machine they are for: {@code 18.1 on amd64}. */
    public static String version() {
        return PostgresBinaries.forThisMachine().version() + " on " + System.getProperty("os.arch");
    }

    /** Where the database lies in a data folder, whether it is there or not. */
    public static Path cluster(Path data) {
        return data.resolve(CLUSTER_FOLDER);
    }

    /**
     * Starts it beside whatever else runs, until what is returned is closed.
     *
     * @throws PostgresException when it does not take connections within the patience
     */
    public RunningPostgres start(Duration patience) throws InterruptedException {
        return RunningPostgres.start(this, patience);
    }

    /** What starts it; the process is PostgreSQL itself. */
    public List<String> command() {
        return account.command(
                programs.resolve("bin/postgres"),
                "-D",
                cluster.toString(),
                "-c",
                "port=" + port,
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=");
    }

    public Map<String, String> environment() {
        return Command.environment();
    }

    public Path folder() {
        return cluster;
    }

    /** Whether the process takes connections. */
    public boolean ready(long pid) {
        return ready(data, pid);
    }

    /** The same, asked from outside. */
    public static boolean ready(Path data, long pid) {
        return new PostmasterFile(cluster(data)).ready(pid);
    }

    /** A JDBC URL. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME;
    }

    public String username() {
        return NAME;
    }

    public String password() {
        return userPassword().readOrMake();
    }

    private void takeUp() throws IOException {
        String made = Files.readString(cluster.resolve("PG_VERSION")).strip();
        if (!made.equals(binaries.majorVersion())) {
            throw new PostgresException(cluster + " was made by PostgreSQL " + made + ", and this Sampan brings "
                    + binaries.version() + "; go back to the Sampan that made it and take a backup there");
        }
        account.own(cluster);
        new PostmasterFile(cluster).clear(PATIENCE);
        if (userPassword().read().isEmpty()) {
            runAlone(cluster, "ALTER ROLE " + NAME + " PASSWORD '" + password() + "';\n");
        }
    }

    private void create() throws IOException {
        Path draft = data.resolve("postgres.new");
        Folders.delete(draft);
        Files.createDirectories(draft);
        Path passwordFile = Files.writeString(
                draft.resolve("password"), new SecretFile(data.resolve("database-admin.password")).readOrMake());
        account.own(draft);
        Path draftCluster = draft.resolve("cluster");
        List<String> initdb = new ArrayList<>(account.command(programs.resolve("bin/initdb")));
        initdb.addAll(List.of("-D", draftCluster.toString(), "--pwfile=" + passwordFile, "--no-instructions"));
        initdb.addAll(CLUSTER);
        new Command(initdb, draft).runOrRefuse("creating the database", "");
        runAlone(
                draftCluster,
                "CREATE ROLE " + NAME + " LOGIN PASSWORD '" + password() + "';\nCREATE DATABASE " + NAME + " OWNER "
                        + NAME + ";\n");
        Files.move(draftCluster, cluster, StandardCopyOption.ATOMIC_MOVE);
        Folders.delete(draft);
    }

    /** PostgreSQL's single-user mode: SQL before anybody can connect. It ends with 0 even after an error, so its output is looked at. */
    private void runAlone(Path folder, String sql) throws IOException {
        List<String> line = account.command(
                programs.resolve("bin/postgres"),
                "--single",
                "-c",
                "log_min_messages=error",
                "-D",
                folder.toString(),
                "postgres");
        Command.Result result = new Command(line, folder).run(sql);
        if (!result.worked()
                || result.output().contains("ERROR:")
                || result.output().contains("FATAL:")) {
            throw new PostgresException("setting up the database failed:\n" + result.output());
        }
    }

    private SecretFile userPassword() {
        return new SecretFile(data.resolve("database.password"));
    }
}
