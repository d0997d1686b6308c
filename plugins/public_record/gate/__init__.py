"""The only room that knows both sides. `decide` says what may be public, `release` lets exactly that through."""
