"""The words everything else speaks: plain frozen types without input or output, one module a subject."""
