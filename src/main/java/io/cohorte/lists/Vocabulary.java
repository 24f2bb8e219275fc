package io.cohorte.lists;

import io.cohorte.shared.PlainText;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the headers of lists call their columns, and what roles are called in them, in the three languages. */
final class Vocabulary {

    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");

    private static final Map<String, Field> FIELDS = new HashMap<>();
    private static final Map<String, ListRole> ROLES = new HashMap<>();

    static {
        put(
                FIELDS,
                Field.NAME,
                "nombre,nombres,nombre completo,nombre y apellido,nombre y apellidos,apellido,apellidos");
        put(FIELDS, Field.NAME, "primer nombre,alumno,alumna,alumnos,estudiante,estudiantes,participante,comprador");
        put(FIELDS, Field.NAME, "name,names,full name,first name,last name,surname,given name,family name,student");
        put(FIELDS, Field.NAME, "student name,participant,buyer,member,nome,nome completo,sobrenome,nome e sobrenome");
        put(FIELDS, Field.NAME, "aluno,aluna,alunos,estudante");
        put(FIELDS, Field.EMAIL, "email,mail,emails,correo,correo electrónico,dirección de correo,dirección de e-mail");
        put(FIELDS, Field.EMAIL, "dirección de correo electrónico,email address,mail address,endereço de e-mail");
        put(FIELDS, Field.EMAIL, "correio eletrônico,student email,email do aluno,email del alumno");
        put(
                FIELDS,
                Field.DATE,
                "fecha,fecha de compra,fecha compra,fecha de la compra,día de compra,date,purchase date");
        put(
                FIELDS,
                Field.DATE,
                "date of purchase,purchased,purchased on,purchased at,data,data de compra,data da compra");
        put(FIELDS, Field.GROUP, "grupo,group,turma,cohort,cohorte");
        put(FIELDS, Field.ROLE, "rol,role,papel,función,função,perfil");
        put(ROLES, ListRole.STUDENT, "estudiante,alumno,alumna,student,estudante,aluno,aluna");
        put(ROLES, ListRole.MODERATOR, "moderador,moderadora,moderator");
        put(
                ROLES,
                ListRole.CONTENT_EDITOR,
                "editor de contenido,editora de contenido,editor de contenidos,content editor");
        put(ROLES, ListRole.CONTENT_EDITOR, "editor de conteúdo,editora de conteúdo");
        put(ROLES, ListRole.ADMINISTRATOR, "administrador,administradora,administrator,admin");
    }

    private Vocabulary() {}

    static Optional<Field> field(String title) {
        return Optional.ofNullable(FIELDS.get(bare(title)));
    }

    static Optional<ListRole> role(String word) {
        return Optional.ofNullable(ROLES.containsKey(word) ? ROLES.get(word) : ROLES.get(bare(word)));
    }

    private static <T> void put(Map<String, T> map, T meaning, String words) {
        Arrays.stream(words.split(",")).forEach(it -> map.put(bare(it), meaning));
    }

    /** Letters and digits alone, without case and accents. */
    private static String bare(String word) {
        return NO_LETTER.matcher(PlainText.sortKey(word)).replaceAll("");
    }
}
