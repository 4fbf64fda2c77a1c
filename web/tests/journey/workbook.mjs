import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** CRC-32 of a ZIP archive (Debian's Node.js has none of its own). */
function crc32(bytes) {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return ~crc >>> 0;
}

/** The workbook with every text replaced in all its parts, as somebody would who corrects it. */
export function with_texts(workbook, replaced) {
  const parts = [];
  const index = [];
  let offset = 0;
  const end = workbook.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  let at = workbook.readUInt32LE(end + 16);
  for (let count = workbook.readUInt16LE(end + 10); count > 0; count -= 1) {
    const header = Buffer.from(workbook.subarray(at, at + 46));
    const name = workbook.subarray(at + 46, at + 46 + header.readUInt16LE(28));
    at += 46 + header.readUInt16LE(28) + header.readUInt16LE(30) + header.readUInt16LE(32);
    const local = header.readUInt32LE(42);
    const begin = local + 30 + workbook.readUInt16LE(local + 26) + workbook.readUInt16LE(local + 28);
    const packed = workbook.subarray(begin, begin + header.readUInt32LE(20));
    let text = (header.readUInt16LE(10) === 8 ? inflateRawSync(packed) : packed).toString();
    for (const [from, to] of replaced) text = text.replaceAll(from, to);
    const bytes = Buffer.from(text);
    const fresh = deflateRawSync(bytes);
    header.writeUInt16LE(0, 8);
    header.writeUInt16LE(8, 10);
    header.writeUInt32LE(crc32(bytes), 16);
    header.writeUInt32LE(fresh.length, 20);
    header.writeUInt32LE(bytes.length, 24);
    header.writeUInt16LE(0, 30);
    header.writeUInt16LE(0, 32);
    header.writeUInt32LE(offset, 42);
    const first = Buffer.alloc(30);
    first.write('PK\x03\x04', 'latin1');
    header.copy(first, 4, 6, 32);
    parts.push(first, name, fresh);
    index.push(header, name);
    offset += 30 + name.length + fresh.length;
  }
  const tail = Buffer.from(workbook.subarray(end, end + 22));
  tail.writeUInt32LE(Buffer.concat(index).length, 12);
  tail.writeUInt32LE(offset, 16);
  tail.writeUInt16LE(0, 20);
  return Buffer.concat([...parts, ...index, tail]);
}
