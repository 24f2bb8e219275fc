package io.cohorte.support;

import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** What a test puts in place of the real thing, or around it: the database's address, the clock, a statement counter. */
@org.springframework.boot.test.context.TestConfiguration(proxyBeanMethods = false)
public class TestConfiguration {

    @Bean
    @Primary
    MovableClock movableClock() {
        return new MovableClock();
    }

    @Bean
    static StatementCounter statementCounter() {
        return new StatementCounter();
    }

    /**
     * Counts the statements of the thread that asks, so that jobs in the background do not disturb, and keeps what the
     * server remarked on them: with auto_explain, their plans.
     */
    public static class StatementCounter implements BeanPostProcessor {

        private final ThreadLocal<AtomicInteger> count = ThreadLocal.withInitial(AtomicInteger::new);
        private final ThreadLocal<List<String>> remarks = ThreadLocal.withInitial(ArrayList::new);

        public int countDuring(Runnable action) {
            count.get().set(0);
            action.run();
            return count.get().get();
        }

        public List<String> remarksDuring(Runnable action) {
            remarks.get().clear();
            action.run();
            return List.copyOf(remarks.get());
        }

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            if (bean instanceof DataSource dataSource) {
                return ProxyDataSourceBuilder.create(dataSource)
                        .afterQuery((execution, queries) -> {
                            count.get().addAndGet(queries.size());
                            remember(execution.getStatement());
                        })
                        .build();
            }
            return bean;
        }

        private void remember(Statement statement) {
            try {
                for (SQLWarning it = statement.getWarnings(); it != null; it = it.getNextWarning()) {
                    remarks.get().add(it.getMessage());
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
