package io.cohorte.groups;

import io.cohorte.shared.NotFound;
import io.cohorte.shared.ProductId;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The groups of one product, of which exactly one is the default at any time: it is born with one. */
@Entity
@Table(name = "product_groups")
class ProductGroups {

    @Id
    @Column(name = "product_id")
    private UUID productId;

    private UUID defaultGroupId;

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
    @JoinColumn(name = "product_id", insertable = false, updatable = false)
    private List<Group> groups = new ArrayList<>();

    @Version
    private @Nullable Long version;

    ProductGroups(ProductId product, String firstGroup, Instant now) {
        this.productId = product.value();
        this.defaultGroupId = add(firstGroup, now).value();
    }

    protected ProductGroups() {}

    /** @throws GroupNameTaken if a group of the product has that name, in whatever case */
    GroupId open(String name, Instant now) {
        return add(name, now);
    }

    /** @throws GroupNameTaken if another group of the product has that name, in whatever case */
    void rename(GroupId id, String name) {
        Group renamed = get(id);
        requireFree(name, renamed);
        renamed.rename(name);
    }

    /** From now on buyers without a group of their own land in this group. The former default is an ordinary group. */
    void makeDefault(GroupId id) {
        defaultGroupId = get(id).id().value();
    }

    /** @throws DefaultGroupStays if it is the default group: a product is never without one */
    void close(GroupId id) {
        Group closed = get(id);
        if (isDefault(id)) {
            throw new DefaultGroupStays();
        }
        groups.remove(closed);
    }

    boolean isDefault(GroupId id) {
        return defaultGroupId.equals(id.value());
    }

    GroupId defaultGroup() {
        return new GroupId(defaultGroupId);
    }

    boolean has(GroupId id) {
        return groups.stream().anyMatch(it -> it.id().equals(id));
    }

    /** @throws NotFound if the product has no such group */
    Group get(GroupId id) {
        return groups.stream().filter(it -> it.id().equals(id)).findAny().orElseThrow(() -> new NotFound("group"));
    }

    private GroupId add(String name, Instant now) {
        requireFree(name, null);
        Group group = new Group(new ProductId(productId), GroupId.next(), name, now);
        groups.add(group);
        return group.id();
    }

    private void requireFree(String name, @Nullable Group renamed) {
        if (groups.stream().anyMatch(it -> it != renamed && it.isNamed(name))) {
            throw new GroupNameTaken(name);
        }
    }
}
