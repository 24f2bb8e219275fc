package io.cohorte.mail;

import io.cohorte.mail.Recipients.Recipient;
import io.cohorte.mail.Senders.Sender;
import io.cohorte.shared.AreaId;
import io.cohorte.shared.Ids;
import io.cohorte.shared.Language;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes messages whose turn has come: asks the rooms above what they say, to whom and in whose name. */
@Component
class MailComposer {

    private static final String TEMPLATE = "mail/message";

    /** Asked for late: those who write messages queue them too. */
    private final ObjectProvider<MessageWriter> writers;

    private final Recipients recipients;
    private final Senders senders;
    private final MessageSource messages;
    private final ITemplateEngine templates;

    MailComposer(
            ObjectProvider<MessageWriter> writers,
            Recipients recipients,
            Senders senders,
            MessageSource messages,
            ITemplateEngine templates) {
        this.writers = writers;
        this.recipients = recipients;
        this.senders = senders;
        this.messages = messages;
        this.templates = templates;
    }

    /**
     * Writes a message, in a transaction of its own: the link in it works before the mail arrives, whatever becomes of
     * the transaction around.
     *
     * @return empty if nobody needs it any more
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<ComposedMail> compose(QueuedMail mail) {
        Optional<Recipient> recipient = recipients.find(mail.key().account());
        if (recipient.isEmpty()) {
            return Optional.empty();
        }
        Sender area = sender(mail);
        Language language = Optional.ofNullable(recipient.get().language())
                .or(() -> Optional.ofNullable(area).map(Sender::language))
                .orElse(Language.ES);
        Sender sender = area == null ? program(language) : area;
        String to = mail.address() == null ? recipient.get().address() : mail.address();
        return write(mail, language).map(it -> compose(it, to, sender, language));
    }

    /** What a message says in the log of an operator without a mail server; part of the caller's transaction. */
    Optional<Wording> write(QueuedMail mail, Language language) {
        MessageKey key = mail.key();
        return writer(key.kind())
                .write(new Message(
                        key, mail.area(), mail.product(), mail.address(), language, Ids.momentOf(key.cause())));
    }

    private MessageWriter writer(String kind) {
        return writers.stream()
                .filter(it -> it.kinds().contains(kind))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody writes messages of the kind " + kind));
    }

    private @Nullable Sender sender(QueuedMail mail) {
        Optional<AreaId> area = Optional.ofNullable(mail.area())
                .or(() -> senders.onlyAreaOf(mail.key().account()));
        return area.flatMap(senders::of).orElse(null);
    }

    private Sender program(Language language) {
        String name = messages.getMessage("mail.program", null, language.locale());
        return new Sender(name, name, null, language, "#066fd1", "#ffffff", "#0561b7");
    }

    private ComposedMail compose(Wording wording, String to, Sender sender, Language language) {
        Locale locale = language.locale();
        String title = say(wording, "title", locale);
        List<String> paragraphs = paragraphs(say(wording, "text", locale));
        String button = say(wording, "button", locale);
        List<String> notes = paragraphs(say(wording, "note", locale));
        String url = wording.link().url();
        Context model = new Context(
                locale,
                Map.of(
                        "sender", sender,
                        "title", title,
                        "paragraphs", paragraphs,
                        "button", button,
                        "link", url,
                        "notes", notes));
        String html = templates.process(TEMPLATE, Set.of(), model);
        String text = String.join("\n\n", paragraphs) + "\n\n" + button + ":\n" + url + "\n\n--\n"
                + String.join("\n", notes) + "\n" + sender.name() + "\n";
        return new ComposedMail(
                to, sender, language, MimeMail.header(say(wording, "subject", locale)), text, html, wording.link());
    }

    private String say(Wording wording, String part, Locale locale) {
        return messages.getMessage(
                wording.key() + "." + part, wording.arguments().toArray(), locale);
    }

    private static List<String> paragraphs(String text) {
        return Arrays.stream(text.split("\n\\s*\n"))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList();
    }
}
