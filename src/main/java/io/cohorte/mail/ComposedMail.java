package io.cohorte.mail;

import io.cohorte.mail.Senders.Sender;
import io.cohorte.shared.Language;

/** A message as it is sent. */
record ComposedMail(
        String to, Sender sender, Language language, String subject, String text, String html, SecretLink link) {}
