import pkg_shapes.solids.pyramid

