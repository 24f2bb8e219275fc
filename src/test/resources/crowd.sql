-- Fills a product with students as imports would leave them. Names of 40 x 50 words: "ana" stands in one of eight names,
-- here and there in the alphabet; those called "Zoe" lie together at its end; "zubizarreta" is one of 100,000.

CREATE TEMPORARY TABLE crowd (
    id    uuid NOT NULL,
    name  text NOT NULL,
    email text NOT NULL
) ON COMMIT DROP;

INSERT INTO crowd
SELECT uuidv7(),
    (ARRAY['Ana', 'Bruno', 'Camila', 'Diana', 'Elena', 'Felipe', 'Gabriela', 'Hugo', 'Ines', 'Javier', 'Karina', 'Luis',
        'Mariana', 'Nicolas', 'Olga', 'Pablo', 'Quintina', 'Raul', 'Sofia', 'Tomas', 'Ursula', 'Victor', 'Wanda', 'Ximena',
        'Yolanda', 'Zoe', 'Adriana', 'Beatriz', 'Carlos', 'Daniela', 'Ernesto', 'Fernanda', 'Gonzalo', 'Helena', 'Ivan',
        'Juliana', 'Kevin', 'Laura', 'Mateo', 'Nora'])[1 + i % 40]
    || ' ' ||
    CASE WHEN i % 100000 = 7 THEN 'Zubizarreta' ELSE
    (ARRAY['Acosta', 'Benitez', 'Castro', 'Duarte', 'Espinoza', 'Fuentes', 'Gomez', 'Herrera', 'Ibarra', 'Jimenez',
        'Lara', 'Medina', 'Navarro', 'Ortiz', 'Paredes', 'Quiroga', 'Rojas', 'Salazar', 'Torres', 'Urrutia', 'Vargas',
        'Yanez', 'Zamora', 'Aguirre', 'Bravo', 'Cabrera', 'Delgado', 'Escobar', 'Flores', 'Guerrero', 'Hidalgo',
        'Izquierdo', 'Juarez', 'Leon', 'Morales', 'Nunez', 'Ochoa', 'Pacheco', 'Quintero', 'Reyes', 'Silva', 'Tapia',
        'Ulloa', 'Valdez', 'Wagner', 'Zarate', 'Arias', 'Blanco', 'Correa', 'Dominguez'])[1 + (i / 40) % 50] END
    || ' ' || i,
    'crowd' || i || '.' || :batch || '@alumnos.example'
FROM generate_series(1, :number) AS i;

INSERT INTO accounts (account_id, email, created_at, version)
SELECT id, email, now(), 0 FROM crowd;

INSERT INTO people (area_id, account_id, name, created_at, sort_name, sort_text)
SELECT :area, id, name, now(), lower(name), lower(name) || ' ' || email FROM crowd;

INSERT INTO memberships (product_id, student_id, group_id, anchor, joined_at, version)
SELECT :product, id, :group, DATE '2026-01-01' + (substring(email FROM '\d+'))::integer % 300, now(), 0 FROM crowd;

INSERT INTO grants (product_id, student_id, kind, reference, group_id, starts_at, version)
SELECT :product, id, 'IMPORT', :product, :group, now(), 0 FROM crowd;

INSERT INTO member_search (product_id, student_id, sort_name, sort_text)
SELECT :product, id, lower(name), lower(name) || ' ' || email FROM crowd;

INSERT INTO membership_history (product_id, student_id, command_id, at, kind, cause, to_group_id, anchor_after)
SELECT :product, id, :batch, now(), 'JOINED', 'IMPORT', :group, DATE '2026-03-01' FROM crowd;
