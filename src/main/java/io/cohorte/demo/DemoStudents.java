package io.cohorte.demo;

import io.cohorte.imports.ImportId;
import io.cohorte.imports.ImportOptions;
import io.cohorte.imports.Imports;
import io.cohorte.imports.Imports.Upload;
import io.cohorte.lists.Choices;
import io.cohorte.lists.DateOrder;
import io.cohorte.lists.Encoding;
import io.cohorte.lists.Separator;
import io.cohorte.shared.AccountId;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;
import org.springframework.stereotype.Component;

/**
 * Writes the students down in lists and has these imported. People are made one after the other and a list is handed
 * on when it is full, so that a million need no more memory than some thousand.
 */
@Component
class DemoStudents {

    /** Any number would do; the same one gives the same people. */
    private static final long SEED = 20_250_301;

    private static final Choices WRITTEN_HERE =
            new Choices(Encoding.UTF_8, Separator.SEMICOLON, DateOrder.DAY_FIRST, false, null);

    private static final DateTimeFormatter DAY_FIRST = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final int DAYS_OF_SALE = 730;
    private static final int PERCENT_WITH_ALL_PRODUCTS = 12;
    private static final int PERCENT_WITHOUT_DATE = 5;

    private final Imports imports;

    DemoStudents(Imports imports) {
        this.imports = imports;
    }

    /**
     * Starts imports that bring people in.
     *
     * @param known the first of them, who has all products
     * @param count how many people, at least one
     * @param by who starts the imports
     */
    void bringIn(List<DemoProduct> products, Person known, int count, AccountId by) {
        Random random = new Random(SEED);
        People people = new People(SEED);
        put(known, products, random, by);
        for (int i = 1; i < count; i++) {
            boolean all = random.nextInt(100) < PERCENT_WITH_ALL_PRODUCTS;
            put(people.next(), all ? products : List.of(Portion.pick(products, random)), random, by);
        }
        for (DemoProduct product : products) {
            product.lists().stream().filter(it -> !it.isEmpty()).forEach(it -> start(product, it, by));
        }
    }

    private void put(Person person, List<DemoProduct> bought, Random random, AccountId by) {
        for (DemoProduct product : bought) {
            PastedList list = Portion.pick(product.lists(), random);
            list.add(line(person, product.today(), random));
            if (list.isFull()) {
                start(product, list, by);
            }
        }
    }

    private static String line(Person person, LocalDate today, Random random) {
        String date = random.nextInt(100) < PERCENT_WITHOUT_DATE
                ? ""
                : ";" + DAY_FIRST.format(today.minusDays(random.nextInt(DAYS_OF_SALE)));
        return person.name() + ";" + person.email() + date;
    }

    private void start(DemoProduct product, PastedList list, AccountId by) {
        byte[] text = list.take().getBytes(StandardCharsets.UTF_8);
        Upload upload = new Upload(
                ImportId.next(),
                null,
                () -> new ByteArrayInputStream(text),
                list.group(),
                product.today(),
                WRITTEN_HERE,
                DateOrder.DAY_FIRST);
        imports.start(product.ref(), upload, ImportOptions.usual(), by);
    }
}
