package io.cohorte.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** A mail server that misbehaves as a test tells it to: at a command, at an address, or altogether. */
public final class ScriptedSmtpServer implements AutoCloseable {

    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private final AtomicInteger drops = new AtomicInteger();
    private final int port;
    private volatile Duration delay = Duration.ZERO;
    private volatile String stall = "";
    private volatile ServerSocket socket;
    private volatile ExecutorService threads;

    private ScriptedSmtpServer(int port) {
        this.port = port;
        listen(port);
    }

    /** A message that was taken. */
    public record Received(String to, String text) {

        /** A header as it stands there, unfolded; empty if it doesn't. */
        public String header(String name) {
            String head = text.substring(0, text.indexOf("\n\n")).replaceAll("\n[ \t]+", " ");
            return head.lines()
                    .filter(it -> it.startsWith(name + ": "))
                    .map(it -> it.substring(name.length() + 2))
                    .findFirst()
                    .orElse("");
        }
    }

    public static ScriptedSmtpServer start() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = free.getLocalPort();
            free.close();
            return new ScriptedSmtpServer(port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How the program is told of it. */
    public JavaMailSenderImpl settings() {
        JavaMailSenderImpl settings = new JavaMailSenderImpl();
        settings.setHost("127.0.0.1");
        settings.setPort(port);
        settings.getJavaMailProperties().setProperty("mail.smtp.connectiontimeout", "500");
        settings.getJavaMailProperties().setProperty("mail.smtp.timeout", "500");
        return settings;
    }

    public int port() {
        return port;
    }

    /** Answers a command, or all that concerns an address, with a line such as {@code 550 5.1.1 no such user}. */
    public void answer(String commandOrAddress, String line) {
        answers.put(commandOrAddress, line);
    }

    /** Does so no more. */
    public void behave() {
        answers.clear();
        stall = "";
        delay = Duration.ZERO;
    }

    /** Says nothing any more once it gets a command; {@code .} is the end of a message. */
    public void stallAt(String command) {
        stall = command;
    }

    /** Breaks the connection amid the next so many messages. */
    public void dropInData(int messages) {
        drops.set(messages);
    }

    public void answerAfter(Duration pause) {
        delay = pause;
    }

    public List<Received> received() {
        return received;
    }

    /** What was sent to it, command by command. */
    public List<String> said() {
        return said;
    }

    public int connections() {
        return connections.get();
    }

    /** Is down: nobody listens, and who was connected is no more. */
    public void goDown() {
        try {
            socket.close();
            hangUp();
            threads.shutdownNow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Closes the connections there are, as servers do with those that last too long. */
    public void hangUp() {
        for (Socket it : open) {
            try {
                it.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Listens again where it did; the system may take a moment to let it. */
    public void comeBack() {
        for (int tries = 1; ; tries++) {
            try {
                listen(port);
                return;
            } catch (UncheckedIOException notYet) {
                if (tries == 50) {
                    throw notYet;
                }
                rest();
            }
        }
    }

    private static void rest() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        goDown();
    }

    private void listen(int port) {
        try {
            ServerSocket listening = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            ExecutorService pool = Executors.newCachedThreadPool();
            socket = listening;
            threads = pool;
            pool.execute(() -> accept(listening, pool));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket listening, ExecutorService pool) {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                open.add(client);
                connections.incrementAndGet();
                pool.execute(() -> converse(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void converse(Socket client) {
        try (client;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                PrintWriter out = new PrintWriter(client.getOutputStream(), false, StandardCharsets.UTF_8)) {
            say(out, "220 scripted");
            String to = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                said.add(line);
                String command = line.split("[ :]")[0].toUpperCase();
                pause(command);
                if (command.equals("RCPT")) {
                    to = line.replaceAll(".*<(.*)>.*", "$1");
                }
                String refusal = command.equals("RCPT") ? answers.get(to) : null;
                refusal = refusal == null ? answers.get(command) : refusal;
                if (refusal != null) {
                    say(out, refusal);
                } else if (command.equals("DATA")) {
                    say(out, "354 go on");
                    take(in, out, to);
                } else {
                    say(out, command.equals("QUIT") ? "221 bye" : "250 fine");
                }
            }
        } catch (IOException | InterruptedException gone) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(client);
        }
    }

    private void take(BufferedReader in, PrintWriter out, String to) throws IOException, InterruptedException {
        StringBuilder text = new StringBuilder();
        for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                throw new IOException("gone in the middle of a message, which therefore was never sent");
            }
            text.append(line.startsWith(".") ? line.substring(1) : line).append('\n');
            if (drops.get() > 0 && drops.getAndDecrement() > 0) {
                throw new IOException("dropped");
            }
        }
        pause(".");
        String refusal = answers.get(".");
        if (refusal == null) {
            received.add(new Received(to, text.toString()));
        }
        say(out, refusal == null ? "250 taken" : refusal);
    }

    private void pause(String command) throws InterruptedException {
        if (command.equals(stall)) {
            Thread.sleep(Duration.ofMinutes(1).toMillis());
        }
        Thread.sleep(delay.toMillis());
    }

    private static void say(PrintWriter out, String line) {
        out.print(line + "\r\n");
        out.flush();
    }
}
