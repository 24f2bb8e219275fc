package io.cohorte.benchmark;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Reports purchases as a vendor does at a launch, in a process of its own: by some connections that stay open, each with
 * its next event once the last is answered. Prints the seconds it took and how long answers took, in milliseconds.
 *
 * <p>Arguments: port, path, secret, events, connections, a prefix that makes its events unlike others.
 */
final class HookLoad {

    private static final String BODY = """
            {"id":"%1$s","creation_date":%2$d,"event":"PURCHASE_APPROVED","version":"2.0.0","data":{"product":{"id":4100001,\
            "ucode":"0c1f6a6e-9a3b-4d0f-8a55-2f4c9f5f0a01","name":"Curso de pan","warranty_date":"2026-12-01T00:00:00Z",\
            "support_email":"ayuda@cohorte.example","has_co_production":false,"is_physical_product":false},"affiliates":[{"name":""}],\
            "buyer":{"email":"%3$s@compras.example","name":"Compradora %3$s","first_name":"Compradora","last_name":"%3$s",\
            "checkout_phone":"5550100","document":"","address":{"country":"Colombia","country_iso":"CO"}},"producer":{"name":"Escuela"},\
            "commissions":[{"value":9.9,"source":"MARKETPLACE","currency_value":"USD"},{"value":40.0,"source":"PRODUCER","currency_value":"USD"}],\
            "purchase":{"approved_date":%2$d,"full_price":{"value":49.9,"currency_value":"USD"},"price":{"value":49.9,"currency_value":"USD"},\
            "checkout_country":{"name":"Colombia","iso":"CO"},"order_bump":{"is_order_bump":false},"original_offer_price":{"value":49.9,"currency_value":"USD"},\
            "order_date":%2$d,"status":"APPROVED","transaction":"%3$s","payment":{"installments_number":1,"type":"CREDIT_CARD"},\
            "offer":{"code":"vip"},"invoice_by":"HOTMART","subscription_anticipation_purchase":false,"is_funnel":false,"business_model":"I"}}}""";

    private final int port;
    private final String path;
    private final String secret;
    private final int events;
    private final String prefix;
    private final AtomicInteger next = new AtomicInteger();
    private final long[] nanoseconds;

    private HookLoad(int port, String path, String secret, int events, String prefix) {
        this.port = port;
        this.path = path;
        this.secret = secret;
        this.events = events;
        this.prefix = prefix;
        this.nanoseconds = new long[events];
    }

    public static void main(String[] arguments) throws Exception {
        int connections = Integer.parseInt(arguments[4]);
        HookLoad load = new HookLoad(
                Integer.parseInt(arguments[0]),
                arguments[1],
                arguments[2],
                Integer.parseInt(arguments[3]),
                arguments[5]);
        long start = System.nanoTime();
        ExecutorService threads = Executors.newFixedThreadPool(connections, it -> {
            Thread thread = new Thread(it);
            thread.setDaemon(true);
            return thread;
        });
        List<Future<Void>> work = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            work.add(threads.submit(() -> {
                load.run();
                return null;
            }));
        }
        for (Future<Void> it : work) {
            it.get();
        }
        threads.shutdown();
        double seconds = (System.nanoTime() - start) / 1e9;
        Arrays.sort(load.nanoseconds);
        System.out.printf(Locale.ROOT, "%.3f %.1f %.1f%n", seconds, load.percentile(50), load.percentile(99));
    }

    private double percentile(int percent) {
        return nanoseconds[Math.min(events - 1, events * percent / 100)] / 1e6;
    }

    /** The server ends a connection after some requests: another one takes its place. */
    private void run() throws IOException {
        boolean more = true;
        while (more) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.setTcpNoDelay(true);
                more = run(new BufferedInputStream(socket.getInputStream()), socket.getOutputStream());
            }
        }
    }

    /** @return whether the connection ended before the events did */
    private boolean run(InputStream in, OutputStream out) throws IOException {
        for (int event = next.getAndIncrement(); event < events; event = next.getAndIncrement()) {
            byte[] request = request(event);
            long start = System.nanoTime();
            out.write(request);
            out.flush();
            String head = head(in);
            nanoseconds[event] = System.nanoTime() - start;
            if (!head.startsWith("HTTP/1.1 200")) {
                throw new IllegalStateException("answered " + head);
            }
            if (head.toLowerCase(Locale.ROOT).contains("connection: close")) {
                return true;
            }
        }
        return false;
    }

    private byte[] request(int event) {
        String name = prefix + event;
        String id =
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
        byte[] body = BODY.formatted(id, 1_780_000_000_000L + event, name).getBytes(StandardCharsets.UTF_8);
        byte[] head = ("POST " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\nX-HOTMART-HOTTOK: " + secret
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] request = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }

    /** Of an answer without a body. */
    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < 4 || head.indexOf("\r\n\r\n", head.length() - 4) < 0) {
            int read = in.read();
            if (read < 0) {
                throw new IOException("the connection was closed");
            }
            head.append((char) read);
        }
        return head.toString();
    }
}
