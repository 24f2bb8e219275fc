# The program in an image: built from these sources, run by a user that is nobody else's.

FROM eclipse-temurin:25-jdk AS build
WORKDIR /build
COPY .mvn .mvn
COPY mvnw pom.xml ./
COPY src src
RUN --mount=type=cache,target=/root/.m2 ./mvnw -B -ntp -Dmaven.test.skip=true package \
    && cp target/cohorte-*.jar cohorte.jar \
    && java -Djarmode=tools -jar cohorte.jar extract --layers --destination extracted

FROM eclipse-temurin:25-jre
# Where the embedded PostgreSQL keeps its data, unless SPRING_DATASOURCE_URL names another server.
RUN install -d -o 10001 -g 10001 -m 0700 /data
WORKDIR /cohorte
# What changes least comes first, so that a new release is a small layer.
COPY --from=build /build/extracted/dependencies/ ./
COPY --from=build /build/extracted/spring-boot-loader/ ./
COPY --from=build /build/extracted/snapshot-dependencies/ ./
COPY --from=build /build/extracted/application/ ./
ENV COHORTE_DATA=/data \
    SERVER_ADDRESS=0.0.0.0
VOLUME /data
EXPOSE 8080
USER 10001:10001
# The image has neither curl nor wget for certain, but a shell that opens connections.
HEALTHCHECK --interval=10s --timeout=5s --start-period=90s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${SERVER_PORT:-8080} && printf 'GET /actuator/health/readiness HTTP/1.0\\r\\n\\r\\n' >&3 && head -n 1 <&3 | grep -q ' 200'"]
# No shell between: the request to end (SIGTERM) reaches Java, which lets requests and jobs finish first.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=70", "-jar", "cohorte.jar"]
