import { JavaObject } from './java-value'

/** A `java.lang.Number` other than Integer. */
export abstract class JavaNumber extends JavaObject {
  /** The number itself; of a BigDecimal the digits without their scale. */
  abstract readonly value: number | bigint
}

/** 8 bits, as `String.getBytes()` gives them. */
export class JavaByte extends JavaNumber {
  override readonly className = 'java.lang.Byte'
  constructor(readonly value: number) {
    super()
  }
}

/** 16 bits. */
export class JavaShort extends JavaNumber {
  override readonly className = 'java.lang.Short'
  constructor(readonly value: number) {
    super()
  }
}

/** 64 bits. */
export class JavaLong extends JavaNumber {
  override readonly className = 'java.lang.Long'
  constructor(readonly value: bigint) {
    super()
  }
}

export class JavaDouble extends JavaNumber {
  override readonly className = 'java.lang.Double'
  constructor(readonly value: number) {
    super()
  }
}

export class JavaFloat extends JavaNumber {
  override readonly className = 'java.lang.Float'
  /** `value` is already rounded to 32 bits. */
  constructor(readonly value: number) {
    super()
  }
}

export class JavaBigInteger extends JavaNumber {
  override readonly className = 'java.math.BigInteger'
  constructor(readonly value: bigint) {
    super()
  }
}

/** unscaled x 10^-scale. */
export class JavaBigDecimal extends JavaNumber {
  override readonly className = 'java.math.BigDecimal'
  constructor(
    readonly unscaled: bigint,
    readonly scale: number,
  ) {
    super()
  }

  override get value(): bigint {
    return this.unscaled
  }
}
