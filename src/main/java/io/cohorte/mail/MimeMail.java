package io.cohorte.mail;

import io.cohorte.shared.PlainText;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A message in the form it travels in: text, and HTML beside it. */
final class MimeMail extends MimeMessage {

    private static final String CHARSET = StandardCharsets.UTF_8.name();
    private static final int LONGEST_HEADER = 150;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final String id;

    private MimeMail(Session session, String id) {
        super(session);
        this.id = id;
    }

    /** @param id by which servers and programs tell it from others; the same for each attempt to send it */
    static MimeMail of(ComposedMail mail, String from, String id, Instant now, Session session)
            throws MessagingException {
        MimeMail mime = new MimeMail(session, id);
        mime.setFrom(address(from, mail.sender().from()));
        if (mail.sender().replyTo() != null) {
            mime.setReplyTo(
                    new InternetAddress[] {new InternetAddress(mail.sender().replyTo(), true)});
        }
        mime.setRecipient(RecipientType.TO, new InternetAddress(mail.to(), true));
        mime.setSubject(header(mail.subject()), CHARSET);
        mime.setHeader("Date", DATE.format(now));
        mime.setHeader("Content-Language", mail.language().tag());
        // No answering machine is to answer a machine (RFC 3834).
        mime.setHeader("Auto-Submitted", "auto-generated");
        mime.setContent(new MimeMultipart("alternative", part(mail.text(), "plain"), part(mail.html(), "html")));
        mime.saveChanges();
        return mime;
    }

    private static MimeBodyPart part(String text, String type) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, CHARSET, type);
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
        return part;
    }

    private static InternetAddress address(String address, String name) throws MessagingException {
        try {
            return new InternetAddress(address, header(name), CHARSET);
        } catch (UnsupportedEncodingException impossible) {
            throw new MessagingException("UTF-8", impossible);
        }
    }

    /** In one line and not too long, whatever somebody called themselves: nothing in it can begin another header. */
    static String header(String text) {
        String oneLine = PlainText.tidy(text).replaceAll("[\\p{Zl}\\p{Zp}\\p{Cc}]", " ");
        int longest = Math.min(PlainText.length(oneLine), LONGEST_HEADER);
        return oneLine.substring(0, oneLine.offsetByCodePoints(0, longest));
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", id);
    }
}
