/**
 * sfc32 (Chris Doty-Humphrey): 128 bits of state, passes PractRand. Each stream of a seed is independent of the others. The state is a
 * typed array: kept in a plain array, the whole simulation ran at 70 to 80 % of its speed in Chromium.
 */
export class Random {
  /** For loops that keep it in registers and write it back; see `fill`. */
  readonly state: Int32Array

  constructor(seed: number, stream: number) {
    this.state = Int32Array.of(seed, stream, 0x9e3779b9, 1)
    for (let i = 0; i < 20; i++) this.bits()
  }

  /** 32 random bits as a signed int. */
  bits(): number {
    const s = this.state
    const a = s[0]!
    const b = s[1]!
    const c = s[2]!
    const d = s[3]!
    const t = (((a + b) | 0) + d) | 0
    s[3] = d + 1
    s[0] = b ^ (b >>> 9)
    s[1] = (c + (c << 3)) | 0
    s[2] = (((c << 21) | (c >>> 11)) + t) | 0
    return t
  }

  /** As many draws of `bits` as the target holds. The state stays in registers meanwhile: half the time of single draws. */
  fill(target: Int32Array): void {
    const s = this.state
    let a = s[0]!
    let b = s[1]!
    let c = s[2]!
    let d = s[3]!
    for (let i = 0; i < target.length; i++) {
      const t = (((a + b) | 0) + d) | 0
      d = (d + 1) | 0
      a = b ^ (b >>> 9)
      b = (c + (c << 3)) | 0
      c = (((c << 21) | (c >>> 11)) + t) | 0
      target[i] = t
    }
    s[0] = a
    s[1] = b
    s[2] = c
    s[3] = d
  }

  /** Over the open interval (0, 1). */
  uniform(): number {
    return uniformOf(this.bits())
  }
}

/** 32 random bits as a number of the open interval (0, 1). */
export function uniformOf(bits: number): number {
  return ((bits >>> 0) + 0.5) * 2 ** -32
}
