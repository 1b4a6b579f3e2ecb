"""What becomes of a trained adapter: merged, quantized, published."""
