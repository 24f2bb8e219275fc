INSERT INTO outlines (product_id) VALUES (:product) ON CONFLICT DO NOTHING;
INSERT INTO groups (product_id, group_id, name, name_key, created_at, version)
SELECT :product, gen_random_uuid(), 'Grupo ' || n, 'grupo ' || n, now(), 0 FROM generate_series(2, 30) AS n;
INSERT INTO modules (product_id, module_id, name, description, position, published, created_at, version)
SELECT :product, gen_random_uuid(), 'Módulo ' || n, '', n, n <> 19, now(), 0 FROM generate_series(1, 20) AS n;
INSERT INTO pages (product_id, page_id, module_id, title, text, position, published, video_online, password_id, password_hash, created_at, version)
SELECT product_id, gen_random_uuid(), module_id, 'Página ' || n || ' de ' || name, '', n, n <> 14, true,
    CASE n WHEN 13 THEN gen_random_uuid() END, CASE n WHEN 13 THEN 'x' END, now(), 0
FROM modules, generate_series(1, 15) AS n WHERE product_id = :product;
INSERT INTO content_rules (product_id, page_id, audience, version)
SELECT product_id, page_id, (ARRAY['INHERITED', 'ALL', 'CHOSEN'])[1 + position % 3], 1 FROM pages WHERE product_id = :product;
INSERT INTO content_rules (product_id, module_id, audience, version)
SELECT product_id, module_id, (ARRAY['ALL', 'CHOSEN'])[1 + position % 2], 1 FROM modules WHERE product_id = :product;
INSERT INTO group_rules (product_id, subject_id, group_id, in_audience, release, release_days, release_day, expiry, expiry_days, expiry_day)
SELECT k.product_id, k.subject_id, k.group_id, k.n % 3 > 0, release, CASE release WHEN 'AFTER_PURCHASE' THEN k.n % 60 END,
    CASE release WHEN 'ON_DAY' THEN current_date - 20 + k.n % 60 END, expiry,
    CASE WHEN expiry LIKE 'AFTER%' THEN 60 + k.n % 60 END, CASE expiry WHEN 'ON_DAY' THEN current_date + 10 + k.n % 60 END
FROM (SELECT r.product_id, r.subject_id, g.group_id, CAST(row_number() OVER (ORDER BY r.subject_id, g.group_id) AS int) AS n
      FROM content_rules r JOIN groups g USING (product_id) WHERE r.product_id = :product) AS k
    CROSS JOIN LATERAL (SELECT (ARRAY['AT_ONCE', 'AFTER_PURCHASE', 'ON_DAY', NULL])[1 + k.n % 4] AS release) AS r
    CROSS JOIN LATERAL (SELECT CASE WHEN release IS NOT NULL
        THEN (ARRAY['NEVER', 'AFTER_PURCHASE', 'AFTER_RELEASE', 'ON_DAY', 'NEVER'])[1 + k.n % 5] END AS expiry) AS e
