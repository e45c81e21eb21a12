// QR codes (ISO/IEC 18004), byte mode, levels L and M, versions 1 to 40. Pure, so that node can test it.
//
//   qr("https://…")  → {version, level, size, dots}, or null where the text is too long for any code
//                      dots[y][x] is 1 for a dark dot
//   path(code)       → the dark dots as the data of an SVG path, in dots from the code's corner
//
// Level M bears more dirt and folds; a long text gets level L, since finer dots are worse than less repair.

const REPAIR = { // codewords for error correction in each block, by version
  L: [7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26, 28, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30],
  M: [10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28],
};
const BLOCKS = { // into which the data is cut, by version
  L: [1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18, 19, 19, 20, 21, 22, 24, 25],
  M: [1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31, 33, 35, 37, 38, 40, 43, 45, 47, 49],
};
const LEVEL_BITS = { L: 1, M: 0 };
const FINE = 15; // from this version on, level L
const LARGEST = 40;

const MASKS = [
  (x, y) => (x + y) % 2,
  (x, y) => y % 2,
  (x) => x % 3,
  (x, y) => (x + y) % 3,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2,
  (x, y) => ((x * y) % 2) + ((x * y) % 3),
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2,
  (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
];

/** Dots that are free for data and error correction. */
function room(version) {
  const positions = Math.floor(version / 7) + 2;
  const alignment = version > 1 ? 25 * positions * positions - 10 * positions - 55 : 0;
  return (16 * version + 128) * version + 64 - alignment - (version > 6 ? 36 : 0);
}

const codewords = (version) => Math.floor(room(version) / 8);
const capacity = (version, level) => codewords(version) - REPAIR[level][version - 1] * BLOCKS[level][version - 1];
const headBits = (version) => 4 + (version < 10 ? 8 : 16);
const fits = (bytes, version, level) => headBits(version) + 8 * bytes.length <= 8 * capacity(version, level);

/** The data with its head and its filling, as bytes. */
function filled(bytes, version, level) {
  const bits = [];
  const put = (value, count) => {
    for (let place = count - 1; place >= 0; place -= 1) bits.push((value >>> place) & 1);
  };
  put(4, 4);
  put(bytes.length, headBits(version) - 4);
  for (const byte of bytes) put(byte, 8);
  put(0, Math.min(4, 8 * capacity(version, level) - bits.length));
  put(0, -bits.length & 7);
  for (let filling = 0xec; bits.length < 8 * capacity(version, level); filling ^= 0xec ^ 0x11) put(filling, 8);
  return Array.from({ length: bits.length / 8 }, (_, place) => parseInt(bits.slice(8 * place, 8 * place + 8).join(""), 2));
}

/** A product in GF(256) modulo x⁸ + x⁴ + x³ + x² + 1. */
function times(a, b) {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) {
    product = (product << 1) ^ ((product >>> 7) * 0x11d);
    product ^= ((b >>> bit) & 1) * a;
  }
  return product;
}

/** The generator of Reed–Solomon codes of a degree, without its first coefficient. */
function generator(degree) {
  const made = Array(degree).fill(0);
  made[degree - 1] = 1;
  let root = 1;
  for (let step = 0; step < degree; step += 1) {
    for (let place = 0; place < degree; place += 1) made[place] = times(made[place], root) ^ (made[place + 1] ?? 0);
    root = times(root, 2);
  }
  return made;
}

function remainder(data, divisor) {
  const rest = Array(divisor.length).fill(0);
  for (const byte of data) {
    const factor = byte ^ rest.shift();
    rest.push(0);
    divisor.forEach((coefficient, place) => (rest[place] ^= times(coefficient, factor)));
  }
  return rest;
}

/** Data and error correction of all blocks, interleaved. */
function interleaved(data, version, level) {
  const [count, repair, all] = [BLOCKS[level][version - 1], REPAIR[level][version - 1], codewords(version)];
  const short = Math.floor(all / count) - repair;
  const long = all % count; // as many blocks at the end hold one byte more
  const divisor = generator(repair);
  let start = 0;
  const blocks = Array.from({ length: count }, (_, number) => {
    const length = short + (number >= count - long ? 1 : 0);
    start += length;
    return data.slice(start - length, start);
  });
  const repairs = blocks.map((block) => remainder(block, divisor));
  const column = (rows, place) => rows.map((row) => row[place]).filter((byte) => byte !== undefined);
  return [
    ...Array.from({ length: short + 1 }, (_, place) => column(blocks, place)),
    ...Array.from({ length: repair }, (_, place) => column(repairs, place)),
  ].flat();
}

/** A value followed by the remainder that lets readers repair it. */
function repaired(value, bits, divisor) {
  const degree = Math.floor(Math.log2(divisor));
  let rest = value;
  for (let step = 0; step < degree; step += 1) rest = (rest << 1) ^ ((rest >>> (degree - 1)) * divisor);
  return (value << degree) | rest;
}

function alignment(version, size) {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.floor((version * 8 + count * 3 + 5) / (count * 4 - 4)) * 2;
  return [6, ...Array.from({ length: count - 1 }, (_, place) => size - 7 - place * step).reverse()];
}

/** The dots that every code of the version has; what is null is free. */
function frame(version) {
  const size = 17 + 4 * version;
  const dots = Array.from({ length: size }, () => Array(size).fill(null));
  const square = (x, y, radius, dark) => {
    for (let dy = -radius; dy <= radius; dy += 1) {
      for (let dx = -radius; dx <= radius; dx += 1) {
        if (dots[y + dy] && x + dx >= 0 && x + dx < size) dots[y + dy][x + dx] = dark(Math.max(Math.abs(dx), Math.abs(dy))) ? 1 : 0;
      }
    }
  };
  for (let place = 0; place < size; place += 1) dots[6][place] = dots[place][6] = (place + 1) % 2;
  const places = alignment(version, size);
  for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]]) square(x, y, 4, (ring) => ring !== 2 && ring !== 4);
  for (const y of places) {
    for (const x of places) {
      const inFinder = (x === 6 && (y === 6 || y === size - 7)) || (y === 6 && x === size - 7);
      if (!inFinder) square(x, y, 2, (ring) => ring !== 1);
    }
  }
  if (version > 6) {
    const bits = repaired(version, 6, 0x1f25);
    for (let place = 0; place < 18; place += 1) {
      const [a, b] = [size - 11 + (place % 3), Math.floor(place / 3)];
      dots[b][a] = dots[a][b] = (bits >>> place) & 1;
    }
  }
  writeFormat(dots, 0);
  return dots;
}

/** Level and mask, twice. */
function writeFormat(dots, format) {
  const size = dots.length;
  const bits = repaired(format, 5, 0x537) ^ 0x5412;
  const bit = (place) => (bits >>> place) & 1;
  for (let place = 0; place < 6; place += 1) dots[place][8] = bit(place);
  dots[7][8] = bit(6);
  dots[8][8] = bit(7);
  dots[8][7] = bit(8);
  for (let place = 9; place < 15; place += 1) dots[8][14 - place] = bit(place);
  for (let place = 0; place < 8; place += 1) dots[8][size - 1 - place] = bit(place);
  for (let place = 8; place < 15; place += 1) dots[size - 15 + place][8] = bit(place);
  dots[size - 8][8] = 1;
}

/** The free places in the order in which data fills them: columns of two, from the right, up and down in turns. */
function* freePlaces(dots) {
  const size = dots.length;
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right = 5;
    const isUp = ((right + 1) & 2) === 0;
    for (let step = 0; step < size; step += 1) {
      const y = isUp ? size - 1 - step : step;
      for (const x of [right, right - 1]) if (dots[y][x] === null) yield [x, y];
    }
  }
}

/** How hard a code is to read: long runs, blocks, patterns like a corner's, too much dark or light. */
function penalty(dots) {
  const size = dots.length;
  const columns = dots.map((_, x) => dots.map((row) => row[x]));
  let sum = 0;
  for (const line of [...dots, ...columns]) {
    const text = line.join("");
    for (const [run] of text.matchAll(/0{5,}|1{5,}/g)) sum += run.length - 2;
    for (let place = 0; place + 11 <= size; place += 1) {
      const part = text.slice(place, place + 11);
      if (part === "10111010000" || part === "00001011101") sum += 40;
    }
  }
  for (let y = 1; y < size; y += 1) {
    for (let x = 1; x < size; x += 1) {
      const four = dots[y][x] + dots[y - 1][x] + dots[y][x - 1] + dots[y - 1][x - 1];
      if (four % 4 === 0) sum += 3;
    }
  }
  const dark = dots.flat().reduce((all, dot) => all + dot, 0) / (size * size);
  return sum + 10 * Math.floor(Math.abs(dark * 20 - 10));
}

/** A code with a given version, level and mask. */
export function drawn(bytes, version, level, mask) {
  const base = frame(version);
  const dots = base.map((row) => [...row]);
  const data = interleaved(filled(bytes, version, level), version, level);
  let place = 0;
  for (const [x, y] of freePlaces(base)) {
    const bit = place < 8 * data.length ? (data[place >>> 3] >>> (7 - (place & 7))) & 1 : 0;
    dots[y][x] = bit ^ (MASKS[mask](x, y) === 0 ? 1 : 0);
    place += 1;
  }
  writeFormat(dots, (LEVEL_BITS[level] << 3) | mask);
  return dots;
}

export function qr(text) {
  const bytes = new TextEncoder().encode(text);
  const versions = Array.from({ length: LARGEST }, (_, place) => place + 1);
  let level = "M";
  let version = versions.find((one) => fits(bytes, one, "M"));
  if (version === undefined || version >= FINE) [level, version] = ["L", versions.find((one) => fits(bytes, one, "L"))];
  if (version === undefined) return null;
  const codes = MASKS.map((_, mask) => drawn(bytes, version, level, mask));
  const dots = codes.reduce((best, one) => (penalty(one) < penalty(best) ? one : best));
  return { version, level, size: dots.length, dots };
}

export function path({ dots }) {
  return dots.map((row, y) => [...row.join("").matchAll(/1+/g)].map(({ 0: run, index }) => `M${index} ${y}h${run.length}v1h-${run.length}z`).join("")).join("");
}
