// Prints the bytes of the model file, raw and after brotli 11.
import { readFileSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";

const file = readFileSync(new URL("model.bin", import.meta.url));
console.log(`${file.length} bytes, ${brotliCompressSync(file).length} after brotli`);
