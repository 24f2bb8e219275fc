package io.cohorte.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** One connection to the mail server, of one thread, kept from message to message and opened anew where it broke. */
class MailConnection implements AutoCloseable {

    private static final String PROTOCOL = "smtp";

    private final JavaMailSenderImpl settings;
    private @Nullable Transport transport;

    MailConnection(JavaMailSenderImpl settings) {
        this.settings = settings;
    }

    Session session() {
        return settings.getSession();
    }

    /**
     * Sees to it that the server answers.
     *
     * @return whether it had to be connected to
     * @throws MessagingException if it can't be reached or lets nobody in
     */
    boolean ensureOpen() throws MessagingException {
        if (transport != null && transport.isConnected()) {
            return false;
        }
        close();
        Transport opened = session().getTransport(settings.getProtocol() == null ? PROTOCOL : settings.getProtocol());
        opened.connect(
                settings.getHost(), settings.getPort(), filled(settings.getUsername()), filled(settings.getPassword()));
        transport = opened;
        return true;
    }

    /** A setting that the environment leaves empty is none: nobody signs in by it. */
    private static @Nullable String filled(@Nullable String setting) {
        return setting == null || setting.isBlank() ? null : setting;
    }

    /** @throws MessagingException if the server doesn't take it; the connection is closed unless it said why */
    void send(MimeMessage message) throws MessagingException {
        if (transport == null) {
            throw new IllegalStateException("not open");
        }
        Address[] recipients = message.getAllRecipients();
        try {
            transport.sendMessage(message, recipients);
        } catch (MessagingException failed) {
            if (!SmtpReply.of(failed).isSpoken()) {
                close();
            }
            throw failed;
        }
    }

    @Override
    public void close() {
        if (transport != null) {
            try {
                transport.close();
            } catch (MessagingException alreadyGone) {
                // What was to be sent is sent, or will be again.
            } finally {
                transport = null;
            }
        }
    }
}
