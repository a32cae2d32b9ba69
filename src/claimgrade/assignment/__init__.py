"""What a course wrote, as typed data: spec, shapes, sentences, specimens, template."""

__all__ = ["messages", "root", "shapes", "spec", "specimens", "template"]
