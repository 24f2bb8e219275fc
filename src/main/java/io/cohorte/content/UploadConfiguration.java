package io.cohorte.content;

import io.cohorte.shared.Permission;
import io.cohorte.web.UploadPlace;
import jakarta.servlet.MultipartConfigElement;
import org.springframework.boot.servlet.autoconfigure.MultipartProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets the files of pages, and no other form, be as large as a video is. */
@Configuration(proxyBeanMethods = false)
class UploadConfiguration {

    /** What a form sends beside its file. */
    private static final long FIELDS = 1024 * 1024;

    @Bean
    UploadPlace pageFilesPlace(FileSettings settings) {
        return new UploadPlace(
                "/areas/{area}/products/{product}/content/pages/{page}/files/**",
                Permission.EDIT_CONTENT,
                settings.most() + FIELDS);
    }

    /** The server has one bound for all forms: it is the widest one, and {@code web} sees to the others. */
    @Bean
    MultipartConfigElement multipart(MultipartProperties usual, FileSettings settings) {
        return new MultipartConfigElement(
                settings.incoming().toString(),
                Math.max(usual.getMaxFileSize().toBytes(), settings.most()),
                Math.max(usual.getMaxRequestSize().toBytes(), settings.most() + FIELDS),
                (int) usual.getFileSizeThreshold().toBytes());
    }
}
