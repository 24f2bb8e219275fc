package io.cohorte.web;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands a handler what the gate found out: the visitor, the area, the shell. */
@Component
class GateArguments implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        Class<?> type = parameter.getParameterType();
        return type == AreaPass.class || type == Shell.class || type == Visitor.class;
    }

    @Override
    public @Nullable Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        if (parameter.getParameterType() == Visitor.class) {
            Shell shell = (Shell) request.getAttribute(Shell.class.getName(), RequestAttributes.SCOPE_REQUEST);
            return shell.getVisitor().orElseThrow();
        }
        return request.getAttribute(parameter.getParameterType().getName(), RequestAttributes.SCOPE_REQUEST);
    }
}
