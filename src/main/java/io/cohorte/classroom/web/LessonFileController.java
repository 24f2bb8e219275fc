package io.cohorte.classroom.web;

import io.cohorte.access.CellState;
import io.cohorte.classroom.Classrooms;
import io.cohorte.classroom.Seat;
import io.cohorte.content.FileDelivery;
import io.cohorte.content.FileId;
import io.cohorte.content.FileKind;
import io.cohorte.content.FileQueries;
import io.cohorte.content.PageFileView;
import io.cohorte.content.PageId;
import io.cohorte.shared.NotFound;
import io.cohorte.shared.Permission;
import io.cohorte.web.Requires;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** The files of a page, for whom the page is open; to everybody else there are none. */
@Controller
class LessonFileController {

    private final Classrooms classrooms;
    private final FileQueries files;
    private final FileDelivery delivery;

    LessonFileController(Classrooms classrooms, FileQueries files, FileDelivery delivery) {
        this.classrooms = classrooms;
        this.files = files;
        this.delivery = delivery;
    }

    /** With or without the file's name behind its id: saved, it is called by what stands last in the path. */
    @Requires(Permission.SIGNED_IN)
    @GetMapping({
        ClassroomPaths.OWN + "/pages/{page}/files/{file}",
        ClassroomPaths.OWN + "/pages/{page}/files/{file}/{name}",
        ClassroomPaths.AS + "/pages/{page}/files/{file}",
        ClassroomPaths.AS + "/pages/{page}/files/{file}/{name}"
    })
    ResponseEntity<Resource> file(
            Seat seat,
            @PathVariable UUID page,
            @PathVariable UUID file,
            HttpMethod method,
            @RequestHeader HttpHeaders asked) {
        PageId id = new PageId(page);
        if (!classrooms.state(seat, id).filter(CellState.OPEN::equals).isPresent()) {
            throw new NotFound("page");
        }
        PageFileView found = files.get(seat.product().ref().id(), id, new FileId(file));
        if (found.kind() == FileKind.VIDEO && !seat.isStaff() && classrooms.isVideoOffline(seat, id)) {
            throw new NotFound("video");
        }
        return delivery.answer(found, method, asked);
    }
}
