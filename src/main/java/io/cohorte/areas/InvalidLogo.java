package io.cohorte.areas;

import io.cohorte.shared.RuleViolation;

/** What was uploaded can't be the logo of an area. */
public class InvalidLogo extends RuleViolation {

    private InvalidLogo(String code, Object... arguments) {
        super(code, "logo", arguments);
    }

    static InvalidLogo tooLarge() {
        return new InvalidLogo("areas.logo.too-large", LogoImage.LARGEST / 1024);
    }

    static InvalidLogo tooWide() {
        return new InvalidLogo("areas.logo.too-wide", LogoImage.WIDEST);
    }

    static InvalidLogo unreadable() {
        return new InvalidLogo("areas.logo.unreadable");
    }
}
