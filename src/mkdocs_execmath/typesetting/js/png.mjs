// A drawn picture as a PNG. Ink on paper has few colors: with a palette of them the file is half as long as resvg's own, and
// written in less than half the time, which was a third of the whole picture's. Where there are more, resvg writes it.
//
// Source: Portable Network Graphics (PNG) Specification, Third Edition, W3C 2025, https://www.w3.org/TR/png-3/.

import zlib from 'node:zlib';

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
const [MOST, BITS, INDEXED] = [256, 8, 3];
const LEVEL = 3; // of zlib; 6 takes twice as long to save a quarter

export function png(image) {
  const indexed = withPalette(Buffer.from(image.pixels), image.width, image.height);
  if (!indexed) return image.asPng();
  const head = Buffer.alloc(13);
  head.writeUInt32BE(image.width, 0);
  head.writeUInt32BE(image.height, 4);
  head.set([BITS, INDEXED], 8);
  return Buffer.concat([SIGNATURE, chunk('IHDR', head), chunk('PLTE', indexed.palette),
    chunk('IDAT', zlib.deflateSync(indexed.rows, { level: LEVEL })), chunk('IEND', Buffer.alloc(0))]);
}

// The places of the pixels' colors in a palette, row by row with the 0 of "not filtered" before each; null where they are
// too many, or not opaque.
function withPalette(pixels, width, height) {
  const colors = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height);
  const rows = Buffer.alloc(height * (1 + width));
  const places = new Map();
  for (let y = 0, last = -1, place = 0; y < height; y += 1) {
    const start = y * (1 + width) + 1;
    if (y && isLikeAbove(pixels, y, 4 * width)) {
      rows.copyWithin(start, start - width - 1, start - 1);
      continue;
    }
    for (let x = 0; x < width; x += 1) {
      const color = colors[y * width + x];
      if (color !== last) {
        last = color;
        place = places.get(color) ?? places.size;
        if (place === places.size) places.set(color, place);
      }
      rows[start + x] = place;
    }
  }
  const rgba = Buffer.from(Uint32Array.from(places.keys()).buffer);
  const isOpaque = rgba.every((value, byte) => byte % 4 !== 3 || value === 255);
  return places.size <= MOST && isOpaque ? { rows, palette: rgba.filter((_, byte) => byte % 4 !== 3) } : null;
}

function isLikeAbove(pixels, y, stride) {
  return pixels.compare(pixels, (y - 1) * stride, y * stride, y * stride, (y + 1) * stride) === 0;
}

function chunk(type, data) {
  const whole = Buffer.concat([Buffer.alloc(4), Buffer.from(type), data, Buffer.alloc(4)]);
  whole.writeUInt32BE(data.length);
  whole.writeUInt32BE(zlib.crc32(whole.subarray(4, -4)), whole.length - 4);
  return whole;
}
