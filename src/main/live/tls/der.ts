/** Tags of ASN.1 values as certificates use them. Source: X.690, 8.1.2. */
const BOOLEAN = 0x01
const INTEGER = 0x02
const BIT_STRING = 0x03
const OCTET_STRING = 0x04
const OBJECT_IDENTIFIER = 0x06
const UTF8_STRING = 0x0c
const UTC_TIME = 0x17
const GENERALIZED_TIME = 0x18
const SEQUENCE = 0x30
const SET = 0x31
/** [0] and the like: of one value, and of values within. */
const CONTEXT = 0x80
const CONTEXT_CONSTRUCTED = 0xa0

/** A value with its tag and its length, in the distinguished encoding: one way to write each value. Source: X.690, 10. */
function encoded(tag: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.of(tag), lengthOf(content.length), content])
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.of(length)
  const bytes: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256)
  return Buffer.of(0x80 | bytes.length, ...bytes)
}

export function derSequence(...parts: readonly Buffer[]): Buffer {
  return encoded(SEQUENCE, Buffer.concat(parts))
}

export function derSet(...parts: readonly Buffer[]): Buffer {
  return encoded(SET, Buffer.concat(parts))
}

export function derTrue(): Buffer {
  return encoded(BOOLEAN, Buffer.of(0xff))
}

/** A number that is not negative, its bytes from the highest on; zeros before it are dropped. */
export function derInteger(bytes: Buffer): Buffer {
  let start = 0
  while (start < bytes.length - 1 && bytes[start] === 0) start++
  const plain = bytes.subarray(start)
  return encoded(INTEGER, plain[0]! >= 0x80 ? Buffer.concat([Buffer.of(0), plain]) : plain)
}

/** Whole bytes, or with `unusedBits` at the end that do not count. */
export function derBitString(bytes: Buffer, unusedBits = 0): Buffer {
  return encoded(BIT_STRING, Buffer.concat([Buffer.of(unusedBits), bytes]))
}

export function derOctetString(bytes: Buffer): Buffer {
  return encoded(OCTET_STRING, bytes)
}

export function derText(text: string): Buffer {
  return encoded(UTF8_STRING, Buffer.from(text, 'utf8'))
}

/** "1.2.840.10045.4.3.2". */
export function derObjectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  return encoded(OBJECT_IDENTIFIER, Buffer.from([first * 40 + second, ...rest].flatMap(base128)))
}

function base128(value: number): number[] {
  const bytes = [value % 128]
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) bytes.unshift((rest % 128) | 0x80)
  return bytes
}

/** A moment in milliseconds since 1970, to the second; the short form until 2049. Source: RFC 5280, 4.1.2.5. */
export function derTime(at: number): Buffer {
  const digits = new Date(at).toISOString().replaceAll(/\D/g, '').slice(0, 14)
  const isShort = Number(digits.slice(0, 4)) < 2050
  return encoded(isShort ? UTC_TIME : GENERALIZED_TIME, Buffer.from(`${isShort ? digits.slice(2) : digits}Z`, 'ascii'))
}

/** `[number]` around whole values. */
export function derTagged(number: number, ...parts: readonly Buffer[]): Buffer {
  return encoded(CONTEXT_CONSTRUCTED | number, Buffer.concat(parts))
}

/** `[number]` in place of a value's own tag. */
export function derTaggedBytes(number: number, content: Buffer): Buffer {
  return encoded(CONTEXT | number, content)
}
