package io.cohorte.catalog;

import io.cohorte.shared.NotFound;
import io.cohorte.shared.ProductId;
import io.cohorte.shared.ProductRef;
import io.cohorte.web.AreaPass;
import io.cohorte.web.Shell;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Hands a handler below {@code /areas/{area}/products/{product}} its product, always looked up within the area the
 * gate let the visitor into, and shows the product's tabs.
 */
@Component
class ProductArgument implements HandlerMethodArgumentResolver {

    private final ProductQueries products;

    ProductArgument(ProductQueries products) {
        this.products = products;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == ProductView.class;
    }

    @Override
    public ProductView resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        AreaPass area = attribute(request, AreaPass.class.getName(), AreaPass.class);
        ProductView product = products.get(new ProductRef(area.id(), id(request)));
        String path = area.path() + "/products/" + product.ref().id();
        attribute(request, Shell.class.getName(), Shell.class)
                .enter(new Shell.ProductTitle(product.name(), path, product.archived()));
        return product;
    }

    private static ProductId id(NativeWebRequest request) {
        Map<?, ?> variables = attribute(request, HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, Map.class);
        try {
            return new ProductId(UUID.fromString(String.valueOf(variables.get("product"))));
        } catch (IllegalArgumentException noId) {
            throw new NotFound("product");
        }
    }

    private static <T> T attribute(NativeWebRequest request, String name, Class<T> type) {
        return type.cast(request.getAttribute(name, RequestAttributes.SCOPE_REQUEST));
    }
}
