"""What a course wrote, as typed data: spec, shapes, sentences, specimens, template."""

__all__ = ["messages", "refusal", "root", "shapes", "spec", "specimens", "template"]
