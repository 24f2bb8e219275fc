package io.cohorte.checkout;

import io.cohorte.offers.Price;
import io.cohorte.shared.AreaId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The door for reads of how areas are paid. */
@Service
public class PaymentQueries {

    private final JdbcClient jdbc;
    private final StripeKeys stripe;

    PaymentQueries(JdbcClient jdbc, StripeKeys stripe) {
        this.jdbc = jdbc;
        this.stripe = stripe;
    }

    /** With the version for the form that edits it. */
    public record PaymentView(PaymentWays ways, long version) {}

    public PaymentView get(AreaId area) {
        return jdbc.sql("""
                        SELECT w.free, w.manual, w.stripe, w.instructions, t.text, w.version
                        FROM payment_ways w LEFT JOIN sale_terms t USING (area_id, terms_hash) WHERE area_id = :area
                        """)
                .param("area", area.value())
                .query((row, number) -> new PaymentView(
                        new PaymentWays(
                                row.getBoolean("free"),
                                row.getBoolean("manual"),
                                row.getBoolean("stripe"),
                                row.getString("instructions"),
                                row.getString("text")),
                        row.getLong("version")))
                .optional()
                .orElse(new PaymentView(PaymentWays.NONE, 0));
    }

    /** Whether the installation can take cards at all. */
    public boolean takesCards() {
        return stripe.isConfigured();
    }

    /** The ways in which a price can be paid, the one to propose first; none if it isn't sold. */
    public List<PaymentMethod> methods(PaymentWays ways, Price price) {
        return ways.of(price, takesCards());
    }
}
