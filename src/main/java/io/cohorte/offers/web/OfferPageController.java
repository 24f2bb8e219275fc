package io.cohorte.offers.web;

import io.cohorte.offers.OfferQueries;
import io.cohorte.offers.OfferQueries.PublicOffer;
import io.cohorte.shared.NotFound;
import io.cohorte.web.Open;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The public page of an offer: where its link leads. */
@Controller
class OfferPageController {

    private final OfferQueries offers;

    OfferPageController(OfferQueries offers) {
        this.offers = offers;
    }

    @Open
    @GetMapping("/o/{code}")
    String show(@PathVariable String code, Model model) {
        PublicOffer offer = offers.byCode(code).orElseThrow(() -> new NotFound("offer"));
        model.addAttribute("offer", offer);
        return "offers/public";
    }
}
