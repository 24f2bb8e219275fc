package io.cohorte.groups;

import static org.assertj.core.api.Assertions.assertThat;

import io.cohorte.accounts.AddressChanged;
import io.cohorte.shared.AccountId;
import io.cohorte.shared.Actor;
import io.cohorte.support.CohorteTest;
import io.cohorte.support.World;
import io.cohorte.support.World.TestProduct;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@CohorteTest
class MemberSearchTests {

    @Autowired
    World world;

    @Autowired
    MemberSearch search;

    @Autowired
    JdbcClient jdbc;

    @Test
    void findsAStudentByTheNewAddressInEveryProductAndNobodyElse() {
        TestProduct product = world.product();
        TestProduct other = world.product(product.area());
        List<AccountId> students = world.students(product, product.firstGroup(), "Ñandú", 2);
        AccountId moved = students.get(0);
        world.enrol(other, other.firstGroup(), List.of(moved));
        String untouched = textOf(product, students.get(1));
        String email = "another-address-" + moved + "@x.example";

        jdbc.sql("UPDATE accounts SET email = :email WHERE account_id = :id")
                .param("email", email)
                .param("id", moved.value())
                .update();
        search.on(new AddressChanged(Actor.person(moved), moved));

        assertThat(textOf(product, moved)).isEqualTo("nandu 1 " + email);
        assertThat(textOf(other, moved)).isEqualTo("nandu 1 " + email);
        assertThat(textOf(product, students.get(1))).isEqualTo(untouched);
    }

    private String textOf(TestProduct product, AccountId student) {
        return jdbc.sql("SELECT sort_text FROM member_search WHERE product_id = :product AND student_id = :student")
                .param("product", product.ref().id().value())
                .param("student", student.value())
                .query(String.class)
                .single();
    }
}
