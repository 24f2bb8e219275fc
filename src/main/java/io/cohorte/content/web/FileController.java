package io.cohorte.content.web;

import io.cohorte.catalog.ProductView;
import io.cohorte.content.FileDelivery;
import io.cohorte.content.FileId;
import io.cohorte.content.FileQueries;
import io.cohorte.content.PageId;
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
import org.springframework.web.bind.annotation.RequestMapping;

/** Files of pages as staff read them. */
@Controller
@RequestMapping("/areas/{area}/products/{product}/content/pages/{page}/files")
class FileController {

    private final FileQueries files;
    private final FileDelivery delivery;

    FileController(FileQueries files, FileDelivery delivery) {
        this.files = files;
        this.delivery = delivery;
    }

    /** What the address says behind the id is for its reader. */
    @Requires(Permission.READ_AS_STAFF)
    @GetMapping({"/{file}", "/{file}/{name}"})
    ResponseEntity<Resource> file(
            ProductView product,
            @PathVariable UUID page,
            @PathVariable UUID file,
            HttpMethod method,
            @RequestHeader HttpHeaders asked) {
        return delivery.answer(files.get(product.ref().id(), new PageId(page), new FileId(file)), method, asked);
    }
}
