package io.cohorte.shared;

/** A change within one product. */
public interface ProductEvent extends DomainEvent {

    ProductRef where();

    @Override
    default AreaId area() {
        return where().area();
    }

    @Override
    default ProductId product() {
        return where().id();
    }
}
