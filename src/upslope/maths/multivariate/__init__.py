"""Many variables: partial and total derivatives, gradients, Jacobians, Hessians, the chain rule."""
