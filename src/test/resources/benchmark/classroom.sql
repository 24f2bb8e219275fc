INSERT INTO outlines (product_id) VALUES (:product) ON CONFLICT DO NOTHING;
INSERT INTO groups (product_id, group_id, name, name_key, created_at, version)
SELECT :product, gen_random_uuid(), 'Grupo ' || n, 'grupo ' || n, now(), 0 FROM generate_series(2, 10) AS n;
INSERT INTO modules (product_id, module_id, name, description, position, published, created_at, version)
SELECT :product, gen_random_uuid(), 'Módulo ' || n, 'De qué trata el módulo ' || n, n, true, now(), 0 FROM generate_series(1, 50) AS n;
INSERT INTO pages (product_id, page_id, module_id, title, text, position, published, video_online, created_at, version)
SELECT product_id, gen_random_uuid(), module_id, 'Página ' || n || ' de ' || name,
    E'## De qué trata\n\n' || repeat(E'Un **párrafo** de una página como las que se escriben, con un [enlace](https://example.com) y algo de *énfasis*.\n\n- Uno\n- Dos\n- Tres\n\n', 20),
    n, true, true, now(), 0
FROM modules, generate_series(1, 10) AS n WHERE product_id = :product;
INSERT INTO content_rules (product_id, page_id, audience, version)
SELECT product_id, page_id, (ARRAY['INHERITED', 'ALL'])[1 + position % 2], 1 FROM pages WHERE product_id = :product AND position % 3 > 0;
INSERT INTO group_rules (product_id, subject_id, group_id, in_audience, release, release_days, expiry)
SELECT r.product_id, r.subject_id, g.group_id, false, 'AFTER_PURCHASE', 1 + p.position, 'NEVER'
FROM content_rules r JOIN groups g USING (product_id) JOIN pages p USING (product_id, page_id) WHERE r.product_id = :product;
INSERT INTO comments (product_id, comment_id, page_id, group_id, author_id, by_staff, text, state, created_at, version)
SELECT p.product_id, gen_random_uuid(), p.page_id, g.group_id, CAST(:author AS uuid), false,
    'Una pregunta como las que se hacen debajo de una página, de una o dos líneas, la número ' || n, 'APPROVED', now() - n * interval '1 hour', 0
FROM pages p JOIN groups g USING (product_id), generate_series(1, 5) AS n WHERE p.product_id = :product
